"""The emulated clock: real time or standing still, that can be wound forward; it never goes back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.sandbox.emulators.patience import comes_within


class EmulatedClock:
    """Time in UTC. It runs in real time, or stands still at `at` when that is given; `advance` winds either."""

    def __init__(self, at: datetime | None = None) -> None:
        self._at = at
        self._wound = timedelta()
        self._winding = asyncio.Event()
        self._limits: dict[asyncio.Timeout, datetime] = {}
        self._sleepers: dict[asyncio.Future[Any] | None, datetime] = {}

    @property
    def stands(self) -> bool:
        """Whether time passes only by `advance`."""
        return self._at is not None

    def now(self) -> datetime:
        return (self._at or datetime.now(UTC)) + self._wound

    def advance(self, seconds: float) -> None:
        """Wind forward; whoever sleeps or waits until a moment that is now past goes on."""
        if seconds < 0:
            raise ValueError("a clock is never wound back")
        self._wound += timedelta(seconds=seconds)
        winding, self._winding = self._winding, asyncio.Event()
        winding.set()
        for limit, due in self._limits.items():
            limit.reschedule(self._loop_time(due))

    async def sleep(self, seconds: float) -> None:
        """Until `seconds` have passed here, by real time or by winding."""
        await self.sleep_until(self.now() + timedelta(seconds=seconds))

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        async def wait() -> None:
            await self.sleep(seconds)
            call()

        return asyncio.create_task(wait()).cancel

    async def sleep_until(self, due: datetime) -> None:
        task = asyncio.current_task()
        self._sleepers[task] = due
        try:
            while (left := (due - self.now()).total_seconds()) > 0:
                await self._wait_for_winding(None if self.stands else left)
        finally:
            del self._sleepers[task]

    async def _wait_for_winding(self, patience: float | None) -> None:
        await comes_within(patience, self._winding.wait())

    def is_waited_for_by(self, tasks: Iterable[asyncio.Future[Any]]) -> bool:
        """Whether each of these sleeps here and goes on only when time has passed."""
        now = self.now()
        return all(self._sleepers.get(task, now) > now for task in tasks)

    @asynccontextmanager
    async def timeout(self, seconds: float) -> AsyncIterator[None]:
        """Raise `TimeoutError` out of the block when `seconds` pass here before it ends."""
        due = self.now() + timedelta(seconds=seconds)
        async with asyncio.timeout_at(self._loop_time(due)) as limit:
            self._limits[limit] = due
            try:
                yield
            finally:
                del self._limits[limit]

    def _loop_time(self, due: datetime) -> float | None:
        """When the event loop's own clock will show `due`; None for never, as far as can be told now."""
        left = (due - self.now()).total_seconds()
        return None if self.stands and left > 0 else asyncio.get_running_loop().time() + left
