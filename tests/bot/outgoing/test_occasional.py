"""The client for the occasional request follows nothing, obeys nothing and logs nothing; and its errors name no URL."""

from collections.abc import AsyncIterator
from logging import LogRecord

import httpx
import pytest

from bot.outgoing.occasional import open_http
from tests.bot.outgoing.servers import OK, TOKEN, saying, serving
from tests.ports import free_port


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with open_http() as http:
        yield http


async def test_redirects_are_not_followed(http: httpx.AsyncClient) -> None:
    async with serving(saying(b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 2\r\n\r\nok")) as server:
        assert (await http.get(server.url)).status_code == 302
        assert len(server.received) == 1


async def test_proxy_variables_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    async with open_http() as http, serving(saying(OK)) as server:
        assert (await http.get(server.url)).status_code == 200


async def test_requests_are_not_logged(http: httpx.AsyncClient, library_log: list[LogRecord]) -> None:
    async with serving(saying(OK)) as server:
        await http.get(server.url)
    assert not any(TOKEN in record.getMessage() for record in library_log)


async def test_no_error_names_the_url(http: httpx.AsyncClient) -> None:
    async with serving(saying()) as broken:
        for url in (broken.url, f"http://127.0.0.1:{free_port()}/bot{TOKEN}"):
            with pytest.raises(httpx.TransportError) as caught:
                await http.get(url)
            assert TOKEN not in f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__context__!r}"
