"""Waiting until something comes true, for as long as a busy machine may need: no other module lets real time pass."""

import asyncio
import time
from collections.abc import Awaitable, Callable

PATIENCE = 20.0  # real seconds; only an upper bound
GLANCE = 0.002  # real seconds between two looks
ROUNDS = 5  # of the event loop: what is written to a connection is read a round later at its other end


async def until(true: Callable[[], object], *, patience: float = PATIENCE, act: Callable[[], object] = bool) -> None:
    """Wait until it is true, and `act` after each look that finds it untrue: a clock is wound, for example."""
    async with asyncio.timeout(patience):
        while not true():
            await asyncio.sleep(GLANCE)
            act()


async def until_found(
    look: Callable[[], Awaitable[object]], *, patience: float = PATIENCE, glance: float = GLANCE
) -> None:
    """The same of what must be waited for to be seen, as on a disk; less often where a look is work for others."""
    async with asyncio.timeout(patience):
        while not await look():  # noqa: ASYNC110 - a disk offers nothing to wait for
            await asyncio.sleep(glance)


async def until_quiet(rounds: int = ROUNDS) -> None:
    """Return once nothing in this event loop can go on but by time, or by a thread or a process beside it.

    One at a time may wait for that, and nothing may be going round. Without connections one round is enough.
    """
    ready, quiet = vars(asyncio.get_running_loop())["_ready"], 0
    while quiet < rounds:
        await asyncio.sleep(0)
        quiet = 0 if ready else quiet + 1


def until_now(true: Callable[[], object], *, patience: float = PATIENCE) -> None:
    """The same where no event loop runs, of another process."""
    end = time.monotonic() + patience
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(GLANCE)
