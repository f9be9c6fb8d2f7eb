"""How long `telcolink serve` takes until it is ready, with no database and with a large one. Never what it serves."""

import argparse
import statistics
import time

from tests.benchmarks.contestants import TELCOLINK, running
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.promises import Promise
from tests.benchmarks.races import scene
from tests.benchmarks.table import write, write_promises

CUSTOMERS = 100_000


async def time_starts(options: argparse.Namespace) -> bool:
    """Whether what is promised of them holds. A start may have every core, as it has where the program is at home."""
    write(f"\nFrom the command to ready, the median of {options.rounds}")
    empty = [await _start(0) for _ in range(options.rounds)]
    full = [await _start(CUSTOMERS) for _ in range(options.rounds)]
    on_disk = f"{CUSTOMERS:,} sessions, accounts and consents on disk"
    return write_promises(
        [
            Promise("ready with nothing on disk", statistics.median(empty), 0.8, " s"),
            Promise(f"ready with {on_disk}", statistics.median(full), 1.5, " s"),
        ]
    )


async def _start(customers: int) -> float:
    """Seconds."""
    async with scene([Telegram()], seeded=customers) as (_, world):
        begun = time.perf_counter()
        async with running(TELCOLINK, world, pinned=False):
            return time.perf_counter() - begun
