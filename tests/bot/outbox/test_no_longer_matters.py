"""What no longer matters when its turn has come is not sent: by itself, before others, or in one message with them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ChannelBusy
from tests.bot.outbox.dispatcher_stage import Office, notify, open_office
from tests.waiting import until

TEN_MINUTES, QUARTER = timedelta(minutes=10), timedelta(minutes=15)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as office:
        yield office


async def pass_by(office: Office, time: timedelta) -> None:
    office.clock.advance(time.total_seconds())
    await office.idle()


async def test_an_answer_that_no_longer_matters_does_not_go_before_the_news_that_it_waited_behind(
    office: Office,
) -> None:
    office.platform.plan(ChannelBusy(QUARTER))
    await notify(office, ("news", "K7M"))
    await office.idle()
    await office.send("a file for ten minutes", life=TEN_MINUTES)
    await pass_by(office, QUARTER)
    assert office.platform.taken == ["news"]
    assert await office.waiting() == []


async def test_news_that_no_longer_matter_are_not_joined_to_others(office: Office) -> None:
    office.platform.plan(ChannelBusy(QUARTER))
    await notify(office, ("lasting", "K7M"))
    await office.idle()
    await notify(office, ("old", "P3X"), life=TEN_MINUTES)
    await notify(office, ("lasting too", "R5T"))
    await pass_by(office, QUARTER)
    assert office.platform.taken == ["lasting\n\nlasting too"]
    assert await office.waiting() == []


async def test_news_that_no_longer_matter_overtake_none_of_the_same_link(office: Office) -> None:
    office.platform.plan(ChannelBusy(QUARTER))
    await notify(office, ("linked", "K7M"))
    await office.idle()
    await notify(office, ("reminder", "K7M"), life=TEN_MINUTES)
    await pass_by(office, QUARTER)
    assert office.platform.taken == ["linked"]


async def test_what_no_longer_matters_when_there_is_room_for_it_is_not_sent(office: Office) -> None:
    office.platform.room = asyncio.Event()
    await office.send("ten minutes", life=TEN_MINUTES)
    await until(lambda: office.platform.turns == 1)
    office.clock.advance(QUARTER.total_seconds())
    office.platform.room.set()
    await office.idle()
    assert office.platform.asked == []
    assert await office.waiting() == []


async def test_what_no_longer_matters_when_it_is_certain_who_sends_is_not_sent(office: Office) -> None:
    """A process that stood still may ask only now whether it still leads."""
    asked = asyncio.Event()

    async def certain() -> None:
        if not asked.is_set():
            office.clock.advance(QUARTER.total_seconds())
            asked.set()

    office.database.certain = certain  # type: ignore[method-assign]
    await office.send("ten minutes", life=TEN_MINUTES)
    await office.send("lasting")
    await office.idle()
    assert office.platform.taken == ["lasting"]
