"""An outbox, a platform that has its troubles, a dispatcher between them, and a clock that is wound by hand."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.monitoring.metrics import Metrics
from bot.outbox.clearings import Cleared
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.payloads import NOTICE, ChatMessage, Payload
from bot.ports import Acceptance
from bot.sandbox.emulators.clock import EmulatedClock
from bot.supervisor import until_none
from conversations.contact import Contact
from conversations.wording import Rendered
from storage.codec import encode
from storage.database import Database, Work
from storage.errors import StorageFailed, StorageFull
from storage.jobs import Expects, Job, nothing
from storage.outbox import Outbox, OutboxMessage
from storage.sealing import Keyring
from storage.transaction import Known, Rows, Transaction, Wanted, Write

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADA, BEN = Contact("console", "ada"), Contact("console", "ben")
DAY, AT_ONCE = timedelta(days=1), timedelta()

T = TypeVar("T")

Trouble = Exception | asyncio.Event  # raised in place of taking a message, or waited for after taking it


class Platform:
    """Takes messages, unless trouble was planned for the next of a person; notes when it was asked, and by whom."""

    def __init__(self, clock: EmulatedClock) -> None:
        self._clock = clock
        self.troubles: dict[Contact, list[Trouble]] = {}
        self.asked: list[tuple[str, timedelta]] = []
        self.taken: list[str] = []
        self.gone: list[Contact] = []
        self.turns = 0  # that were waited for
        self.receipt: Acceptance | None = None  # given for each
        self.room: asyncio.Event | None = None

    async def hand_over(self, body: Payload) -> Acceptance | None:
        assert isinstance(body, ChatMessage)
        self.asked.append((body.content.text, self._clock.now() - START))
        plan = self.troubles.get(body.contact, [])
        trouble = plan.pop(0) if plan else None
        if isinstance(trouble, Exception):
            raise trouble
        self.taken.append(body.content.text)
        if trouble:
            await trouble.wait()
        return self.receipt

    async def ready(self, body: Payload) -> None:
        """There is room, unless `room` is waited for."""
        self.turns += 1
        if self.room:
            await self.room.wait()

    async def left_behind(self, body: Payload) -> None:
        assert isinstance(body, ChatMessage)
        self.gone.append(body.contact)

    def plan(self, *troubles: Trouble, contact: Contact = ADA) -> None:
        self.troubles[contact] = list(troubles)


class Disk(Database):
    """A database that can be read but takes nothing more while it is `full`; `refused` counts what it did not take.

    It may be another process's by now: `lost`.
    """

    full = False
    refused = 0
    lost = False

    async def certain(self) -> None:
        if self.lost:
            raise StorageFailed("another process carries the service on")

    def submit(self, work: Work[T], wanted: tuple[Wanted, ...] = (), expects: Expects = nothing) -> Job[T]:
        def within(tx: Transaction) -> T:
            return work(Full(tx) if self.full else tx)

        job = super().submit(within, wanted)
        job.answer.add_done_callback(self._count)
        return job

    def _count(self, answer: asyncio.Future[Any]) -> None:
        self.refused += not answer.cancelled() and isinstance(answer.exception(), StorageFull)


class Full:
    """A transaction on a disk without room: it can be asked, and takes nothing."""

    def __init__(self, tx: Transaction) -> None:
        self.find, self.find_each, self.part = tx.find, tx.find_each, tx.part
        self.next_number, self.has_table = tx.next_number, tx.has_table
        self._tx = tx

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        if not statement.startswith("SELECT"):
            raise _no_room()
        return self._tx.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        raise _no_room()

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        raise _no_room()


def _no_room() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


class Office:
    """A database with an outbox, a platform, a dispatcher between them, and a clock that is wound by hand."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.clock = EmulatedClock(at=START)
        self.platform = Platform(self.clock)
        self.outbox = Outbox(Keyring.parse(Keyring.generate_key()))
        self.metrics = Metrics()
        self.database: Disk
        self.dispatcher: Dispatcher

    async def open(self) -> None:
        self.database = await Disk.open(self._path)
        self.dispatcher = Dispatcher(self.database, self.outbox, self.clock, self.platform, self.metrics)

    async def die(self) -> None:
        """Whatever is under way gets no chance to finish; then the next process opens the same file."""
        await self.dispatcher.finish(patience=0)
        await self.database.close()
        await self.open()

    async def write(
        self,
        *texts: str,
        contact: Contact = ADA,
        life: timedelta = DAY,
        rest: timedelta = AT_ONCE,
        asked_at: datetime | None = None,
    ) -> list[OutboxMessage]:
        """Messages of one turn, on disk."""
        return await self.database.run(
            lambda tx: [self._add(tx, contact, text, life=life, rest=rest, asked_at=asked_at) for text in texts]
        )

    def _add(
        self,
        tx: Transaction,
        contact: Contact,
        text: str,
        *,
        life: timedelta = DAY,
        rest: timedelta = AT_ONCE,
        asked_at: datetime | None = None,
    ) -> OutboxMessage:
        body, now = encode(ChatMessage(contact, Rendered(text)), ChatMessage), self.clock.now()
        lane = str(contact).encode()
        return self.outbox.add(tx, lane, "message", body, now, now + life, rest=rest, asked_at=asked_at)

    async def send(self, *texts: str, contact: Contact = ADA, life: timedelta = DAY) -> None:
        self.dispatcher.send(await self.write(*texts, contact=contact, life=life))

    async def clear(self, *last_words: str) -> list[OutboxMessage]:
        """Ada wants to hear nothing more but these words of the same turn: on disk, and the dispatcher knows."""
        lane = str(ADA).encode()

        def work(tx: Transaction) -> tuple[int, list[OutboxMessage]]:
            return self.outbox.clear_lane(tx, lane), [self._add(tx, ADA, text) for text in last_words]

        until, messages = await self.database.run(work)
        self.dispatcher.clear(Cleared(lane, until))
        self.dispatcher.send(messages)
        return messages

    async def waiting(self) -> list[OutboxMessage]:
        return await self.database.read(self.outbox.waiting)

    async def idle(self) -> None:
        """Nothing more is done before time has passed."""
        await until_none(lambda: self.dispatcher.under_way)

    async def settle(self, step: float = 0.5) -> None:
        """Time passes, so many seconds at once, until nothing waits."""
        while True:
            await self.idle()
            if not await self.waiting():
                break
            self.clock.advance(step)


async def notify(office: Office, *notices: tuple[str, str], life: timedelta = DAY) -> None:
    """News of links for Ada, each as what it says and the link that it is about, on disk and on their way."""
    lane, now = str(ADA).encode(), office.clock.now()
    bodies = [encode(ChatMessage(ADA, Rendered(text), about), ChatMessage) for text, about in notices]
    office.dispatcher.send(
        await office.database.run(
            lambda tx: [office.outbox.add(tx, lane, NOTICE, body, now, now + life) for body in bodies]
        )
    )


@asynccontextmanager
async def open_office(folder: Path) -> AsyncIterator[Office]:
    """An office in a folder of its own, until the block is left."""
    office = Office(folder / "office.db")
    await office.open()
    yield office
    await office.dispatcher.finish(patience=0)
    await office.database.close()
