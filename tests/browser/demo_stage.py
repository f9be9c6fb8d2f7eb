"""The demo's page in a real Chromium, with hands for both phones. Never what should be seen there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Browser, Locator, Page, expect

from bot.sandbox.demo.stage import Venue
from bot.sandbox.demo.web import open_page
from bot.sandbox.demo.web.simulator import Simulator
from tests.browser.browser_stage import DESKTOP, Scheme, Screen, View, open_window

TELEGRAM = Venue("telegram", "telegram")
PATIENCE = 20_000  # milliseconds; only an upper bound

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class PhoneInHand:
    """One of the two phones on the page."""

    root: Locator

    async def types(self, text: str) -> None:
        await self.root.get_by_role("textbox").fill(text)
        await self.root.get_by_role("button", name="Send", exact=True).click()

    async def taps(self, label: str) -> None:
        """The newest button of that label."""
        await self.root.get_by_role("button", name=label, exact=True).last.click()

    async def hears(self, text: str, times: int = 1) -> None:
        """So many messages that hold these words are there."""
        await expect(self.root.locator(".msg", has_text=text).nth(times - 1)).to_be_visible()

    async def texts(self) -> list[str]:
        return await self.root.locator(".msg .bubble").all_inner_texts()


@dataclass
class DemoView(View):
    """The page of a simulator, `address`. Beside what every view has: who is on it."""

    address: str = ""
    simulator: Simulator = field(default_factory=lambda: Simulator(TELEGRAM))

    @property
    def customer(self) -> PhoneInHand:
        return PhoneInHand(self.window.locator("#customer-phone"))

    @property
    def agent(self) -> PhoneInHand:
        return PhoneInHand(self.window.locator("#agent-phone"))

    async def press(self, name: str) -> None:
        """A button that stands outside of the phones."""
        await self.window.get_by_role("button", name=name, exact=True).click()

    async def wait_for(self, selector: str, text: str) -> None:
        await expect(self.window.locator(selector)).to_contain_text(text)


@asynccontextmanager
async def open_demo(
    browser: Browser, venue: Venue = TELEGRAM, screen: Screen = DESKTOP, scheme: Scheme = "light"
) -> AsyncIterator[DemoView]:
    """A simulator of its own, and its page in a window of its own."""
    simulator = Simulator(venue)
    async with open_page(simulator) as address:
        window = await open_window(browser, screen)
        try:
            yield await look_at(window, simulator, address, scheme)
        finally:
            await window.close()


async def look_at(window: Page, simulator: Simulator, address: str, scheme: Scheme = "light") -> DemoView:
    """The page, once it has heard everything that there is."""
    view = DemoView(window, address=address, simulator=simulator)
    await window.emulate_media(color_scheme=scheme)
    window.on("console", view.hear)
    window.on("pageerror", lambda error: view.complaints.append(str(error)))
    window.on("request", lambda request: view.asked.append(request.url))
    view.answer = await window.goto(address)
    await expect(window.locator("#journeys-list li")).not_to_have_count(0)
    await expect(window.locator("#clock-at")).to_contain_text(":")
    return view
