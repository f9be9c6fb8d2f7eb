"""A connection has bounds, of bytes and of time, whoever sends; and what is refused by them has our headers."""

import asyncio
import gc
import re
import socket
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from logging import LogRecord
from typing import Any, ClassVar
from unittest.mock import Mock

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from bot.http.headers import HEADERS
from bot.http.prepared_answer import PreparedAnswer
from bot.http.protocol import MOST_BODY, MOST_HEAD, BoundedProtocol
from bot.http.server import build_server_config, counting
from bot.http.webhook_endpoint import Delivery
from bot.monitoring.metrics import Metrics
from tests.for_every import for_every
from tests.waiting import until, until_quiet

HEAD = b"POST /hook HTTP/1.1\r\nhost: bot\r\n"


class Hasty(BoundedProtocol):
    """No time at all for what was begun."""

    request_seconds = answer_seconds = 0.0


class Hastier(Hasty):
    """Nor for a beginning."""

    first_seconds = 0.0


class Impatient(BoundedProtocol):
    """No time for a second request."""

    between_seconds = 0.0


class Noting(BoundedProtocol):
    """Notes what is written to any of its connections, piece by piece."""

    pieces: ClassVar[list[bytes]] = []

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        def write(piece: bytes) -> None:
            self.pieces.append(piece)
            transport.write(piece)

        super().connection_made(Mock(wraps=transport, write=write))


class Remembering(BoundedProtocol):
    """Knows which requests are still in memory."""

    requests: ClassVar[list[weakref.ref[Any]]] = []

    def _start_asgi_task(self, cycle: Any, app: Any) -> None:
        self.requests.append(weakref.ref(cycle))
        super()._start_asgi_task(cycle, app)


class Crowded(BoundedProtocol):
    """Room for two connections."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        self._most = 2
        super().connection_made(transport)


class Door:
    """A server with an application that says what it was sent; `heads` are the headers that it saw."""

    def __init__(self) -> None:
        self.port = 0
        self.heads: list[list[tuple[bytes, bytes]]] = []

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/early":
            return await PreparedAnswer.of(401)(scope, receive, send)
        body = await Delivery(scope, receive).read(10 * MOST_BODY)
        self.heads.append(scope["headers"])
        known = {**scope, "extensions": {}} if scope["path"] == "/pieces" else scope
        return await PreparedAnswer.of(200, b"%d" % len(body))(known, receive, send)

    async def sends(self, *parts: bytes) -> bytes:
        """What is heard until the door closes, or an answer is there."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            for part in parts:
                writer.write(part)
                await writer.drain()
            return await reader.read(65536)
        except ConnectionError:
            return b""
        finally:
            writer.close()


@asynccontextmanager
async def opened(protocol: type[BoundedProtocol] = BoundedProtocol) -> AsyncIterator[Door]:
    door = Door()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = build_server_config(door.app, "127.0.0.1", 0, protocol)
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listener])
        door.port = listener.getsockname()[1]
        yield door
        for each in list(server.server_state.connections):
            each.transport.abort()
        for listening in server.servers:
            listening.close()


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async with opened() as door:
        yield door


def status(answer: bytes) -> int:
    return int(answer.split()[1]) if answer else 0


async def test_what_is_usual_goes_through(door: Door) -> None:
    answer = await door.sends(HEAD + b"content-length: 5\r\n\r\nhello")
    assert (status(answer), answer[-1:]) == (200, b"5")
    chunked = HEAD + b"transfer-encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 60_000 + b"0\r\n\r\n"
    assert status(await door.sends(chunked)) == 200


@for_every(
    "parts",
    [
        (HEAD + b"x: " + b"a" * MOST_HEAD + b"\r\n\r\n",),
        (HEAD, b"x: " + b"a" * 200_000, b"a" * 200_000),
        (b"GET /" + b"a" * MOST_HEAD + b" HTTP/1.1\r\n\r\n",),
        (HEAD + b"x: y\r\n" * 5_000,),
        (HEAD + b"transfer-encoding: chunked\r\n\r\n0\r\nx: " + b"a" * 300_000, b"a" * 300_000),
        (HEAD + b"transfer-encoding: chunked\r\n\r\n1;x=" + b"a" * 300_000, b"a" * 300_000),
    ],
)
async def test_more_than_a_head_is_refused_and_closed(door: Door, parts: tuple[bytes, ...]) -> None:
    answer = await door.sends(*parts)
    assert status(answer) in (431, 0)  # who goes on sending may hear nothing but the end
    if answer:
        assert b"connection: close" in answer
        assert all(b"%s: %s" % header in answer for header in HEADERS)


