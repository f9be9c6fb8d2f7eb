"""An answer made beforehand, which goes out in one piece where the server can send it so. Never when it is given."""

from collections.abc import Iterable
from typing import Self

from msgspec import Struct
from starlette.types import Receive, Scope, Send

from bot.http.headers import HEADERS

# The extension of ASGI by which a server offers that: one message of this type, with the `answer`. The two that it
# stands for are two writes to the system for each of some bytes, and every header is looked at anew.
IN_ONE_PIECE = "telcolink.http.response.in_one_piece"
CLOSING = (b"connection", b"close")


class PreparedAnswer(Struct, frozen=True):
    """Ready to be given as often as one likes: an ASGI application that answers everything alike."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    lines: bytes  # the headers, as HTTP/1.1 writes them
    closes: bool  # the connection ends with it

    @classmethod
    def of(cls, status: int, body: bytes = b"", *headers: tuple[bytes, bytes]) -> Self:
        """With the body's length and the headers of every answer."""
        own = ((b"content-length", b"%d" % len(body)), *headers)
        return cls(status, (*own, *HEADERS), body, written(own) + _LINES, CLOSING in headers)

    @classmethod
    def text(cls, status: int, text: str) -> Self:
        return cls.of(status, text.encode(), (b"content-type", b"text/plain; charset=utf-8"))

    async def __call__(self, scope: Scope, _: Receive, send: Send) -> None:
        if IN_ONE_PIECE in scope.get("extensions", ()):
            await send({"type": IN_ONE_PIECE, "answer": self})
        else:
            await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
            await send({"type": "http.response.body", "body": self.body})


def written(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"".join([b"%s: %s\r\n" % header for header in headers])


_LINES = written(HEADERS)
