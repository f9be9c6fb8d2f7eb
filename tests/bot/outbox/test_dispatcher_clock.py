"""A clock that was ahead, in this process or in the one before it, makes nothing wait for longer than it was to."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ChannelBusy, WindowClosed
from tests.bot.outbox.dispatcher_stage import ADA, BEN, START, Office, open_office

HOUR = timedelta(hours=1)
LANE = str(ADA).encode()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as office:
        yield office


def set_clock(office: Office, by: timedelta) -> None:
    office.clock._wound += by


async def go_on(office: Office) -> None:
    await office.dispatcher.adopt()
    await office.idle()


async def test_what_an_earlier_process_wrote_ahead_of_time_goes_out_at_once_and_what_is_behind_it_too(
    office: Office,
) -> None:
    set_clock(office, 3 * HOUR)
    await office.write("one", "two")
    set_clock(office, -3 * HOUR)
    await office.die()
    await go_on(office)
    await office.send("three")
    await office.send("for Ben", contact=BEN)
    await office.idle()
    assert sorted(office.platform.taken) == ["for Ben", "one", "three", "two"]
    assert office.clock.now() == START


async def test_all_that_a_lane_has_goes_out_after_the_clock_was_set_back_and_not_its_first_message_alone(
    office: Office,
) -> None:
    office.platform.plan(ChannelBusy(timedelta(minutes=1)))
    await office.send("one", "two")
    await office.idle()
    assert office.platform.taken == []
    set_clock(office, -HOUR)
    await go_on(office)
    office.clock.advance(60)
    await office.idle()
    assert office.platform.taken == ["one", "two"]


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(minutes=1), HOUR, 40 * HOUR])
async def test_whoever_takes_over_by_another_clock_waits_as_long_as_the_platform_asked_for(
    office: Office, ahead: timedelta
) -> None:
    set_clock(office, ahead)
    office.platform.plan(ChannelBusy(timedelta(minutes=10)))
    await office.send("one", life=100 * HOUR)
    await office.idle()
    set_clock(office, -ahead)
    await office.die()
    await go_on(office)
    office.clock.advance(599)
    await go_on(office)
    assert office.platform.taken == []
    office.clock.advance(1)
    await office.idle()
    assert office.platform.taken == ["one"]


async def test_what_is_for_later_rests_until_then_whichever_clock_dated_it(office: Office) -> None:
    """As what is deleted a minute after it was sent."""
    set_clock(office, HOUR)
    await office.write("at once", contact=BEN)
    await office.write("in a minute", rest=timedelta(minutes=1))
    set_clock(office, -HOUR)
    await office.die()
    await go_on(office)
    assert office.platform.taken == ["at once"]
    office.clock.advance(59)
    await go_on(office)
    assert office.platform.taken == ["at once"]
    office.clock.advance(1)
    await office.idle()
    assert office.platform.taken == ["at once", "in a minute"]


async def test_what_was_held_is_sent_when_it_is_released_although_the_clock_was_ahead_when_it_was_written(
    office: Office,
) -> None:
    set_clock(office, HOUR)
    office.platform.plan(WindowClosed())
    await office.send("held")
    await office.idle()
    set_clock(office, -HOUR)
    await go_on(office)
    assert office.platform.taken == []
    now = office.clock.now()
    office.dispatcher.send(await office.database.run(lambda tx: office.outbox.release(tx, LANE, now)))
    await office.idle()
    assert office.platform.taken == ["held"]


async def test_what_was_written_ahead_of_time_is_counted_among_what_should_have_been_sent(office: Office) -> None:
    async def due() -> int:
        return await office.database.read(lambda tx: office.outbox.count_due(tx, office.clock.now()))

    await office.write("in two hours", rest=2 * HOUR)
    assert await due() == 0
    set_clock(office, HOUR)
    await office.write("at once")
    set_clock(office, -HOUR)
    assert await due() == 1
    set_clock(office, 2 * HOUR)
    assert await due() == 2


async def test_a_lane_that_is_hurried_by_a_clock_that_is_ahead_goes_on_with_the_next_round(office: Office) -> None:
    office.platform.plan(ChannelBusy(HOUR))
    await office.send("one")
    await office.idle()
    ahead = office.clock.now() + HOUR / 2
    await office.database.run(lambda tx: office.outbox.hurry(tx, LANE, ahead))
    await go_on(office)
    assert office.platform.taken == ["one"]
