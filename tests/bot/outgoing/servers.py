"""Servers on loopback that answer as scripted: well, badly, or not at all. They keep what they received."""

import asyncio
import secrets
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.outgoing.messages import Origin

TOKEN = secrets.token_hex(8)  # stands in every path, as Telegram's does
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"

Serve = Callable[["Server", asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Server:
    """What one server was asked, and over how many connections."""

    def __init__(self, serve: Serve) -> None:
        self.received: list[bytes] = []
        self.connections = 0
        self.asked = asyncio.Event()
        self.hung_up = asyncio.Event()  # set once the client has closed a connection
        self.url = ""
        self._serve = serve
        self._lines: set[asyncio.StreamWriter] = set()

    @property
    def origin(self) -> Origin:
        return Origin.of(self.url)

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._lines.add(writer)
        try:
            await self._serve(self, reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, RuntimeError):  # uvloop's word for a closed transport
            self.hung_up.set()
        finally:
            writer.close()
            self._lines.discard(writer)

    def hang_up(self) -> None:
        """On whoever is still connected: since Python 3.12 the end of a server waits for them."""
        for line in self._lines:
            line.close()

    async def read(self, reader: asyncio.StreamReader) -> bytes:
        """The next request, whole."""
        request = await reader.readuntil(b"\r\n\r\n")
        _, has_body, rest = request.partition(b"content-length: ")
        if has_body:
            request += await reader.readexactly(int(rest.split(b"\r\n")[0]))
        self.received.append(request)
        self.asked.set()
        return request


def saying(*parts: bytes, hang: bool = False) -> Serve:
    """Answers every request with `parts`, then hangs up unless that is a whole answer; `hang` waits for the client."""

    async def serve(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await server.read(reader)
            for part in parts:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(0)
            if hang:
                await reader.read()
                server.hung_up.set()
            if not parts or not parts[-1].endswith(b"ok"):
                return

    return serve


@asynccontextmanager
async def serving(serve: Serve, identity: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    server = Server(serve)
    listener = await asyncio.start_server(server.meet, "127.0.0.1", 0, ssl=identity)
    scheme, name = ("https", "localhost") if identity else ("http", "127.0.0.1")
    server.url = f"{scheme}://{name}:{listener.sockets[0].getsockname()[1]}/bot{TOKEN}"
    async with listener:
        yield server
        server.hang_up()
