"""Scripts on the demo's page: loaded, watched step by step or at once, taken over, and what is wrong with one."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.sandbox.demo.web.journeys import all_journeys
from bot.sandbox.demo.web.playback import PAUSES
from bot.sandbox.demo.web.simulator import Simulator
from tests.bot.sandbox.demo.web.page_stage import TELEGRAM, WHATSAPP, PageStage, open_stage_with_page
from tests.for_every import for_every
from tests.waiting import until

SHORT = "# Hello\nme: hello\nbot: Kudi Loans asked me\nme: [No, thanks]\nbot: All right\n"


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[PageStage]:
    async with open_stage_with_page() as stage:
        yield stage


def state_of(stage: PageStage) -> str:
    return stage.simulator.playback.state if stage.simulator.playback else ""


async def test_a_script_waits_and_goes_on_line_by_line(stage: PageStage) -> None:
    assert await stage.load(SHORT) == ""
    assert (state_of(stage), stage.messages()) == ("paused", [])
    await stage.ask("step")
    await until(lambda: stage.simulator.playback and stage.simulator.playback.place == 1)
    assert state_of(stage) == "paused"
    await stage.ask("play", speed="fast")
    await until(lambda: state_of(stage) == "done")
    assert "me: [No, thanks]" in (await stage.http.get("run.chat")).text


@for_every("asked", [{"do": "play", "speed": "fast"}, {"do": "step"}])
async def test_whoever_asks_for_the_next_line_need_not_wait_for_it(
    asked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PAUSES, "slow", 3600.0)
    async with open_stage_with_page() as stage:
        await stage.load(SHORT)
        await stage.ask("play", speed="slow")
        await until(lambda: stage.simulator.playback and stage.simulator.playback.place == 1)
        await stage.ask(**asked)
        await until(lambda: stage.simulator.playback and stage.simulator.playback.place > 1)
        assert (state_of(stage) == "paused") == (asked["do"] == "step")


async def test_whoever_types_takes_over(stage: PageStage) -> None:
    await stage.load(SHORT)
    await stage.say("hello")
    assert state_of(stage) == "stopped"
    await stage.hears("Kudi Loans asked me")


async def test_a_script_that_goes_another_way_says_where(stage: PageStage) -> None:
    await stage.load("me: hello\nbot: Good night\n")
    await stage.ask("play", speed="fast")
    await until(lambda: state_of(stage) == "failed")
    assert stage.simulator.playback
    assert "line 2: bot: Good night" in stage.simulator.playback.why


async def test_a_script_that_is_wrong_is_refused_with_its_line(stage: PageStage) -> None:
    await stage.say("hello")
    assert await stage.load("me: hello\nyou: hello") == "mine.chat:2: not understood: you: hello"
    assert "only: console: it can be played on none" in await stage.load("only: console\nme: hello")
    assert "UTF-8" in str((await stage.http.post("load", content=b"\xff\xfe")).json())
    assert "larger" in await stage.load("# " + "x" * 300_000)
    assert len(stage.messages()) > 0  # what was there goes on


async def test_a_script_gets_the_channels_that_it_is_for(stage: PageStage) -> None:
    await stage.load("only: whatsapp\nagents: whatsapp\nme: hello")
    venue = stage.simulator.scene.stage.venue
    assert (venue.customers, venue.agents) == ("whatsapp", "whatsapp")


async def test_what_would_mean_something_else_in_a_script_is_said_and_only_remarked(stage: PageStage) -> None:
    await stage.say("(hello)")
    await stage.hears("Kudi Loans asked me")
    assert "# me types: (hello)" in stage.simulator.scene.recording.text


async def test_a_question_stands_before_its_answer_also_where_nobody_has_listened_in_between() -> None:
    simulator = Simulator(TELEGRAM)
    await simulator.open()
    try:
        await simulator.scene.say("me", "hello")
        await until(lambda: "I agree" in str(simulator.scene.phones["me"].show(simulator.scene.now)))
        await simulator.scene.tap("me", "I agree", "")
        lines = simulator.scene.recording.text.splitlines()
    finally:
        await simulator.close()
    assert lines.index("buttons: [I agree] [No, thanks] [Is this real?]") < lines.index("me: [I agree]")


async def test_an_older_button_is_told_from_a_newer_one_of_that_label(stage: PageStage) -> None:
    await stage.say("hello")
    await stage.hears("Kudi Loans asked me")
    first = stage.messages()[-1]["id"]
    await stage.say("help")
    await until(lambda: sum("I agree" in str(each["rows"]) for each in stage.messages()) > 1)
    await stage.tap("I agree", message=first)
    assert "me: [I agree] older" in stage.simulator.scene.recording.text


async def test_nobody_is_asked_for_what_is_not_there(stage: PageStage) -> None:
    assert "no such journey" in await stage.ask("watch", name="../secret")
    assert "nobody of that name" in await stage.say("hello", who="ghost")
    assert "nothing of that name" in await stage.ask("dance")
    assert "no link yet" in await stage.ask("open", who="me")
    assert "cannot be sent" in await stage.ask("send", what="money")
    assert await stage.say("x" * 5000) != ""


async def test_numbered_lists_are_text_as_they_are_on_whatsapp() -> None:
    async with open_stage_with_page(WHATSAPP) as stage:
        await stage.ask("begin", customers="whatsapp", agents="telegram", buttons=False)
        await stage.say("hello")
        await stage.hears("1. I agree")
        assert stage.messages()[-1]["rows"] == []


def test_the_journeys_of_the_project_are_all_there_but_those_of_the_console() -> None:
    names = {journey.name for journey in all_journeys()}
    assert {"standard", "happy_mtn", "agent_link"} <= names
