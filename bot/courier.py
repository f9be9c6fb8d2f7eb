"""The courier: carries the outbox's letters, in order within each lane, until they arrive or no longer matter.

A letter leaves the outbox only after the platform took it, so a crash repeats at most the one that was on its way.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from functools import partial

import structlog

from bot.errors import ChannelBusy, ChannelDown, MessageRefused, RecipientGone, WindowClosed
from bot.letters import LetterBody, Message, body_of
from bot.metrics import Metrics
from bot.ports import Clock
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Letter, Outbox

Handler = Callable[[LetterBody], Awaitable[str | None]]
LeftBehind = Callable[[LetterBody], Awaitable[None]]  # told that a recipient is gone

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=2)

log = structlog.get_logger()


class Courier:
    """One task for each lane that has letters; none for those that have not."""

    def __init__(
        self, database: Database, outbox: Outbox, clock: Clock, handle: Handler, gone: LeftBehind, metrics: Metrics
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._handle = handle
        self._gone = gone
        self._metrics = metrics
        self._lanes: dict[bytes, deque[Letter]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._resting: set[asyncio.Task[None]] = set()  # those of lanes whose first letter is not due yet
        self._carried: set[int] = set()

    def send(self, letters: Iterable[Letter]) -> None:
        """Take letters that are already in the outbox. Those that are being carried are not taken twice."""
        for letter in letters:
            if letter.number in self._carried:
                continue
            self._carried.add(letter.number)
            lane = self._lanes.get(letter.lane)
            if lane is None:
                lane = self._lanes[letter.lane] = deque()
                self._start(letter.lane)
            _insert(lane, letter)

    async def adopt(self) -> None:
        """Take everything that waits in the outbox: after a start, and now and then."""
        self.send(await self._database.read(self._outbox.waiting))

    async def finish(self, patience: float) -> None:
        """Carry what can be carried within `patience` seconds; the rest stays in the outbox.

        Letters whose date has not come are not waited for: the outbox remembers it.
        """
        for task in list(self._resting):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, lane: bytes) -> None:
        task = asyncio.create_task(self._drain(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, lane: bytes) -> None:
        letters = self._lanes[lane]
        try:
            while letters:
                letter = letters[0]
                await self._carry(letter, letters)
        except StorageError as error:
            log.error("outbox_unavailable", error=type(error).__name__)
        finally:
            self._carried.difference_update(letter.number for letter in letters)
            del self._lanes[lane]

    async def _carry(self, letter: Letter, lane: deque[Letter]) -> None:
        """One attempt at the lane's first letter, which leaves the lane when nothing more is to be done with it."""
        now = self._clock.now()
        if now >= letter.drop_at:
            return await self._settle(letter, lane, self._outbox.drop, "dropped")
        if now < letter.due_at:
            return await self._rest((letter.due_at - now).total_seconds())
        body = body_of(letter)
        if body is None:
            return await self._settle(letter, lane, self._outbox.drop, "unreadable")
        return await self._attempt(letter, lane, body)

    async def _rest(self, seconds: float) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - lanes are drained by tasks only
        self._resting.add(task)
        try:
            await self._clock.sleep(seconds)
        finally:
            self._resting.discard(task)

    async def _attempt(self, letter: Letter, lane: deque[Letter], body: LetterBody) -> None:
        try:
            receipt = await self._handle(body)
        except RecipientGone:
            await self._leave_behind(body, lane)
        except MessageRefused as error:
            log.error("letter_refused", kind=letter.kind, reason=str(error))
            await self._settle(letter, lane, self._outbox.drop, "refused")
        except WindowClosed as closed:
            await self._hold(letter, lane, closed)
        except ChannelBusy as busy:
            await self._postpone(letter, lane, busy.retry_after, tries=letter.tries)
        except StorageError:
            raise
        except Exception as error:
            if not isinstance(error, ChannelDown):  # a defect, which must not silence the lane for good
                log.error("letter_failed", kind=letter.kind, error=type(error).__name__, exc_info=error)
            wait = min(FIRST_WAIT * 2**letter.tries, LONGEST_WAIT)
            await self._postpone(letter, lane, wait, tries=min(letter.tries + 1, 16))
        else:
            self._note_reply(letter, body)
            prompt = body.content.prompt if isinstance(body, Message) else 0
            await self._settle(letter, lane, partial(self._outbox.sent, receipt=receipt, prompt=prompt), "sent")

    async def _hold(self, letter: Letter, lane: deque[Letter], closed: WindowClosed) -> None:
        """Until they write again; where they have done so since it was found closed, it is tried again."""
        held = partial(self._outbox.hold_unless_heard, number=letter.number, heard_at=closed.heard_at)
        if not await self._database.run(held):
            return await self._postpone(letter, lane, FIRST_WAIT, tries=letter.tries)
        lane.popleft()
        self._carried.discard(letter.number)
        return self._metrics.letter(letter.kind, "held")

    async def _leave_behind(self, body: LetterBody, lane: deque[Letter]) -> None:
        """The recipient is gone, and nothing that was written to them until now will be sent."""
        unwanted = len(lane)
        await self._gone(body)
        for _ in range(unwanted):
            await self._settle(lane[0], lane, self._outbox.drop, "gone")

    def _note_reply(self, letter: Letter, body: LetterBody) -> None:
        """A letter that was never postponed still has the moment of its turn as its due date."""
        if isinstance(body, Message) and not letter.tries:
            waited = self._clock.now() - letter.due_at
            self._metrics.reply(body.contact.channel, waited.total_seconds())

    async def _settle(self, letter: Letter, lane: deque[Letter], write: Callable[..., None], outcome: str) -> None:
        lane.popleft()
        self._metrics.letter(letter.kind, outcome)
        await self._database.run(lambda db: write(db, letter.number))
        self._carried.discard(letter.number)

    async def _postpone(self, letter: Letter, lane: deque[Letter], wait: timedelta, *, tries: int) -> None:
        due_at = self._clock.now() + wait
        lane[0] = Letter(letter.number, letter.lane, letter.kind, letter.body, tries, due_at, letter.drop_at)
        self._metrics.letter(letter.kind, "postponed")
        await self._database.run(lambda db: self._outbox.postpone(db, letter.number, tries, due_at))


def _insert(lane: deque[Letter], letter: Letter) -> None:
    """By number: turns commit in order, but what follows them may be told out of it. The first is being carried."""
    place = len(lane)
    while place > 1 and lane[place - 1].number > letter.number:
        place -= 1
    lane.insert(place, letter)
