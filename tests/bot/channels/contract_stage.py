"""Every channel in the same hands, for the tests of what all must do: an opened module, a person, and who receives."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, cast
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette

from bot.channels.console import Console, ConsoleModule
from bot.channels.module import ChannelContext, ChannelModule
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.module import open_telegram
from bot.channels.telegram.polling import poll
from bot.channels.whatsapp.inbound_scan import OVERLAP, UNDER_WAY
from bot.channels.whatsapp.module import WhatsAppModule, open_whatsapp
from bot.config.settings import Settings
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone
from bot.http.doors import door_routes
from bot.monitoring.channel_health import ChannelHealth
from bot.monitoring.metrics import Metrics
from bot.outgoing.client import LeanClient
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramEmulator, TelegramFault, make_token
from bot.sandbox.emulators.twilio import TwilioEmulator, TwilioFault
from bot.sandbox.emulators.twilio.incoming import form_of
from bot.sandbox.emulators.twilio.messages import Shown
from bot.sandbox.emulators.twilio.signature import sign
from bot.standby.catching_up import CatchingUp
from conversations.changing import replace
from conversations.contact import Contact
from storage.backend import Lease
from storage.database import Database
from storage.errors import StorageError
from storage.inbound_ids import InboundIds
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.channels import telegram_stage, whatsapp_stage
from tests.bot.channels.telegram_stage import START, LeapingClock
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, PUBLIC, from_bot, said_to
from tests.waiting import until

Write = Callable[[str], Awaitable[object]]  # what came of it, for it to come once more
Repeat = Callable[[object], Awaitable[None]]
SECRET = "7f3a9c51e0b24d68"


class NotAcknowledged(Exception):  # noqa: N818 - errors are nouns from the catcher's side
    """The disk did not take it, and whoever brought it knows."""


class Way(Protocol):
    """One of the ways in of a channel."""

    async def bring(self, text: str) -> None:
        """They write it, and the platform has it."""

    async def come(self) -> None:
        """What the platform has and was not acknowledged comes in. Raises `NotAcknowledged` where that was refused."""


class Posted:
    """What a webhook is posted."""

    def __init__(self, draft: Callable[[str], object], post: Repeat) -> None:
        self._draft = draft
        self._post = post
        self._there: list[object] = []

    async def bring(self, text: str) -> None:
        self._there.append(self._draft(text))

    async def come(self) -> None:
        there, self._there = self._there, []
        for delivery in there:
            try:
                await self._post(delivery)
            except NotAcknowledged:
                self._there.append(delivery)
        if self._there:
            raise NotAcknowledged


async def _adopt_nothing() -> None:
    """No command writes here."""


class Kept:
    """What was posted to who stands by."""

    def __init__(self, context: ChannelContext, module: ChannelModule, body_of: Callable[[str], bytes]) -> None:
        database, store, clock, doors = context.database, context.store, context.clock, module.doors()
        self._database, self._posts, self._clock = database, store.kept_posts, clock
        self._door, self._body_of = doors[0].path, body_of
        # Who is told to take all asks no lease.
        self._catching_up = CatchingUp(database, store, cast("Lease", None), doors, clock, _adopt_nothing)

    async def bring(self, text: str) -> None:
        body, now = self._body_of(text), self._clock.now()
        await self._database.run(lambda tx: self._posts.keep(tx, self._door, body, now))

    async def come(self) -> None:
        try:
            await self._catching_up.take_all()
        except StorageError:
            raise NotAcknowledged from None
        assert await self._database.read(self._posts.count) == 0


class Polled:
    """What is asked for."""

    def __init__(self, emulator: TelegramEmulator, person: int, telegram: Telegram, receiver: "Receiver") -> None:
        self._emulator, self._person = emulator, person
        self._poll = partial(poll, telegram, receiver.receive, ChannelHealth())

    async def bring(self, text: str) -> None:
        self._emulator.say(self._person, text)

    async def come(self) -> None:
        """It is asked for again until it is acknowledged."""
        polling = asyncio.create_task(self._poll())
        try:
            await until(lambda: not self._emulator.updates.waiting())
        finally:
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)


class Scanned:
    """What is found in Twilio's log."""

    def __init__(self, clock: EmulatedClock, module: WhatsAppModule, draft: Callable[[str], object]) -> None:
        self._clock, self._module, self._draft = clock, module, draft

    async def bring(self, text: str) -> None:
        self._draft(text)
        self._clock.advance(60)

    async def come(self) -> None:
        scan, now = self._module.scan, self._clock.now()
        try:
            await scan.look()
        except StorageError:
            raise NotAcknowledged from None
        assert await scan.since() == now - UNDER_WAY - OVERLAP  # noted, and nothing is looked for again