async def test_around_one_byte_of_a_body_there_may_be_so_much_and_no_more(door: Door) -> None:
    """Eight bytes and a head. The head is read once a body is asked for; the last byte is refused, so 431 is heard."""
    head = HEAD + b"expect: 100-continue\r\ntransfer-encoding: chunked\r\n\r\n"
    first, end = b"1\r\na\r\n1;x=", b"\r\nb\r\n0\r\n\r\n"
    bound = MOST_HEAD + 8 - (len(first) - 1)
    for sent, expected in ((first + b"x" * (bound + 1), 431), (first + b"x" * (bound - len(end)) + end, 200)):
        reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
        writer.write(head)
        assert status(await reader.readuntil(b"\r\n\r\n")) == 100
        writer.write(sent)
        assert status(await reader.readuntil(b"\r\n\r\n")) == expected
        writer.close()


async def test_the_refusals_of_the_server_itself_carry_our_headers(door: Door) -> None:
    answer = await door.sends(b"no such thing\r\n\r\n")
    assert status(answer) == 400
    assert all(b"%s: %s" % header in answer for header in HEADERS)


async def test_a_body_without_end_is_cut_off(door: Door) -> None:
    many = b"10000\r\n" + b"a" * 65536 + b"\r\n"
    answer = await door.sends(HEAD + b"transfer-encoding: chunked\r\n\r\n", *[many] * (MOST_BODY // 65536 + 2))
    assert status(answer) in (413, 0)
    early = HEAD.replace(b"/hook", b"/early") + b"transfer-encoding: chunked\r\n\r\n"
    assert status(await door.sends(early, *[many] * (MOST_BODY // 65536 + 2))) in (401, 0)


@for_every(
    "asked",
    [
        b"POST PATH HTTP/1.1\r\ncontent-length: 5\r\n\r\nhello",
        b"POST PATH HTTP/1.0\r\ncontent-length: 5\r\n\r\nhello",
        b"POST PATH HTTP/1.1\r\nconnection: close\r\ncontent-length: 5\r\n\r\nhello",
        b"POST PATH HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\nhello",
        b"HEAD PATH HTTP/1.1\r\n\r\n",
        b"GET PATH HTTP/1.1\r\n\r\n" * 3,
    ],
)
async def test_an_answer_in_one_piece_is_the_servers_own(asked: bytes) -> None:
    Noting.pieces.clear()
    said = []
    async with opened(Noting) as door:
        for path in (b"/hook", b"/pieces"):
            _, writer = await asyncio.open_connection("127.0.0.1", door.port)
            writer.write(asked.replace(b"PATH", path))
            await until_quiet()
            said.append((re.sub(rb"date: [^\r]+", b"date", b"".join(Noting.pieces)), len(Noting.pieces)))
            Noting.pieces.clear()
            writer.close()
    (whole, writes), (pieced, _) = said
    assert whole == pieced
    assert writes == whole.count(b"HTTP/1.1")


async def test_what_was_answered_is_gone_without_looking_for_garbage() -> None:
    gc.disable()
    try:
        async with opened(Remembering) as door:
            _, writer = await asyncio.open_connection("127.0.0.1", door.port)
            for path in (b"/hook", b"/pieces", b"/early", b"/hook"):
                writer.write(b"POST %s HTTP/1.1\r\ncontent-length: 1\r\n\r\na" % path)
                await until_quiet()
            assert [request() is None for request in Remembering.requests] == [True, True, True, False]
            writer.close()
    finally:
        gc.enable()


async def test_a_connection_on_which_nothing_follows_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.http.connections.LOOK_SECONDS", 0.01)
    async with opened(Impatient) as door:
        reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
        writer.write(HEAD + b"content-length: 1\r\n\r\na")
        assert status(await reader.read()) == 200
        writer.close()


async def test_what_comes_behind_a_body_is_no_header(door: Door) -> None:
    body = b"transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\nx-secret: right\r\n\r\n"
    assert status(await door.sends(HEAD + body)) == 200
    assert b"x-secret" not in dict(door.heads[0])


@for_every(
    ("protocol", "part", "said"),
    [(Hastier, b"", 0), (Hasty, b"GET / HT", 408), (Hasty, HEAD + b"content-length: 9\r\n\r\nhalf", 408)],
)
async def test_who_does_not_come_to_an_end_is_sent_away(
    monkeypatch: pytest.MonkeyPatch, protocol: type[BoundedProtocol], part: bytes, said: int
) -> None:
    monkeypatch.setattr("bot.http.connections.LOOK_SECONDS", 0.01)
    async with opened(protocol) as door:
        assert status(await door.sends(part)) == said


@pytest.mark.parametrize("protocol", ["websocket", "h2c"])
async def test_who_asks_for_another_protocol_gets_an_answer_and_the_end_and_leaves_no_line(
    door: Door, library_log: list[LogRecord], protocol: str
) -> None:
    asked = HEAD + f"connection: upgrade\r\nupgrade: {protocol}\r\n\r\n".encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(asked * 3)
    answer = await reader.read()
    writer.close()
    assert answer.count(b"HTTP/1.1") == 1
    assert (status(answer), b"connection: close" in answer.lower()) == (200, True)
    assert library_log == []


async def test_what_is_refused_unread_is_counted() -> None:
    metrics = Metrics()
    async with opened(counting(metrics)) as door:
        await door.sends(b"no such thing\r\n\r\n")
        await door.sends(HEAD + b"x: y\r\n" * 5_000 + b"\r\n")
    counted = re.findall(r'requests_refused_total\{status="(\d+)"\} ([1-9])', metrics.render().decode())
    assert counted == [("400", "1"), ("431", "1")]


async def test_of_too_many_the_one_goes_that_has_asked_for_nothing() -> None:
    async with opened(Crowded) as door:
        idle = await asyncio.open_connection("127.0.0.1", door.port)
        asking = await asyncio.open_connection("127.0.0.1", door.port)
        asking[1].write(HEAD + b"content-length: 0\r\n\r\n")
        assert status(await asking[0].read(65536)) == 200
        assert status(await door.sends(HEAD + b"content-length: 0\r\n\r\n")) == 200
        await until(lambda: idle[0].at_eof() or idle[0].exception())
        asking[1].write(HEAD + b"content-length: 0\r\n\r\n")
        assert status(await asking[0].read(65536)) == 200
        for _, writer in (idle, asking):
            writer.close()


async def test_of_too_many_that_have_asked_the_one_goes_that_has_been_silent_for_longest() -> None:
    """Whoever has asked once could keep everybody out else, for as long as a connection is kept."""
    request = HEAD + b"content-length: 1\r\n\r\na"

    async def asks(one: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
        one[1].write(request)
        assert (await one[0].readuntil(b"\r\n\r\n1")).startswith(b"HTTP/1.1 200")

    async with opened(Crowded) as door:
        first, second = [await asyncio.open_connection("127.0.0.1", door.port) for _ in range(2)]
        for each in (first, second, first):
            await asks(each)
        another = await asyncio.open_connection("127.0.0.1", door.port)
        await asks(another)
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await asks(second)
        await asks(first)
        for each in (first, second, another):
            each[1].close()


async def test_who_has_begun_another_request_keeps_nobody_out() -> None:
    """It would have to send no more than a head, again and again."""
    async with opened(Crowded) as door:
        begun = [await asyncio.open_connection("127.0.0.1", door.port) for _ in range(2)]
        for reader, writer in begun:
            writer.write(HEAD + b"content-length: 1\r\n\r\na")
            assert (await reader.readuntil(b"\r\n\r\n1")).startswith(b"HTTP/1.1 200")
            writer.write(HEAD + b"content-length: 1\r\n\r\n")
        await until_quiet()
        another = await asyncio.open_connection("127.0.0.1", door.port)
        await until(lambda: any(reader.at_eof() or reader.exception() for reader, _ in (*begun, another)))
        await until_quiet()
        another[1].write(HEAD + b"content-length: 1\r\n\r\na")
        assert status(await another[0].read(65536)) == 200
        for _, writer in (*begun, another):
            writer.close()
