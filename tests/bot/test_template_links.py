"""From end to end: an agent on one channel sends, a customer on another answers, and their line is linked."""

import json
import re
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import run_app
from bot.config.reading import read_settings
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator, make_token
from bot.sandbox.emulators.twilio import TwilioEmulator, WhatsAppUser
from storage.sealing import Keyring
from tests.ports import free_port
from tests.waiting import until

AGENT = 900_001
NUMBER = "+2348031234567"
TEMPLATE = "Hello, {{1}} asks for details of your line for {{2}}. Our two words: {{3}}. Reply OK to go on."


@dataclass
class Street:
    """An agent on Telegram, a customer on WhatsApp, and the real service between the emulators of all three vendors."""

    telegram: TelegramEmulator
    twilio: TwilioEmulator
    mono: MonoEmulator
    ada: WhatsAppUser

    def agent_heard(self) -> list[str]:
        return [line.text for line in self.telegram.screen(AGENT).shown if line.by_bot]

    def ada_heard(self) -> list[str]:
        return [message.shown.text for message in self.ada.chat if not message.inbound]

    async def ada_says(self, text: str, answers: int = 1) -> list[str]:
        heard = len(self.ada_heard())
        self.twilio.say(self.ada, text)
        await self.until(lambda: len(self.ada_heard()) >= heard + answers)
        return self.ada_heard()[heard:]

    async def agent_hears(self, words: str) -> str:
        await self.until(lambda: any(words in text for text in self.agent_heard()))
        return next(text for text in self.agent_heard() if words in text)

    async def until(self, true: Callable[[], bool]) -> None:
        await until(true)

    def code(self) -> str:
        found = re.search(r"\d{4,8}", self.mono.sms("08031234567")[-1].text)
        assert found
        return found[0]


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    clock, port = EmulatedClock(), free_port()
    mono, twilio = MonoEmulator(clock=clock), TwilioEmulator(clock=clock)
    telegram = TelegramEmulator(make_token(), clock=clock, limits=False)
    template = twilio.state.contents.create(
        json.dumps({"language": "en", "types": {"twilio/text": {"body": TEMPLATE}}}).encode(), clock.now()
    )
    assert twilio.approve(template.sid)
    async with AsyncExitStack() as stack:
        urls = [await stack.enter_async_context(serve(each.app)) for each in (mono, telegram, twilio)]
        address = f"http://127.0.0.1:{port}"
        twilio.set_webhook(f"{address}/whatsapp", status_url=f"{address}/whatsapp/status")
        webhook_secret = secrets.token_hex(16)
        mono.set_webhook(f"{address}/mono", webhook_secret)
        settings = read_settings(
            {
                "BUSINESS_NAME": "Kudi Loans",
                "BUSINESS_PURPOSE": "your loan application",
                "PUBLIC_URL": address,
                "DATABASE_URL": f"sqlite:///{tmp_path / 'telcolink.db'}",
                "ENCRYPTION_KEYS": Keyring.generate_key(),
                "ADMINS": f"telegram:{AGENT}",
                "MONO_SECRET_KEY": mono.key,
                "MONO_API_BASE": urls[0],
                "MONO_WEBHOOK_SECRET": webhook_secret,
                "TELEGRAM_TOKEN": telegram.token,
                "TELEGRAM_API_BASE": urls[1],
                "TELEGRAM_SECONDS_PER_CHAT": "0",
                "TWILIO_ACCOUNT_SID": twilio.account.sid,
                "TWILIO_AUTH_TOKEN": twilio.account.auth_token,
                "TWILIO_API_BASE": urls[2],
                "TWILIO_CONTENT_BASE": urls[2],
                "WHATSAPP_FROM": twilio.sender,
                "TWILIO_TEMPLATE_INVITE": template.sid,
            }
        )
        app = await stack.enter_async_context(run_app(settings, clock))
        await stack.enter_async_context(serve(app.web, port=port))
        telegram.add_person("Tunde Ojo", phone_number="+2348020000001", person_id=AGENT)
        yield Street(telegram, twilio, mono, twilio.person(NUMBER))


async def test_an_agent_on_telegram_sends_and_a_customer_on_whatsapp_answers_and_links(street: Street) -> None:
    street.telegram.say(AGENT, "/start")
    street.telegram.say(AGENT, "/link 0803 123 4567 mtn school fees send")
    mine = await street.agent_hears("is ready")
    assert "I am sending it to their WhatsApp as well" in mine
    await street.until(lambda: len(street.ada_heard()) == 1)
    words = re.search(r"Match words: (\w+ \w+)\.", mine)
    assert words
    (invited,) = street.ada_heard()
    assert invited.startswith(
        "Hello, Tunde Ojo from Kudi Loans asks for details of your line for your loan application."
    )
    assert f"Our two words: {words[1]}." in invited
    (consent,) = await street.ada_says("ok")
    assert f"sees must be {words[1]}." in consent
    await street.agent_hears("was opened")  # each before the next, which would overtake it
    await street.ada_says("yes")
    await street.agent_hears("they agreed")
    await street.ada_says("mtn")
    await street.agent_hears("the code was sent")
    *_, receipt = await street.ada_says(street.code(), 2)
    assert "Receipt" in receipt
    await street.agent_hears("is linked. Account ID:")
    assert not any("did not arrive" in text for text in street.agent_heard())


async def test_a_number_that_is_not_on_whatsapp_is_told_to_the_agent_on_telegram(street: Street) -> None:
    street.telegram.say(AGENT, "/start")
    street.telegram.say(AGENT, "/link 0802 123 4567 send")
    told = await street.agent_hears("did not arrive, for that number is not on WhatsApp")
    assert "Forward the text that I gave you another way." in told
