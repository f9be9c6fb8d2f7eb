"""One bot under a crowd on each of some platforms, and what came of it. Never what is promised of it."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator
from tests.benchmarks.contestants import Contestant, World, running
from tests.benchmarks.crowd import Crowd, Waits, numbers
from tests.platforms import Platform
from tests.ports import free_port

WARMING_UP = 2.0  # seconds that are not counted


@dataclass(frozen=True, slots=True)
class Result:
    """What one crowd met."""

    waits: Waits
    seconds: float

    @property
    def messages(self) -> float:
        """Answered in a second."""
        return len(self.waits.all) / self.seconds

    @property
    def conversations(self) -> float:
        """Lines linked in a second."""
        return self.waits.conversations / self.seconds

    def percentile(self, rank: int) -> float:
        """Seconds that so many of a hundred messages wait at most."""
        waits = self.waits.all
        return statistics.quantiles(waits, n=100)[rank - 1] if len(waits) > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Race:
    """All crowds of one bot. `cpu` seconds and `memory` are the bot's; `busy` is what the load took of a core."""

    results: list[Result]
    cpu: float
    memory: int
    busy: float

    @property
    def total(self) -> Result:
        """As if it had been one crowd."""
        return Result(Waits.together([result.waits for result in self.results]), self.results[0].seconds)

    @property
    def cpu_per_message(self) -> float:
        """Microseconds."""
        return self.cpu / max(len(self.total.waits.all), 1) * 1e6

    def share(self, result: Result) -> float:
        """Of all messages."""
        return result.messages / self.total.messages


async def race(
    contestant: Contestant,
    platforms: Sequence[Platform],
    seconds: float,
    chats: int,
    *,
    latency: float = 0.0,
    think: float = 0.0,
    settings: Mapping[str, str] | None = None,
) -> Race:
    """Let a crowd of `chats` on each platform link lines with this bot."""
    async with (
        scene(platforms, latency=latency, think=think) as (crowds, world),
        running(contestant, world, settings) as bot,
    ):
        linking = [asyncio.create_task(crowd.link_for(WARMING_UP + seconds, chats)) for crowd in crowds]
        await asyncio.sleep(WARMING_UP)
        measured = await _measure(bot, crowds, seconds)
        await asyncio.gather(*linking)
        for result, crowd in zip(measured.results, crowds, strict=True):
            result.waits.lost += crowd.waits.lost  # of those that were waiting at the end
        return measured


@asynccontextmanager
async def scene(
    platforms: Sequence[Platform], *, latency: float = 0.0, think: float = 0.0
) -> AsyncIterator[tuple[list[Crowd], World]]:
    """Emulators and a crowd on each platform in this process; the bot gets one of its own."""
    mono, lines = MonoEmulator(), numbers()
    mono.slow_down(latency)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        mono_url = await stack.enter_async_context(serve(mono.app))
        world = World(folder, free_port(), {}, mono_url, mono.key)
        for platform in platforms:
            world.platforms.update(platform.settings(await stack.enter_async_context(serve(platform.app))))
            platform.connect(world.url)
        yield [Crowd(platform.phone, lines, mono, think) for platform in platforms], world


async def _measure(bot: psutil.Process, crowds: Sequence[Crowd], seconds: float) -> Race:
    """What happens within that time, whatever was begun before it or ends after it."""
    ours = psutil.Process()
    _start_counting(crowds)
    used, own, begun = _cpu(bot), _cpu(ours), time.perf_counter()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - begun
    results = [Result(waits, took) for waits in _start_counting(crowds)]
    return Race(results, _cpu(bot) - used, bot.memory_info().rss, (_cpu(ours) - own) / took)


def _start_counting(crowds: Sequence[Crowd]) -> list[Waits]:
    """Anew; what was counted until now."""
    counted = [crowd.waits for crowd in crowds]
    for crowd in crowds:
        crowd.waits = Waits()
    return counted


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
