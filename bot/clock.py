"""The real clock. Never used where a time is handed in."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from bot.errors import TelcolinkError

_JUMP = 300.0  # seconds; less is what time servers put right

log = structlog.get_logger()


class SystemClock:
    """Implements `Clock` with the world's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        return asyncio.get_running_loop().call_later(seconds, call).cancel


class ClockJumped(TelcolinkError):  # noqa: N818 - errors are nouns from the catcher's side
    """The clock was set ahead, or the machine stood still: it is not known which."""


class SteadyClock(SystemClock):
    """The same as long as it runs on. Where it jumps ahead, time passes for this process as if it had not.

    What ends by a clock that is wrong for a moment is not brought back. So the process ends, and the next one asks
    others what time it is. A clock that is set back ends nothing, and is followed; so is one that is set ahead before
    it is held, as by whoever only stands by.
    """

    def __init__(self, told: Callable[[], float] = time.time, passed: Callable[[], float] = time.monotonic) -> None:
        """`told` is what the machine says, `passed` tells how much time passes."""
        self._told = told
        self._passed = passed
        self._apart = told() - passed()
        self._held = False
        self.jumped = 0.0  # seconds

    def hold(self) -> None:
        """From now on time ends something by it."""
        self.now()
        self._held = True

    def now(self) -> datetime:
        passed = self._passed()
        jumped = self._told() - passed - self._apart
        if jumped < _JUMP or not self._held:
            self._apart += jumped
        else:
            self.jumped = jumped
        return datetime.fromtimestamp(passed + self._apart, UTC)

    async def watch(self) -> None:
        """Until it jumps ahead. Raises `ClockJumped`."""
        while not self.jumped:
            await self.sleep(1)
            self.now()
        remedy = "see that time is synchronised (NTP); where the machine only stood still, nothing is to be done"
        log.error("clock_jumped", seconds=round(self.jumped), remedy=remedy)
        raise ClockJumped(f"by {round(self.jumped)} s")
