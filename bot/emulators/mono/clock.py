"""The emulator's clock: real seconds plus what a test has wound it forward. Never tells anybody else's time."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """Seconds since the epoch, from `source` and from `advance`; calling it reads it."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._wound = 0.0
        self._winding = asyncio.Event()

    def __call__(self) -> float:
        return self._source() + self._wound

    def advance(self, seconds: float) -> None:
        """Wind forward, and wake whoever waits in `until`."""
        self._wound += seconds
        self._wake()

    def reset(self) -> None:
        """Show the source's time again."""
        self._wound = 0.0
        self._wake()

    async def until(self, moment: float) -> None:
        """Wait for `moment`, whether real time or winding brings it."""
        while (left := moment - self()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._winding.wait()
            except TimeoutError:
                continue

    def _wake(self) -> None:
        self._winding.set()
        self._winding = asyncio.Event()


def iso(moment: float) -> str:
    """`2026-02-11T09:14:27.318Z`, as all of Mono's samples have it."""
    return as_datetime(moment).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def as_datetime(moment: float) -> datetime:
    """The UTC date and time of a moment."""
    return datetime.fromtimestamp(moment, UTC)
