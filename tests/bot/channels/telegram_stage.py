"""The Telegram channel at an emulated Telegram, for tests: one clock that stands, one person, one who receives."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.telegram.channel import Telegram
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.outgoing.client import LeanClient
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from conversations.contact import Contact
from conversations.customer.events import Event
from storage.sealing import Keyring

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
UNLIMITED = {"TELEGRAM_SECONDS_PER_CHAT": "0", "TELEGRAM_SENDS_PER_SECOND": "1000"}


class LeapingClock(EmulatedClock):
    """Time passes only by sleeping, and then at once."""

    async def sleep(self, seconds: float) -> None:
        self.advance(seconds)


@dataclass(frozen=True)
class Stage:
    """`ada` has started the bot, which has heard of it."""

    telegram: Telegram
    emulator: TelegramEmulator
    clock: EmulatedClock
    ada: Contact

    @property
    def person(self) -> int:
        return int(self.ada.address)

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.emulator.screen(self.person).shown if line.by_bot]


def settings_for(token: str, url: str, **more: str) -> Settings:
    needed = {"ENCRYPTION_KEYS": Keyring.generate_key(), "MONO_SECRET_KEY": f"live_sk_{secrets.token_hex(8)}"}
    return read_settings({"TELEGRAM_TOKEN": token, "TELEGRAM_API_BASE": url, **needed, **more})


@dataclass(frozen=True)
class EmulatedTelegram:
    """An emulated Telegram behind its URL, for many tests one after another."""

    emulator: TelegramEmulator
    url: str


@asynccontextmanager
async def open_telegram(clock: EmulatedClock | None = None) -> AsyncIterator[EmulatedTelegram]:
    emulator = TelegramEmulator(make_token(), clock=clock or EmulatedClock(at=START))
    async with serve(emulator.app) as url:
        yield EmulatedTelegram(emulator, url)


@asynccontextmanager
async def open_stage(emulated: EmulatedTelegram, **settings: str) -> AsyncIterator[Stage]:
    emulator = emulated.emulator
    emulator.reset()
    person = emulator.add_person("Ada", phone_number="2348031234567").id
    emulator.start(person)
    emulator.updates.forget(emulator.updates.waiting())
    environment = settings_for(emulator.token, emulated.url, **(UNLIMITED | settings))
    async with aclosing(LeanClient()) as http, Telegram.open(environment, emulator.clock, http) as telegram:
        yield Stage(telegram, emulator, emulator.clock, Contact("telegram", str(person)))


@asynccontextmanager
async def open_leaping_stage(**settings: str) -> AsyncIterator[Stage]:
    """A stage of its own, where nobody really waits."""
    async with open_telegram(LeapingClock(at=START)) as emulated, open_stage(emulated, **settings) as stage:
        yield stage


class Receiver:
    """Receives what comes in, with a `toast` for it. It fails with `failures` first, and waits until it is `free`."""

    def __init__(self) -> None:
        self.asked: list[Inbound | UnreadableInbound] = []
        self.got: list[Inbound | UnreadableInbound] = []
        self.failures: list[Exception] = []
        self.toast = ""
        self.free = asyncio.Event()
        self.free.set()

    async def receive(self, inbound: Inbound | UnreadableInbound) -> str:
        self.asked.append(inbound)
        await self.free.wait()
        if self.failures:
            raise self.failures.pop(0)
        self.got.append(inbound)
        return self.toast

    @property
    def events(self) -> list[Event]:
        return [each.event for each in self.got if isinstance(each, Inbound)]
