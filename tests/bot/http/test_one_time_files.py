"""The address of a file gives it once, tells nothing of any other, and spends nothing on who only asks."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from bot.http.headers import with_headers
from bot.http.one_time_files import one_time_file_routes
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.secret import FileToken
from storage.database import MEMORY, Database
from storage.one_time_files import LIFE, OneTimeFile, OneTimeFiles
from storage.sealing import Keyring

FILE = OneTimeFile("figures.png", "image/png", b"PNG")


class Site:
    """The route, and what stands behind it."""

    def __init__(self, database: Database) -> None:
        self.clock, self.database = EmulatedClock(), database
        self.files = OneTimeFiles(Keyring.parse(Keyring.generate_key()))
        app = with_headers(Starlette(routes=one_time_file_routes(database, self.files, self.clock)))
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://bot.example")

    async def put_up(self, token: str) -> None:
        await self.database.run(lambda tx: self.files.put_up(tx, FileToken(token), FILE, self.clock.now()))


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    database = await Database.open(MEMORY)
    yield Site(database)
    await database.close()


async def test_it_is_fetched_once_and_kept_nowhere_on_the_way(site: Site) -> None:
    await site.put_up("token")
    given, again = await site.http.get("/f/token"), await site.http.get("/f/token")
    assert (given.status_code, given.content, given.headers["content-type"]) == (200, b"PNG", "image/png")
    assert given.headers["cache-control"] == "no-store"
    assert again.status_code == 404


async def test_all_that_is_not_there_looks_the_same(site: Site) -> None:
    await site.put_up("token")
    site.clock.advance(LIFE.total_seconds())
    answers = [await site.http.get(f"/f/{token}") for token in ("token", "x", "", "a/b", "%00", "x" * 5000)]
    assert {(each.status_code, each.content) for each in answers} == {(404, b"404")}


async def test_a_look_at_its_head_spends_nothing(site: Site) -> None:
    await site.put_up("token")
    assert (await site.http.head("/f/token")).status_code == 405
    assert (await site.http.get("/f/token")).status_code == 200
