"""Every channel in the same hands, for the tests of what all must do: an opened module, a person, and who receives."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette

from bot.channels.console import Console, ConsoleModule
from bot.channels.module import ChannelContext, ChannelModule
from bot.channels.telegram.module import open_telegram
from bot.channels.whatsapp.module import open_whatsapp
from bot.config.settings import Settings
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone
from bot.http.doors import door_routes
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
from conversations.changing import replace
from conversations.contact import Contact
from storage.database import Database
from storage.inbound_ids import InboundIds
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.channels import telegram_stage, whatsapp_stage
from tests.bot.channels.telegram_stage import START, LeapingClock
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, PUBLIC, from_bot, said_to

Write = Callable[[str], Awaitable[object]]  # what came of it, for it to come once more
Repeat = Callable[[object], Awaitable[None]]


INBOUND_IDS = InboundIds(Keyring.parse(Keyring.generate_key()))


@dataclass
class Receiver:
    """Takes what comes in as the engine does: each delivery has one turn."""

    database: Database
    came: list[Inbound] = field(default_factory=list)
    turns: list[Inbound] = field(default_factory=list)
    forwarded: list[OutboxMessage] = field(default_factory=list)

    async def receive(self, inbound: Inbound | UnreadableInbound) -> None:
        assert isinstance(inbound, Inbound)
        self.came.append(inbound)
        if turn := await self.database.run(lambda tx: self._take(tx, inbound)):
            self.turns.append(turn)

    def _take(self, tx: Transaction, inbound: Inbound) -> Inbound | None:
        heard = inbound.hear(tx).inbound if inbound.hear else inbound
        assert isinstance(heard, Inbound)
        assert heard.delivery
        return heard if INBOUND_IDS.claim(tx, heard.channel, heard.delivery, START) else None


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
    break_next: dict[type[DeliveryError], Callable[[], None]]
    is_typing: Callable[[], bool] | None  # None where it is never shown
    let_settle: Callable[[], None] = lambda: None  # until a message may be deleted
    has_way_in: bool = True  # whether a link can open a chat there


async def _prepare(module: ChannelModule, context: ChannelContext) -> Receiver:
    receiver = Receiver(context.database)
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
        unlimited = telegram_stage.UNLIMITED | {"PUBLIC_URL": PUBLIC, "TELEGRAM_WEBHOOK_SECRET": "7f3a9c51e0b24d68"}
        settings = telegram_stage.settings_for(emulator.token, url, **unlimited)
        context = await stack.enter_async_context(_open_context(folder, settings, clock))
        module = await stack.enter_async_context(open_telegram(context))
        receiver = await _prepare(module, context)
        web = await stack.enter_async_context(_open_web(module))

        async def repeat(body: object) -> None:
            secret = {"X-Telegram-Bot-Api-Secret-Token": "7f3a9c51e0b24d68"}
            assert (await web.post("/telegram", content=str(body), headers=secret)).status_code == 200

        async def write(text: str) -> object:
            emulator.say(ada, text)
            body = json.dumps(emulator.updates.waiting()[-1].content)
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
            answer = await web.post("/whatsapp", content=urlencode(fields), headers=headers)
            assert answer.status_code == 200

        async def write(text: str) -> object:
            message = twilio._inbound.draft(ada, Shown(text))
            ada.wrote(message)
            twilio.state.message_log.add(message)
            fields = form_of(message, ada, twilio.account)
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
            {RecipientGone: fail(400, 21610), ChannelBusy: fail(429, 20429), ChannelDown: fail(500)},
            lambda: ada.typing_until is not None,
            lambda: clock.advance(62),
        )


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
