"""What the page shows of the events: all that the business's systems hear, to the letter."""

from typing import Any

from bot.sandbox.demo.cast import OTHERS
from bot.sandbox.demo.web.snapshot import NAMES, parts
from tests.bot.sandbox.demo.web.page_stage import open_stage_with_page
from tests.waiting import until

WAY = """# A link, and its end
agent: /link 0803 000 0101 mtn school fees
to agent: … is ready
me: <open link>
bot: sent you this link
me: [I agree]
bot: which network
me: [MTN]
bot: MTN has sent
me: <code>
bot: is linked
bot: Receipt
me: unlink
bot: Stop sharing
me: [Yes, do it]
bot: is unlinked
"""


def types_of(events: list[dict[str, Any]]) -> set[str]:
    return {each["type"] for each in events}


async def test_the_page_shows_account_reference_and_agent_as_they_are_heard() -> None:
    async with open_stage_with_page() as stage:
        assert await stage.load(WAY) == ""
        await stage.ask("play", speed="fast")
        playback = stage.simulator.playback
        assert playback
        await until(lambda: playback.state != "playing")
        assert playback.state == "done", playback.why
        await until(lambda: "line.withdrawn" in types_of(stage.stage.inbox.events), act=stage.stage.hurry)
        shown: list[dict[str, Any]] = dict(parts(stage.simulator))["events"]  # type: ignore[assignment]
        heard = [{name: value for name, value in each["data"].items() if value} for each in stage.stage.inbox.events]
    assert [each["data"] for each in shown] == heard
    assert {each["data"]["agent"] for each in shown} == {OTHERS["agent"][0]}
    ended = next(each["data"] for each in shown if each["type"] == "line.withdrawn")
    assert "hidden" not in f"{ended['account_id']} {ended['reference']}"


def test_nobody_on_the_stage_is_called_as_another() -> None:
    """Who reads of the one must not take them for the other."""
    names = [part for name in NAMES.values() for part in name.split()]
    assert len(names) == len(set(names))
