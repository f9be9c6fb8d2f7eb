"""The dispatcher: carries the outbox's messages, in order within each lane, until they arrive or no longer matter.

A message leaves the outbox only after the platform took it, so a crash repeats at most the one that was on its way.
The states of a lane, and what moves one to the next, are drawn in `lanes`; one try at a message is in `carrying`, what
is owed to a full disk in `notes`.
"""

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import Any

import structlog

from bot.log.once import fields_of
from bot.monitoring.metrics import Metrics
from bot.outbox.carrier import Carrier
from bot.outbox.carrying import Carrying
from bot.outbox.clearings import Cleared, Clearings
from bot.outbox.lanes import Lane, LaneState
from bot.ports import Clock
from bot.supervisor import Tasks
from conversations.changing import replace
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Outbox, OutboxMessage

log = structlog.get_logger()


class Dispatcher:
    """One task for each lane that carries or rests; none for those that do not."""

    def __init__(self, database: Database, outbox: Outbox, clock: Clock, carrier: Carrier, metrics: Metrics) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._clearings = Clearings()
        self._carrying = Carrying(database, outbox, clock, carrier, metrics, self._clearings)
        self._notes = self._carrying.notes
        self._lanes: dict[bytes, Lane] = {}
        self._tasks = Tasks(clock)
        self._sends = True

    def leave_sending(self) -> None:
        """From now on take nothing: another process carries what waits, and finds it in the outbox."""
        self._sends = False

    @property
    def under_way(self) -> set[asyncio.Future[Any]]:
        """What carries, and what is due; not what rests or has stopped."""
        return self._tasks.under_way

    def send(self, messages: Iterable[OutboxMessage]) -> None:
        """Take messages that are already in the outbox. Those that are being carried are not taken twice."""
        for message in messages if self._sends else ():
            if self._notes.take(message.number):
                lane = self._lanes.setdefault(message.lane, Lane(message.lane))
                lane.insert(message)
                if lane.state is LaneState.EMPTY:
                    self._start(lane)

    def clear(self, cleared: Cleared) -> None:
        """None of that is sent, whether it is here or yet to be told of; what is being sent may end."""
        self._clearings.note(cleared)
        lane = self._lanes.get(cleared.lane)
        if lane and lane.state is LaneState.RESTING:
            self._start(lane)

    async def adopt(self) -> None:
        """Take everything that waits in the outbox: after a start, and now and then. What is owed comes first."""
        cleared = self._clearings.known()
        await self._notes.write_owed()
        waiting = await self._database.read(self._outbox.waiting)
        for lane in [each for each in self._lanes.values() if self._is_to_go_on(each)]:
            self._start(lane)
        self.hurry({message.lane for message in waiting if self._was_hurried(message)})
        self.send(waiting)
        self._clearings.forget(cleared, self._lanes)

    async def go_on(self) -> None:
        """The same where a lane has stopped, or something is owed: for who waits behind that, a round is long."""
        if self._notes.owed or any(lane.state is LaneState.STOPPED for lane in self._lanes.values()):
            await self.adopt()

    def _is_to_go_on(self, lane: Lane) -> bool:
        """Whether it has stopped, or rests until a date of before the clock was set back."""
        if lane.state is LaneState.RESTING:
            return lane.first.due_from(self._clock.now()) < lane.first.due_at
        return lane.state is LaneState.STOPPED

    def _was_hurried(self, message: OutboxMessage) -> bool:
        """Whether it is due by its row, where another process may have written, and still rests here."""
        lane = self._lanes.get(message.lane)
        first = lane.first if lane and lane.state is LaneState.RESTING else message
        now = self._clock.now()
        return first.number == message.number and message.due_from(now) <= now < first.due_at

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
            while lane.messages and self._has_come(lane):
                await self._carrying.carry(lane)
        except Exception as error:  # noqa: BLE001 - a defect must not silence the lane for good
            log.error("outbox_unavailable", **fields_of(error))
            self._leave(lane, LaneState.STOPPED)
        else:
            self._leave(lane, LaneState.RESTING)

    def _has_come(self, lane: Lane) -> bool:
        """The moment to send its first message, or to drop it.

        Its date may be of another clock, an hour ahead: of an earlier process, or of this one before it was set back.
        """
        first, now = lane.first, self._clock.now()
        if (due_at := first.due_from(now)) < first.due_at:
            first = replace(first, due_at=due_at)
            lane.replace_first(first)
        return min(first.due_at, first.drop_at) <= now or self._clearings.covers(first)

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
