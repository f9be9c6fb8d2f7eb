"""The pages of a receipt and of a file in a real browser, on every screen: they fit, and all can use them."""

import os

import pytest
from playwright.async_api import expect

from bot.http.pages.files import file_page_routes
from bot.http.pages.receipts import SIGNED
from storage.one_time_files import OneTimeFile
from tests.bot.http.file_stage import open_files
from tests.bot.http.receipt_stage import open_site
from tests.browser.browser_stage import DESKTOP, SMALL_PHONE, Reader, Scheme, Screen, View

pytestmark = pytest.mark.asyncio(loop_scope="session")

SHOWN: tuple[tuple[Screen, Scheme, str], ...] = ((SMALL_PHONE, "light", "en"), (DESKTOP, "dark", "pcm"))
# What differs between the states of a receipt is words.
AGAIN = SHOWN if "EVERY_VENUE" in os.environ else SHOWN[:1]
FILE = OneTimeFile("statement-2026-10.csv", "text/csv; charset=utf-8", b"Date,In")


async def is_sound(view: View) -> None:
    assert await view.faults() == []
    assert await view.barriers() == []
    assert view.complaints == []
    assert len(view.asked) == 1


async def test_a_receipt_says_how_it_stands_on_every_screen(reader: Reader) -> None:
    async with open_site() as site:
        address, path = await site.address(), await site.path()
        for become, said, shown in (
            (None, "This receipt is valid", SHOWN),
            (site.narrow, "This receipt is valid, in part", AGAIN),
            (site.end, "This receipt has ended", AGAIN),
        ):
            if become:
                await become()
            for screen, scheme, language in shown:
                async with reader.read(site.web, f"{path}?lang={language}", screen, scheme) as view:
                    await is_sound(view)
                    assert language != "en" or await view.window.inner_text("h1") == said
                    signed = view.window.locator("main a")
                    assert await signed.get_attribute("href") == f"{address}{SIGNED}"


async def test_an_unknown_receipt_says_so_on_every_screen(reader: Reader) -> None:
    async with open_site() as site:
        for screen, scheme, language in SHOWN:
            async with reader.read(site.web, f"/r/none?lang={language}", screen, scheme) as view:
                await is_sound(view)
                assert view.answer
                assert view.answer.status == 404


async def test_a_file_is_fetched_with_one_tap_and_is_gone_afterwards(reader: Reader) -> None:
    async with open_files(file_page_routes) as site:
        for screen, scheme, language in SHOWN:
            await site.put_up(FILE)
            async with reader.read(site.web, f"/d/token?lang={language}", screen, scheme) as view:
                await is_sound(view)
                get = view.window.get_by_role("button")
                async with view.window.expect_download() as fetched:
                    await get.click()
                assert (await (await fetched.value).path()).read_bytes() == FILE.content
                assert (await fetched.value).suggested_filename == FILE.name
                await get.click()
                await expect(view.window.get_by_role("button")).to_have_count(0)
                assert await view.faults() == []
                assert await view.barriers() == []
