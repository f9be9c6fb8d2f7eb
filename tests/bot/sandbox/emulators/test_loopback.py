"""Serving on loopback: several at once, free ports, nothing outside, connections that break and calls that hang."""

import asyncio
import signal
import socket

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection, serve, wait_for_disconnect
from tests.for_every import for_every


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Greets; breaks off at `/drop`; never answers at `/hang`."""
    if scope["type"] != "http":
        return
    if scope["path"] == "/drop":
        await drop_connection(scope, receive)
    elif scope["path"] == "/hang":
        await wait_for_disconnect(receive)
    else:
        await PlainTextResponse(f"hello from {scope['server'][1]}")(scope, receive, send)


async def test_several_serve_in_one_loop_each_on_a_port_of_its_own() -> None:
    async with serve(app) as first, serve(app) as second, httpx.AsyncClient() as http:
        assert first.startswith("http://127.0.0.1:")
        for url in (first, second):
            assert (await http.get(url)).text == f"hello from {url.rpartition(':')[2]}"


async def test_the_port_and_the_loopback_host_can_be_chosen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with serve(app, "localhost", port) as url, httpx.AsyncClient() as http:
        assert (await http.get(url)).text == f"hello from {port}"


async def test_the_address_is_free_again_afterwards() -> None:
    async with serve(app) as url:
        port = int(url.rpartition(":")[2])
    async with serve(app, port=port) as again:
        assert again == url


@for_every("host", ["0.0.0.0", "::", "", "192.0.2.1", "example.org"])  # noqa: S104
async def test_no_host_but_loopback_is_served(host: str) -> None:
    with pytest.raises(ValueError, match="loopback only"):
        async with serve(app, host):
            pass


async def test_a_port_that_is_taken_is_an_error_of_the_system() -> None:
    async with serve(app) as url:
        with pytest.raises(OSError, match="in use"):
            async with serve(app, port=int(url.rpartition(":")[2])):
                pass


async def test_signals_stay_with_the_caller() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    async with serve(app):
        assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


async def test_a_connection_breaks_without_a_byte() -> None:
    async with serve(app) as url, httpx.AsyncClient() as http:
        with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
            await http.get(f"{url}/drop")
        assert (await http.get(url)).status_code == 200


async def test_leaving_cuts_whoever_still_waits() -> None:
    async with httpx.AsyncClient() as http:
        async with serve(app) as url:
            waiting = asyncio.create_task(http.get(f"{url}/hang"))
            await http.get(url)
        with pytest.raises(httpx.TransportError):
            await waiting


async def test_a_client_that_gives_up_ends_the_wait() -> None:
    ended = asyncio.Event()

    async def hang(scope: Scope, receive: Receive, _: Send) -> None:
        if scope["type"] == "http":
            await wait_for_disconnect(receive)
            ended.set()

    async with serve(hang) as url, httpx.AsyncClient(timeout=httpx.Timeout(5, read=0.05)) as http:
        with pytest.raises(httpx.ReadTimeout):
            await http.get(url)
        await asyncio.wait_for(ended.wait(), 5)
