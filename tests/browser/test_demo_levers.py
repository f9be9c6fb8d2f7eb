"""The levers and the scripts on the demo's page: every button is joined to what it says, and journeys can be watched.

`EVERY_VENUE=1` watches all of the project's journeys to their end, one after the other.
"""

import os

import pytest
from playwright.async_api import expect

from bot.sandbox.demo.web.journeys import all_journeys
from bot.sandbox.demo.web.playback import PAUSES
from tests.browser.browser_stage import Reader
from tests.browser.demo_stage import DemoView, open_demo

pytestmark = pytest.mark.asyncio(loop_scope="session")

FEW = ("declined", "two_chats_one_line")
WATCHED = [each.name for each in all_journeys()] if "EVERY_VENUE" in os.environ else FEW
TITLES = {each.name: each.script.title for each in all_journeys()}
LONG = 3600.0  # seconds between two lines: nobody waits for the second but who asks for it
EACH = 60_000  # milliseconds for one of them, at most


async def test_every_lever_does_what_it_says(reader: Reader) -> None:
    async with open_demo(reader) as view:
        await view.customer.types("hello")
        await view.customer.hears("Kudi Loans asked me")
        await view.press("Twice")
        await expect(view.window.get_by_role("button", name="Twice", exact=True)).to_have_attribute(
            "aria-pressed", "true"
        )
        await view.customer.taps("I agree")
        await view.customer.hears("What is the phone number")
        await view.press("Half a minute late")
        await view.customer.types("0803 123 4567")
        await view.customer.hears("which network")
        await view.press("Restart it")
        await view.press("Cut it")
        await view.customer.taps("Airtel")
        await view.press("Mend it: nothing gets through")
        await view.window.locator("#outcome").select_option("four-digits")
        await view.press("A minute")
        await view.customer.hears("does not know")
        await view.press("Kill it in its next call to Mono")
        await view.customer.taps("MTN")
        await view.customer.hears("I do not know")
        await view.press("To the warning")
        await view.customer.hears("3 minutes")
        await view.press("Past the end")
        await view.customer.hears("Time is up")
        await view.press("A day")
        await view.press("To the end of consent")
        await view.wait_for("#refused", "Nothing of that is ahead")
        await view.press("Two of it, in the wrong order")
        written = set(view.simulator.scene.recording.text.splitlines())
        assert {"held", "delivered: twice", "killed", "restart", "network: down", "network: up"} <= written
        assert view.complaints == []


@pytest.mark.timeout(len(WATCHED) * EACH // 1000)
async def test_journeys_are_watched_to_their_end(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAUSES, "usual", LONG)
    async with open_demo(reader) as view:
        await view.window.locator("#journeys > summary").click()
        for name in WATCHED:
            await view.press(f"Watch: {TITLES[name]}")
            await expect(view.window.locator("#playback-title")).to_have_text(TITLES[name])
            await view.press("At once")
            await expect(view.window.locator("#playback-state")).to_have_text("It went as written.", timeout=EACH)
        assert view.complaints == []


async def _load(view: DemoView, name: str, script: str) -> None:
    given = {"name": name, "mimeType": "text/plain", "buffer": script.encode()}
    await view.window.locator("#load").set_input_files(given)  # type: ignore[arg-type]


async def test_a_script_is_loaded_and_played_step_by_step_or_refused_with_its_line(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PAUSES, "slow", LONG)
    async with open_demo(reader) as view:
        await _load(view, "wrong.chat", "me: hello\nyou: hello\n")
        await view.wait_for("#refused", "wrong.chat:2: not understood: you: hello")
        await _load(view, "mine.chat", "# Mine\nme: hello\nbot: Kudi Loans asked me\nbot: Good night\n")
        await view.wait_for("#playback-state", "Waits for you")
        await view.press("One line")
        await view.customer.hears("Kudi Loans asked me")
        await view.press("Slowly")
        await view.wait_for("#playback-state", "Plays")
        assert view.simulator.playback
        assert view.simulator.playback.speed == "slow"
        await view.press("At once")
        await view.wait_for("#playback-state", "It went another way. line 4: bot: Good night")
        assert view.simulator.playback.speed == "fast"
        async with view.window.expect_download() as download:
            await view.window.get_by_role("link", name="Download this run").click()
        path = await (await download.value).path()
        assert "me: hello" in path.read_text(encoding="utf-8")
