"""The demo's page in a real Chromium, with hands for both phones. Never what should be seen there."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Dialog, Error, Locator, Request, expect

from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web import open_page
from bot.sandbox.demo.web.simulator import Simulator
from tests.browser.browser_stage import DESKTOP, Reader, Scheme, Screen, View
from tests.waiting import until

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

    def hear_error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def hear_request(self, request: Request) -> None:
        self.asked.append(request.url)

    async def press(self, name: str) -> None:
        """A button that stands outside of the phones."""
        await self.window.get_by_role("button", name=name, exact=True).click()

    async def wait_for(self, selector: str, text: str) -> None:
        await expect(self.window.locator(selector)).to_contain_text(text)


@asynccontextmanager
async def open_demo(
    reader: Reader, venue: Venue = TELEGRAM, screen: Screen = DESKTOP, scheme: Scheme = "light"
) -> AsyncIterator[DemoView]:
    """A simulator of its own, and its page. What the bot holds back for a second is said at once."""
    simulator = Simulator(venue)
    async with (
        open_page(simulator) as address,
        hurrying(simulator),
        look_at(reader, simulator, address, screen, scheme) as view,
    ):
        yield view


@asynccontextmanager
async def hurrying(simulator: Simulator) -> AsyncIterator[None]:
    """Whenever the bot waits only for time, it passes."""
    over = asyncio.Event()

    def hurry() -> None:
        simulator.scene.stage.hurry()  # of the scene that is on by then

    passing = asyncio.create_task(until(over.is_set, patience=math.inf, act=hurry))
    try:
        yield
    finally:
        over.set()
        await passing


@asynccontextmanager
async def look_at(
    reader: Reader, simulator: Simulator, address: str, screen: Screen = DESKTOP, scheme: Scheme = "light"
) -> AsyncIterator[DemoView]:
    """The page, once it has heard everything that there is, until it is left."""
    window = await reader.window(screen)
    view = DemoView(window, address=address, simulator=simulator)
    await window.emulate_media(color_scheme=scheme, forced_colors="none")
    heard: dict[str, Callable[..., object]] = {
        "console": view.hear,
        "pageerror": view.hear_error,
        "request": view.hear_request,
        "dialog": Dialog.accept,
    }
    for name, hear in heard.items():
        window.on(name, hear)  # type: ignore[call-overload]
    try:
        view.answer = await window.goto(address)
        await expect(window.locator("#journeys-list li")).not_to_have_count(0)
        await expect(window.locator("#clock-at")).to_contain_text(":")
        yield view
    finally:
        await window.goto("about:blank")
        for name, hear in heard.items():
            window.remove_listener(name, hear)
