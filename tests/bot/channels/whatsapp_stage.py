"""WhatsApp between an emulated Twilio and the real conversation, for tests. Time stands until it is wound."""

import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from bot.app import build_routes
from bot.channels.module import ChannelContext
from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.contents import SHAPES
from bot.channels.whatsapp.module import WhatsAppModule, open_whatsapp
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.http.doors import door_routes
from bot.monitoring.metrics import Metrics
from bot.operations.pausing import Pausing
from bot.outbox.payloads import ChatMessage as Written
from bot.parts import Parts
from bot.ports import Inbound
from bot.receipts.business_site import BusinessSite
from bot.resources import Resources
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.twilio import TwilioEmulator, WhatsAppMessage, WhatsAppUser
from bot.sandbox.emulators.twilio.incoming import form_of
from bot.sandbox.emulators.twilio.messages import Shown
from bot.sandbox.emulators.twilio.signature import sign
from bot.service import Service
from bot.sweeps import Sweeps
from bot.turns.engine import Engine
from bot.turns.outcome import TurnOutcome
from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.wording import Rendered
from storage.codec import encode
from storage.database import Database
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_network import Network
from tests.waiting import until, until_found

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
PUBLIC = "https://bot.example"
CODE = "482913"
ADAS_NUMBER = "+2348031234567"


@dataclass
class Stage:
    """The running whole. `app` is its web application; `crash` and `start` end it and bring it back."""

    folder: Path
    board: Board
    clock: EmulatedClock
    twilio: TwilioEmulator
    settings: Settings
    given: dict[str, str]
    provider: Network = field(default_factory=Network)
    metrics: Metrics = field(default_factory=Metrics)
    database: Database = field(init=False)
    store: Store = field(init=False)
    service: Service = field(init=False)
    sweeps: Sweeps = field(init=False)
    whatsapp: WhatsApp = field(init=False)
    module: WhatsAppModule = field(init=False)
    _opened: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> None:
        """As the program starts, but for what it catches up with."""
        self.database = await Database.open(self.folder / "telcolink.db")
        self.store = Store.under(self.settings.keyring(), self.settings.rules(), self.settings.admins)
        context = ChannelContext(
            self.settings, self.clock, self.board.outgoing, self.database, self.store, self.metrics
        )
        self.module = await self._opened.enter_async_context(open_whatsapp(context))
        self.whatsapp = self.module.channel
        resources = self._resources()
        parts = Parts.of(resources)
        self.service, self.sweeps = parts.service, parts.sweeps
        await self.module.prepare(self.service.receive, self.service.dispatcher.send)
        await self.service.recover()
        routes = door_routes(resources.doors) + build_routes(parts)
        self.board.bot = Starlette(routes=routes)

    async def crash(self) -> None:
        """Whatever is under way gets no chance to finish, and Twilio finds nobody."""
        self.board.bot = Starlette()
        self.service.drain_seconds = 0
        await self.service.finish()
        await self._opened.aclose()
        await self.database.close()

    def _resources(self) -> Resources:
        return Resources(
            settings=self.settings,
            clock=self.clock,
            metrics=self.metrics,
            http=self.board.outgoing,
            database=self.database,
            store=self.store,
            provider=self.provider,
            provider_door=None,
            modules=(self.module,),
            business=self.settings.business(),
            site=BusinessSite(self.board.outgoing, "", self.clock),
            pausing=Pausing(self.database, self.store.pauses),
        )

    async def hears(self, person: WhatsAppUser, text: str, count: int = 1, **fields: str) -> list[str]:
        """What the bot answers to a text: the next `count` messages, as they are read. `fields` as in the emulator."""
        await self.twilio.settle()  # who answers has read, and Twilio has reported it
        seen = len(said_to(person))
        self.twilio.say(person, text, fields)
        return await self._told(person, seen, count)

    async def replies(self, person: WhatsAppUser, message: str, text: str) -> list[str]:
        """The same to a text that quotes a message of the chat, once the bot knows under which name Twilio took it."""
        await self.idle()
        seen = len(said_to(person))
        self.twilio.reply(person, message, text)
        return await self._told(person, seen, 1)

    async def _told(self, person: WhatsAppUser, seen: int, count: int) -> list[str]:
        await self.until(lambda: len(said_to(person)) >= seen + count)
        return said_to(person)[seen:]

    async def link(self, person: WhatsAppUser) -> list[str]:
        """Everything that is said until a line is linked."""
        told = []
        for text, answers in (("hello", 1), ("yes", 1), ("1", 1), ("mtn", 1), (CODE, 2)):
            told += await self.hears(person, text, answers)
        return told

    async def until(self, true: Callable[[], object], *, winding: float = 0) -> None:
        """Wait until it is true, winding the clock by so many seconds whenever nothing happens without."""
        await until(true, act=lambda: self.clock.advance(winding if self._is_idle() else 0))

    async def idle(self) -> None:
        """Until what can happen without time passing has happened."""
        await until(self._is_idle)

    def _is_idle(self) -> bool:
        return self.twilio.is_settled and self.clock.is_waited_for_by(self.service.under_way)

    async def outbox(self) -> list[tuple[str, str]]:
        """Kind and state of each row."""
        return await self.database.read(lambda tx: tx.execute("SELECT kind, state FROM outbox ORDER BY id").fetchall())

    async def states(self) -> list[str]:
        """How far the messages are, oldest first."""
        return [state for kind, state in await self.outbox() if kind == "message"]

    async def until_states(self, *expected: str) -> None:
        async def are_so() -> bool:
            await self.idle()  # a message that is yet to be sent waits as well as one that is to be sent again
            return await self.states() == list(expected)

        await until_found(are_so)

    async def count(self, table: str) -> int:
        query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a name from the tests
        return await self.database.read(lambda tx: int(tx.execute(query).fetchone()[0]))

    async def step_of(self, contact: Contact) -> type:
        """Where their conversation stands; NoneType without one."""
        session = await self.database.read(lambda tx: self.store.sessions.load(tx, contact))
        return type(session.step) if session else type(None)

    async def write(self, contact: Contact, said: str | Rendered) -> None:
        """Promise a message, as a turn does, and hand it to the dispatcher."""
        self.service.dispatcher.send([await self.promise(contact, said)])

    async def promise(
        self, contact: Contact, said: str | Rendered, kind: str = "message", ahead: timedelta = timedelta()
    ) -> OutboxMessage:
        """It is on disk, and nobody carries it yet. `ahead` is how far a clock was by which it was put there."""
        message = Rendered(said) if isinstance(said, str) else said
        body, now = encode(Written(contact, message), Written), self.clock.now() + ahead
        lane, outbox = self.store.sessions.key(contact), self.store.outbox
        add = partial(outbox.add, lane=lane, kind=kind, body=body, now=now, drop_at=now + timedelta(days=1))
        return await self.database.run(add)

    def set_up_contents(self) -> None:
        """What `telcolink whatsapp setup` leaves at Twilio."""
        self.twilio.hold_contents(shape.definition() for shape in SHAPES)

    def form(self, person: WhatsAppUser, text: str) -> dict[str, str]:
        """What Twilio posts of a message that they have written, for the tests to post it themselves."""
        message = self.twilio._inbound.draft(person, Shown(text))
        person.wrote(message)
        return form_of(message, person, self.twilio.account)

    async def post(self, fields: dict[str, str], *, path: str = "/whatsapp", signed_as: str = "") -> httpx.Response:
        """Post it as Twilio does, signed for the public address unless `signed_as` is another."""
        signature = sign(self.twilio.account.auth_token, signed_as or f"{PUBLIC}{path}", fields.items())
        return await self.post_raw(urlencode(fields).encode(), {"X-Twilio-Signature": signature}, path=path)

    async def post_raw(self, body: bytes, headers: dict[str, str], *, path: str = "/whatsapp") -> httpx.Response:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return await self.board.http.post(f"{self.board.url}{path}", content=body, headers=form | headers)

    async def restart(self, **settings: str) -> None:
        """Crash, and start with other settings."""
        await self.crash()
        if settings:
            self.settings = settings_for(self.twilio, self.board.url, **(self.given | settings))
        await self.start()

    def calls(self, method: str, path: str) -> int:
        """How many API calls were answered whose path ends so."""
        return sum(call.method == method and call.path.endswith(path) for call in self.twilio.journal.calls)


