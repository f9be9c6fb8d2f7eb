"""`make bench`: telcolink, the floor and the peer doing the same work in one run; each promise, held or not."""

import argparse
import sys

import uvloop

from tests.benchmarks.channels import bench_channels
from tests.benchmarks.comparison import compare
from tests.benchmarks.cores import describe, pin_load
from tests.benchmarks.databases import bench_databases
from tests.benchmarks.growth import draw_growth
from tests.benchmarks.sessions import keep_sessions
from tests.benchmarks.starts import time_starts
from tests.benchmarks.table import write
from tests.benchmarks.waiting_for_mono import wait_for_mono

PARTS = {
    "peers": compare,
    "latency": wait_for_mono,
    "channels": bench_channels,
    "sessions": keep_sessions,
    "starts": time_starts,
    "databases": bench_databases,
}
LONG_PARTS = {**PARTS, "growth": draw_growth}
LONG_WATCH = 600.0  # seconds


async def bench(options: argparse.Namespace) -> int:
    """The parts; 0 when all that is promised holds."""
    write(f"Python {sys.version.split()[0]}, {describe()}")
    parts = LONG_PARTS if options.long else PARTS
    held = all([await LONG_PARTS[name](options) for name in options.only or parts])
    write("\nAll promises HELD." if held else "\nNOT all promises held.")
    return 0 if held else 1


def main() -> int:
    parser = argparse.ArgumentParser("make bench")
    parser.add_argument("--rounds", type=int, default=3, help="how often the bots take turns, and starts are timed")
    parser.add_argument("--seconds", type=float, default=6.0, help="how long each crowd links lines")
    parser.add_argument("--chats", type=int, default=100, help="how many customers at once, where nothing else is said")
    parser.add_argument("--think", type=float, default=1.0, help="seconds to answer, where Mono is slow")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many sessions are kept open")
    parser.add_argument("--watch", type=float, help="seconds for which replies beside them are watched")
    parser.add_argument("--long", action="store_true", help="watch for ten minutes, and draw how cost grows")
    parser.add_argument("--only", choices=LONG_PARTS, action="append", help="this part, and others so named")
    options = parser.parse_args()
    options.watch = options.watch or (LONG_WATCH if options.long else 20.0)
    pin_load()
    return uvloop.run(bench(options))


if __name__ == "__main__":
    sys.exit(main())
