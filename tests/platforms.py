"""The emulated platforms as loads and crashes need them, with what the bot is told of them. Never a person."""

from collections.abc import Callable
from typing import Protocol

from starlette.types import ASGIApp

from bot.channels.whatsapp.contents import SHAPES
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from bot.sandbox.emulators.twilio import AccountRules, TwilioEmulator
from tests.phones import Phone, TelegramPhone, WhatsAppPhone


class Platform(Protocol):
    """One of them; `app` is its emulator, to be served."""

    @property
    def app(self) -> ASGIApp: ...

    def settings(self, url: str) -> dict[str, str]:
        """The bot's, for an emulator that is served there."""

    def connect(self, server_url: str) -> None:
        """Tell the platform where the bot is, where the bot does not tell it by itself."""

    def phone(self, number: str) -> Phone:
        """Of somebody with this number who has never written to the bot."""


class Telegram:
    """Telegram without its limits, and a bot that keeps none."""

    def __init__(self) -> None:
        self.emulator = TelegramEmulator(make_token(), limits=False)

    @property
    def app(self) -> ASGIApp:
        return self.emulator.app

    def settings(self, url: str) -> dict[str, str]:
        return {
            "TELEGRAM_TOKEN": self.emulator.token,
            "TELEGRAM_API_BASE": url,
            "TELEGRAM_SENDS_PER_SECOND": "1000",
            "TELEGRAM_SECONDS_PER_CHAT": "0",
        }

    def connect(self, server_url: str) -> None:
        """The bot sets its webhook."""

    def phone(self, number: str) -> TelegramPhone:
        return TelegramPhone(self.emulator, number)

    def end_rests(self) -> None:
        """It rests between attempts at a server that was not there; now it tries again at once."""
        rests = [(due - self.emulator.clock.now()).total_seconds() for due in self.emulator.webhooks.resting.values()]
        self.emulator.advance(max([*rests, 0]))


class WhatsApp:
    """WhatsApp at Twilio, both without limits that anybody could meet, and a bot that keeps none.

    Messages may be emptied as soon as they are there, and what people write looks old enough for it to the bot.
    `is_known` tells of a message whether the bot takes it to be on the screen.
    """

    def __init__(self, is_known: Callable[[str], bool] = lambda message: True) -> None:
        self._is_known = is_known
        rules = AccountRules(early_redaction=True, rate=100_000, concurrency=100_000)
        self.emulator = TwilioEmulator(rules=rules)

    @property
    def app(self) -> ASGIApp:
        return self.emulator.app

    def settings(self, url: str) -> dict[str, str]:
        return {
            "TWILIO_ACCOUNT_SID": self.emulator.account.sid,
            "TWILIO_AUTH_TOKEN": self.emulator.account.auth_token,
            "TWILIO_API_BASE": url,
            "TWILIO_CONTENT_BASE": url,
            "WHATSAPP_FROM": self.emulator.sender,
            "WHATSAPP_SENDS_PER_SECOND": "1000",
            "WHATSAPP_SECONDS_PER_PERSON": "0",
        }

    def connect(self, server_url: str) -> None:
        self.emulator.set_webhook(f"{server_url}/whatsapp", status_url=f"{server_url}/whatsapp/status")

    def phone(self, number: str) -> WhatsAppPhone:
        return WhatsAppPhone(self.emulator, number, self._is_known)

    def set_up_contents(self) -> None:
        """As `telcolink whatsapp setup` does it."""
        self.emulator.hold_contents(shape.definition() for shape in SHAPES)
