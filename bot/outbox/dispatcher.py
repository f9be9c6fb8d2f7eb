"""The dispatcher: carries the outbox's messages, in order within each lane, until they arrive or no longer matter.

A message leaves the outbox only after the platform took it, so a crash repeats at most the one that was on its way.
The states of a lane, and what moves one to the next, are drawn in `lanes`; what is owed to a full disk is in `notes`.
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from bot.errors import ChannelBusy, ChannelDown, MessageRefused, RecipientGone, WindowClosed
from bot.log.once import fields_of
from bot.monitoring.metrics import Metrics
from bot.outbox.carrier import Carrier
from bot.outbox.lanes import Lane, LaneState
from bot.outbox.notes import Notes
from bot.outbox.notices import choose
from bot.outbox.payloads import ChatMessage, Payload, payload_of
from bot.ports import Acceptance, Clock
from bot.supervisor import Tasks
from conversations.changing import replace
from storage.codec import encode
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Outbox, OutboxMessage
from storage.transaction import Transaction

LaneNote = Callable[[Transaction, int, bytes], None]  # of what became of the message with this number, in this lane

FIRST_WAIT = timedelta(seconds=2)
SHOWN_AFTER = timedelta(seconds=3)  # that long after the platform took it, if it reports nothing, it is on the screen
LONGEST_WAIT = timedelta(minutes=2)

log = structlog.get_logger()


class Dispatcher:
    """One task for each lane that carries or rests; none for those that do not."""

    def __init__(self, database: Database, outbox: Outbox, clock: Clock, carrier: Carrier, metrics: Metrics) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._carrier = carrier
        self._metrics = metrics
        self._notes = Notes(database)
        self._lanes: dict[bytes, Lane] = {}
        self._tasks = Tasks(clock)
        self._adopted_at = clock.now()

    @property
    def under_way(self) -> set[asyncio.Future[Any]]:
        """What carries, and what is due; not what rests or has stopped."""
        return self._tasks.under_way

    def send(self, messages: Iterable[OutboxMessage]) -> None:
        """Take messages that are already in the outbox. Those that are being carried are not taken twice."""
        for message in messages:
            if self._notes.take(message.number):
                lane = self._lanes.setdefault(message.lane, Lane(message.lane))
                lane.insert(message)
                if lane.state is LaneState.EMPTY:
                    self._start(lane)

    async def adopt(self) -> None:
        """Take everything that waits in the outbox: after a start, and now and then. What is owed comes first."""
        await self._notes.write_owed()
        waiting = await self._database.read(self._outbox.waiting)
        before, self._adopted_at = self._adopted_at, self._clock.now()
        if self._adopted_at < before:  # the clock was set back, and what rests until a time would rest much longer
            self.hurry(list(self._lanes))
        for lane in [each for each in self._lanes.values() if each.state is LaneState.STOPPED]:
            self._start(lane)
        self.hurry({message.lane for message in waiting if self._was_hurried(message)})
        self.send(waiting)

    async def go_on(self) -> None:
        """The same where a lane has stopped, or something is owed: for who waits behind that, a round is long."""
        if self._notes.owed or any(lane.state is LaneState.STOPPED for lane in self._lanes.values()):
            await self.adopt()

    def _was_hurried(self, message: OutboxMessage) -> bool:
        """Whether it is due by its row, where another process may have written, and still rests here."""
        lane = self._lanes.get(message.lane)
        first = lane.first if lane and lane.state is LaneState.RESTING else message
        return first.number == message.number and message.due_at <= self._clock.now() < first.due_at

    def hurry(self, lanes: Iterable[bytes]) -> None:
        """What rests in these lanes is due now, as it is on the disk: what it waited for has happened otherwise."""
        for lane in [found for key in lanes if (found := self._lanes.get(key))]:
            if lane.state is LaneState.RESTING:
                lane.replace_first(replace(lane.first, due_at=self._clock.now()))
                self._start(lane)

    async def finish(self, patience: float) -> None:
        """Carry what is due and can be carried within `patience` seconds; the rest stays in the outbox."""
        await self._tasks.finish(patience)
        try:
            await self._notes.write_owed()
        except StorageError as error:
            log.error("outbox_not_noted", messages=self._notes.owed, error=type(error).__name__)

    # A lane from state to state

    def _start(self, lane: Lane) -> None:
        lane.move(LaneState.CARRYING)
        self._tasks.start(self._drain(lane))

    async def _drain(self, lane: Lane) -> None:
        """Carry what is in the lane. Without a disk it stops where it is, and what comes meanwhile joins its end."""
        try:
            while lane.messages and self._has_come(lane.first):
                await self._carry(lane)
        except Exception as error:  # noqa: BLE001 - a defect must not silence the lane for good
            log.error("outbox_unavailable", **fields_of(error))
            self._leave(lane, LaneState.STOPPED)
        else:
            self._leave(lane, LaneState.RESTING)

    def _has_come(self, message: OutboxMessage) -> bool:
        """The moment to send it, or to drop it."""
        return min(message.due_at, message.drop_at) <= self._clock.now()

    def _leave(self, lane: Lane, state: LaneState) -> None:
        """What is left in it waits: for its date, or for the next round."""
        lane.move(state if lane.messages else LaneState.EMPTY)
        if lane.state is LaneState.EMPTY:
            del self._lanes[lane.key]
        elif lane.state is LaneState.RESTING:
            self._tasks.start_at(lane.first.due_at, partial(self._wake, lane))

    async def _wake(self, lane: Lane) -> None:
        if lane.state is not LaneState.RESTING:
            return  # somebody hurried it meanwhile
        lane.move(LaneState.CARRYING)
        await self._drain(lane)

    # One message

    async def _carry(self, lane: Lane) -> None:
        """One try at the lane's first message, which leaves the lane when nothing more is to be done with it."""
        message = lane.first
        if self._clock.now() >= message.drop_at:
            return await self._settle(lane, [message], self._outbox.drop, "dropped")
        body = payload_of(message)
        if body is None:
            return await self._settle(lane, [message], self._outbox.drop, "unreadable")
        await self._carrier.ready(body)
        if len(lane.messages) > 1:
            message, body = await self._choose(lane, body)
        return await self._attempt(lane, message, body)

    async def _choose(self, lane: Lane, body: Payload) -> tuple[OutboxMessage, Payload]:
        """What goes first now that its turn has come, with what goes in the same message."""
        chosen = choose(lane.messages)
        message = chosen.message
        if chosen.overtaken:
            await self._settle(lane, [*chosen.overtaken], self._outbox.drop, "overtaken")
        if chosen.body:
            content, others = encode(chosen.body, ChatMessage), [each.number for each in chosen.joined]
            until = max(each.drop_at for each in (message, *chosen.joined))  # a result is not lost for a step beside it
            await self._database.run(lambda tx: self._outbox.join(tx, message.number, content, others, until))
            for other in chosen.joined:
                lane.remove(other)
                self._notes.leave(other.number)
                self._metrics.outbox_attempt(other.kind, "joined")
            joined = replace(message, body=content, drop_at=until, source=chosen.body)
            lane.replace(message, joined)
            message = joined
        if message is not lane.first:
            lane.put_first(message)
        return message, payload_of(message) or body

    async def _attempt(self, lane: Lane, message: OutboxMessage, body: Payload) -> None:
        await self._database.certain()
        try:
            receipt = await self._carrier.hand_over(body)
        except RecipientGone:
            await self._leave_behind(lane, body)
        except MessageRefused as error:
            log.error("outbox_message_refused", kind=message.kind, reason=str(error))
            await self._settle(lane, [message], self._outbox.drop, "refused")
        except WindowClosed as closed:
            await self._hold(lane, message, closed)
        except ChannelBusy as busy:
            await self._postpone(lane, busy.retry_after, tries=message.tries)
        except StorageError:
            raise
        except Exception as error:
            if not isinstance(error, ChannelDown):  # a defect, which must not silence the lane for good
                log.error("outbox_message_failed", kind=message.kind, error=type(error).__name__, exc_info=error)
            wait = min(FIRST_WAIT * 2**message.tries, LONGEST_WAIT)
            await self._postpone(lane, wait, tries=min(message.tries + 1, 16))
        else:
            self._note_reply(message, body)
            await self._settle(lane, [message], partial(self._note_sent, body=body, receipt=receipt), "sent")

    async def _leave_behind(self, lane: Lane, body: Payload) -> None:
        """The recipient is gone, and nothing that was written to them until now will be sent."""
        unwanted = list(lane.messages)
        await self._carrier.left_behind(body)
        await self._settle(lane, unwanted, self._outbox.drop, "gone")

    def _note_reply(self, message: OutboxMessage, body: Payload) -> None:
        """How long whoever asked has waited, whatever kept it back. What was left by another process is not known."""
        if isinstance(body, ChatMessage) and message.asked_at:
            waited = self._clock.now() - message.asked_at
            self._metrics.reply(body.contact.channel, waited.total_seconds())

    async def _settle(self, lane: Lane, messages: list[OutboxMessage], note: LaneNote, outcome: str) -> None:
        """Nothing more is to be done with these, the first ones of their lane."""
        for message in messages:
            lane.remove(message)
            self._metrics.outbox_attempt(message.kind, outcome)
        await self._notes.write({each.number: lambda tx, number: note(tx, number, lane.key) for each in messages})

    def _note_sent(self, tx: Transaction, number: int, lane: bytes, body: Payload, receipt: Acceptance | None) -> None:
        prompt = body.content.prompt if isinstance(body, ChatMessage) else 0
        taken_at = receipt.at if receipt and receipt.at else self._clock.now()
        self._outbox.sent(tx, number, lane, receipt.name if receipt else None, prompt, taken_at + SHOWN_AFTER)
        if receipt and receipt.also:
            receipt.also(tx)

    async def _hold(self, lane: Lane, message: OutboxMessage, closed: WindowClosed) -> None:
        """Until they write again; where they have done so since it was found closed, it is tried again.

        So it is where the write fails: it is not owed, for by then they may have written, and may have it.
        """
        held = partial(self._outbox.hold_unless_heard, number=message.number, heard_at=closed.heard_at)
        if not await self._database.run(held):
            return await self._postpone(lane, FIRST_WAIT, tries=message.tries)
        lane.remove(message)
        self._notes.leave(message.number)
        return self._metrics.outbox_attempt(message.kind, "held")

    async def _postpone(self, lane: Lane, wait: timedelta, *, tries: int) -> None:
        later = replace(lane.first, tries=tries, due_at=self._clock.now() + wait)
        lane.replace_first(later)
        self._metrics.outbox_attempt(later.kind, "postponed")
        await self._database.run(lambda tx: self._outbox.postpone(tx, later.number, later.tries, later.due_at))
