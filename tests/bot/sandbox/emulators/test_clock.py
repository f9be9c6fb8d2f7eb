"""The emulators' clock: standing or running, it wakes whoever is due when it is wound."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.emulators.clock import EmulatedClock
from tests.for_every import for_every
from tests.waiting import until_quiet

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


async def test_a_standing_clock_moves_only_when_it_is_wound() -> None:
    clock = EmulatedClock(NOON)
    assert clock.now() == clock.now() == NOON
    clock.advance(90)
    assert clock.now() == NOON + timedelta(seconds=90)
    with pytest.raises(ValueError, match="back"):
        clock.advance(-1)


async def test_a_running_clock_runs_with_the_world_and_can_be_wound() -> None:
    clock = EmulatedClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    clock.advance(3600)
    assert clock.now() - datetime.now(UTC) > timedelta(minutes=59)


@for_every("clock", [EmulatedClock(NOON), EmulatedClock()])
async def test_a_sleeper_wakes_when_the_clock_is_wound_far_enough(clock: EmulatedClock) -> None:
    sleeper = asyncio.create_task(clock.sleep(100))
    for _ in range(2):
        await until_quiet()
        assert not sleeper.done()
        clock.advance(50)
    await sleeper


async def test_a_running_clock_wakes_its_sleepers_by_itself() -> None:
    await EmulatedClock().sleep(0.01)


async def test_sleeping_for_no_time_does_not_wait() -> None:
    await EmulatedClock(NOON).sleep(0)


async def test_a_timeout_is_over_when_the_clock_says_so_and_not_before() -> None:
    clock = EmulatedClock(NOON)

    async def work() -> None:
        async with clock.timeout(15):
            await asyncio.Event().wait()

    working = asyncio.create_task(work())
    await until_quiet()
    clock.advance(14)
    await until_quiet()
    assert not working.done()
    clock.advance(1)
    with pytest.raises(TimeoutError):
        await working


async def test_a_running_clock_ends_a_timeout_by_itself_and_sooner_when_wound() -> None:
    clock = EmulatedClock()
    with pytest.raises(TimeoutError):
        async with clock.timeout(0.01):
            await asyncio.Event().wait()

    async def work() -> None:
        async with clock.timeout(3600):
            await asyncio.Event().wait()

    working = asyncio.create_task(work())
    for _ in range(2):
        await until_quiet()
        assert not working.done()
        clock.advance(1800)
    with pytest.raises(TimeoutError):
        await working


async def test_what_ends_in_time_is_left_alone() -> None:
    clock = EmulatedClock(NOON)
    async with clock.timeout(15):
        await until_quiet()
    clock.advance(60)
    await until_quiet()
