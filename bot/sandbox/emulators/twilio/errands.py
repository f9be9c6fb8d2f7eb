"""Work that the emulator does beside answering, now or when its clock says so; never what that work is."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.emulators.clock import Clock

Errand = Coroutine[Any, Any, None]


class Errands:
    """Tasks under way and tasks that wait for their time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()
        self._waiting: dict[asyncio.Task[None], datetime] = {}

    def start(self, errand: Errand) -> None:
        task = asyncio.create_task(errand)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def start_in(self, delay: timedelta, make: Callable[[], Errand]) -> None:
        """Start what `make` makes once `delay` has passed on the clock; at once when there is none."""
        if delay <= timedelta():
            return self.start(make())
        due = self._clock.now() + delay
        task = asyncio.create_task(self._start_at(due, make))
        self._waiting[task] = due
        task.add_done_callback(self._waiting.pop)
        return None

    async def _start_at(self, due: datetime, make: Callable[[], Errand]) -> None:
        await self._clock.sleep_until(due)
        self.start(make())

    async def settle(self) -> None:
        """Until nothing runs and nothing that waits is due; what waits for a later time goes on waiting."""
        while self._running or any(due <= self._clock.now() for due in self._waiting.values()):
            if self._running:
                await asyncio.wait(self._running)
            await asyncio.sleep(0)

    async def stop(self) -> None:
        """Cancel everything and wait for its end."""
        tasks = [*self._running, *self._waiting]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
