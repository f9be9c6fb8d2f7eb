"""The schedule: sweeps of the database at fixed times. A hint and never the record: no job for any one chat."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.log.once import fields_of
from storage.errors import StorageError

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

Sweep = Callable[[], Awaitable[None]]

LOOK_EVERY = 1.0  # seconds between two looks at the clock
SET_BACK = 1.0  # seconds; less is what clocks are off by

log = structlog.get_logger()


class Scheduler:
    """Runs each sweep every so often; one that is late or still running is never piled up.

    APScheduler waits until the clock shows a time. A clock that was set back shows it that much later, so all sweeps
    are due at once then.
    """

    def __init__(self, seconds: Callable[[], float] = time.time) -> None:
        """`seconds` is what the clock shows."""
        self._seconds = seconds
        self._sweeps: list[tuple[timedelta, Sweep]] = []
        self._beginning: asyncio.Task[None] | None = None
        self._scheduler: AsyncIOScheduler | None = None
        self._over = False
        self._apart = 0.0

    def every(self, span: timedelta, sweep: Sweep) -> None:
        self._sweeps.append((span, self._guarded(sweep)))

    def start(self) -> asyncio.Task[None]:
        """What is given has begun it when it is done; whoever starts it looks after its errors."""
        self._beginning = asyncio.create_task(self._begin())
        self._apart = self._seconds() - time.monotonic()
        self._look_again()
        return self._beginning

    async def _begin(self) -> None:
        """Who waits for the start is let in first: no sweep is due yet, and what fires them takes a while to load."""
        shortest = min((span for span, _ in self._sweeps), default=timedelta())
        await asyncio.sleep(shortest.total_seconds() / 2)
        scheduler = await asyncio.to_thread(_plan, self._sweeps)
        scheduler.start()
        self._scheduler = scheduler

    def _look_again(self) -> None:
        asyncio.get_running_loop().call_later(LOOK_EVERY, self._look_at_clock)

    def _look_at_clock(self) -> None:
        """Whether it was set back since the last look."""
        if self._over:
            return
        before, self._apart = self._apart, self._seconds() - time.monotonic()
        if before - self._apart > SET_BACK:
            log.warning("clock_set_back", seconds=round(before - self._apart))
            for job in self._scheduler.get_jobs() if self._scheduler else ():
                job.modify(next_run_time=datetime.fromtimestamp(self._seconds(), UTC))
        self._look_again()

    def stop(self) -> None:
        """No sweep begins any more; one that is under way is cut off a moment later."""
        self._over = True
        if self._beginning:
            self._beginning.cancel()
        if self._scheduler and self._scheduler.running:
            self._scheduler.pause()  # its end comes a moment later, and would be an error of what begins until then
            self._scheduler.shutdown(wait=False)

    def _guarded(self, sweep: Sweep) -> Sweep:
        """A sweep that fails is logged and comes again; what it left undone is still in the database."""
        name, under_way = _name_of(sweep), False

        async def run() -> None:
            nonlocal under_way
            if self._over:  # it was about to begin when the end came
                return
            if under_way:  # of which the library's own line would not say which it is
                log.warning("sweep_late", once=name, sweep=name)
                return
            under_way = True
            try:
                await sweep()
            except asyncio.CancelledError:  # the scheduler would log as an error what the end did
                if not self._over:
                    raise
            except Exception as error:  # noqa: BLE001 - the next round must come
                log.error("sweep_failed", sweep=name, **fields_of(error, of=name))
            finally:
                under_way = False

        return run


def _plan(sweeps: list[tuple[timedelta, Sweep]]) -> "AsyncIOScheduler":
    """What fires them, not begun yet."""
    # Not before, as `_begin` says: it looks through all that is installed for plugins.
    from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415
    from apscheduler.triggers.base import BaseTrigger  # noqa: PLC0415

    class Every(BaseTrigger):  # type: ignore[misc] # it has no types
        """So long after the time before. What was missed is not counted up, however far a clock was set ahead."""

        def __init__(self, span: timedelta) -> None:
            self._span = span

        def get_next_fire_time(self, _: datetime | None, now: datetime) -> datetime:
            return now + self._span

    scheduler = AsyncIOScheduler(timezone=UTC)
    for span, sweep in sweeps:
        scheduler.add_job(sweep, Every(span), coalesce=True, misfire_grace_time=None, max_instances=2)
    return scheduler


async def alone(work: Awaitable[object]) -> bool:
    """One of many: a defect that it meets holds up none of the others, and is False. Raises storage's errors, which
    all meet.
    """
    try:
        await work
    except StorageError:
        raise
    except Exception as error:  # noqa: BLE001 - the others must go on
        log.error("work_failed", **fields_of(error))
        return False
    return True


def _name_of(sweep: Sweep) -> str:
    """With its class, for many have the same; also of one that was given its arguments before."""
    named = sweep.func if isinstance(sweep, partial) else sweep
    return getattr(named, "__qualname__", type(named).__name__)
