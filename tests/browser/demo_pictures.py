"""The pictures of the demo's page for README and docs/demo.md: its tour, played to certain lines. Never a test."""

import random
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from PIL import Image
from playwright.async_api import Browser, FloatRect, Page, expect

from bot.sandbox.demo.stage import DemoStage, Venue
from bot.sandbox.demo.web import open_page
from bot.sandbox.demo.web.simulator import Simulator
from bot.sandbox.emulators.clock import EmulatedClock
from tests.browser.browser_stage import PHONE, Scheme, Screen, open_window
from tests.waiting import until

WIDE = Screen(1400, 945)
MARGIN = 14  # pixels around what is taken
DAY = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
PORT = 8080  # stands in a link's address, and in its QR code
PHONES, ALL = ".person", "body"


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the tour, and what is taken once it was played."""

    after: str
    name: str
    of: str = PHONES
    screen: Screen = WIDE
    scheme: Scheme = "light"


MOMENTS = (
    Moment("to agent: … was opened", "demo-consent"),
    Moment("to agent: … is stuck", "demo-wrong-network"),
    Moment("to agent: … is stuck", "demo-phone", ALL, PHONE, "dark"),
    Moment("to agent: … the code was sent by SMS", "demo", ALL),
    Moment("deleted", "demo-late-code"),
    Moment("bot: Airtel has sent", "demo-restart"),
    Moment("to agent: … is not linked any more: the consent for it has ended", "demo-withdrawal"),
)


async def take_demo(browser: Browser) -> AsyncIterator[tuple[str, Image.Image]]:
    """Each picture by its name. Chance, day and port are always the same: it changes only when the page does."""
    chance = random.Random(7)
    seeded = {
        "token_bytes": chance.randbytes,
        "token_hex": lambda count: chance.randbytes(count).hex(),
        "choice": chance.choice,
    }
    with patch.multiple(secrets, **seeded), patch.object(DemoStage, "port", PORT):
        simulator = Simulator(Venue("telegram", "whatsapp"), lambda: EmulatedClock(DAY))
        async with open_page(simulator, token="t") as address:
            await simulator.do({"do": "watch", "name": "tour"})
            for moment in MOMENTS:
                await _play_to(simulator, moment.after)
                async with _window(browser, moment, address) as window:
                    yield moment.name, await _take(window, moment, simulator)


async def _play_to(simulator: Simulator, line: str) -> None:
    """Step until that line was the last one that was played."""
    playback = simulator.playback
    assert playback
    while playback.place == 0 or playback.script.lines[playback.place - 1].written != line:
        place = playback.place
        await simulator.do({"do": "step"})
        await until(lambda place=place: playback.place > place or not playback.is_under_way)  # type: ignore[misc]
        assert playback.is_under_way or playback.state == "done", playback.why


@asynccontextmanager
async def _window(browser: Browser, moment: Moment, address: str) -> AsyncIterator[Page]:
    window = await open_window(browser, moment.screen, scale=2)
    await window.emulate_media(color_scheme=moment.scheme)
    await window.goto(address)
    yield window
    await window.close()


async def _take(window: Page, moment: Moment, simulator: Simulator) -> Image.Image:
    assert simulator.playback
    await expect(window.locator("#playback-place")).to_have_js_property("value", simulator.playback.place)
    await window.wait_for_function("[...document.images].every(image => image.complete)")
    shown = [box for part in await window.locator(moment.of).all() if (box := await part.bounding_box())]
    picture = Image.open(BytesIO(await window.screenshot(clip=_around(shown, moment.screen)))).convert("RGB")
    return picture if moment.screen.is_phone else picture.reduce(2)


def _around(boxes: list[FloatRect], screen: Screen) -> FloatRect:
    """What holds all of them, as far as it is on the screen."""
    left, top = (max(0, min(box[side] for box in boxes) - MARGIN) for side in ("x", "y"))
    right = min(screen.width, max(box["x"] + box["width"] for box in boxes) + MARGIN)
    bottom = min(screen.height, max(box["y"] + box["height"] for box in boxes) + MARGIN)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def save(picture: Image.Image, folder: Path, name: str, colours: int) -> None:
    picture.quantize(colours, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)
