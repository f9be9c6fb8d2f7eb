"""HTTP/1.1 over kept connections and nothing more: what fake platforms and the floor serve and ask by. Never TLS.

Headers that come in are passed over, for nobody here needs one; so a message costs some tens of microseconds.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import cast
from urllib.parse import urlsplit

import httptools

Reply = Callable[[bytes], None]  # takes the body of a 200
Handle = Callable[[str, str, bytes, Reply], None]  # method, target and body; it may reply later
JSON = b"Content-Type: application/json\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"


class _Serving(asyncio.Protocol):
    """A connection to a server. The next request comes only after the answer to the one before."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._parser = httptools.HttpRequestParser(self)
        self._target = self._body = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_url(self, url: bytes) -> None:
        self._target += url

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        target, body = self._target.decode("ascii"), self._body
        self._target = self._body = b""
        self._handle(self._parser.get_method().decode("ascii"), target, body, self._reply)

    def _reply(self, body: bytes) -> None:
        self._transport.write(_OK % (len(body), body))


@asynccontextmanager
async def serve(handle: Handle, port: int = 0) -> AsyncIterator[str]:
    """The address, while it is served."""
    server = await asyncio.get_running_loop().create_server(lambda: _Serving(handle), "127.0.0.1", port)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


class _Asking(asyncio.Protocol):
    """A connection to a client's server, with at most one question under way."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._begin()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def ask(self, request: bytes) -> asyncio.Future[tuple[int, bytes]]:
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        found, answer = (self._parser.get_status_code(), self._body), self._answer
        if not self._parser.should_keep_alive():
            self.transport.close()
        self._begin()
        if answer and not answer.done():
            answer.set_result(found)

    def connection_lost(self, _: Exception | None) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(ConnectionResetError())

    def _begin(self) -> None:
        self._parser, self._body, self._answer = httptools.HttpResponseParser(self), b"", None


class Client:
    """At most so many connections to the server of one address, each used again and again."""

    def __init__(self, url: str, connections: int = 100) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._head = f" HTTP/1.1\r\nHost: {parts.netloc}\r\n".encode()
        self._free: deque[_Asking] = deque()
        self._slots = asyncio.Semaphore(connections)

    async def ask(self, method: bytes, target: bytes, body: bytes = b"", headers: bytes = JSON) -> tuple[int, bytes]:
        """The answer's status and body. Raises OSError."""
        request = b"%b %b%b%bContent-Length: %d\r\n\r\n%b" % (method, target, self._head, headers, len(body), body)
        async with self._slots:
            connection = await self._connection()
            answer = await connection.ask(request)
            if not connection.transport.is_closing():
                self._free.append(connection)
        return answer

    async def _connection(self) -> _Asking:
        while self._free:
            connection = self._free.pop()
            if not connection.transport.is_closing():
                return connection
        _, made = await asyncio.get_running_loop().create_connection(_Asking, self._host, self._port)
        return made

    def close(self) -> None:
        for connection in self._free:
            connection.transport.close()
