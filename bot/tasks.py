"""Background tasks: those under way, and those that wait for their date. Never what they do."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, TypeVar

from bot.ports import Clock

T = TypeVar("T")


class Tasks:
    """One part's tasks. Whoever starts one looks after its errors."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._running: set[asyncio.Task[Any]] = set()
        self._resting: dict[asyncio.Task[Any], datetime] = {}

    @property
    def under_way(self) -> set[asyncio.Task[Any]]:
        """All but those whose date has not come."""
        now = self._clock.now()
        return self._running | {task for task, due in self._resting.items() if due <= now}

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

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


async def until_none(under_way: Callable[[], set[asyncio.Task[Any]]]) -> None:
    """Return once no task is under way, nor any that followed from one."""
    while tasks := under_way():
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
