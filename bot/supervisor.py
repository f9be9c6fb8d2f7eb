"""Background tasks: those under way, those that rest, and those without which the service cannot go on."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any, TypeVar

import structlog

from bot.log.once import fields_of
from bot.ports import Clock
from bot.retry import Work
from storage.database import Database
from storage.errors import CommitLost, DatabaseMoved, LeaseLost, StorageFailed

T = TypeVar("T")

log = structlog.get_logger()


class Supervisor:
    """Over the disk, and over what runs beside the conversations."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._broken: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    @property
    def broken(self) -> str:
        """Why the service cannot go on, "" as long as it can."""
        if failure := self._database.failure:
            return reason_of(failure)
        return self._broken.result() if self._broken.done() else ""

    async def wait_broken(self) -> None:
        """Wait until it cannot go on. The process must then end: the next one takes up what is on disk."""
        disk = asyncio.create_task(self._database.wait_failed())
        either: set[asyncio.Future[Any]] = {disk, self._broken}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            disk.cancel()

    def run_in_background(self, stack: AsyncExitStack, what: str, work: Work) -> None:
        """Work that goes on while the service runs and ends with the stack. It may be done, but not fail."""
        task = asyncio.create_task(self._guard(what, work))

        async def end() -> None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        stack.push_async_callback(end)

    async def _guard(self, what: str, work: Work) -> None:
        try:
            await work()
        except Exception as error:
            log.critical("work_ended", work=what, error=type(error).__name__, exc_info=error)
            if not self._broken.done():
                self._broken.set_result(f"{what} ended")


def reason_of(failure: StorageFailed) -> str:
    """In the words of who has to know; what a disk says of itself stands in the log before."""
    return str(failure) if isinstance(failure, CommitLost | LeaseLost | DatabaseMoved) else "the disk failed"


class Tasks:
    """One part's tasks. Whoever starts one looks after its errors."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._running: set[asyncio.Future[Any]] = set()
        self._resting: dict[asyncio.Task[Any], datetime] = {}

    @property
    def under_way(self) -> set[asyncio.Future[Any]]:
        """All but those whose date has not come."""
        now = self._clock.now()
        return self._running | {task for task, due in self._resting.items() if due <= now}

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    def follow(self, work: asyncio.Future[T], then: Callable[[T], object]) -> asyncio.Future[T]:
        """Have `then` called with what comes of work that needs no task. Who awaits this may be cut off; neither is.

        For what every turn does: a task, and a shield around it, take longer than all that is done with its outcome.
        """
        self._running.add(work)
        work.add_done_callback(self._running.discard)
        return apart(work, then)

    def start_at(self, due: datetime, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Start it on that date."""
        task = asyncio.create_task(self._rest(due, work))
        self._resting[task] = due
        task.add_done_callback(self._resting.pop)

    async def _rest(self, due: datetime, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        await self._clock.sleep((due - self._clock.now()).total_seconds())
        self.start(work())

    async def finish(self, patience: float) -> None:
        """Let what is under way come to its end, at most for `patience` real seconds; the rest is cut off."""
        try:
            async with asyncio.timeout(patience):
                await until_none(lambda: self.under_way)
        except TimeoutError:
            pass
        tasks = [*self._running, *self._resting]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def apart(work: asyncio.Future[T], then: Callable[[T], object] = lambda _: None) -> asyncio.Future[T]:
    """What comes of it, `then` included, for one who waits: as `asyncio.shield`, at a third of what that takes.

    Who was cut off hears of no defect in `then`: the log does. The work's own error is then for whoever began it.
    """
    told: asyncio.Future[T] = work.get_loop().create_future()

    def tell(done: asyncio.Future[T]) -> None:
        if done.cancelled():
            told.cancel()
            return
        if error := done.exception():
            if not told.done():
                told.set_exception(error)
            return
        try:
            then(done.result())
        except Exception as defect:  # noqa: BLE001 - whoever waits is told, or the log
            if told.done():
                log.error("follow_up_failed", **fields_of(defect))
            else:
                told.set_exception(defect)
        else:
            if not told.done():
                told.set_result(done.result())

    work.add_done_callback(tell)
    return told


async def until_none(under_way: Callable[[], set[asyncio.Future[Any]]]) -> None:
    """Return once no task is under way, nor any that followed from one."""
    while tasks := under_way():
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
