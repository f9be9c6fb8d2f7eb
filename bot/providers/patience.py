"""How long a call may take and how often it is tried, as values; never the call itself."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Timing:
    """Time as it is handed in: seconds that only grow, a way to wait for some, and a number from 0 up to 1."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Patience:
    """One deadline over all tries, a bound for each of them, and pauses that double and are jittered."""

    total: timedelta
    each: timedelta
    tries: int = 1
    first_pause: timedelta = timedelta(milliseconds=400)

    def pause_after(self, tried: int, jitter: float, asked: timedelta | None = None) -> timedelta | None:
        """How long to wait after try number `tried` (from 1), at least what was `asked`; None: that was the last."""
        if tried >= self.tries:
            return None
        backoff = self.first_pause * 2 ** (tried - 1) * (0.5 + jitter)
        return max(backoff, asked or timedelta())
