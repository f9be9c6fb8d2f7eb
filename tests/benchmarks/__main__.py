"""`make bench`: the real server and the peer under the same crowd, in one run; what came of it, as a table."""

import argparse
import statistics
import sys

import uvloop

from tests.benchmarks.channels import bench_channels
from tests.benchmarks.contestants import PEER, TELCOLINK, running
from tests.benchmarks.races import race, scene
from tests.benchmarks.table import write, write_finding, write_head, write_race
from tests.platforms import Telegram

LATENCY = 0.3  # seconds at Mono, in the second part
# How often that latency must pass before each answer: log-in; check, exchange, details, then identity and balances.
CALLS_IN_A_ROW = {"network": 1, "code": 4}
AT_LEAST = 3.0  # times the peer's messages a second
AT_MOST = 1.1  # times what the latency alone dictates


async def bench(options: argparse.Namespace) -> int:
    """The parts; 0 when what is promised holds."""
    held = all([await PARTS[name](options) for name in options.only or PARTS])
    write("\nAll promises held." if held else "\nNOT all promises held.")
    return 0 if held else 1


async def bench_against_peer(options: argparse.Namespace) -> bool:
    write_head(f"{options.chats} chats at once, no latency at Mono, {options.seconds:g} s each")
    ours = await race(TELCOLINK, [Telegram()], options.seconds, options.chats)
    write_race("telcolink", ours)
    theirs = await race(PEER, [Telegram()], options.seconds, options.chats)
    write_race("ConversationHandler", theirs)
    ratio = ours.total.messages / theirs.total.messages
    write_finding(f"messages a second: {ratio:.2f} times the peer's (at least {AT_LEAST:g} is promised)")
    return ratio >= AT_LEAST and not ours.total.waits.lost


async def bench_latency(options: argparse.Namespace) -> bool:
    write_head(f"200 chats at once, {LATENCY * 1000:.0f} ms at Mono, customers who take {options.think:g} s to answer")
    slow = await race(TELCOLINK, [Telegram()], options.seconds + 5, 200, latency=LATENCY, think=options.think)
    write_race("telcolink", slow)
    waits = slow.total.waits
    times = {step: statistics.median(waits.seconds[step]) / (LATENCY * n) for step, n in CALLS_IN_A_ROW.items()}
    for step, factor in times.items():
        write_finding(f"median answer to the {step}: {factor:.3f} times the latency (at most {AT_MOST:g} is promised)")
    return max(times.values()) <= AT_MOST and not waits.lost


async def measure_memory(options: argparse.Namespace) -> bool:
    async with scene([Telegram()]) as ((crowd,), world), running(TELCOLINK, world) as process:
        before = process.memory_info().rss
        await crowd.open(options.sessions)
        after = process.memory_info().rss
    each = (after - before) / options.sessions
    sizes = f"{before / 2**20:.0f} MiB before, {after / 2**20:.0f} MiB after"
    write(f"\n{options.sessions} open sessions: {sizes} ({each:.0f} bytes each)")
    return True


PARTS = {"peer": bench_against_peer, "latency": bench_latency, "channels": bench_channels, "memory": measure_memory}


def main() -> int:
    parser = argparse.ArgumentParser("make bench")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each crowd links lines")
    parser.add_argument("--chats", type=int, default=100, help="how many customers at once in the first part")
    parser.add_argument("--think", type=float, default=1.0, help="seconds that a customer takes to answer, second part")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many sessions are opened in the last part")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part, and others so named")
    return uvloop.run(bench(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
