"""The pictures of the demo's page for README and docs/demo.md: its tour, played to certain lines. Never a test."""

import random
import secrets
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PIL import Image
from playwright.async_api import Browser, FloatRect, Page, expect

import bot.parts
from bot.sandbox.demo.stage import DemoStage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web import open_page
from bot.sandbox.demo.web.simulator import Simulator
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.minting import FRESH
from tests.browser.browser_stage import PHONE, Scheme, Screen, open_window
from tests.waiting import until

WIDE = Screen(1400, 945)
MARGIN = 14  # pixels around what is taken
DAY = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
PORT = 8080  # stands in a link's address, and in its QR code
A_MOMENT = "new Promise(done => setTimeout(done, 500))"  # in which the page hears what is new
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


class SameChance:
    """What `secrets` gives, the same in every run: each place that asks has a series of its own, whoever is first."""

    def __init__(self) -> None:
        self._series: dict[str, random.Random] = {}

    def token_bytes(self, count: int = 32) -> bytes:
        return self._of_caller().randbytes(count)

    def token_hex(self, count: int = 32) -> str:
        return self._of_caller().randbytes(count).hex()

    def choice(self, given: Sequence[str]) -> str:
        return self._of_caller().choice(given)

    def _of_caller(self) -> random.Random:
        code = sys._getframe(2).f_code
        place = f"{Path(code.co_filename).name} {code.co_name}"
        return self._series.setdefault(place, random.Random(place))


async def take_demo(browser: Browser) -> AsyncIterator[tuple[str, Image.Image]]:
    """Each picture by its name. Chance, day and port are always the same: it changes only when the page does."""
    chance = SameChance()
    seeded: dict[str, Any] = {"token_bytes": chance.token_bytes, "token_hex": chance.token_hex, "choice": chance.choice}
    fresh = patch.object(bot.parts, "CHANCE", partial(chance.token_bytes, FRESH))
    with patch.multiple(secrets, **seeded), fresh, patch.object(DemoStage, "port", PORT):
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
    await until(lambda: simulator.scene.stage.waits_for_time)
    await window.evaluate(A_MOMENT)
    await expect(window.locator("#playback-place")).to_have_js_property("value", simulator.playback.place)
    await window.wait_for_function("[...document.images].every(image => image.complete)")
    shown = [box for part in await window.locator(moment.of).all() if (box := await part.bounding_box())]
    whole = Image.open(BytesIO(await window.screenshot())).convert("RGB")
    picture = whole.crop(_around(shown, moment.screen))
    return picture if moment.screen.is_phone else picture.reduce(2)


def _around(boxes: list[FloatRect], screen: Screen) -> tuple[int, int, int, int]:
    """What holds all of them, as far as it is on the screen, in whole pixels of the screen's.

    It is cut out of the whole screen's picture: a part that begins within a pixel is drawn one way or the other.
    """
    left, top = (max(0, floor(min(box[side] for box in boxes)) - MARGIN) for side in ("x", "y"))
    right = min(screen.width, ceil(max(box["x"] + box["width"] for box in boxes)) + MARGIN)
    bottom = min(screen.height, ceil(max(box["y"] + box["height"] for box in boxes)) + MARGIN)
    return 2 * left, 2 * top, 2 * right, 2 * bottom


def save(picture: Image.Image, folder: Path, name: str, colours: int) -> None:
    picture.quantize(colours, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)
