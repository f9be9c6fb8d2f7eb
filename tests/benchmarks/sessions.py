"""Many open sessions in one process: the memory that they take, and the worst reply beside them. Never their number."""

import argparse

import psutil

from tests.benchmarks.contestants import TELCOLINK, running
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.promises import Promise
from tests.benchmarks.races import link, scene
from tests.benchmarks.table import write_head, write_promises, write_race

AT_ONCE = 50  # customers who link lines meanwhile
THINK = 1.0  # seconds that each takes to answer
WARM = 500  # sessions that are opened before the memory is looked at, for what grows once
LARGEST = 130  # MiB


async def keep_sessions(options: argparse.Namespace) -> bool:
    """Whether what is promised of them holds."""
    write_head(f"{options.sessions} open sessions, then {AT_ONCE} customers for {options.watch:g} s beside them")
    async with scene([Telegram()]) as ((crowd,), world), running(TELCOLINK, world) as bot:
        before, after = await _open(crowd, bot, options.sessions)
        beside = await link(bot, [crowd], options.watch, AT_ONCE)
    write_race("telcolink", beside)
    each = (after - before) / (options.sessions - WARM) / 1024
    return write_promises(
        [
            Promise("the worst reply beside them", max(beside.whole.all) * 1000, 250, " ms"),
            Promise("an open session", each, 1, " KiB"),
            Promise(f"the process with {options.sessions} of them", after / 2**20, LARGEST, " MiB"),
            Promise("customers who never got an answer", beside.whole.lost, 0),
        ]
    )


async def _open(crowd: Crowd, bot: psutil.Process, sessions: int) -> tuple[int, int]:
    """The memory with a few, and with all of them, in bytes."""
    crowd.think = 0.0
    await crowd.open(WARM)
    before = bot.memory_info().rss
    await crowd.open(sessions - WARM)
    crowd.think = THINK
    return before, bot.memory_info().rss
