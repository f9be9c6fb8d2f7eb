"""How long people wait for replies is told by what answers them alone, whatever kept it back."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ChannelBusy, ChannelDown, WindowClosed
from conversations.customer.events import OtpSent
from tests.bot.monitoring.test_metrics import figures
from tests.bot.outbox.dispatcher_stage import ADA, Office, open_office
from tests.bot.turns.agents_stage import TUNDE
from tests.bot.turns.agents_stage import open_office as open_agents
from tests.bot.turns.engine_stage import open_bench
from tests.scenes import FORM, REFERENCE


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as office:
        yield office


def waited(office: Office) -> tuple[float, float]:
    """How many replies were timed, and their seconds together."""
    counted = figures(office.metrics)
    name = 'telcolink_reply_seconds_{}{{channel="console"}}'
    return counted.get(name.format("count"), 0), counted.get(name.format("sum"), 0)


async def reply(office: Office, text: str) -> None:
    office.dispatcher.send(await office.write(text, asked_at=office.clock.now()))
    await office.settle()


async def test_the_time_that_a_busy_or_failing_platform_takes_is_a_part_of_it(office: Office) -> None:
    await reply(office, "at once")
    office.platform.plan(ChannelBusy(timedelta(seconds=40)), ChannelDown("500"))
    await reply(office, "after all that")
    count, seconds = waited(office)
    assert count == 2
    assert seconds == pytest.approx(42)


async def test_what_comes_by_itself_and_what_was_held_for_hours_is_no_reply(office: Office) -> None:
    await office.send("your link ends in two hours")
    await office.settle()
    office.platform.plan(WindowClosed())
    await reply(office, "held")
    office.clock.advance(10 * 3600)
    lane, now = str(ADA).encode(), office.clock.now()
    office.dispatcher.send(await office.database.run(lambda tx: office.outbox.release(tx, lane, now)))
    await office.settle()
    assert office.platform.taken == ["your link ends in two hours", "held"]
    assert waited(office) == (0, 0)


async def test_only_what_a_person_said_is_answered() -> None:
    async with open_bench() as bench:
        said = await bench.say("start", "yes", "0803 123 4567", "mtn")
        told = await bench.answer(OtpSent, REFERENCE, FORM)
        now = bench.clock.now()
    assert [message.asked_at for message in said.messages if message.kind == "message"] == [now] * len(said.messages)
    assert told.messages
    assert [message.asked_at for message in told.messages] == [None] * len(told.messages)


async def test_an_agent_is_answered_and_hears_news_unasked() -> None:
    async with open_agents() as agents:
        await agents.recruit(TUNDE, "Tunde")
        token = await agents.make_link(TUNDE)
        own, others = await agents.say(TUNDE, "/links"), await agents.open(ADA, token)
    assert {message.asked_at for message in own.messages} == {agents.clock.now()}
    assert {(message.kind, message.asked_at is None) for message in others.messages} == {
        ("message", False),
        ("notice", True),
    }
