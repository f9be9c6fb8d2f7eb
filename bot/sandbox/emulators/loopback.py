"""Serving an ASGI application on a loopback port, several in one event loop; never on an outside address."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from email.utils import formatdate
from typing import Any, TypeVar, cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.config.addresses import is_loopback

_DROP = "telcolink.drop"
Result = TypeVar("Result")


@asynccontextmanager
async def serve(app: ASGIApp, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve `app` until the block is left; yields its base URL, such as `http://127.0.0.1:41234`.

    Port 0 takes a free one. Connections still waiting for an answer at the end are cut.
    Raises ValueError for a host that is not loopback, OSError for a port that is taken.
    """
    # Started and stopped by hand: `Server.serve` would put its signal handlers into the caller's event loop.
    with socket.create_server((_loopback(host), port), family=_family(host)) as listener:
        # Small answers go out at once; otherwise each may wait 40 ms for the caller's acknowledgement (Nagle).
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = uvicorn.Config(
            app,
            interface="asgi3",  # said, since uvicorn takes a bound method for ASGI 2
            http=DroppableProtocol,
            ws="none",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            timeout_keep_alive=60,
        )
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listener])
        try:
            yield _url(listener)
        finally:
            await _end(server)


async def _end(server: uvicorn.Server) -> None:
    """As uvicorn ends, without the tenths of a second that it gives to connections: here they are cut."""
    for listening in server.servers:
        listening.close()
    for connection in list(server.server_state.connections):
        connection.shutdown()
    if answering := set(server.server_state.tasks):
        _, late = await asyncio.wait(answering, timeout=1)
        for task in late:
            task.cancel()
    await server.lifespan.shutdown()


async def drop_connection(scope: Scope, receive: Receive) -> None:
    """Break the caller's connection with no byte of answer, as networks do; the application then returns."""
    extension = scope.get("extensions", {}).get(_DROP)
    if extension is None:
        raise ConnectionResetError("dropped on purpose")  # no server below: an in-process client
    cast("Callable[[], None]", extension["abort"])()
    await wait_for_disconnect(receive)


async def wait_for_disconnect(receive: Receive) -> None:
    """Return when the caller has hung up, however long that takes."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def unless_hung_up(work: Coroutine[Any, Any, Result], receive: Receive) -> Result | None:
    """What the work gives, or None when the caller left before it was done. The request must have been read."""
    async with asyncio.TaskGroup() as tasks:
        working = tasks.create_task(work)
        leaving = tasks.create_task(wait_for_disconnect(receive))
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        working.cancel()
        leaving.cancel()
    return None if working.cancelled() else working.result()


class DroppableProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol, with the time of each answer, plus an ASGI extension that breaks its own connection."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.server_state.default_headers = [(b"date", formatdate(usegmt=True).encode())]  # as platforms tell the time
        self.scope["extensions"] = {_DROP: {"abort": self.transport.abort}}

    def shutdown(self) -> None:
        """Close idle connections, cut busy ones: an emulator that leaves owes nobody an answer."""
        super().shutdown()
        if not self.transport.is_closing():
            self.transport.abort()


def _loopback(host: str) -> str:
    if not is_loopback(host):
        raise ValueError(f"an emulator listens on loopback only, not on {host!r}")
    return host


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
