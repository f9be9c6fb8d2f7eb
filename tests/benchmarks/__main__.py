"""`make bench`: the real server and the peer under the same crowd, in one run; what came of it, as a table."""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import uvloop

from bot.emulators.loopback import serve
from bot.emulators.mono import MonoEmulator
from bot.emulators.telegram import TelegramEmulator, make_token
from tests.benchmarks.contestants import PEER, TELCOLINK, Contestant, World, free_port, running
from tests.benchmarks.crowd import Crowd, Waits

LATENCY = 0.3  # seconds at Mono, in the second part
# How often that latency must pass before each answer: log-in; check, exchange, details, then identity and balances.
CALLS_IN_A_ROW = {"network": 1, "code": 4}
AT_LEAST = 3.0  # times the peer's messages a second
AT_MOST = 1.1  # times what the latency alone dictates


@dataclass(frozen=True, slots=True)
class Result:
    """One contestant under one crowd."""

    waits: Waits
    seconds: float
    cpu: float
    memory: int

    @property
    def messages(self) -> float:
        return len(self.waits.all) / self.seconds

    @property
    def cpu_per_message(self) -> float:
        return self.cpu / max(len(self.waits.all), 1) * 1e6


@asynccontextmanager
async def scene(latency: float, think: float) -> AsyncIterator[tuple[Crowd, World]]:
    """Emulators and a crowd in this process; the bot gets one of its own."""
    mono, telegram = MonoEmulator(), TelegramEmulator(make_token(), limits=False)
    mono.slow_down(latency)
    async with serve(mono.app) as mono_url, serve(telegram.app) as telegram_url:
        with tempfile.TemporaryDirectory() as folder:
            world = World(Path(folder), free_port(), telegram_url, telegram.token, mono_url, mono.key)
            yield Crowd(telegram, mono, think), world


async def race(
    contestant: Contestant, seconds: float, chats: int, *, latency: float = 0.0, think: float = 0.0
) -> Result:
    """Let the crowd link lines with this bot; the first second is not counted."""
    async with scene(latency, think) as (crowd, world), running(contestant, world) as process:
        await crowd.link_for(1.0, chats)
        crowd.waits = Waits()
        cpu, begun = _cpu(process), time.perf_counter()
        await crowd.link_for(seconds, chats)
        return Result(crowd.waits, time.perf_counter() - begun, _cpu(process) - cpu, process.memory_info().rss)


async def measure_memory(chats: int) -> tuple[int, int]:
    """Bytes of the server before and after that many sessions were opened."""
    async with scene(0.0, 0.0) as (crowd, world), running(TELCOLINK, world) as process:
        before = process.memory_info().rss
        await crowd.open(chats)
        return before, process.memory_info().rss


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def show(name: str, result: Result) -> None:
    waits = sorted(result.waits.all)
    cut = statistics.quantiles(waits, n=100) if len(waits) > 1 else [0.0] * 99
    write(
        f"{name:22}{result.waits.conversations / result.seconds:8.1f}{result.messages:10.1f}"
        f"{cut[49] * 1000:9.0f}{cut[94] * 1000:9.0f}{cut[98] * 1000:9.0f}"
        f"{result.cpu_per_message:10.0f}{result.memory / 2**20:9.0f}{result.waits.lost:6}"
    )


def show_head(title: str) -> None:
    write(f"\n{title}")
    write(
        f"{'':22}{'conv/s':>8}{'msg/s':>10}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'CPU µs':>10}{'MiB':>9}{'lost':>6}"
    )


async def bench(options: argparse.Namespace) -> int:
    """All parts; 0 when what is promised holds."""
    show_head(f"{options.chats} chats at once, no latency at Mono, {options.seconds:g} s each")
    ours = await race(TELCOLINK, options.seconds, options.chats)
    show("telcolink", ours)
    theirs = await race(PEER, options.seconds, options.chats)
    show("ConversationHandler", theirs)
    ratio = ours.messages / theirs.messages
    write(f"{'':22}messages a second: {ratio:.2f} times the peer's (at least {AT_LEAST:g} is promised)")

    show_head(f"200 chats at once, {LATENCY * 1000:.0f} ms at Mono, customers who take {options.think:g} s to answer")
    slow = await race(TELCOLINK, options.seconds + 5, 200, latency=LATENCY, think=options.think)
    show("telcolink", slow)
    times = {step: statistics.median(slow.waits.seconds[step]) / (LATENCY * n) for step, n in CALLS_IN_A_ROW.items()}
    for step, factor in times.items():
        write(f"{'':22}median answer to the {step}: {factor:.3f} times the latency (at most {AT_MOST:g} is promised)")

    before, after = await measure_memory(options.sessions)
    each = (after - before) / options.sessions
    sizes = f"{before / 2**20:.0f} MiB before, {after / 2**20:.0f} MiB after"
    write(f"\n{options.sessions} open sessions: {sizes} ({each:.0f} bytes each)")
    held = ratio >= AT_LEAST and max(times.values()) <= AT_MOST and not (ours.waits.lost or slow.waits.lost)
    write("\nAll promises held." if held else "\nNOT all promises held.")
    return 0 if held else 1


def write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser("make bench")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each crowd links lines")
    parser.add_argument("--chats", type=int, default=100, help="how many customers at once in the first part")
    parser.add_argument("--think", type=float, default=1.0, help="seconds that a customer takes to answer, second part")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many sessions are opened in the last part")
    return uvloop.run(bench(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
