"""`make hostile`: so many attacks, and whether what is promised held; 1 where it did not."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.running import PROMISED, Outcome, under_attack


async def run(number: int, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        async with under_attack(Path(folder), number, seed) as (_, outcome):
            return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    outcome = asyncio.run(run(options.number, options.seed))
    for (kind, status), times in sorted(outcome.statuses.items()):
        sys.stdout.write(f"{kind:<18} {status or 'closed':<7} {times:>8,}\n")
    genuine = len(outcome.genuine) + outcome.lost
    held = not outcome.served and not outcome.lost and outcome.slowest <= PROMISED
    sys.stdout.write(
        f"{options.number:,} in {time.monotonic() - began:.0f} s; served or failed: {outcome.served or 'none'}\n"
        f"genuine: {genuine:,}, lost {outcome.lost}, 99 of 100 within {outcome.slowest * 1000:.0f} ms\n"
        f"{'held' if held else 'NOT HELD'}\n"
    )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
