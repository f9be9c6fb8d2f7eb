"""What a platform posts to: its deliveries, read within their bound, and their answers. Never their meaning.

An endpoint is an ASGI application of its own, with nothing between it and the server: every message of a customer
comes in by one, and a framework's request and response cost more than all that is done here.
"""

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from bot.errors import TelcolinkError
from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from conversations.discretion import Discreet, Hidden
from storage.errors import StorageError

MOST_BYTES = 256 * 1024  # of one delivery; platforms send far less


class BodyTooLarge(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A delivery's body is longer than its endpoint takes."""


class Delivery(Discreet, frozen=True):
    """What a platform has posted, in the server's own terms; its body is not read before somebody asks for it."""

    scope: Hidden[Scope]
    receive: Hidden[Receive]

    @property
    def headers(self) -> Headers:
        return Headers(scope=self.scope)

    @property
    def target(self) -> bytes:
        """Path and query as they were received: not decoded, not encoded again."""
        path: bytes = self.scope["raw_path"]
        query: bytes = self.scope["query_string"]
        return path + b"?" + query if query else path

    def header(self, name: bytes) -> bytes:
        """The first of this name in lower case, as it stands there, which may be no text; b"" where there is none."""
        for each, value in self.scope["headers"]:
            if each == name:
                found: bytes = value
                return found
        return b""

    async def read(self, most: int = MOST_BYTES) -> bytes:
        """The body, never more than `most` bytes of it in memory. Raises `BodyTooLarge` and `ClientDisconnect`."""
        declared = self.header(b"content-length")
        if declared.isdigit() and len(declared) < 20 and int(declared) > most:
            raise BodyTooLarge
        chunks, size, more = [], 0, True
        while more:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            chunk = message.get("body", b"")
            size += len(chunk)
            if size > most:
                raise BodyTooLarge
            chunks.append(chunk)
            more = message.get("more_body", False)
        return b"".join(chunks)


class NotAdmitted(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A delivery that is not genuine, or not as it should be; and what its sender is told."""

    def __init__(self, answer: PreparedAnswer) -> None:
        super().__init__(answer.status)
        self.answer = answer


Take = Callable[[Delivery], Awaitable[PreparedAnswer]]

TAKEN = PreparedAnswer.of(200)
NOT_GENUINE = PreparedAnswer.of(401)
_TOO_LARGE = PreparedAnswer.of(413)
_HEARD_BY_NOBODY = PreparedAnswer.of(400)
_COME_AGAIN = PreparedAnswer.of(503, b"", (b"retry-after", b"5"))
_DEFECT = PreparedAnswer.text(500, "500")


class WebhookEndpoint:
    """The ASGI application of what a platform delivers, which `take` answers when it is on disk.

    413 for too much; 503 while the disk fails, upon which most platforms deliver again. A defect is answered with
    500, without a word of what it is, and raised for the server to log.
    """

    def __init__(self, take: Take, refused: RefusedPosts) -> None:
        self._take = take
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = await self._take(Delivery(scope, receive))
        except NotAdmitted as refusal:
            answer = refusal.answer
        except BodyTooLarge:
            self._refused.note("size")
            answer = _TOO_LARGE
        except ClientDisconnect:
            answer = _HEARD_BY_NOBODY
        except StorageError:
            answer = _COME_AGAIN
        except Exception:
            await _DEFECT(scope, receive, send)
            raise
        await answer(scope, receive, send)
