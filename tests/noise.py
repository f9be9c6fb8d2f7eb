"""Noise: 30 % of the disk's work and of our outgoing HTTP take up to 30 ms longer, before or after (`-p tests.noise`).

What then fails has guessed how long something takes, or in which order two things come. `NOISE_SEED` repeats a run.
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
        wait = _chance.uniform(0, LONGEST) if _chance.random() < SHARE else 0.0
        late = _chance.random() < 0.5
        if wait and not late:
            await asyncio.sleep(wait)
        answer = await call(*args, **more)
        if wait and late:
            await asyncio.sleep(wait)
        return answer

    return noisy
