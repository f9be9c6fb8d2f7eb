"""Background tasks of an emulator, which run now or rest until its clock says so; never what they do."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.emulators.clock import EmulatedClock

Work = Coroutine[Any, Any, None]


class EmulatorTasks:
    """Tasks under way. Those that rest until a later moment are no reason to wait."""

    def __init__(self, clock: EmulatedClock) -> None:
        self._clock = clock
        self._under_way: set[asyncio.Task[None]] = set()
        self._resting: dict[asyncio.Task[Any] | None, datetime] = {}
        self._changed = asyncio.Event()

    @property
    def is_settled(self) -> bool:
        """Whether nothing runs, and nothing that rests is due."""
        now = self._clock.now()
        return all(self._resting.get(task, now) > now for task in self._under_way)

    def start(self, work: Work) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._end)

    def start_in(self, delay: timedelta, make: Callable[[], Work]) -> None:
        """Start what `make` makes once `delay` has passed on the clock; at once when there is none."""
        self.start_at(self._clock.now() + delay, make)

    def start_at(self, due: datetime, make: Callable[[], Work]) -> None:
        """Start what `make` makes at that moment; at once when it is past."""
        self.start(make() if due <= self._clock.now() else self._start_at(due, make))

    async def rest_until(self, due: datetime) -> None:
        """For a task of these to call: it goes on when the clock shows `due`."""
        task = asyncio.current_task()
        self._resting[task] = due
        self._changed.set()
        try:
            await self._clock.sleep_until(due)
        finally:
            del self._resting[task]

    async def settle(self) -> None:
        """Until nothing runs and nothing that rests is due; what rests until a later time goes on resting."""
        while not self.is_settled:
            self._changed.clear()
            await self._changed.wait()

    def cancel(self) -> None:
        """Drop everything."""
        for task in self._under_way:
            task.cancel()

    async def stop(self) -> None:
        """Drop everything, and wait for its end."""
        self.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _start_at(self, due: datetime, make: Callable[[], Work]) -> None:
        await self.rest_until(due)
        await make()

    def _end(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._changed.set()
