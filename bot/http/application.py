"""The web application: which address leads where, and what every answer carries. Never what a webhook means."""

from collections.abc import Awaitable, Callable, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.errors import TelcolinkError
from bot.metrics import CONTENT_TYPE, Metrics
from storage.errors import StorageError

Endpoint = Callable[[Request], Awaitable[Response]]
Ready = Callable[[], Awaitable[str]]  # "" when ready, otherwise what is missing

# OWASP Secure Headers; nothing that this service serves needs a script, a frame or a referrer.
HEADERS = (
    (b"content-security-policy", b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"strict-transport-security", b"max-age=31536000"),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
)


MOST_BYTES = 256 * 1024  # of one delivery; platforms send far less
RETRY_LATER = {"Retry-After": "5"}


class BodyTooLarge(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A request's body is longer than its endpoint takes."""


def webhook_endpoint(take: Endpoint) -> Endpoint:
    """The endpoint of what a platform delivers, which `take` answers when it is on disk.

    413 for too much; 503 while the disk fails, upon which most platforms deliver again.
    """

    async def answer(request: Request) -> Response:
        try:
            return await take(request)
        except BodyTooLarge:
            return Response(status_code=413)
        except ClientDisconnect:
            return Response(status_code=400)  # heard by nobody
        except StorageError:
            return Response(status_code=503, headers=RETRY_LATER)

    return answer


async def read_body(request: Request, most: int = MOST_BYTES) -> bytes:
    """The body, never more than `most` bytes of it in memory. Raises `BodyTooLarge` and `ClientDisconnect`."""
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and len(declared) < 20 and int(declared) > most:
        raise BodyTooLarge
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise BodyTooLarge
        chunks.append(chunk)
    return b"".join(chunks)


def build_web(routes: Sequence[Route], ready: Ready, metrics: Metrics) -> ASGIApp:
    """The application of all routes, with the service's own three."""

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_: Request) -> Response:
        missing = await ready()
        return PlainTextResponse(missing or "ready", status_code=503 if missing else 200)

    async def show_metrics(_: Request) -> Response:
        await metrics.refresh()
        return Response(metrics.render(), media_type=CONTENT_TYPE)

    own = [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", show_metrics, methods=["GET"]),
    ]
    app = Starlette(routes=[*routes, *own], exception_handlers={HTTPException: _plain, Exception: _last_resort})
    return with_headers(app)


def with_headers(app: ASGIApp) -> ASGIApp:
    """The same application with the headers on every answer, errors included. An endpoint's own value wins."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(each for each in HEADERS if each[0] not in present)]
            await send(message)

        await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    return wrapped


async def _plain(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return PlainTextResponse(str(status), status_code=status, headers=headers)


async def _last_resort(_: Request, __: Exception) -> Response:
    """A defect of ours. It says nothing of itself: uvicorn logs it, through our own log."""
    return PlainTextResponse("500", status_code=500)