class Typed:
    """What is typed at once."""

    def __init__(self, console: Console) -> None:
        self._say = partial(console.say, "ada")
        self._there: list[str] = []

    async def bring(self, text: str) -> None:
        self._there.append(text)

    async def come(self) -> None:
        there, self._there = self._there, []
        for text in there:
            try:
                await self._say(text)
            except StorageError:
                self._there.append(text)
        if self._there:
            raise NotAcknowledged


@dataclass
class Receiver:
    """Takes what comes in as the engine does: each delivery has one turn, and breaks on the `troubles` first."""

    database: Database
    ids: InboundIds
    troubles: list[Exception] = field(default_factory=list)
    came: list[Inbound] = field(default_factory=list)
    turns: list[Inbound] = field(default_factory=list)
    aside: list[UnreadableInbound] = field(default_factory=list)
    forwarded: list[OutboxMessage] = field(default_factory=list)

    async def receive(self, inbound: Inbound | UnreadableInbound) -> None:
        if isinstance(inbound, Inbound):
            self.came.append(inbound)
        match await self.database.run(lambda tx: self._take(tx, inbound)):
            case Inbound() as turn:
                self.turns.append(turn)
            case UnreadableInbound() as unread:
                self.aside.append(unread)

    async def has_seen(self, inbound: Inbound | UnreadableInbound) -> bool:
        return await self.database.read(lambda tx: self.ids.seen(tx, inbound.channel, inbound.delivery or ""))

    def _take(self, tx: Transaction, inbound: Inbound | UnreadableInbound) -> Inbound | UnreadableInbound | None:
        heard = inbound.hear(tx).inbound if isinstance(inbound, Inbound) and inbound.hear else inbound
        if not heard:  # it was heard before
            return None
        assert heard.delivery
        if not self.ids.claim(tx, heard.channel, heard.delivery, START):
            return None
        if self.troubles:
            raise self.troubles.pop(0)
        return heard


@dataclass
class Subject:
    """One channel. `write` is what the person does, `repeat` the platform; `shown` is what stands in their chat."""

    module: ChannelModule
    receiver: Receiver
    contact: Contact
    write: Write
    repeat: Repeat
    shown: Callable[[], Awaitable[list[str]]]
    said: Callable[[], Awaitable[list[str]]]  # of that, what the bot has said
    ways: Mapping[str, Way]  # in
    break_next: dict[type[DeliveryError], Callable[[], None]]
    is_typing: Callable[[], bool] | None  # None where it is never shown
    let_settle: Callable[[], None] = lambda: None  # until a message may be deleted
    has_way_in: bool = True  # whether a link can open a chat there


async def _prepare(module: ChannelModule, context: ChannelContext) -> Receiver:
    receiver = Receiver(context.database, context.store.inbound_ids)
    await module.prepare(receiver.receive, receiver.forwarded.extend)
    return receiver


@asynccontextmanager
async def open_console_subject(folder: Path) -> AsyncIterator[Subject]:
    console = Console()
    async with _open_context(folder, telegram_stage.settings_for(make_token(), "http://127.0.0.1:9")) as context:
        module = ConsoleModule(console)
        receiver = await _prepare(module, context)
        chat = console.chat("ada")

        async def write(text: str) -> object:
            await console.say("ada", text)
            return receiver.came[-1]

        async def repeat(delivery: object) -> None:
            assert isinstance(delivery, Inbound)
            await receiver.receive(replace(delivery))

        async def shown() -> list[str]:
            return [bubble.text for bubble in chat.bubbles if not bubble.deleted]

        async def said() -> list[str]:
            return [bubble.text for bubble in chat.bubbles if not bubble.mine]

        def block() -> None:
            chat.blocked = True

        yield Subject(
            module,
            receiver,
            Contact("console", "ada"),
            write,
            repeat,
            shown,
            said,
            {"console": Typed(console)},
            {RecipientGone: block},
            lambda: chat.typing > 0,
            has_way_in=False,
        )


