"""The web application: which address leads where. Never what a webhook means, nor what an answer carries."""

import re
from collections.abc import Awaitable, Callable, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.http.headers import with_headers
from bot.http.metrics_page import MetricsPage
from bot.http.rate_limit import address_of
from bot.http.seen import SEEN_AS
from bot.http.webhook_endpoint import WebhookEndpoint
from bot.monitoring.metrics import Metrics
from conversations.secret import Secret

NONE = Secret("")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
Ready = Callable[[], Awaitable[str]]  # "" when ready, otherwise what is missing


def build_web(
    routes: Sequence[Route], ready: Ready, metrics: Metrics, metrics_token: Secret = NONE, proxies: int = 0
) -> ASGIApp:
    """The application of all routes, with the service's own three. `metrics_token`, where set, opens the last."""

    async def healthz(request: Request) -> Response:
        return PlainTextResponse("ok", headers={SEEN_AS: address_of(request, proxies)})

    async def readyz(_: Request) -> Response:
        missing = await ready()
        return PlainTextResponse(missing or "ready", status_code=503 if missing else 200)

    own = [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", MetricsPage(metrics, metrics_token).show, methods=["GET"]),
    ]
    app = Starlette(routes=[*routes, *own], exception_handlers={HTTPException: _plain, Exception: _last_resort})
    app.router.redirect_slashes = False  # it would redirect to whichever Host the request names
    return _with_a_short_way(routes, with_headers(app))


def _with_a_short_way(routes: Sequence[Route], app: ASGIApp) -> ASGIApp:
    """The same application, in which what is posted to a webhook goes straight to its endpoint.

    Its route stays in the application, which answers other methods. An address with a slash at its end is the one
    without. None holds a control character: a route would take one with a line feed behind it, which is another address
    to whatever keeps some of them inside.
    """
    endpoints = {route.path: route.endpoint for route in routes if isinstance(route.endpoint, WebhookEndpoint)}

    async def led(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/"):
            scope = {**scope, "path": scope["path"].rstrip("/") or "/"}
        posted = scope["type"] == "http" and scope["method"] == "POST"
        endpoint = endpoints.get(scope["path"]) if posted else None
        await (endpoint or around)(scope, receive, send)

    async def around(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _CONTROL.search(scope["path"]):
            scope = {**scope, "path": _CONTROL.sub("\ufffd", scope["path"])}
        await app(scope, receive, send)

    return led


async def _plain(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return PlainTextResponse(str(status), status_code=status, headers=headers)


async def _last_resort(_: Request, __: Exception) -> Response:
    """A defect of ours. It says nothing of itself: uvicorn logs it, through our own log."""
    return PlainTextResponse("500", status_code=500)
