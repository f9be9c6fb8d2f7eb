"""The address of a file gives it once, tells nothing of any other, and spends nothing on who only asks."""

from collections.abc import AsyncIterator

import pytest

from bot.http.one_time_files import one_time_file_routes
from storage.one_time_files import LIFE, OneTimeFile
from tests.bot.http.file_stage import FileSite, open_files

FILE = OneTimeFile("figures.png", "image/png", b"PNG")


@pytest.fixture
async def site() -> AsyncIterator[FileSite]:
    async with open_files(one_time_file_routes) as opened:
        yield opened


async def test_it_is_fetched_once_and_kept_nowhere_on_the_way(site: FileSite) -> None:
    await site.put_up(FILE)
    given, again = await site.http.get("/f/token"), await site.http.get("/f/token")
    assert (given.status_code, given.content, given.headers["content-type"]) == (200, b"PNG", "image/png")
    assert given.headers["cache-control"] == "no-store"
    assert again.status_code == 404


async def test_all_that_is_not_there_looks_the_same(site: FileSite) -> None:
    await site.put_up(FILE)
    site.clock.advance(LIFE.total_seconds())
    answers = [await site.http.get(f"/f/{token}") for token in ("token", "x", "", "a/b", "%00", "x" * 5000)]
    assert {(each.status_code, each.content) for each in answers} == {(404, b"404")}


async def test_a_look_at_its_head_spends_nothing(site: FileSite) -> None:
    await site.put_up(FILE)
    assert (await site.http.head("/f/token")).status_code == 405
    assert (await site.http.get("/f/token")).status_code == 200
