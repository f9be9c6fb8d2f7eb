"""The dispatcher tries each message until it arrives or no longer matters: in order, ever later, at least once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.errors import ChannelBusy, ChannelDown, MessageRefused, RecipientGone
from bot.monitoring.metrics import Metrics
from bot.outbox.carrying import FIRST_WAIT, LONGEST_WAIT
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.payloads import ChatMessage, Payload, payload_of
from tests.bot.outbox.dispatcher_stage import ADA, BEN, DAY, Office, Platform, open_office
from tests.waiting import until, until_quiet


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as office:
        yield office


# Order


async def test_letters_of_a_lane_arrive_in_order_although_the_first_has_trouble(office: Office) -> None:
    office.platform.plan(ChannelDown("500"), ChannelBusy(timedelta(seconds=3)), ChannelDown("500"))
    await office.send("one", "two")
    await office.send("three")
    await office.settle()
    assert office.platform.taken == ["one", "two", "three"]


async def test_trouble_in_one_lane_holds_nobody_else_up(office: Office) -> None:
    office.platform.plan(*[ChannelDown("500")] * 5)
    await office.send("for Ada")
    await office.send("for Ben", contact=BEN)
    await until(lambda: office.platform.taken == ["for Ben"])


async def test_turns_that_are_told_of_in_the_wrong_order_are_carried_in_the_right_one(office: Office) -> None:
    one, two, three, four = await office.write("one", "two", "three", "four")
    for message in (one, four, two, three):
        office.dispatcher.send([message])
    await office.settle()
    assert office.platform.taken == ["one", "two", "three", "four"]


async def test_a_letter_that_is_told_of_twice_is_carried_once(office: Office) -> None:
    messages = await office.write("one", "two")
    office.dispatcher.send(messages)
    office.dispatcher.send(messages)
    await office.dispatcher.adopt()
    await office.idle()
    assert office.platform.taken == ["one", "two"]


async def test_a_lane_that_rests_goes_on_at_once_where_it_is_hurried_and_nothing_is_sent_twice(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(hours=1)))
    await office.send("one", "two")
    await office.idle()
    assert office.platform.taken == []
    (lane, *_) = {message.lane for message in await office.waiting()}
    office.dispatcher.hurry([lane, b"another"])
    await office.idle()
    assert office.platform.taken == ["one", "two"]
    await office.send("three")
    office.clock.advance(7200)
    await office.settle()
    assert office.platform.taken == ["one", "two", "three"]


async def test_a_lane_that_another_process_has_hurried_goes_on_with_the_next_round(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(hours=1)))
    await office.send("one", "two")
    await office.idle()
    (lane, *_) = {message.lane for message in await office.waiting()}
    await office.dispatcher.adopt()
    await office.idle()
    assert office.platform.taken == []
    await office.database.run(lambda tx: office.outbox.hurry(tx, lane, office.clock.now()))
    await office.dispatcher.adopt()
    await office.idle()
    assert office.platform.taken == ["one", "two"]


async def test_the_next_message_is_sent_only_once_the_disk_knows_of_the_last(office: Office) -> None:
    """So death repeats no more than one, and never an earlier one after a later one."""
    waiting: list[list[str]] = []

    class Looking(Platform):
        async def hand_over(self, body: Payload) -> None:
            bodies = [payload_of(message) for message in await office.waiting()]
            waiting.append([each.content.text for each in bodies if isinstance(each, ChatMessage)])

    office.dispatcher = Dispatcher(office.database, office.outbox, office.clock, Looking(office.clock), Metrics())
    await office.send("one", "two", "three")
    await office.settle()
    assert waiting == [["one", "two", "three"], ["two", "three"], ["three"]]


# Trying again


async def test_a_platform_that_is_down_is_asked_later_and_later_and_then_every_two_minutes(office: Office) -> None:
    office.platform.plan(*[ChannelDown("500")] * 9)
    await office.send("hello")
    await office.settle()
    moments = [moment for _, moment in office.platform.asked]
    waits = [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]
    assert waits == [2, 4, 8, 16, 32, 64, 120, 120, 120]
    assert (FIRST_WAIT.total_seconds(), LONGEST_WAIT.total_seconds()) == (2, 120)


async def test_the_waits_go_on_growing_in_the_next_process(office: Office) -> None:
    office.platform.plan(*[ChannelDown("500")] * 3)
    await office.send("hello")
    await until(lambda: len(office.platform.asked) == 1)
    await office.die()
    await office.dispatcher.adopt()
    await office.settle()
    assert [moment.total_seconds() for _, moment in office.platform.asked] == [0, 2, 6, 14]


async def test_a_busy_platform_is_asked_again_exactly_when_it_said(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(seconds=7)), ChannelBusy(timedelta(seconds=40)), ChannelDown("500"))
    await office.send("hello")
    await office.settle()
    assert [moment.total_seconds() for _, moment in office.platform.asked] == [0, 7, 47, 49]


async def test_a_defect_in_a_channel_is_as_if_the_platform_were_down(office: Office) -> None:
    office.platform.plan(ValueError("a defect"))
    await office.send("one", "two")
    await office.settle()
    assert office.platform.taken == ["one", "two"]
    assert [text for text, _ in office.platform.asked] == ["one", "one", "two"]


async def test_what_waits_for_its_date_is_not_under_way_and_what_is_being_sent_is(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(seconds=7)), sending := asyncio.Event())
    await office.send("hello")
    await office.idle()
    assert [text for text, _ in office.platform.asked] == ["hello"]
    office.clock.advance(7)
    idle = asyncio.create_task(office.idle())
    await until(lambda: office.platform.taken)
    await until_quiet()
    assert not idle.done()
    sending.set()
    await idle
    assert await office.waiting() == []


# Giving up


async def test_a_letter_is_not_sent_once_it_no_longer_matters(office: Office) -> None:
    office.platform.plan(*[ChannelDown("500")] * 4)
    await office.send("old", life=timedelta(seconds=20))
    await office.send("fresh")
    await office.settle()
    assert [text for text, _ in office.platform.asked] == ["old"] * 4 + ["fresh"]
    assert office.platform.taken == ["fresh"]


async def test_a_refused_message_is_given_up_and_the_next_one_follows(office: Office) -> None:
    office.platform.plan(MessageRefused("too long"))
    await office.send("one", "two")
    await office.settle()
    assert office.platform.taken == ["two"]


async def test_who_is_gone_is_asked_for_once_and_nothing_more_is_kept_for_them(office: Office) -> None:
    office.platform.plan(RecipientGone("blocked"))
    await office.send("one", "two", "three")
    await office.settle()
    assert office.platform.gone == [ADA]
    assert [text for text, _ in office.platform.asked] == ["one"]


async def test_what_is_written_after_somebody_came_back_is_sent(office: Office) -> None:
    office.platform.plan(RecipientGone("blocked"))
    await office.send("one", "two")
    await office.settle()
    await office.send("welcome back")
    await office.settle()
    assert office.platform.taken == ["welcome back"]


@pytest.mark.parametrize(("kind", "body"), [("message", b"{"), ("message", b"{}"), ("pigeon", b"{}")])
async def test_a_letter_of_another_release_is_dropped_and_holds_nothing_up(
    office: Office, kind: str, body: bytes
) -> None:
    lane, now = str(ADA).encode(), office.clock.now()
    await office.database.run(lambda tx: office.outbox.add(tx, lane, kind, body, now, now + DAY))
    await office.write("readable")
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["readable"]


# Dying


async def test_death_between_sending_and_noting_repeats_that_letter_once_and_no_other(office: Office) -> None:
    office.platform.plan(asyncio.Event())
    await office.send("one", "two", "three")
    await until(lambda: office.platform.taken == ["one"])
    await office.die()
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["one", "one", "two", "three"]


async def test_what_cannot_be_carried_in_time_stays_for_the_next_process(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(minutes=5)))
    await office.send("one", "two")
    await until(lambda: len(office.platform.asked) == 1)
    await office.dispatcher.finish(patience=0.01)
    assert [message.number for message in await office.waiting()] == [1, 2]


async def test_a_disk_that_fails_loses_no_letter(office: Office) -> None:
    messages = await office.write("one", "two")
    await office.database.close()
    office.dispatcher.send(messages)
    await office.dispatcher.finish(patience=1)
    await office.open()
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["one", "one", "two"]
