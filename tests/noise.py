"""Noise: 30 % of the disk's work and of our outgoing HTTP take up to 30 ms longer, before or after (`-p tests.noise`).

What then fails has guessed how long something takes, or in which order two things come. `NOISE_SEED` repeats a run.
With `NOISE_LATE=0.06` nothing is left to chance: each of them is known that many seconds after it was done. That finds
at once who takes an emulator's having answered for the bot's having heard, and no order that only chance brings about.
"""

import asyncio
import os
import random
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.channels.telegram.transport import Transport
from bot.outgoing.client import LeanClient
from storage.sqlite.connection import Connection

SHARE, LONGEST = 0.3, 0.03  # seconds

Call = Callable[..., Awaitable[Any]]

_chance = random.Random()
_late = float(os.environ.get("NOISE_LATE", "0"))


def pytest_configure() -> None:
    os.environ.setdefault("NOISE_SEED", str(secrets.randbelow(10**6)))  # workers inherit it
    for owner, name in ((Connection, "call"), (LeanClient, "ask"), (Transport, "call")):
        setattr(owner, name, _noisy(getattr(owner, name)))


def pytest_report_header() -> str:
    return f"noise: NOISE_SEED={os.environ['NOISE_SEED']}"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Each test has its own noise, whichever ran before it."""
    _chance.seed(f"{os.environ['NOISE_SEED']} {item.nodeid}")


def _noisy(call: Call) -> Call:
    async def noisy(*args: Any, **more: Any) -> Any:
        before, after = (0.0, _late) if _late else _draw()
        if before:
            await asyncio.sleep(before)
        answer = await call(*args, **more)
        if after:
            await asyncio.sleep(after)
        return answer

    return noisy


def _draw() -> tuple[float, float]:
    """How long it takes more before, and after."""
    wait = _chance.uniform(0, LONGEST) if _chance.random() < SHARE else 0.0
    return (0.0, wait) if _chance.random() < 0.5 else (wait, 0.0)
