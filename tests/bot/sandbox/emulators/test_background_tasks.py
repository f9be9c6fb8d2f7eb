"""Background tasks of an emulator: when they are settled, and that resting ones go on when the clock is wound."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.sandbox.emulators.background_tasks import EmulatorTasks
from bot.sandbox.emulators.clock import EmulatedClock
from tests.for_every import for_every
from tests.waiting import PATIENCE

A_MINUTE = timedelta(minutes=1)


class Bench:
    """Tasks on a clock that stands still, and what they have done."""

    def __init__(self) -> None:
        self.clock = EmulatedClock(datetime(2026, 11, 2, tzinfo=UTC))
        self.tasks = EmulatorTasks(self.clock)
        self.done: list[str] = []

    async def do(self, name: str) -> None:
        self.done.append(name)

    async def do_and_again_after_a_minute(self) -> None:
        self.done.append("first")
        await self.tasks.rest_until(self.clock.now() + A_MINUTE)
        self.done.append("again")


async def settle(bench: Bench) -> list[str]:
    async with asyncio.timeout(PATIENCE):
        await bench.tasks.settle()
    return bench.done


async def test_what_has_no_delay_is_done_when_all_is_settled() -> None:
    bench = Bench()
    bench.tasks.start(bench.do("now"))
    bench.tasks.start_in(timedelta(), lambda: bench.do("at once"))
    assert not bench.tasks.is_settled
    assert await settle(bench) == ["now", "at once"]


async def test_what_rests_is_no_reason_to_wait_until_the_clock_is_wound() -> None:
    bench = Bench()
    bench.tasks.start_in(A_MINUTE, lambda: bench.do("late"))
    bench.tasks.start(bench.do_and_again_after_a_minute())
    assert await settle(bench) == ["first"]
    bench.clock.advance(60)
    assert not bench.tasks.is_settled
    assert sorted(await settle(bench)) == ["again", "first", "late"]


async def test_what_is_stopped_is_never_done() -> None:
    bench = Bench()
    bench.tasks.start(bench.do_and_again_after_a_minute())
    await settle(bench)
    await bench.tasks.stop()
    bench.clock.advance(60)
    assert await settle(bench) == ["first"]


@for_every("delay", [timedelta(seconds=1), A_MINUTE])
async def test_what_waits_for_its_moment_is_not_begun_before_it(delay: timedelta) -> None:
    bench = Bench()
    bench.tasks.start_at(bench.clock.now() + delay, lambda: bench.do("due"))
    bench.clock.advance(delay.total_seconds() - 0.5)
    assert await settle(bench) == []
    bench.clock.advance(0.5)
    assert await settle(bench) == ["due"]
    await bench.tasks.stop()
