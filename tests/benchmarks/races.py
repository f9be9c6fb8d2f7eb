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
from tests.benchmarks.crowd import MESSAGES, PATIENCE, Crowd, Waits, numbers
from tests.benchmarks.fakes.mono import Mono
from tests.benchmarks.fakes.phone import Phone
from tests.benchmarks.seeding import seeded_file
from tests.benchmarks.wire import Reply, serve
from tests.ports import free_port

WARMING_UP = 2.0  # seconds for which lines are linked that are not counted


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
        """In a second, as many as the messages make."""
        return self.messages / MESSAGES

    def percentile(self, rank: int) -> float:
        """Seconds that so many of a hundred messages wait at most."""
        waits = self.waits.all
        return statistics.quantiles(waits, n=100)[rank - 1] if len(waits) > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Race:
    """All crowds of one bot, in so many seconds; `memory` is the bot's, `busy` what the load took of a core.

    `cpu` seconds are the bot's for all that was begun in that time, up to its end: so for whole conversations, those
    of `whole`. Customers go in step, and a part of one may be the dear part.
    """

    results: list[Result]
    whole: Waits
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
        return self.cpu / max(len(self.whole.all), 1) * 1e6

    @property
    def cpu_per_conversation(self) -> float:
        """Microseconds."""
        return self.cpu / max(self.whole.conversations, 1) * 1e6

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
    """Let each crowd link lines with a bot that is there, and as it were once more: only then does it count."""
    await asyncio.gather(*(crowd.link_for(WARMING_UP, chats) for crowd in crowds))
    ours = psutil.Process()
    _start_counting(crowds)
    used, own, begun = _cpu(bot), _cpu(ours), time.perf_counter()
    linking = [asyncio.create_task(crowd.link_for(seconds, chats)) for crowd in crowds]
    await asyncio.sleep(seconds)
    took, memory = time.perf_counter() - begun, bot.memory_info().rss
    busy, results = (_cpu(ours) - own) / took, [Result(waits, took) for waits in _start_counting(crowds)]
    await asyncio.gather(*linking)
    rest = _start_counting(crowds)
    for result, waits in zip(results, rest, strict=True):
        result.waits.lost += waits.lost  # of those that were waiting at the end
    whole = Waits.together([*(result.waits for result in results), *rest])
    return Race(results, whole, _cpu(bot) - used, memory, busy)


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


def _start_counting(crowds: Sequence[Crowd]) -> list[Waits]:
    """Anew; what was counted until now."""
    counted = [crowd.waits for crowd in crowds]
    for crowd in crowds:
        crowd.waits = Waits()
    return counted


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
