"""The client for everything that goes out, against servers on loopback that behave as badly as real ones."""

import asyncio
import contextlib
import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from bot.outgoing import client as client_module
from bot.outgoing.client import CONNECTIONS, LeanClient
from bot.outgoing.errors import AnswerTooLarge, ConnectionBroke, MaybeSent, NoAnswerInTime, NotSent, RequestFailed
from bot.outgoing.messages import NO_HEADERS, Headers, HttpAnswer, Origin
from tests.bot.outgoing.certificates import identity_for
from tests.bot.outgoing.servers import OK, TOKEN, Server, saying, serving
from tests.for_every import for_every
from tests.ports import free_port
from tests.waiting import until

LONG = 10.0  # seconds; a test that waits so long has failed
SHORT = 0.05
HEADERS = Headers.of({"Content-Type": "application/json", "X-Key": TOKEN})


@pytest.fixture
async def http() -> AsyncIterator[LeanClient]:
    client = LeanClient()
    yield client
    await client.aclose()


async def ask(
    http: LeanClient, origin: Origin, method: str = "POST", patience: float = LONG, most: int = 1_000
) -> HttpAnswer:
    return await http.ask(origin, method, "/x", HEADERS, b"{}", patience=patience, most=most)


async def error_of(http: LeanClient, origin: Origin, patience: float = LONG) -> RequestFailed:
    with pytest.raises(RequestFailed) as caught:
        await ask(http, origin, patience=patience)
    return caught.value


async def error_once_sent(http: LeanClient, origin: Origin) -> Exception:
    """What comes of it when patience is short, and yet so long that a busy machine has sent it by then."""
    patience = SHORT
    while type(error := await error_of(http, origin, patience=patience)) is NotSent:
        patience *= 2
    return error


async def nowhere() -> Origin:
    return Origin.of(f"http://127.0.0.1:{free_port()}/bot{TOKEN}")


# What goes well


async def test_requests_go_out_and_their_answers_come_back_over_one_connection(http: LeanClient) -> None:
    async with serving(saying(OK)) as server:
        assert [(await ask(http, server.origin)).body for _ in range(3)] == [b"ok"] * 3
        assert len(server.received) == 3
        assert server.connections == 1


async def test_a_request_is_written_as_http_asks(http: LeanClient) -> None:
    async with serving(saying(OK)) as server:
        await ask(http, server.origin)
        await http.ask(server.origin, "GET", "", NO_HEADERS, patience=LONG, most=2)
        host = f"host: 127.0.0.1:{server.origin.port}\r\naccept-encoding: identity\r\n"
        own = f"content-type: application/json\r\nx-key: {TOKEN}\r\n"
        assert [request.decode() for request in server.received] == [
            f"POST /bot{TOKEN}/x HTTP/1.1\r\n{host}{own}content-length: 2\r\n\r\n{{}}",
            f"GET /bot{TOKEN} HTTP/1.1\r\n{host}\r\n",
        ]


