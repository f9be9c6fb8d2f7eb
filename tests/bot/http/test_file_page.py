"""The page of a file: shown to whoever asks, the file once to who taps, and nothing of any other to anybody."""

from collections.abc import AsyncIterator

import pytest

from bot.http.pages.answers import PAGES
from bot.http.pages.files import file_page_routes
from storage.one_time_files import LIFE, OneTimeFile
from tests.bot.http.file_stage import FileSite, open_files

FILE = OneTimeFile("statement-2026-10.csv", "text/csv; charset=utf-8", b"Date,In")


@pytest.fixture
async def site() -> AsyncIterator[FileSite]:
    async with open_files(file_page_routes) as opened:
        yield opened


async def test_a_look_at_its_page_spends_nothing_and_a_tap_fetches_it_once(site: FileSite) -> None:
    await site.put_up(FILE)
    for look in (site.http.get, site.http.head, site.http.get):
        assert (await look("/d/token")).status_code == 200
    given, again = await site.http.post("/d/token"), await site.http.post("/d/token")
    assert (given.status_code, given.content) == (200, b"Date,In")
    assert given.headers["content-disposition"] == 'attachment; filename="statement-2026-10.csv"'
    assert (given.headers["content-type"], given.headers["cache-control"]) == ("text/csv; charset=utf-8", "no-store")
    assert (again.status_code, "not here any more" in again.text) == (404, True)


async def test_its_page_is_the_same_whether_there_is_a_file_or_not_and_asks_for_nothing(site: FileSite) -> None:
    await site.put_up(FILE)
    pages = {(await site.http.get(f"/d/{token}")).text for token in ("token", "x", "a/b", "%00")}
    (page,) = pages
    assert "csv" not in page
    assert "<script" not in page
    assert len(page.encode()) < 15_000


async def test_after_ten_minutes_it_is_gone(site: FileSite) -> None:
    await site.put_up(FILE)
    site.clock.advance(LIFE.total_seconds())
    assert (await site.http.post("/d/token")).status_code == 404


async def test_who_tries_many_tokens_has_to_wait(site: FileSite) -> None:
    for number in range(PAGES):
        assert (await site.http.post(f"/d/{number}")).status_code == 404
    refused = await site.http.post("/d/one-more")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")


async def test_its_page_speaks_the_language_of_who_opens_it(site: FileSite) -> None:
    page = await site.http.get("/d/token?lang=pcm")
    assert page.headers["content-language"] == "pcm"
    assert "Collect the file" in page.text
