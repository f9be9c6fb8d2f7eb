"""The schedule: sweeps of the database at fixed times. A hint and never the record: no job for any one chat."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from storage.errors import StorageError

Sweep = Callable[[], Awaitable[None]]

log = structlog.get_logger()


class Scheduler:
    """Runs each sweep every so often; one that is late or still running is never piled up."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._over = False

    def every(self, span: timedelta, sweep: Sweep) -> None:
        self._scheduler.add_job(
            self._guarded(sweep), "interval", seconds=span.total_seconds(), coalesce=True, misfire_grace_time=None
        )

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        """No sweep begins any more; one that is under way is cut off a moment later."""
        self._over = True
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _guarded(self, sweep: Sweep) -> Sweep:
        """A sweep that fails is logged and comes again; what it left undone is still in the database."""

        async def run() -> None:
            if self._over:  # it was about to begin when the end came
                return
            try:
                await sweep()
            except asyncio.CancelledError:  # the scheduler would log as an error what the end did
                if not self._over:
                    raise
            except Exception as error:  # the next round must come
                defect = None if isinstance(error, StorageError) else error
                log.error("sweep_failed", sweep=_name_of(sweep), error=type(error).__name__, exc_info=defect)

        return run


async def alone(work: Awaitable[object]) -> None:
    """One of many: a defect that it meets holds up none of the others. Raises storage's errors, which all meet."""
    try:
        await work
    except StorageError:
        raise
    except Exception as error:
        log.error("work_failed", error=type(error).__name__, exc_info=error)


def _name_of(sweep: Sweep) -> str:
    """With its class, for many have the same; also of one that was given its arguments before."""
    named = sweep.func if isinstance(sweep, partial) else sweep
    return getattr(named, "__qualname__", type(named).__name__)
