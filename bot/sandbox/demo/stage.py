"""The wiring of the demo, on loopback: emulated Mono and platforms, the real server, one clock. No script."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.app import App, run_app
from bot.channels.console import Console, ConsoleModule
from bot.channels.whatsapp.setup import make_contents
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.sandbox.demo.people import DemoPerson
from bot.sandbox.demo.people.console import ConsolePerson
from bot.sandbox.demo.people.telegram import TelegramPerson
from bot.sandbox.demo.people.whatsapp import WhatsAppPerson
from bot.sandbox.demo.script import AGENTS
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator, make_token
from bot.sandbox.emulators.twilio.emulator import TwilioEmulator
from storage.sealing import Keyring

OWN_NUMBER = "08031234567"
GLANCE = 0.002  # real seconds between two looks at what is on its way
# Everybody who can be on the stage besides the customer: a name, an id on Telegram, and a number.
OTHERS = {
    "agent": ("Ada Obi", 900_001, "+2348029000001"),
    "colleague": ("Bisi", 900_002, "+2348029000002"),
    "stranger": ("Chidi", 900_003, "+2348029000003"),
}
INVITATION = (
    "Hello, {{1}} asks to see details of your line for {{2}}. Our two words: {{3}}. Reply OK to see more, or STOP."
)
BUSINESS = {
    "BUSINESS_NAME": "Kudi Loans",
    "BUSINESS_PURPOSE": "your loan application",
    "SUPPORT_CONTACT": "Ngozi on 0700 555 0100",
    "PRIVACY_URL": "https://kudi.example/privacy",
}


@dataclass(frozen=True, slots=True)
class Venue:
    """Where people talk to the bot; `agents` is empty where there are none.

    Without `buttons` nothing is set up at Twilio, and WhatsApp shows answers as numbered lists.
    """

    customers: str = "telegram"
    agents: str = ""
    buttons: bool = True

    @property
    def channels(self) -> set[str]:
        return {self.customers, self.agents}


class DemoStage:
    """The running whole. `clock` is everybody's and can be wound; the server can be killed and started again."""

    def __init__(self, folder: Path, venue: Venue, own_number: str = OWN_NUMBER) -> None:
        self.clock = EmulatedClock()
        self.own_number = own_number
        self.mono = MonoEmulator(clock=self.clock)
        self.telegram = TelegramEmulator(make_token(), clock=self.clock)
        self.twilio = TwilioEmulator(sender="whatsapp:+2349010000000", clock=self.clock)
        self.console = Console()
        self._folder = folder
        self.venue = venue
        self._plug = _Plug()
        self._stack = AsyncExitStack()
        self._running = AsyncExitStack()
        self._settings: Settings
        self.app: App

    async def open(self) -> None:
        """Start the emulators, then the server."""
        mono_url = await self._stack.enter_async_context(serve(self.mono.app))
        server_url = await self._stack.enter_async_context(serve(self._plug))
        webhook_secret = secrets.token_hex(16)
        self.mono.set_webhook(f"{server_url}/mono", webhook_secret)
        environment = {
            **BUSINESS,
            "ADMINS": "telegram:{},whatsapp:{}".format(*OTHERS["agent"][1:]),
            "PUBLIC_URL": server_url,
            "DATABASE_URL": f"sqlite:///{self._folder / 'telcolink.db'}",
            "ENCRYPTION_KEYS": demo_key(self._folder),
            "MONO_SECRET_KEY": self.mono.key,
            "MONO_API_BASE": mono_url,
            "MONO_WEBHOOK_SECRET": webhook_secret,
        }
        if "whatsapp" in self.venue.channels:
            environment |= await self._open_twilio(server_url)
        if "telegram" in self.venue.channels:
            environment |= await self._open_telegram()
        self._settings = read_settings(environment, needs_channel=self.venue.customers != "console")
        if "whatsapp" in self.venue.channels and self.venue.buttons:
            await make_contents(self._settings)
        await self._start()

    async def _open_telegram(self) -> dict[str, str]:
        telegram_url = await self._stack.enter_async_context(serve(self.telegram.app))
        return {"TELEGRAM_TOKEN": self.telegram.token, "TELEGRAM_API_BASE": telegram_url}

    async def _open_twilio(self, server_url: str) -> dict[str, str]:
        twilio_url = await self._stack.enter_async_context(serve(self.twilio.app))
        self.twilio.base_url = twilio_url
        self.twilio.set_webhook(f"{server_url}/whatsapp", status_url=f"{server_url}/whatsapp/status")
        return {
            "TWILIO_ACCOUNT_SID": self.twilio.account.sid,
            "TWILIO_AUTH_TOKEN": self.twilio.account.auth_token,
            "TWILIO_API_BASE": twilio_url,
            "TWILIO_CONTENT_BASE": twilio_url,
            "WHATSAPP_FROM": self.twilio.sender,
            "TWILIO_TEMPLATE_INVITE": self.twilio.add_template(INVITATION),
        }

    async def close(self) -> None:
        await self._running.aclose()
        await self._stack.aclose()

    async def restart(self) -> None:
        """As after a crash: whatever is under way gets no chance to finish."""
        self._plug.app = None
        self.app.service.drain_seconds = 0
        await self._running.aclose()
        await self._start()

    async def let_pass(self, span: timedelta) -> None:
        """Time passes; what the schedule would have found in it is found."""
        await self._rest()
        self.clock.advance(span.total_seconds())
        await self.app.service.sweep_time()
        await self.app.service.sweep_summaries()
        await self.app.service.sweep_links()
        await self._rest()  # nothing is said of a consent in the middle of something else
        await self.app.service.sweep_consents()
        await self._rest()

    async def idle(self) -> None:
        """Return once nothing is on its way between anybody here; what waits for a later time is not waited for."""
        while not (self._is_settled and not self.app.service.under_way):
            await self.app.service.idle()
            await asyncio.sleep(GLANCE)

    async def _rest(self) -> None:
        while not self.waits_for_time:  # noqa: ASYNC110 - many are asked, and none of them tells when it is so
            await asyncio.sleep(GLANCE)

    @property
    def waits_for_time(self) -> bool:
        """Whether nothing more happens before time has passed."""
        return self._is_settled and self.clock.is_waited_for_by(self.app.service.under_way)

    @property
    def _is_settled(self) -> bool:
        """Whether the platforms and the provider have told the service all that is due."""
        return self.mono.is_settled and self.telegram.is_settled and self.twilio.is_settled

    def person(self, who: str = "me") -> DemoPerson:
        """Somebody who has not written to the bot yet: a customer, or one of `OTHERS`. `agent` is an administrator."""
        name, id_, number = OTHERS.get(who, ("Ada", None, f"+234{self.own_number[1:]}"))
        match self.venue.agents if who in AGENTS else self.venue.customers:
            case "whatsapp":
                return WhatsAppPerson(self.twilio, number, name)
            case "telegram":
                return TelegramPerson(self.telegram, number, name, id_)
            case _:
                return ConsolePerson(self.console, who)

    def newest_code(self, number: str) -> str:
        """The code in the newest SMS to a number, "" when there is none."""
        inbox = self.mono.sms(number)
        found = re.search(r"\d{4,8}", inbox[-1].text) if inbox else None
        return found[0] if found else ""

    def codes_asked(self) -> int:
        """How many times the provider was asked to send a code."""
        return sum(request.path.endswith("/telecom/auth") for request in self.mono.journal.calls)

    async def _start(self) -> None:
        self._running = AsyncExitStack()
        channels = (ConsoleModule(self.console),) if "console" in self.venue.channels else ()
        self.app = await self._running.enter_async_context(run_app(self._settings, self.clock, channels))
        self._plug.app = self.app.web


class _Plug:
    """A fixed address for a server that comes and goes."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            app = self.app or PlainTextResponse("starting", status_code=503, headers={"Retry-After": "1"})
            await app(scope, receive, send)


@asynccontextmanager
async def open_stage(folder: Path, venue: Venue, own_number: str = OWN_NUMBER) -> AsyncIterator[DemoStage]:
    """A stage in a folder of its own, until the block is left."""
    stage = DemoStage(folder, venue, own_number)
    try:
        await stage.open()
        yield stage
    finally:
        await stage.close()


def demo_key(folder: Path) -> str:
    """The demo's key is kept beside its database, which is what production must never do."""
    path = folder / "telcolink.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(Keyring.generate_key(), encoding="ascii")
    return path.read_text(encoding="ascii")
