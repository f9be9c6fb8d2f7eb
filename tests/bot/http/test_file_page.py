"""The page of a file: shown to whoever asks, the file once to who taps, and nothing of any other to anybody."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from bot.http.headers import with_headers
from bot.http.pages.files import TRIES, file_page_routes
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.secret import FileToken
from storage.database import MEMORY, Database
from storage.one_time_files import LIFE, OneTimeFile, OneTimeFiles
from storage.sealing import Keyring

FILE = OneTimeFile("statement-2026-10.csv", "text/csv; charset=utf-8", b"Date,In")


class Site:
    """The routes, and what stands behind them."""

    def __init__(self, database: Database) -> None:
        self.clock, self.database = EmulatedClock(), database
        self.files = OneTimeFiles(Keyring.parse(Keyring.generate_key()))
        app = with_headers(Starlette(routes=file_page_routes(database, self.files, self.clock)))
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://bot.example")

    async def put_up(self, token: str) -> None:
        await self.database.run(lambda tx: self.files.put_up(tx, FileToken(token), FILE, self.clock.now()))


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    database = await Database.open(MEMORY)
    yield Site(database)
    await database.close()


async def test_a_look_at_its_page_spends_nothing_and_a_tap_fetches_it_once(site: Site) -> None:
    await site.put_up("token")
    for look in (site.http.get, site.http.head, site.http.get):
        assert (await look("/d/token")).status_code == 200
    given, again = await site.http.post("/d/token"), await site.http.post("/d/token")
    assert (given.status_code, given.content) == (200, b"Date,In")
    assert given.headers["content-disposition"] == 'attachment; filename="statement-2026-10.csv"'
    assert (given.headers["content-type"], given.headers["cache-control"]) == ("text/csv; charset=utf-8", "no-store")
    assert (again.status_code, "not here any more" in again.text) == (404, True)


async def test_its_page_is_the_same_whether_there_is_a_file_or_not_and_asks_for_nothing(site: Site) -> None:
    await site.put_up("token")
    pages = {(await site.http.get(f"/d/{token}")).text for token in ("token", "x", "a/b", "%00")}
    (page,) = pages
    assert "csv" not in page
    assert "<script" not in page
    assert len(page.encode()) < 15_000


async def test_after_ten_minutes_it_is_gone(site: Site) -> None:
    await site.put_up("token")
    site.clock.advance(LIFE.total_seconds())
    assert (await site.http.post("/d/token")).status_code == 404


async def test_who_tries_many_tokens_has_to_wait(site: Site) -> None:
    for number in range(TRIES):
        assert (await site.http.post(f"/d/{number}")).status_code == 404
    refused = await site.http.post("/d/one-more")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")


async def test_its_page_speaks_the_language_of_who_opens_it(site: Site) -> None:
    page = await site.http.get("/d/token?lang=pcm")
    assert page.headers["content-language"] == "pcm"
    assert "Collect the file" in page.text
