"""The one client for hot outgoing HTTP: HTTP/1.1 over kept connections, on asyncio and httptools; never a repeat.

Ours, because of what three requests a message cost: measured side by side, a request takes a fifth of the CPU that it
takes by aiohttp used leanly, and two thirds of what it takes by pyreqwest.
"""

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import Callable

import aiohappyeyeballs

from bot.outgoing.connection import HttpConnection
from bot.outgoing.errors import NotSent
from bot.outgoing.messages import Headers, HttpAnswer, Origin
from bot.outgoing.trust import known_authorities

CONNECTIONS = 256  # of one origin: as many customers at once wait for Mono
KEEP_ALIVE = 20.0  # seconds; below the 60 of usual gateways, so that a POST seldom meets a closing connection
LONGEST_CONNECT = 4.0  # seconds, waiting for a free connection included
_NEXT_ADDRESS = 0.25  # seconds until a name's next address is tried too (RFC 8305)


class LeanClient:
    """Asks servers and reads their answers whole; the caller closes it with `aclose()`.

    It follows no redirect, keeps no cookie, obeys no proxy variable, unpacks nothing and repeats nothing. It raises
    `NotSent` only where not a byte of the request went out, so that "not done" and "not known" can be told apart.
    """

    def __init__(self, trust: ssl.SSLContext | None = None, may_ask: Callable[[], bool] = lambda: True) -> None:
        """`trust` says whose certificates are good: certifi's authorities, unless it is given.

        `may_ask` is looked at in the moment before a request goes out: in a process that was stopped while one waited
        for its turn or a connection, it may be another's by then.
        """
        self._trust = trust
        self._may_ask = may_ask
        self._pools: dict[Origin, _Pool] = {}
        self._open: set[HttpConnection] = set()
        self._closed = False

    async def ask(  # noqa: PLR0913 - what a request is
        self,
        origin: Origin,
        method: str,
        target: str,
        headers: Headers,
        body: bytes = b"",
        *,
        patience: float,
        most: int,
    ) -> HttpAnswer:
        """What `origin` answers, whatever its status.

        `target` is path and query, encoded, and follows the origin's base. `patience` is in seconds, for all of it;
        `most` is in bytes, for the answer's body. Raises `NotSent`, `MaybeSent`, and ValueError for no target.
        """
        request = origin.encode(method, target, headers, body)
        pool = self._pools.get(origin) or self._pools.setdefault(origin, _Pool())
        until = pool.loop.time() + patience
        if patience <= 0:
            raise NotSent("no time is left")
        if not pool.enter():
            await pool.wait(until)
        try:
            connection = pool.take() or await self._connect(origin, until)
            self._check_allowed(pool, connection)
            try:
                answer = await connection.ask(request, most, until)
            except asyncio.CancelledError:
                connection.abort()
                raise
            pool.keep(connection)
        finally:
            pool.leave()
        return answer

    async def aclose(self) -> None:
        """Closes every connection; what is under way fails."""
        self._closed = True
        for pool in self._pools.values():
            pool.close()
        gone = [connection.gone for connection in self._open]
        for connection in list(self._open):
            connection.abort()
        if gone:
            await asyncio.wait(gone, timeout=1)  # they only have to be told

    def _check_allowed(self, pool: "_Pool", connection: HttpConnection) -> None:
        if not self._may_ask():
            pool.keep(connection)
            raise NotSent("another process may have asked by now")

    async def _connect(self, origin: Origin, until: float) -> HttpConnection:
        bound = min(LONGEST_CONNECT, until - asyncio.get_running_loop().time())
        try:
            async with asyncio.timeout(bound):
                connection = await self._open_connection(origin)
        except TimeoutError:
            reason = "no connection in time"
        except (OSError, UnicodeError) as error:  # no such name, refused, no TLS
            reason = f"no connection: {type(error).__name__}"
        else:
            if connection.is_free and not self._closed:
                return connection
            connection.abort()
            reason = "the connection closed at once"
        raise NotSent(reason)  # outside the handler, so that no chained error names whom

    async def _open_connection(self, origin: Origin) -> HttpConnection:
        loop = asyncio.get_running_loop()
        addresses = await loop.getaddrinfo(origin.host, origin.port, type=socket.SOCK_STREAM)
        opened = await aiohappyeyeballs.start_connection(addresses, happy_eyeballs_delay=_NEXT_ADDRESS)
        connection = HttpConnection(loop)
        await loop.create_connection(
            lambda: connection,
            sock=opened,
            ssl=(self._trust or known_authorities()) if origin.tls else None,
            server_hostname=origin.host if origin.tls else None,
        )
        self._open.add(connection)
        connection.gone.add_done_callback(lambda _: self._open.discard(connection))
        return connection


class _Pool:
    """The connections to one server: so many at once, and those that wait for another request."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._busy = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._free: deque[HttpConnection] = deque()  # the longest free first
        self._sweep: asyncio.TimerHandle | None = None

    def enter(self) -> bool:
        """Takes a place for one request, unless all are taken."""
        if self._busy >= CONNECTIONS:
            return False
        self._busy += 1
        return True

    async def wait(self, until: float) -> None:
        """Takes the next place that gets free. Raises `NotSent` where none does in time."""
        place: asyncio.Future[None] = self.loop.create_future()
        self._waiting.append(place)
        try:
            async with asyncio.timeout(min(LONGEST_CONNECT, until - self.loop.time())):
                await place
                return
        except TimeoutError:
            self._let_go(place)
        except asyncio.CancelledError:
            self._let_go(place)
            raise
        raise NotSent("no free connection in time")

    def _let_go(self, place: asyncio.Future[None]) -> None:
        """It may have been given in the very moment in which it was no longer waited for."""
        if not place.cancel() and not place.cancelled():
            self.leave()

    def leave(self) -> None:
        """Gives the place back, or to whoever has waited for the longest."""
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                return place.set_result(None)
        self._busy -= 1
        return None

    def take(self) -> HttpConnection | None:
        """The connection that was used last, for it is the likeliest to be open still."""
        while self._free:
            connection = self._free.pop()
            if connection.is_free and self.loop.time() < connection.free_since + KEEP_ALIVE:
                return connection
            connection.abort()
        return None

    def keep(self, connection: HttpConnection) -> None:
        if not connection.is_free:
            return
        connection.free_since = self.loop.time()
        self._free.append(connection)
        if self._sweep is None:
            self._sweep = self.loop.call_later(KEEP_ALIVE, self._close_old)

    def close(self) -> None:
        if self._sweep is not None:
            self._sweep.cancel()
        self._free.clear()

    def _close_old(self) -> None:
        old = self.loop.time() - KEEP_ALIVE
        while self._free and (self._free[0].free_since <= old or not self._free[0].is_free):
            self._free.popleft().abort()
        self._sweep = self.loop.call_at(self._free[0].free_since + KEEP_ALIVE, self._close_old) if self._free else None
