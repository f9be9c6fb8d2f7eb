"""The dispatcher: carries the outbox's messages, in order within each lane, until they arrive or no longer matter.

A message leaves the outbox only after the platform took it, so a crash repeats at most the one that was on its way.
What became of a message and could not be noted, as on a full disk, is kept until it can: it is not sent again.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from functools import partial

import structlog

from bot.errors import ChannelBusy, ChannelDown, MessageRefused, RecipientGone, WindowClosed
from bot.metrics import Metrics
from bot.outbox.payloads import ChatMessage, Payload, payload_of
from bot.ports import Clock, Receipt
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Outbox, OutboxMessage
from storage.transaction import Transaction

Handler = Callable[[Payload], Awaitable[Receipt | None]]
LeftBehind = Callable[[Payload], Awaitable[None]]  # told that a recipient is gone
Note = Callable[[Transaction, int], None]  # of what became of the message with this number

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=2)

log = structlog.get_logger()


class Dispatcher:
    """One task for each lane that has messages; none for those that have not."""

    def __init__(
        self, database: Database, outbox: Outbox, clock: Clock, handle: Handler, gone: LeftBehind, metrics: Metrics
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._handle = handle
        self._gone = gone
        self._metrics = metrics
        self._lanes: dict[bytes, deque[OutboxMessage]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._resting: set[asyncio.Task[None]] = set()  # those of lanes whose first message is not due yet
        self._stopped: set[bytes] = set()  # lanes that keep their messages, in order, until the next round
        self._carried: set[int] = set()
        self._owed: dict[int, Note] = {}  # to the disk, about messages that are still counted as carried

    def send(self, messages: Iterable[OutboxMessage]) -> None:
        """Take messages that are already in the outbox. Those that are being carried are not taken twice."""
        for message in messages:
            if message.number in self._carried:
                continue
            self._carried.add(message.number)
            lane = self._lanes.get(message.lane)
            if lane is None:
                lane = self._lanes[message.lane] = deque()
                self._start(message.lane)
            _insert(lane, message)

    async def adopt(self) -> None:
        """Take everything that waits in the outbox: after a start, and now and then. What is owed comes first."""
        await self._note_owed()
        waiting = await self._database.read(self._outbox.waiting)
        while self._stopped:
            self._start(self._stopped.pop())
        self.send(waiting)

    async def finish(self, patience: float) -> None:
        """Carry what can be carried within `patience` seconds; the rest stays in the outbox.

        Messages whose date has not come are not waited for: the outbox remembers it.
        """
        for task in list(self._resting):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        try:
            await self._note_owed()
        except StorageError as error:
            log.error("outbox_not_noted", messages=len(self._owed), error=type(error).__name__)

    def _start(self, lane: bytes) -> None:
        task = asyncio.create_task(self._drain(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, lane: bytes) -> None:
        """Carry what is in the lane. Without a disk it stops where it is, and what comes meanwhile joins its end."""
        messages = self._lanes[lane]
        try:
            while messages:
                await self._carry(messages[0], messages)
        except Exception as error:  # also a defect must not silence the lane for good
            defect = None if isinstance(error, StorageError) else error
            log.error("outbox_unavailable", error=type(error).__name__, exc_info=defect)
        if messages:
            self._stopped.add(lane)
        else:
            del self._lanes[lane]

    async def _carry(self, message: OutboxMessage, lane: deque[OutboxMessage]) -> None:
        """One attempt at the lane's first message, which leaves the lane when nothing more is to be done with it."""
        now = self._clock.now()
        if now >= message.drop_at:
            return await self._settle([message], lane, self._outbox.drop, "dropped")
        if now < message.due_at:
            return await self._rest((message.due_at - now).total_seconds())
        body = payload_of(message)
        if body is None:
            return await self._settle([message], lane, self._outbox.drop, "unreadable")
        return await self._attempt(message, lane, body)

    async def _rest(self, seconds: float) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - lanes are drained by tasks only
        self._resting.add(task)
        try:
            await self._clock.sleep(seconds)
        finally:
            self._resting.discard(task)

    async def _attempt(self, message: OutboxMessage, lane: deque[OutboxMessage], body: Payload) -> None:
        try:
            receipt = await self._handle(body)
        except RecipientGone:
            await self._leave_behind(body, lane)
        except MessageRefused as error:
            log.error("outbox_message_refused", kind=message.kind, reason=str(error))
            await self._settle([message], lane, self._outbox.drop, "refused")
        except WindowClosed as closed:
            await self._hold(message, lane, closed)
        except ChannelBusy as busy:
            await self._postpone(message, lane, busy.retry_after, tries=message.tries)
        except StorageError:
            raise
        except Exception as error:
            if not isinstance(error, ChannelDown):  # a defect, which must not silence the lane for good
                log.error("outbox_message_failed", kind=message.kind, error=type(error).__name__, exc_info=error)
            wait = min(FIRST_WAIT * 2**message.tries, LONGEST_WAIT)
            await self._postpone(message, lane, wait, tries=min(message.tries + 1, 16))
        else:
            self._note_reply(message, body)
            await self._settle([message], lane, partial(self._note_sent, body=body, receipt=receipt), "sent")

    async def _leave_behind(self, body: Payload, lane: deque[OutboxMessage]) -> None:
        """The recipient is gone, and nothing that was written to them until now will be sent."""
        unwanted = list(lane)
        await self._gone(body)
        await self._settle(unwanted, lane, self._outbox.drop, "gone")

    def _note_reply(self, message: OutboxMessage, body: Payload) -> None:
        """A message that was never postponed still has the moment of its turn as its due date."""
        if isinstance(body, ChatMessage) and not message.tries:
            waited = self._clock.now() - message.due_at
            self._metrics.reply(body.contact.channel, waited.total_seconds())

    async def _settle(
        self, messages: list[OutboxMessage], lane: deque[OutboxMessage], note: Note, outcome: str
    ) -> None:
        """Nothing more is to be done with these, the first ones of their lane."""
        for message in messages:
            lane.remove(message)
            self._metrics.outbox_attempt(message.kind, outcome)
        await self._note({message.number: note for message in messages})

    async def _note(self, notes: dict[int, Note]) -> None:
        """Have it on disk; until it is there it is owed, and the messages are not taken again."""

        def write(tx: Transaction) -> None:
            for number, note in notes.items():
                note(tx, number)

        try:
            await self._database.run(write)
        except StorageError:
            self._owed |= notes
            raise
        self._carried.difference_update(notes)

    async def _note_owed(self) -> None:
        owed, self._owed = self._owed, {}
        if owed:
            await self._note(owed)

    def _note_sent(self, tx: Transaction, number: int, body: Payload, receipt: Receipt | None) -> None:
        prompt = body.content.prompt if isinstance(body, ChatMessage) else 0
        self._outbox.sent(tx, number, receipt.name if receipt else None, prompt)
        if receipt and receipt.also:
            receipt.also(tx)

    async def _hold(self, message: OutboxMessage, lane: deque[OutboxMessage], closed: WindowClosed) -> None:
        """Until they write again; where they have done so since it was found closed, it is tried again.

        So it is where the write fails: it is not owed, for by then they may have written, and may have it.
        """
        held = partial(self._outbox.hold_unless_heard, number=message.number, heard_at=closed.heard_at)
        if not await self._database.run(held):
            return await self._postpone(message, lane, FIRST_WAIT, tries=message.tries)
        lane.remove(message)
        self._carried.discard(message.number)
        return self._metrics.outbox_attempt(message.kind, "held")

    async def _postpone(
        self, message: OutboxMessage, lane: deque[OutboxMessage], wait: timedelta, *, tries: int
    ) -> None:
        due_at = self._clock.now() + wait
        lane[0] = OutboxMessage(
            message.number, message.lane, message.kind, message.body, tries, due_at, message.drop_at
        )
        self._metrics.outbox_attempt(message.kind, "postponed")
        await self._database.run(lambda tx: self._outbox.postpone(tx, message.number, tries, due_at))


def _insert(lane: deque[OutboxMessage], message: OutboxMessage) -> None:
    """By number: turns commit in order, but what follows them may be told out of it. The first is being carried."""
    place = len(lane)
    while place > 1 and lane[place - 1].number > message.number:
        place -= 1
    lane.insert(place, message)
