"""The demo's page: what a stranger does on it, from a link to a withdrawal, and that all can use it on every screen.

On a crossed venue each phone has the other platform. `EVERY_VENUE=1` goes all the way on both of one kind too, and
has the screen between a phone's and a computer's looked at by axe, where otherwise it is only seen to fit.
"""

import os
from pathlib import Path

import pytest

from bot.sandbox.demo.player import Player
from bot.sandbox.demo.script import parse_script
from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web.routes import PAGE
from tests.browser.browser_stage import DESKTOP, PHONE, Reader, Scheme, Screen
from tests.browser.demo_stage import TELEGRAM, DemoView, look_at, open_demo

pytestmark = pytest.mark.asyncio(loop_scope="session")

LARGEST = 80_000  # bytes of everything that the page is made of
TABLET = Screen(768, 1024)
CROSSED, OTHERWISE = Venue("whatsapp", "telegram"), Venue("telegram", "whatsapp")
EVERY_VENUE = "EVERY_VENUE" in os.environ
VENUES = [CROSSED, TELEGRAM] if EVERY_VENUE else [CROSSED]
SCRIPT = """# The first questions, and a link
agent: /link 0803 000 0101
to agent: is ready
to agent: Hello
me: hello
bot: Kudi Loans asked me
me: [I agree]
bot: What is the phone number
"""


async def link_and_withdraw(view: DemoView) -> None:
    """All of it by clicks on the page, and one line that the agent types."""
    for begins in ("/link", "hello"):
        await view.window.get_by_placeholder(f"Type {begins} to begin").wait_for()
    await view.agent.types("/link 0803 000 0101 mtn school fees")
    await view.agent.taps("QR code of the link Scan it with the customer’s phone")
    await view.agent.hears("was opened")
    await view.customer.taps("I agree")
    await view.agent.hears("they agreed")
    await view.customer.hears("which network")
    await view.press("To the warning")
    await view.customer.hears("3 minutes")
    await view.press("Past the end")
    await view.customer.taps("Continue")
    await view.customer.hears("which network", times=2)
    await view.customer.taps("MTN")
    await view.agent.hears("the code was sent by SMS")
    await view.window.get_by_role("button", name="in the chat").last.click()
    await view.customer.hears("is linked")
    await view.agent.hears("is linked")
    await view.customer.types("/unlink")
    await view.customer.taps("Yes, do it")
    await view.customer.hears("is unlinked")
    await view.agent.hears("is not linked any more")
    await view.wait_for("#events", "line.withdrawn")


@pytest.mark.parametrize("venue", VENUES, ids=str)
async def test_a_stranger_goes_all_the_way_and_the_run_can_be_played_again(
    reader: Reader, tmp_path: Path, venue: Venue
) -> None:
    async with open_demo(reader, venue) as view:
        await link_and_withdraw(view)
        await view.simulator.listen()
        script = view.simulator.scene.recording.text
        assert view.complaints == []
        assert [url for url in view.asked if not url.startswith(view.address)] == []
    said: list[str] = []

    def tell(line: str) -> None:
        print(line)  # noqa: T201 - where it goes otherwise, pytest shows what was said until then
        said.append(line)

    async with open_stage(tmp_path, venue) as stage:
        await Player(stage, tell).play(parse_script(script))
    assert any("is unlinked" in line for line in said)


async def test_nothing_is_lost_by_a_reload_and_two_browsers_see_the_same(reader: Reader) -> None:
    async with open_demo(reader) as view:
        await view.customer.types("hello")
        await view.customer.hears("Kudi Loans asked me")
        await view.customer.root.get_by_role("textbox").fill("half a thou")
        seen = await view.customer.texts()
        await view.window.reload()
        await view.customer.hears("Kudi Loans asked me")
        assert await view.customer.texts() == seen
        assert await view.customer.root.get_by_role("textbox").input_value() == "half a thou"
        async with look_at(reader, view.simulator, view.address, PHONE) as other:
            await other.customer.taps("I agree")
            await view.customer.hears("What is the phone number")


async def test_a_name_with_markup_is_shown_as_it_is(reader: Reader) -> None:
    name = "<img src=x onerror=alert(1)> & Sons"
    async with open_demo(reader) as view:
        await view.agent.types(f"/link 0803 000 0116 {name}")
        await view.agent.hears("is ready")
        await view.agent.types(name)
        await view.agent.hears(name)
        assert await view.window.locator("img[src=x]").count() == 0
        assert view.complaints == []


async def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    async with open_demo(reader) as view:
        await view.customer.root.get_by_role("textbox").focus()
        await view.window.keyboard.type("hello")
        await view.window.keyboard.press("Enter")
        agree = view.customer.root.get_by_role("button", name="I agree", exact=True)
        await agree.focus()
        await view.window.keyboard.press("Enter")
        await view.customer.hears("What is the phone number")


@pytest.mark.parametrize(
    ("screen", "scheme", "venue"), [(PHONE, "dark", OTHERWISE), (DESKTOP, "light", CROSSED)], ids=str
)
async def test_it_fits_every_screen_and_all_can_use_it(
    reader: Reader, screen: Screen, scheme: Scheme, venue: Venue
) -> None:
    async with open_demo(reader, venue, screen, scheme) as view:
        await view.simulator.load(SCRIPT, "mine.chat")
        await view.simulator.do({"do": "play", "speed": "fast"})
        await view.wait_for("#playback-state", "It went as written.")
        await view.window.locator("#journeys > summary").dispatch_event("click")
        await view.window.evaluate(
            "find => { find.value = 'tour'; find.dispatchEvent(new Event('input')) }",
            await view.window.query_selector("#journeys-find"),
        )
        for shown in ("customer", "agent", "levers", "scripts", "behind") if screen.is_phone else ("",):
            if shown:
                await view.window.locator(f"[data-to={shown}]").click()
            await fits(view)
            assert await view.barriers() == []
        if screen == DESKTOP:
            await view.window.set_viewport_size(TABLET.size)
            await fits(view)
            assert not EVERY_VENUE or await view.barriers() == []
        assert view.complaints == []


async def fits(view: DemoView) -> None:
    assert await view.window.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_the_page_is_small() -> None:
    assert sum(len(part.read_bytes()) for part in PAGE.iterdir()) < LARGEST
