"""One bot under a crowd on each of some platforms, and what came of it. Never what is promised of it."""

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

from tests.benchmarks.contestants import Contestant, World, running
from tests.benchmarks.crowd import PATIENCE, Crowd, Waits, numbers
from tests.benchmarks.fakes.mono import Mono
from tests.benchmarks.fakes.phone import Phone
from tests.benchmarks.seeding import seeded_file
from tests.benchmarks.wire import Reply, serve
from tests.ports import free_port

WARMING_UP = 2.0  # seconds that are not counted


class Platform(Protocol):
    """A fake one."""

    def handle(self, method: str, target: str, body: bytes, reply: Reply, /) -> None:
        """What the bot asks of it."""

    def settings(self, url: str) -> dict[str, str]:
        """The bot's, for a platform that is served there."""

    def connect(self, server_url: str) -> None:
        """Tell it where the bot is."""

    def phone(self, number: str) -> Phone:
        """Of somebody with this number who has never written to the bot."""


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
    seeded: int = 0,
) -> Race:
    """Let a crowd of `chats` on each platform link lines with this bot, beside so many sessions on its disk."""
    async with (
        scene(platforms, latency=latency, think=think, again=contestant.again, seeded=seeded) as (crowds, world),
        running(contestant, world, settings) as bot,
    ):
        return await link(bot, crowds, seconds, chats)


async def link(bot: psutil.Process, crowds: Sequence[Crowd], seconds: float, chats: int) -> Race:
    """Let each crowd link lines with a bot that is there; what happens after the first moments is what counts."""
    linking = [asyncio.create_task(crowd.link_for(WARMING_UP + seconds, chats)) for crowd in crowds]
    await asyncio.sleep(WARMING_UP)
    measured = await _measure(bot, crowds, seconds)
    await asyncio.gather(*linking)
    for result, crowd in zip(measured.results, crowds, strict=True):
        result.waits.lost += crowd.waits.lost  # of those that were waiting at the end
    return measured


@asynccontextmanager
async def scene(
    platforms: Sequence[Platform], *, latency: float = 0.0, think: float = 0.0, again: float = PATIENCE, seeded: int = 0
) -> AsyncIterator[tuple[list[Crowd], World]]:
    """Fake platforms with a crowd on each in this process; the bot gets one of its own."""
    mono, lines = Mono(latency), numbers()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        mono_url = await stack.enter_async_context(serve(mono.handle))
        world = World(folder, free_port(), {}, mono_url, mono.key)
        for platform in platforms:
            world.platforms.update(platform.settings(await stack.enter_async_context(serve(platform.handle))))
            platform.connect(world.url)
        if seeded:
            shutil.copy(await seeded_file(world.key, seeded), world.database)
        yield [Crowd(platform.phone, lines, think, again) for platform in platforms], world


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
