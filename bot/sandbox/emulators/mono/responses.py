"""HTTP responses as ASGI applications: JSON in Mono's envelopes, and two that are no answers at all."""

import json
from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection, wait_for_disconnect

DONE = "Request was succesfully completed"  # spelled as on Mono's pages
DONE_IN_REAL_TIME = "Request was successfully completed"  # this one too

_MESSAGES = {
    401: "Unauthorized",
    402: "Request failed, insufficient wallet balance",
    403: "This app does not have access to this product",
    409: "Conflicting request",
    429: "Too many requests",
    500: "Something went wrong",
}
_encode = json.JSONEncoder(separators=(",", ":")).encode


def iso(moment: datetime) -> str:
    """`2026-02-11T09:14:27.318Z`, as all of Mono's samples have it. `moment` is UTC."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def answer_json(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> ASGIApp:
    """Any JSON. Escaped to ASCII, so that even half a surrogate pair in a hostile name travels."""
    return Response(_encode(body), status, dict(headers or {}), media_type="application/json")


def answer_success(
    data: object,
    now: datetime,
    message: str = DONE,
    headers: Mapping[str, str] | None = None,
    meta: Mapping[str, object] | None = None,
) -> ASGIApp:
    """The v2 envelope around `data`, with `meta` beside it where there is one."""
    envelope = {"status": "successful", "message": message, "timestamp": iso(now), "data": data}
    return answer_json({**envelope, "meta": meta} if meta else envelope, headers=headers)


def answer_failure(status: int, now: datetime, message: str = "", headers: Mapping[str, str] | None = None) -> ASGIApp:
    """The v2 failure envelope; without a message, the one that goes with the status."""
    words = message or _MESSAGES.get(status) or HTTPStatus(status).phrase
    body = {"status": "failed", "message": words, "timestamp": iso(now), "data": None}
    return answer_json(body, status, headers)


async def break_off(scope: Scope, receive: Receive, send: Send) -> None:
    """No answer: the connection breaks."""
    await drop_connection(scope, receive)


async def hang(scope: Scope, receive: Receive, send: Send) -> None:
    """No answer: the caller waits until it gives up."""
    await wait_for_disconnect(receive)
