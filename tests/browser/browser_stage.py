"""A reader with a real Chromium: how it is started, and what is seen in it. Never what a page should look like."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, ConsoleMessage, Page, Response, ViewportSize, async_playwright
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.loopback import serve
from tests.bot.http.pages_stage import TOKEN

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
LINK = f"/l/{TOKEN}"
MISSING = "the pages are looked at in Chromium, which is not here: apt-get install chromium"
# It runs as root in CI, and talks to nobody but the page.
QUIETLY = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # A process for each page takes longer than to look at it, and begins with nothing learned of what it runs.
    *("--renderer-process-limit=1", "--disable-site-isolation-trials", "--in-process-gpu"),
]
FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is as it should be is most of what axe would say, and takes it half of its time. It notes once where everything
# lies, and a picture that comes after that moves what is around it.
BARRIERS = """async rules => {
    await Promise.allSettled([...document.images].map(image => image.decode()));
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const found = await axe.run({ runOnly: rules, resultTypes: ["violations", "incomplete"] });
    return [...found.violations, ...found.incomplete];
}"""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Screen:
    """What a page is shown on, in CSS pixels."""

    width: int
    height: int

    @property
    def is_phone(self) -> bool:
        return self.width < 600

    @property
    def size(self) -> ViewportSize:
        return {"width": self.width, "height": self.height}

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


SMALL_PHONE, PHONE, DESKTOP = Screen(320, 640), Screen(360, 740), Screen(1280, 800)
SCREENS = (SMALL_PHONE, PHONE, DESKTOP)
# What fits the narrowest and the widest screen fits those between.
ENDS = SCREENS if "EVERY_VENUE" in os.environ else (SMALL_PHONE, DESKTOP)


@dataclass
class View:
    """A page in its window. `asked` is every path that the browser wanted, `complaints` what its console says."""

    window: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    answer: Response | None = None

    async def faults(self) -> list[str]:
        """What is wider than the screen, outside its box, under something else, torn, or too small to tap."""
        found: list[str] = await self.window.evaluate(FAULTS)
        return found

    async def barriers(self) -> list[str]:
        """What axe finds against the rules of WCAG 2.2 A and AA, or could not decide."""
        if not await self.window.evaluate("'axe' in window"):
            await self.window.evaluate(AXE_SCRIPT)
        broken = await self.window.evaluate(BARRIERS, RULES)
        return [
            f"{rule['id']}: {node['target']}: {node['html']}: {node['failureSummary']}"
            for rule in broken
            for node in rule["nodes"]
        ]

    def noting(self, app: ASGIApp) -> ASGIApp:
        """The same application; what is asked of it is noted."""

        async def noted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http":
                self.asked.append(scope["path"])
            await app(scope, receive, send)

        return noted

    def hear(self, message: ConsoleMessage) -> None:
        """A status other than 200 is no complaint: whatever it is of stands in `asked`."""
        if "responded with a status of" not in message.text:
            self.complaints.append(message.text)


class Reader:
    """Somebody with a phone and a computer, and a window on each that is kept open from one page to the next."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._windows: dict[bool, Page] = {}

    @asynccontextmanager
    async def read(
        self, app: ASGIApp, path: str = LINK, screen: Screen = SMALL_PHONE, scheme: Scheme = "light"
    ) -> AsyncIterator[View]:
        """Open the page at `path` as `app` serves it."""
        async with look(await self.window(screen), app, path, scheme) as view:
            yield view

    async def window(self, screen: Screen) -> Page:
        """A new one takes longer than to look at a page, and so does the first page in it."""
        window = self._windows.get(screen.is_phone) or await open_window(self.browser, screen)
        self._windows[screen.is_phone] = window
        if window.viewport_size != (size := screen.size):
            await window.set_viewport_size(size)
        return window


@asynccontextmanager
async def look(window: Page, app: ASGIApp, path: str = LINK, scheme: Scheme = "light") -> AsyncIterator[View]:
    """The page in this window, served until the block is left."""
    view = View(window)
    await window.emulate_media(color_scheme=scheme, forced_colors="none")
    window.on("console", view.hear)
    try:
        async with serve(view.noting(app)) as url:
            view.answer = await window.goto(f"{url}{path}")
            yield view
    finally:
        window.remove_listener("console", view.hear)


async def open_window(browser: Browser, screen: Screen, *, scale: int = 1) -> Page:
    """A window of its own, with nothing remembered. `scale` is device pixels for each CSS pixel."""
    return await browser.new_page(
        viewport=screen.size,
        device_scale_factor=scale,
        is_mobile=screen.is_phone,
        has_touch=screen.is_phone,
    )


@asynccontextmanager
async def open_chromium(*more: str, **environment: str) -> AsyncIterator[Browser]:
    """The system's own Chromium, with `more` on its command line and these variables beside its environment."""
    assert CHROMIUM, MISSING
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*QUIETLY, *more], env={**os.environ, **environment}
        )
        try:
            yield browser
        finally:
            await browser.close()
