"""The levers of the demo's page: each does what its name says, to the real server, and stands in the run's script."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.mono.numbers import TABLE
from tests.bot.sandbox.demo.web.page_stage import TELEGRAM, WHATSAPP, PageStage, open_stage_with_page
from tests.for_every import for_every
from tests.waiting import until


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[PageStage]:
    async with open_stage_with_page() as stage:
        yield stage


async def test_the_clock_is_wound_to_the_warning_and_past_the_end(stage: PageStage) -> None:
    assert "Nothing of that is ahead" in await stage.ask("wind", to="warning")
    await stage.say("hello")
    await stage.hears("Kudi Loans asked me")
    await stage.tap("I agree")
    await stage.hears("What is the phone number")
    assert await stage.ask("wind", to="warning") == ""
    await stage.hears("3 minutes")
    await stage.ask("wind", to="end")
    await until(lambda: "Continue" in str(stage.messages()[-1]["rows"]))


async def test_the_clock_is_wound_to_the_end_of_the_consent(stage: PageStage) -> None:
    await stage.come_to_the_code()
    await stage.hears("MTN has sent")
    await stage.say(stage.simulator.scene.player.newest_code())
    await stage.hears("Receipt")
    await stage.ask("wind", to="day")
    await stage.ask("wind", to="consent")
    await stage.hears("was unlinked on")


async def test_a_server_that_is_killed_while_the_provider_is_asked_says_that_it_does_not_know(stage: PageStage) -> None:
    await stage.ask("kill")
    assert stage.stage.is_to_be_killed
    await stage.come_to_the_code()
    await until(lambda: not stage.stage.is_to_be_killed)
    await stage.hears("I do not know")
    assert len(stage.stage.mono.sms("08030000101")) == 1


async def test_a_restart_keeps_the_place(stage: PageStage) -> None:
    await stage.say("hello")
    await stage.hears("Kudi Loans asked me")
    assert await stage.ask("restart") == ""
    await stage.tap("I agree")
    await stage.hears("What is the phone number")


@pytest.mark.parametrize("name", ["busy", "processing", "four-digits"])
async def test_the_next_line_is_what_was_chosen_whatever_its_number(stage: PageStage, name: str) -> None:
    await stage.ask("outcome", name=name)
    assert stage.stage.mono.next_role == name
    await stage.come_to_the_code("0803 123 4567")
    expected = {"busy": "busy", "processing": "MTN has sent", "four-digits": "4-digit"}
    await stage.hears(expected[name])
    assert stage.stage.mono.next_role == ""


async def test_every_outcome_is_offered_in_words_and_no_other_is_taken(stage: PageStage) -> None:
    offered = (await stage.http.get("catalogue")).json()["outcomes"]
    assert [each["name"] for each in offered] == [line.name for line in TABLE]
    assert all(each["about"] and each["group"] for each in offered)
    assert "no test number" in await stage.ask("outcome", name="sunshine")


@pytest.mark.parametrize("how", ["twice", "late", "backwards"])
async def test_what_arrives_twice_late_or_backwards_is_answered_all_the_same(stage: PageStage, how: str) -> None:
    await stage.say("hello")
    await stage.hears("Kudi Loans asked me")
    await stage.ask("deliver", how=how)
    await stage.tap("I agree")
    if how == "backwards":
        assert len(stage.heard()) == 1
        await stage.say("0803 000 0101")
    await stage.hears("I keep 0803 000 0101" if how == "backwards" else "What is the phone number")
    await stage.stage.idle()
    assert sum("What is the phone number" in text for text in stage.heard()) == (how != "backwards")
    assert "delivered" in stage.simulator.scene.recording.text


@for_every("venue", [TELEGRAM, WHATSAPP])
async def test_what_is_sent_while_the_network_is_down_is_answered_after_it(venue: Venue) -> None:
    """Telegram posts it again in a while; Twilio never does, and what it holds is looked for as the network is up."""
    async with open_stage_with_page(venue) as stage:
        await stage.ask("network", down=True)
        await stage.say("hello")
        await stage.quiet()  # it was posted by then, and lost
        assert stage.heard() == []
        await stage.ask("network", down=False)
        if venue is TELEGRAM:
            await stage.ask("wind", to="minute")
        await stage.hears("Kudi Loans asked me")
