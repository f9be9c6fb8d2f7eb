"""One kept connection of HTTP/1.1: a request goes out, its answer is read by httptools. It never repeats anything.

What does not fit closes the connection: an answer nobody asked for, a second one, too many bytes, a request given up.
"""

import asyncio

import httptools

from bot.outgoing.errors import AnswerTooLarge, ConnectionBroke, MaybeSent, NoAnswerInTime
from bot.outgoing.messages import HttpAnswer

# The most that comes before the body; and twice the body may come with what frames its chunks.
_HEAD = 65_536  # bytes
_NOT_HTTP = (httptools.HttpParserError, httptools.HttpParserUpgrade)  # nobody asked for another protocol
_LENGTHS = frozenset({b"content-length", b"transfer-encoding"})


class HttpConnection(asyncio.Protocol):
    """Carries one exchange at a time: `ask`, then await what it gives."""

    # The answer, as far as it was read.
    _status: int
    _headers: list[tuple[bytes, bytes]]
    _body: list[bytes]
    _head_read: bool
    _whole: bool
    _lasting: bool  # the connection is to be kept
    _alone: bool  # no second answer has begun
    _room: int  # bytes that its body may still have
    _wire: int  # bytes that may still come, of whatever kind

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.gone = loop.create_future()  # done once it is closed
        self.free_since = 0.0
        self._loop = loop
        self._parser = httptools.HttpResponseParser(self)
        self._waiting: asyncio.Future[HttpAnswer] | None = None
        self._transport: asyncio.Transport | None = None
        self._until = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._begin(0)

    @property
    def is_free(self) -> bool:
        """Whether another request may go out over it."""
        return self._waiting is None and self._transport is not None and not self._transport.is_closing()

    def ask(self, request: bytes, most: int, until: float) -> asyncio.Future[HttpAnswer]:
        """The answer to `request`, its body at most `most` bytes, by `until` on the loop's clock, or `MaybeSent`.

        The connection is free. Whoever no longer waits for the answer aborts it.
        """
        assert self._transport is not None  # noqa: S101
        self._begin(most)
        waiting: asyncio.Future[HttpAnswer] = self._loop.create_future()
        self._waiting = waiting
        self._until = until
        if self._timer is None or self._timer.when() > until:
            self._set_timer()
        self._transport.write(request)
        return waiting

    def abort(self) -> None:
        """Closes it at once; what is under way fails."""
        if self._transport is not None:
            self._transport.abort()

    # asyncio's side

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as streams are given
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._waiting is None:
            return self.abort()  # an answer before its request
        self._wire -= len(data)
        broken = False
        try:
            self._parser.feed_data(data)
        except _NOT_HTTP:
            broken = True
        if self._room < 0 or self._wire < 0:
            self._fail(AnswerTooLarge("the answer is too large", self._status))
        elif self._whole:
            self._deliver(keep=self._lasting and self._alone and not broken)
        elif broken:
            self._fail(ConnectionBroke("the answer is not HTTP", self._status))
        return None

    def eof_received(self) -> None:
        """Only an answer that states no length may end with its connection."""
        stated = any(name.lower() in _LENGTHS for name, _ in self._headers)
        if self._waiting is not None and self._head_read and not stated:
            self._deliver(keep=False)

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(ConnectionBroke("the connection broke", self._status))
        if self._timer is not None:
            self._timer.cancel()
        if not self.gone.done():
            self.gone.set_result(None)
            del self._parser  # it has us too: together we would be in memory until the collector comes, seldom

    # httptools' side: the names are its own

    def on_message_begin(self) -> None:
        self._alone = not self._whole

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._head_read:  # what follows the body is of no use to anybody
            self._headers.append((name, value))

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        if status >= 200 and not self._whole:
            self._status = status
            self._head_read = True
            self._wire += 2 * self._room
            self._lasting = self._parser.should_keep_alive()  # asked later, it says no

    def on_body(self, body: bytes) -> None:
        if not self._whole:
            self._room -= len(body)
            self._body.append(body)

    def on_message_complete(self) -> None:
        if self._head_read:
            self._whole = True
        else:  # 1xx: the answer is yet to come
            self._headers.clear()

    def _begin(self, most: int) -> None:
        self._status = 0
        self._headers = []
        self._body = []
        self._head_read = False
        self._whole = False
        self._lasting = False
        self._alone = True
        self._room = most
        self._wire = _HEAD

    def _set_timer(self) -> None:
        """One timer serves many requests: making and cancelling one for each costs more than all else here."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_at(self._until, self._look_at_time)

    def _look_at_time(self) -> None:
        self._timer = None
        if self._waiting is None:
            return
        if self._loop.time() < self._until:
            self._set_timer()
        else:
            self._fail(NoAnswerInTime("no answer in time", self._status))

    def _deliver(self, *, keep: bool) -> None:
        waiting, self._waiting = self._waiting, None
        assert self._transport is not None  # noqa: S101
        if not keep or self._transport.get_write_buffer_size():  # or it came before the request was out
            self._transport.abort()
        if waiting is not None and not waiting.done():
            waiting.set_result(HttpAnswer(self._status, self._headers, b"".join(self._body)))

    def _fail(self, failure: MaybeSent) -> None:
        waiting, self._waiting = self._waiting, None
        self.abort()
        if waiting is not None and not waiting.done():
            waiting.set_exception(failure)
