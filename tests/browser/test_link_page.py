"""The page of an open link in a real browser: what is seen first, how one goes on, and what breaks nothing."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from itertools import product
from typing import Literal

import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Page, Request, Route
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.http.pages.facts import PageFacts
from conversations.languages import WRITTEN
from conversations.wording import LANGUAGES, Business
from tests.bot.http.pages_stage import KUDI, NOW, PREFIX, TOKEN, WAYS, Site
from tests.browser.browser_stage import DESKTOP, ENDS, LINK, SMALL_PHONE, Reader, Scheme, Screen, look
from tests.server_stage import until

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAME = "Nwachukwu" * 4 + "Nwac"  # forty letters and no space
LONG = PageFacts(Business(NAME, KUDI.purpose, KUDI.support, KUDI.privacy), NAME, WAYS, NOW)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
COLOURS: tuple[Literal["none", "active"], ...] = ("none", "active")  # the page's own, or a reader's for all pages
BARS = 128  # pixels of the small phone's height that Android and the browser keep for themselves
# A browser that knows no custom properties, as Opera Mini: what is set with them is as if it were not there.
FORGET_CUSTOM_PROPERTIES = """() => {
    for (const { style } of document.styleSheets[0].cssRules)
        for (const name of [...(style ?? [])]) if (name.startsWith("--")) style.removeProperty(name);
}"""
FOCUS = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return [document.activeElement.textContent, outlineStyle, outlineWidth];
}"""


# What is seen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_way_on_is_seen_on_a_small_phone_without_scrolling(reader: Reader, language: str) -> None:
    async with reader.read(Site().web, f"{LINK}?lang={language}", SMALL_PHONE) as view:
        ends = await view.window.eval_on_selector_all(
            ".way", "all => all.map(way => way.getBoundingClientRect().bottom)"
        )
    assert len(ends) == len(WAYS)
    assert max(ends) < SMALL_PHONE.height - BARS


async def test_a_phone_is_shown_no_code_to_scan(reader: Reader) -> None:
    async with reader.read(Site().web, screen=SMALL_PHONE) as view:
        assert await view.window.locator(".ask").is_visible()
        assert not await view.window.locator(".scan").is_visible()


async def test_a_camera_reads_the_pages_address_off_a_wide_screen(reader: Reader) -> None:
    async with reader.read(Site().web, screen=DESKTOP) as view:
        for scheme, colours in product(SCHEMES, COLOURS):
            await view.window.emulate_media(color_scheme=scheme, forced_colors=colours)
            photograph = await view.window.screenshot()
            codes = zxingcpp.read_barcodes(Image.open(BytesIO(photograph)), try_invert=False)  # as cheap cameras read
            assert [code.text for code in codes] == [PREFIX + TOKEN], (scheme, colours)


# How one goes on


async def test_a_way_on_leads_into_the_chat_without_scripts_and_does_not_tell_where_from(reader: Reader) -> None:
    wanted: list[Request] = []

    async def arrive(route: Route) -> None:
        wanted.append(route.request)
        await route.fulfill(body="the chat")

    async with without_scripts(await reader.window(SMALL_PHONE)) as window, look(window, Site().web) as view:
        await window.route(re.compile("^https:"), arrive)
        await window.get_by_role("link", name="Pidgin").tap()
        await window.get_by_role("link", name="Continue for WhatsApp").tap()
        await window.wait_for_url("https://wa.me/**")
        await window.unroute_all()
    assert view.complaints == []
    assert [request.url for request in wanted] == [WAYS[0].url]
    assert "referer" not in await wanted[0].all_headers()


@asynccontextmanager
async def without_scripts(window: Page) -> AsyncIterator[Page]:
    settings = await window.context.new_cdp_session(window)
    await settings.send("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        yield window
    finally:
        await settings.send("Emulation.setScriptExecutionDisabled", {"value": False})
        await settings.detach()


async def test_the_keyboard_goes_through_the_page_in_the_order_of_reading_and_shows_where_it_is(
    reader: Reader,
) -> None:
    async with reader.read(Site().web, screen=DESKTOP) as view:
        order = [await _next_stop(view.window) for _ in range(4)]
    assert order == ["Pidgin", "Continue on WhatsApp", "Continue on Telegram", "How your details are handled"]


async def _next_stop(window: Page) -> str:
    await window.keyboard.press("Tab")
    text, style, width = await window.evaluate(FOCUS)
    assert (style, width) == ("solid", "3px")
    return str(text)


async def test_not_even_an_icon_is_asked_for(reader: Reader) -> None:
    async with reader.read(_with_bare_page(Site().web)) as view:
        await view.window.goto(view.window.url.replace(TOKEN, "bare"))
        await until(lambda: "/favicon.ico" in view.asked)
    assert view.asked == [f"/l/{TOKEN}", "/l/bare", "/favicon.ico"]  # for the page without a policy, not for ours


def _with_bare_page(app: ASGIApp) -> ASGIApp:
    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        bare = scope["type"] == "http" and scope["path"] == "/l/bare"
        await (HTMLResponse("bare") if bare else app)(scope, receive, send)

    return served


# What breaks nothing


@pytest.mark.parametrize("screen", ENDS, ids=str)
async def test_names_of_forty_letters_break_nothing(reader: Reader, screen: Screen) -> None:
    async with reader.read(Site(LONG).web, screen=screen) as view:
        assert await view.faults() == []
        assert NAME in await view.window.inner_text("h1")


async def test_every_language_that_is_written_fits_a_small_phone(reader: Reader) -> None:
    for language in WRITTEN:
        async with reader.read(Site(languages=WRITTEN).web, f"{LINK}?lang={language}", SMALL_PHONE) as view:
            assert await view.faults() == []


@pytest.mark.parametrize("screen", ENDS, ids=str)
async def test_text_of_twice_the_size_is_cut_nowhere(reader: Reader, screen: Screen) -> None:
    window = await reader.window(screen)
    settings = await window.context.new_cdp_session(window)
    await settings.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    try:
        for language in LANGUAGES:
            async with look(window, Site().web, f"{LINK}?lang={language}") as view:
                assert await view.window.eval_on_selector("body", "body => getComputedStyle(body).fontSize") == "32px"
                assert await view.faults() == []
    finally:
        await settings.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
        await settings.detach()


async def test_the_ways_on_are_seen_where_custom_properties_are_unknown(reader: Reader) -> None:
    async with reader.read(Site().web) as view:
        await view.window.evaluate(FORGET_CUSTOM_PROPERTIES)
        assert await view.window.eval_on_selector("main", "main => getComputedStyle(main).color") == "rgb(0, 0, 0)"
        assert await view.barriers() == []