async def test_an_answer_holds_its_status_headers_and_body(http: LeanClient) -> None:
    async with serving(saying(b"HTTP/1.1 429 Slow\r\nRetry-After: 7\r\ncontent-length: 2\r\n\r\nok")) as server:
        answer = await ask(http, server.origin)
        assert (answer.status, answer.body) == (429, b"ok")
        assert (answer.header("retry-after"), answer.header("RETRY-AFTER"), answer.header("age")) == ("7", "7", "")


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([bytes([byte]) for byte in OK], id="a byte at a time"),
        pytest.param(
            [b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n"], id="chunked"
        ),
        pytest.param(
            [b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nx: y\r\n\r\n"], id="with a trailer"
        ),
        pytest.param(
            [b"HTTP/1.1 103 Early Hints\r\nx: z\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", OK], id="after 1xx"
        ),
        pytest.param([b"HTTP/1.1 103 Early Hints\r\nx: z\r\n\r\n" + OK], id="after 1xx, at once"),
        pytest.param([b"HTTP/1.0 200 OK\r\n\r\nok"], id="until the end of the connection"),
        pytest.param([b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\no", b"k"], id="until the end, in parts"),
    ],
)
async def test_every_way_to_frame_an_answer_is_read(http: LeanClient, parts: list[bytes]) -> None:
    async def once(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(0)

    async with serving(once) as server:
        answer = await ask(http, server.origin)
        assert (answer.status, answer.body, answer.header("x")) == (200, b"ok", "")


async def test_nothing_goes_out_from_when_it_may_not_although_it_might_when_it_was_asked_for() -> None:
    """As in a process that was stopped while a request waited for its connection."""
    may: list[bool] = []
    client = LeanClient(may_ask=lambda: may.pop() if may else True)
    async with aclosing(client), serving(saying(OK)) as server:
        may.append(False)
        assert isinstance(await error_of(client, server.origin), NotSent)
        assert server.received == []
        assert (await ask(client, server.origin)).body == b"ok"
        assert server.connections == 1


async def test_statuses_without_a_body_have_none(http: LeanClient) -> None:
    async with serving(saying(b"HTTP/1.1 204 No Content\r\nx-is: ok", b"\r\n\r\n", hang=True)) as server:
        assert (await ask(http, server.origin)).status == 204


async def test_redirects_are_not_followed(http: LeanClient) -> None:
    async with serving(saying(b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 2\r\n\r\nok")) as server:
        assert (await ask(http, server.origin)).status == 302
        assert len(server.received) == 1


async def test_cookies_are_not_kept(http: LeanClient) -> None:
    async with serving(saying(OK.replace(b"OK\r\n", b"OK\r\nset-cookie: a=b; path=/\r\n"))) as server:
        await ask(http, server.origin)
        await ask(http, server.origin)
        assert not any(b"cookie" in request.lower() for request in server.received)


async def test_proxy_variables_are_ignored(http: LeanClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{free_port()}")
    async with serving(saying(OK)) as server:
        assert (await ask(http, server.origin)).status == 200


async def test_nothing_is_unpacked(http: LeanClient) -> None:
    async with serving(saying(OK.replace(b"OK\r\n", b"OK\r\ncontent-encoding: gzip\r\n"))) as server:
        assert (await ask(http, server.origin)).body == b"ok"


# What was not sent


async def test_nobody_listening_means_not_sent(http: LeanClient) -> None:
    assert type(await error_of(http, await nowhere())) is NotSent


async def test_a_name_that_is_none_means_not_sent(http: LeanClient) -> None:
    for host in ("no-such-name.invalid", "a" * 64 + ".invalid"):
        assert type(await error_of(http, Origin.of(f"http://{host}/{TOKEN}"))) is NotSent


async def test_a_connection_that_does_not_come_in_time_means_not_sent(
    http: LeanClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "LONGEST_CONNECT", SHORT)
    async with serving(saying(hang=True)) as server:  # it never answers the handshake
        origin = Origin.of(f"https://127.0.0.1:{server.origin.port}/{TOKEN}")
        assert type(await error_of(http, origin)) is NotSent


async def test_no_free_connection_in_time_means_not_sent(http: LeanClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "CONNECTIONS", 1)
    async with serving(saying(hang=True)) as server:
        first = asyncio.create_task(error_of(http, server.origin, patience=LONG))
        await asyncio.wait_for(server.asked.wait(), LONG)
        assert type(await error_of(http, server.origin, patience=SHORT)) is NotSent
        assert len(server.received) == 1
        first.cancel()


async def test_what_has_no_time_left_is_not_sent(http: LeanClient) -> None:
    async with serving(saying(OK)) as server:
        await ask(http, server.origin)
        assert type(await error_of(http, server.origin, patience=0)) is NotSent
        assert len(server.received) == 1


# TLS


async def test_a_trusted_server_is_asked_over_tls(tmp_path: Path) -> None:
    identity, trust = identity_for("localhost", tmp_path)
    http = LeanClient(trust)
    async with serving(saying(OK), identity) as server:
        assert [(await ask(http, server.origin)).body for _ in range(2)] == [b"ok"] * 2
        assert server.connections == 1
        await http.aclose()


@pytest.mark.parametrize("name", ["localhost", "other.example"])
async def test_a_server_that_is_not_trusted_is_told_nothing(name: str, tmp_path: Path) -> None:
    """Neither one that no known authority speaks for, nor another's certificate."""
    identity, trust = identity_for(name, tmp_path)
    http = LeanClient(None if name == "localhost" else trust)
    async with serving(saying(OK), identity) as server:
        assert type(await error_of(http, server.origin)) is NotSent
        assert server.received == []
        await http.aclose()


async def test_a_trusted_server_is_told_nothing_under_a_name_that_is_not_its_own(tmp_path: Path) -> None:
    identity, trust = identity_for("localhost", tmp_path)
    http = LeanClient(trust)
    async with serving(saying(OK), identity) as server:
        assert type(await error_of(http, Origin.of(server.url.replace("localhost", "127.0.0.1")))) is NotSent
        assert server.received == []
        await http.aclose()


async def test_a_server_without_tls_is_told_nothing(http: LeanClient) -> None:
    heard = bytearray()

    async def greet(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 smtp.example ready\r\n")
        heard.extend(await reader.read())
        server.hung_up.set()

    async with serving(greet) as server:
        origin = Origin.of(f"https://127.0.0.1:{server.origin.port}/{TOKEN}")
        error = await error_of(http, origin)
        assert type(error) is NotSent
        assert "SSL" in str(error)
        await asyncio.wait_for(server.hung_up.wait(), LONG)
    assert TOKEN.encode() not in heard


# What is not known


@for_every(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\ncont",
        b"HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nha",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\nhalf",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
        b"220 smtp.example ready\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nok!",
        b"HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\n-",
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhm\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nno header at all\r\n\r\n",
        b"HTTP/2 200 OK\r\ncontent-length: 0\r\n\r\n",
    ],
)
async def test_an_answer_that_breaks_or_is_none_is_an_unknown_outcome_and_nothing_is_repeated(
    http: LeanClient, answer: bytes
) -> None:
    async with serving(saying(answer)) as server:
        assert type(await error_of(http, server.origin)) is ConnectionBroke
        assert len(server.received) == 1


async def test_an_answer_that_does_not_come_is_an_unknown_outcome(http: LeanClient) -> None:
    async with serving(saying(b"", hang=True)) as server:
        assert type(await error_once_sent(http, server.origin)) is NoAnswerInTime
        await asyncio.wait_for(server.hung_up.wait(), LONG)
        assert len(server.received) == 1


async def test_an_answer_that_drips_is_not_waited_for(http: LeanClient) -> None:
    async def drip(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"x: y\r\n")
            await writer.drain()
            await asyncio.sleep(SHORT / 10)

    async with serving(drip) as server:
        async with asyncio.timeout(LONG):
            assert type(await error_once_sent(http, server.origin)) is NoAnswerInTime
        await asyncio.wait_for(server.hung_up.wait(), LONG)


@for_every(
    ("start", "more"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"x: y\r\n"),
        (b"HTTP/1.1 200 OK\r\nx: ", b"y" * 100),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"body"),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n", b"body"),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", b"1\r\nb\r\n"),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n", b"x: y\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
async def test_an_answer_without_end_is_not_read(http: LeanClient, start: bytes, more: bytes) -> None:
    async def flood(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(start)
        for _ in range(2_000):
            writer.write(more * 500)
            await writer.drain()

    async with serving(flood) as server:
        failure = await error_of(http, server.origin)
        assert type(failure) is AnswerTooLarge
        assert isinstance(failure, MaybeSent)
        assert failure.status == (
            0 if more.startswith(b"HTTP") else 200 if start.endswith((b"\n\r\n", b"0\r\n")) else 0
        )


async def test_a_body_may_be_as_long_as_allowed_and_no_longer(http: LeanClient) -> None:
    async with serving(saying(OK)) as server:
        assert (await ask(http, server.origin, most=2)).body == b"ok"
        with pytest.raises(AnswerTooLarge) as caught:
            await ask(http, server.origin, most=1)
        assert caught.value.status == 200


async def test_no_error_names_the_url_or_a_header(http: LeanClient) -> None:
    async with (
        serving(saying()) as broken,
        serving(saying(hang=True)) as silent,
        serving(saying(b"220 x\r\n")) as other,
    ):
        unnamed = Origin.of(f"http://{TOKEN}.invalid/")
        for origin in (broken.origin, silent.origin, other.origin):
            check_it_is_not_named(await error_once_sent(http, origin), origin)
        for origin in (unnamed, await nowhere()):
            check_it_is_not_named(await error_of(http, origin), origin)


def check_it_is_not_named(error: Exception, origin: Origin) -> None:
    assert TOKEN not in f"{error!r} {error.__cause__!r} {error.__context__!r} {origin!r}"


# Connections


async def test_a_connection_that_is_to_be_closed_is_not_used_again(http: LeanClient) -> None:
    async with serving(saying(OK.replace(b"OK\r\n", b"OK\r\nconnection: close\r\n"))) as server:
        await ask(http, server.origin)
        await ask(http, server.origin)
        assert server.connections == 2


@for_every("excess", [OK, b"garbage", b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n"])
async def test_what_follows_an_answer_is_never_the_next_one(http: LeanClient, excess: bytes) -> None:
    first = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n1st"
    async with serving(saying(first + excess, hang=True)) as server:
        for _ in range(2):
            assert (await ask(http, server.origin)).body == b"1st"
        assert server.connections == 2


async def test_an_answer_that_comes_before_its_request_is_not_taken_for_it(http: LeanClient) -> None:
    """It comes while the connection is free; the next request goes out over another one."""
    sent = asyncio.Event()

    async def twice(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(OK)
        await sent.wait()
        writer.write(OK.replace(b"ok", b"no"))
        await reader.read()
        server.hung_up.set()

    async with serving(twice) as server:
        await ask(http, server.origin)
        sent.set()
        await asyncio.wait_for(server.hung_up.wait(), LONG)
        assert (await ask(http, server.origin)).body == b"ok"
        assert server.connections == 2


async def test_an_answer_may_come_before_the_request_is_out(http: LeanClient) -> None:
    async def early(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\nok")
        await server.hung_up.wait()

    async with serving(early) as server:
        body = bytes(20_000_000)
        answer = await http.ask(server.origin, "POST", "/x", HEADERS, body, patience=LONG, most=10)
        assert answer.status == 413
        server.hung_up.set()
        with contextlib.suppress(MaybeSent):
            await ask(http, server.origin)
        assert server.connections == 2


async def test_a_connection_that_the_server_closed_meanwhile_is_not_used(http: LeanClient) -> None:
    async def once(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(OK)
        writer.write_eof()
        await reader.read()
        server.hung_up.set()

    async with serving(once) as server:
        for turn in range(2):
            assert (await ask(http, server.origin)).body == b"ok"
            await asyncio.wait_for(server.hung_up.wait(), LONG)
            server.hung_up.clear()
            assert server.connections == turn + 1


async def test_a_connection_that_is_closed_is_gone_from_memory_at_once(http: LeanClient) -> None:
    """And not when the collector comes, which is seldom."""
    async with serving(saying(OK)) as server:
        gc.disable()
        try:
            await ask(http, server.origin)
            (connection,) = [weakref.ref(each) for each in http._open]
            await http.aclose()
            await until(lambda: connection() is None)
        finally:
            gc.enable()


async def test_a_cancelled_request_closes_its_connection(http: LeanClient) -> None:
    async with serving(saying(hang=True)) as server:
        asking = asyncio.create_task(ask(http, server.origin))
        await asyncio.wait_for(server.asked.wait(), LONG)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.wait_for(server.hung_up.wait(), LONG)


async def test_connections_are_bounded_and_the_rest_wait_their_turn(
    http: LeanClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CONNECTIONS == 256
    monkeypatch.setattr(client_module, "CONNECTIONS", 3)
    async with serving(saying(OK)) as server:
        answers = await asyncio.gather(*(ask(http, server.origin) for _ in range(50)))
        assert [answer.body for answer in answers] == [b"ok"] * 50
        assert server.connections == 3


async def test_a_place_is_given_back_by_whatever_fails(http: LeanClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "CONNECTIONS", 1)
    async with serving(saying()) as server:
        gone = await nowhere()
        for origin in (server.origin, gone, server.origin, gone):
            with pytest.raises(ValueError, match="method"):
                await ask(http, origin, method="G ET")
            await error_of(http, origin)
        assert len(server.received) == 2


async def test_a_place_that_was_given_to_somebody_who_left_in_that_moment_is_given_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(client_module, "CONNECTIONS", 1)
    pool = client_module._Pool()
    assert pool.enter()
    waiting = asyncio.create_task(pool.wait(pool.loop.time() + LONG))
    await asyncio.sleep(0)
    pool.leave()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert pool.enter()


async def test_a_connection_is_kept_only_so_long(http: LeanClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "KEEP_ALIVE", SHORT)
    async with serving(saying(OK)) as server:
        await ask(http, server.origin)
        await asyncio.wait_for(server.hung_up.wait(), LONG)
        await ask(http, server.origin)
        assert server.connections == 2


async def test_closing_ends_what_is_under_way_and_nothing_is_asked_after(http: LeanClient) -> None:
    async with serving(saying(hang=True)) as server:
        asking = asyncio.create_task(error_of(http, server.origin))
        await asyncio.wait_for(server.asked.wait(), LONG)
        await http.aclose()
        assert isinstance(await asking, MaybeSent)
        assert type(await error_of(http, server.origin)) is NotSent
        assert len(server.received) == 1
