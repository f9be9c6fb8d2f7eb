"""Every page of a link on every screen, light and dark, in every language: it fits, it is quiet, all can use it.

Any two of these stand together in one of the views that are looked at, but for the screen between the narrowest and
the widest, which is looked at once; with `EVERY_VENUE=1` all of them do.
"""

import os
from collections.abc import AsyncIterator
from itertools import product

import pytest
import pytest_asyncio

from bot.http.pages.answers import PAGES
from conversations.wording import LANGUAGES
from tests.bot.http.pages_stage import TOKEN, Site
from tests.browser.browser_stage import ENDS, PHONE, SCREENS, Reader, Scheme, Screen, View

KINDS = {"open": 200, "gone": 404, "busy": 429}
HEAVIEST = 15_000  # bytes, the headers too

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def views(*, every: bool = "EVERY_VENUE" in os.environ) -> list[tuple[str, Screen, Scheme, str]]:
    """Whatever breaks a page breaks it for a pair of these: a theme on a screen, a language on a page."""
    if every:
        return list(product(KINDS, SCREENS, SCHEMES, LANGUAGES))
    pairs = [
        (kind, screen, SCHEMES[(row + column) % 2], LANGUAGES[(row // 2 + column) % len(LANGUAGES)])
        for (row, kind), (column, screen) in product(enumerate(KINDS), enumerate(ENDS))
    ]
    return [*pairs, ("open", PHONE, "dark", LANGUAGES[0])]


pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.parametrize(("kind", "screen", "scheme", "language"), views(), ids=str, scope="module"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def busy() -> Site:
    """The browser came too often already, and its clock stands still."""
    site = Site()
    for _ in range(PAGES):
        await site.get("x", peer="127.0.0.1")
    return site


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def view(
    reader: Reader, busy: Site, kind: str, screen: Screen, scheme: Scheme, language: str
) -> AsyncIterator[View]:
    """Opened once for all that is to be seen on it."""
    site = busy if kind == "busy" else Site()
    token = "gone" if kind == "gone" else TOKEN
    async with reader.read(site.web, f"/l/{token}?lang={language}", screen, scheme) as view:
        yield view


async def test_every_page_fits_its_screen_and_asks_for_nothing_more(view: View, kind: str, screen: Screen) -> None:
    assert view.answer
    assert await view.window.evaluate("[innerWidth, innerHeight]") == [screen.width, screen.height]
    assert view.answer.status == KINDS[kind]
    assert await view.faults() == []
    assert view.complaints == []
    assert len(view.asked) == 1
    sizes = await view.answer.request.sizes()
    assert sizes["responseBodySize"] + sizes["responseHeadersSize"] < HEAVIEST


async def test_every_page_can_be_used_by_everybody(view: View) -> None:
    assert await view.barriers() == []
