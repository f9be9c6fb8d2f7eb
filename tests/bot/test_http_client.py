"""The client for everything that goes out, against servers on loopback that behave as badly as real ones."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.http_client import open_http
from tests.ports import free_port

TOKEN = secrets.token_hex(8)  # stands in every path, as Telegram's does
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


class Server:
    """Answers each request with `reply`, and hangs up unless that is a whole answer; keeps what it received."""

    def __init__(self, reply: bytes, *, hang: bool = False) -> None:
        self.received: list[bytes] = []
        self.url = ""
        self._reply = reply
        self._hang = hang

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (head := await _read_head(reader)) is not None:
            self.received.append(head)
            writer.write(self._reply)
            if self._hang:
                await reader.read()
            if not self._reply.endswith(b"ok"):
                break
        writer.close()


async def _read_head(reader: asyncio.StreamReader) -> bytes | None:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None


@asynccontextmanager
async def serving(reply: bytes, *, hang: bool = False) -> AsyncIterator[Server]:
    server = Server(reply, hang=hang)
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.url = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}/bot{TOKEN}/x"
    async with listener:
        yield server


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with open_http() as http:
        yield http


async def error_of(http: httpx.AsyncClient, url: str, patience: float = 5.0) -> httpx.TransportError:
    with pytest.raises(httpx.TransportError) as caught:
        await http.post(url, content=b"", timeout=patience)
    return caught.value


async def test_a_request_goes_out_and_its_answer_comes_back_over_one_connection(http: httpx.AsyncClient) -> None:
    async with serving(OK) as server:
        assert [(await http.get(server.url)).text for _ in range(3)] == ["ok"] * 3
        assert len(server.received) == 3


async def test_nobody_listening_is_a_connect_error(http: httpx.AsyncClient) -> None:
    assert type(await error_of(http, f"http://127.0.0.1:{free_port()}/bot{TOKEN}")) is httpx.ConnectError


async def test_a_connection_that_breaks_after_the_request_is_never_a_connect_error(http: httpx.AsyncClient) -> None:
    async with serving(b"") as server:
        assert type(await error_of(http, server.url)) is httpx.ReadError
        assert len(server.received) == 1


async def test_a_post_is_not_repeated_when_its_connection_breaks(http: httpx.AsyncClient) -> None:
    async with serving(b"HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\nhalf") as server:
        await error_of(http, server.url, patience=0.05)
        assert len(server.received) == 1


async def test_a_body_that_breaks_off_is_a_read_error(http: httpx.AsyncClient) -> None:
    async with serving(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nha") as server:
        assert type(await error_of(http, server.url)) is httpx.ReadError


async def test_an_answer_that_does_not_come_is_a_read_timeout(http: httpx.AsyncClient) -> None:
    async with serving(b"", hang=True) as server:
        assert type(await error_of(http, server.url, patience=0.05)) is httpx.ReadTimeout


async def test_an_answer_that_is_not_http_is_a_protocol_error(http: httpx.AsyncClient) -> None:
    async with serving(b"220 smtp.example ready\r\n\r\n") as server:
        assert type(await error_of(http, server.url)) is httpx.RemoteProtocolError


async def test_an_address_that_is_not_http_is_refused(http: httpx.AsyncClient) -> None:
    assert type(await error_of(http, "ftp://127.0.0.1/")) is httpx.UnsupportedProtocol


async def test_no_error_names_the_url(http: httpx.AsyncClient) -> None:
    async with serving(b"") as broken, serving(b"", hang=True) as silent:
        refused = f"http://127.0.0.1:{free_port()}/bot{TOKEN}"
        for url in (broken.url, silent.url, refused):
            error = await error_of(http, url, patience=0.05)
            assert TOKEN not in f"{error!r} {error.__cause__!r} {error.__context__!r}"


async def test_redirects_are_not_followed(http: httpx.AsyncClient) -> None:
    async with serving(b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n") as server:
        assert (await http.get(server.url)).status_code == 302
        assert len(server.received) == 1


async def test_cookies_are_not_kept(http: httpx.AsyncClient) -> None:
    async with serving(OK.replace(b"OK\r\n", b"OK\r\nset-cookie: a=b; path=/\r\n")) as server:
        await http.get(server.url)
        await http.get(server.url)
        assert len(server.received) == 2
        assert not any(b"cookie" in head.lower() for head in server.received)


async def test_proxy_variables_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{free_port()}")
    async with open_http() as http, serving(OK) as server:
        assert (await http.get(server.url)).status_code == 200


async def test_requests_are_not_logged(http: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with serving(OK) as server:
        await http.get(server.url)
    assert TOKEN not in caplog.text


async def test_a_body_may_be_left_before_its_end(http: httpx.AsyncClient) -> None:
    async with serving(b"HTTP/1.1 200 OK\r\ncontent-length: 9000000\r\n\r\n" + bytes(4_000_000)) as server:
        async with asyncio.timeout(5), http.stream("GET", server.url) as response:
            chunks = response.aiter_bytes()
            assert await anext(chunks)
        assert response.is_closed
    async with serving(OK) as server:
        assert (await http.get(server.url)).status_code == 200