@asynccontextmanager
async def open_telegram_subject(folder: Path) -> AsyncIterator[Subject]:
    clock = LeapingClock(at=START)
    emulator = TelegramEmulator(make_token(), clock=clock)
    ada = emulator.add_person("Ada", phone_number=ADAS_NUMBER).id
    emulator.start(ada)
    emulator.updates.forget(emulator.updates.waiting())
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serve(emulator.app))
        unlimited = telegram_stage.UNLIMITED | {"PUBLIC_URL": PUBLIC, "TELEGRAM_WEBHOOK_SECRET": SECRET}
        settings = telegram_stage.settings_for(emulator.token, url, **unlimited)
        context = await stack.enter_async_context(_open_context(folder, settings, clock))
        module = await stack.enter_async_context(open_telegram(context))
        receiver = await _prepare(module, context)
        web = await stack.enter_async_context(_open_web(module))

        async def repeat(body: object) -> None:
            secret = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            _check(await web.post("/telegram", content=str(body), headers=secret))

        def draft(text: str) -> str:
            emulator.say(ada, text)
            return json.dumps(emulator.updates.waiting()[-1].content)

        async def write(text: str) -> object:
            body = draft(text)
            await repeat(body)
            return body

        async def shown() -> list[str]:
            return [line.text for line in emulator.screen(ada).shown]

        async def said() -> list[str]:
            return [line.text for line in emulator.screen(ada).shown if line.by_bot]

        def fail(**how: object) -> Callable[[], None]:
            return lambda: emulator.fail(TelegramFault("sendMessage", **how))  # type: ignore[arg-type]

        yield Subject(
            module,
            receiver,
            Contact("telegram", str(ada)),
            write,
            repeat,
            shown,
            said,
            {
                "webhook": Posted(draft, repeat),
                "polling": Polled(emulator, ada, module.channel, receiver),
                "standby": Kept(context, module, lambda text: draft(text).encode()),
            },
            {
                RecipientGone: lambda: emulator.block(ada),
                ChannelBusy: fail(status=429, description="Too Many Requests", retry_after=7),
                ChannelDown: fail(status=502, description="Bad Gateway"),
            },
            lambda: bool(emulator.screen(ada).actions),
        )


@asynccontextmanager
async def open_whatsapp_subject(folder: Path) -> AsyncIterator[Subject]:
    clock = EmulatedClock(START)
    twilio = TwilioEmulator(clock=clock)
    ada = twilio.person(ADAS_NUMBER)
    async with AsyncExitStack() as stack:
        url = twilio.base_url = await stack.enter_async_context(serve(twilio.app))
        stack.push_async_callback(twilio.close)
        key = {"ENCRYPTION_KEYS": Keyring.generate_key(), "WHATSAPP_SECONDS_PER_PERSON": "0"}
        settings = whatsapp_stage.settings_for(twilio, url, **key)
        context = await stack.enter_async_context(_open_context(folder, settings, clock))
        module = await stack.enter_async_context(open_whatsapp(context))
        receiver = await _prepare(module, context)
        web = await stack.enter_async_context(_open_web(module))

        async def repeat(fields: object) -> None:
            assert isinstance(fields, dict)
            signature = sign(twilio.account.auth_token, f"{PUBLIC}/whatsapp", fields.items())
            headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}
            _check(await web.post("/whatsapp", content=urlencode(fields), headers=headers))

        def draft(text: str) -> dict[str, str]:
            message = twilio._inbound.draft(ada, Shown(text))
            ada.wrote(message)
            twilio.state.message_log.add(message)
            return form_of(message, ada, twilio.account)

        async def write(text: str) -> object:
            fields = draft(text)
            await repeat(fields)
            return fields

        async def shown() -> list[str]:
            return [message.shown.text for message in ada.chat]

        async def said() -> list[str]:
            await twilio.settle()
            assert all(message.status != "failed" for message in from_bot(ada.chat))
            return said_to(ada)

        def fail(status: int, code: int = 0) -> Callable[[], None]:
            return lambda: twilio.fail(TwilioFault("POST", "Messages.json", status=status, code=code))

        yield Subject(
            module,
            receiver,
            Contact("whatsapp", ADAS_NUMBER),
            write,
            repeat,
            shown,
            said,
            {
                "webhook": Posted(draft, repeat),
                "scan": Scanned(clock, module, draft),
                "standby": Kept(context, module, lambda text: urlencode(draft(text)).encode()),
            },
            {RecipientGone: fail(400, 21610), ChannelBusy: fail(429, 20429), ChannelDown: fail(500)},
            lambda: ada.typing_until is not None,
            lambda: clock.advance(62),
        )


def _check(answer: httpx.Response) -> None:
    if answer.status_code == 503:
        raise NotAcknowledged
    assert answer.status_code == 200


@asynccontextmanager
async def _open_context(
    folder: Path, settings: Settings, clock: EmulatedClock | None = None
) -> AsyncIterator[ChannelContext]:
    async with aclosing(LeanClient()) as http:
        database = await Database.open(folder / "telcolink.db")
        store = Store.under(settings.keyring(), settings.rules())
        yield ChannelContext(settings, clock or EmulatedClock(START), http, database, store, Metrics())
        await database.close()


@asynccontextmanager
async def _open_web(module: ChannelModule) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Starlette(routes=door_routes(module.doors())))
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC) as web:
        yield web


OPENINGS: dict[str, Callable[[Path], AbstractAsyncContextManager[Subject]]] = {
    "telegram": open_telegram_subject,
    "whatsapp": open_whatsapp_subject,
    "console": open_console_subject,
}
WAYS_IN = (
    ("telegram", "webhook"),
    ("telegram", "polling"),
    ("telegram", "standby"),
    ("whatsapp", "webhook"),
    ("whatsapp", "scan"),
    ("whatsapp", "standby"),
    ("console", "console"),
)
