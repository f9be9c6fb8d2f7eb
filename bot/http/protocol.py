"""uvicorn's HTTP over httptools within bounds: of bytes before, around and in a body, and of time. Never what is asked.

The parser keeps what it reads until it is whole, whatever it is: without bounds anybody can have memory and connections
kept for as long as they like, before anything is authenticated. What is refused here carries our headers, and closes.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from bot.http.connections import Connections
from bot.http.headers import HEADERS
from bot.http.one_piece import offered
from bot.http.prepared_answer import CLOSING, PreparedAnswer

MOST_HEAD = 16 * 1024  # bytes of the request line and the headers; platforms send less than two thousand
MOST_BODY = 1024 * 1024  # of any request; each endpoint takes less
_EACH_HEADER = 32  # counted for one, however short it is, as HTTP/2 counts (RFC 9113, 6.5.2)
_FRAMES = 8  # bytes around one of the body, where somebody sends them one by one

_REASONS = {
    400: b"Bad Request",
    408: b"Request Timeout",
    413: b"Content Too Large",
    431: b"Request Header Fields Too Large",
}
_BUSY = PreparedAnswer.of(503, b"", (b"retry-after", b"5"), CLOSING)


class BoundedProtocol(HttpToolsProtocol):
    """One connection, and the seconds that it has for each thing."""

    first_seconds = 10.0  # until a new one has sent something
    request_seconds = 20.0  # for a request to come in whole; Twilio gives up after 15
    answer_seconds = 60.0  # for its answer to be made and taken
    between_seconds = 75.0  # for the next request; above the 60 for which Telegram keeps a connection
    tell_refused: Callable[[int], None] = staticmethod(lambda status: None)  # of each request that is refused here

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._most = self.limit_concurrency
        self.limit_concurrency = None  # so that what is too much gets an answer of ours
        self._open = Connections.of(server_state, self.loop)
        self._refused = 0  # the status, once this connection was refused
        self._head = 0  # bytes of the request line and the headers so far, as they are read
        self._received = 0  # bytes of the request so far, as they come in
        self._body = 0  # of those, what the body is made of
        self._in_head = False
        self._whole = False
        self._is_last = False  # nothing is read behind the request that came in
        self.due = 0.0

    # The connection

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        super().connection_made(transport)
        self._give(self.first_seconds)
        self._open.add(self, self._most)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._open.remove(self)

    def data_received(self, data: bytes) -> None:
        if self._refused or self._is_last:
            return
        self._received += len(data)
        super().data_received(data)
        if not self._refused and self._is_too_much():
            self._refuse(431)

    def expire(self) -> None:
        """Its time is over: the caller hears that, where something can still be heard."""
        is_idle = not self._in_head and (self._whole or self.cycle is None)
        if self.transport.is_closing() or is_idle:
            self.transport.abort()
        else:
            self._refuse(408)
            self._give(self.first_seconds)  # to take that

    @property
    def is_answered(self) -> bool:
        return not self._whole or self.cycle.response_complete

    # The request

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head = self._received = self._body = 0
        self._in_head, self._whole = True, False
        self._give(self.request_seconds)

    def on_url(self, url: bytes) -> None:
        self._read_head(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """What comes behind a body is no header of the request: it is not looked at."""
        self._read_head(len(name) + len(value) + _EACH_HEADER)
        if self._in_head:
            self.headers.append((name := name.lower(), value))  # as uvicorn does, and no call for each of them
            if name == b"expect" and value.lower() == b"100-continue":
                self.expect_100_continue = True

    def on_headers_complete(self) -> None:
        self._in_head = False
        self.app = self.config.loaded_app
        if not self._has_room():
            self.app = _BUSY
            self.tell_refused(503)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        if self._body > MOST_BODY:
            self._refused = 413
            raise ValueError
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._whole = True
        self._give(self.answer_seconds)
        self._open.settle(self)
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """As uvicorn has it, but for its timer: a connection ends by `due`, and to make one each time is dear."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        if self._whole:
            self._give(self.between_seconds)
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        super()._start_asgi_task(cycle, offered(cycle, app))

    def send_400_response(self, msg: str) -> None:
        """For what the parser refuses, and for what was refused while it read."""
        self._refuse(self._refused or 400)

    def _unsupported_upgrade_warning(self) -> None:
        """Who asks for another protocol gets an answer in this one (RFC 9110, 7.8), and the end: no more is read."""
        self._is_last = True
        if self.cycle.response_complete:
            self.transport.close()
        self.cycle.keep_alive = False

    # The bounds

    def _give(self, seconds: float) -> None:
        self.due = self.loop.time() + seconds

    def _read_head(self, size: int) -> None:
        """Raises ValueError, upon which the parser stops."""
        self._head += size
        if self._head > MOST_HEAD:
            self._refused = 431
            raise ValueError

    def _is_too_much(self) -> bool:
        """More than a head, or than can stand around such a body: the parser keeps what is not whole."""
        return not self._whole and self._received - self._body > MOST_HEAD + self._body * _FRAMES

    def _has_room(self) -> bool:
        return self._most is None or len(self.tasks) < self._most

    def _refuse(self, status: int) -> None:
        """Nothing more is read. An answer that is under way is cut off; what was answered is not answered twice."""
        self._refused = status
        if self.transport.is_closing():
            return
        self.tell_refused(status)
        if not self._is_answered():
            self.transport.write(_REFUSALS[status])
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()

    def _is_answered(self) -> bool:
        """Whether what is being read has its answer already, or a part of it."""
        if self.cycle is None or not self.cycle.response_started:
            return False
        is_another = self._in_head or self._whole
        return not (is_another and self.cycle.response_complete)


def _compose(status: int, reason: bytes) -> bytes:
    headers = (*HEADERS, (b"content-length", b"0"), (b"connection", b"close"))
    lines = (b"HTTP/1.1 %d %s" % (status, reason), *(b"%s: %s" % header for header in headers), b"", b"")
    return b"\r\n".join(lines)


_REFUSALS = {status: _compose(status, reason) for status, reason in _REASONS.items()}
