"""How long a call may take and how often it is tried, as values; never the call itself."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from msgspec import Struct


class Patience(Struct, frozen=True):
    """One deadline over all tries, a bound for each of them, and pauses that double and are jittered."""

    total: timedelta
    each: timedelta
    tries: int = 1
    first_pause: timedelta = timedelta(milliseconds=400)

    def pause_after(self, tried: int, jitter: float, asked: timedelta | None = None) -> timedelta | None:
        """How long to wait after try number `tried` (from 1), at least what was `asked`; None: that was the last."""
        if tried >= self.tries:
            return None
        backoff = self.first_pause * 2.0 ** (tried - 1) * (0.5 + jitter)
        return max(backoff, asked or timedelta())


# A customer hears of a slow provider within 15 s; one second of them is ours.
ONCE = Patience(total=timedelta(seconds=14), each=timedelta(seconds=14))
REPEATED = Patience(total=timedelta(seconds=12), each=timedelta(seconds=5), tries=3)


class Timing(Struct, frozen=True):
    """Time as it is handed in: seconds that only grow, a wait for some, a number from 0 up to 1; and the patience."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = random.random
    once: Patience = ONCE
    repeated: Patience = REPEATED