def said_to(person: WhatsAppUser) -> list[str]:
    """What the bot has said, as the phone shows it."""
    return [message.shown.text for message in from_bot(person.chat)]


def from_bot(chat: Iterable[WhatsAppMessage]) -> list[WhatsAppMessage]:
    return [message for message in chat if not message.inbound]


def contact_of(person: WhatsAppUser) -> Contact:
    return Contact("whatsapp", person.phone or person.bsuid)


def break_turns(
    monkeypatch: pytest.MonkeyPatch,
    person: WhatsAppUser,
    *about: type[Event],
    times: int = 9,
    met: Exception | None = None,
) -> list[type[Event]]:
    """The next turns of this person meet a defect of ours, or those about such events; what those were about.

    With `met` they meet that instead.
    """
    broken, follow = list[type[Event]](), Engine.follow

    def stumble(engine: Engine, tx: Transaction, inbound: Inbound, now: datetime) -> TurnOutcome:
        outcome = follow(engine, tx, inbound, now)
        is_meant = inbound.contact == contact_of(person) and (not about or isinstance(inbound.event, about))
        if is_meant and len(broken) < times:
            broken.append(type(inbound.event))
            raise met or ZeroDivisionError
        return outcome

    monkeypatch.setattr(Engine, "follow", stumble)
    return broken


@asynccontextmanager
async def open_stage(board: Board, folder: Path, **more: str) -> AsyncIterator[Stage]:
    """Everything from the start, between a Twilio that knows the bot as PUBLIC and the bot at the board's URL."""
    clock = EmulatedClock(START)
    twilio = TwilioEmulator(clock=clock)
    board.twilio, twilio.base_url = twilio.app, board.url
    twilio.set_webhook(f"{PUBLIC}/whatsapp", f"{board.url}/whatsapp", status_url=f"{PUBLIC}/whatsapp/status")
    given = {"ENCRYPTION_KEYS": Keyring.generate_key(), **more}
    stage = Stage(folder, board, clock, twilio, settings_for(twilio, board.url, **given), given)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(twilio.close)
        await stage.start()
        stack.push_async_callback(stage.crash)
        yield stage


def settings_for(twilio: TwilioEmulator, url: str, **more: str) -> Settings:
    return read_settings(
        {
            "BUSINESS_NAME": "Kudi Loans",
            "PUBLIC_URL": PUBLIC,
            "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
            "TWILIO_ACCOUNT_SID": twilio.account.sid,
            "TWILIO_AUTH_TOKEN": twilio.account.auth_token,
            "TWILIO_API_KEY_SID": twilio.account.api_key_sid,
            "TWILIO_API_KEY_SECRET": twilio.account.api_key_secret,
            "TWILIO_API_BASE": url,
            "TWILIO_CONTENT_BASE": url,
            "WHATSAPP_FROM": twilio.sender,
            **more,
        }
    )
