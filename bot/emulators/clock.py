"""The emulators' clock, which runs with the world or stands still and can be wound forward; it never goes back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta


class Clock:
    """Time in UTC. It runs with the world, or stands still at `at` when that is given; `advance` winds either."""

    def __init__(self, at: datetime | None = None) -> None:
        self._at = at
        self._wound = timedelta()
        self._winding = asyncio.Event()

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

    async def sleep(self, seconds: float) -> None:
        """Until `seconds` have passed here, by the world's time or by winding."""
        due = self.now() + timedelta(seconds=seconds)
        while (left := (due - self.now()).total_seconds()) > 0:
            try:
                async with asyncio.timeout(None if self.stands else left):
                    await self._winding.wait()
            except TimeoutError:
                continue

    @asynccontextmanager
    async def timeout(self, seconds: float) -> AsyncIterator[None]:
        """Raise `TimeoutError` out of the block when `seconds` pass here before it ends."""
        async with asyncio.timeout(None) as limit:
            watch = asyncio.create_task(self._expire(limit, seconds))
            try:
                yield
            finally:
                watch.cancel()

    async def _expire(self, limit: asyncio.Timeout, seconds: float) -> None:
        await self.sleep(seconds)
        limit.reschedule(0)
