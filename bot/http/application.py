"""The web application: which address leads where. Never what a webhook means, nor what an answer carries."""

import hmac
from collections.abc import Awaitable, Callable, Sequence

from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.http.headers import with_headers
from bot.http.pages.rate_limit import address_of
from bot.http.seen import SEEN_AS
from bot.http.webhook_endpoint import WebhookEndpoint
from bot.metrics import CONTENT_TYPE, Metrics

NONE = SecretStr("")
Ready = Callable[[], Awaitable[str]]  # "" when ready, otherwise what is missing


def build_web(
    routes: Sequence[Route], ready: Ready, metrics: Metrics, metrics_token: SecretStr = NONE, proxies: int = 0
) -> ASGIApp:
    """The application of all routes, with the service's own three. `metrics_token`, where set, opens the last."""

    async def healthz(request: Request) -> Response:
        return PlainTextResponse("ok", headers={SEEN_AS: address_of(request, proxies)})

    async def readyz(_: Request) -> Response:
        missing = await ready()
        return PlainTextResponse(missing or "ready", status_code=503 if missing else 200)

    async def show_metrics(request: Request) -> Response:
        if not _may_see(request, metrics_token):
            return PlainTextResponse("401", status_code=401, headers={"WWW-Authenticate": "Bearer"})
        await metrics.refresh()
        return Response(metrics.render(), media_type=CONTENT_TYPE)

    own = [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", show_metrics, methods=["GET"]),
    ]
    app = Starlette(routes=[*routes, *own], exception_handlers={HTTPException: _plain, Exception: _last_resort})
    app.router.redirect_slashes = False  # it would redirect to whichever Host the request names
    return _with_a_short_way(routes, with_headers(app))


def _with_a_short_way(routes: Sequence[Route], app: ASGIApp) -> ASGIApp:
    """The same application, in which what is posted to a webhook goes straight to its endpoint.

    Its route stays in the application, which answers other methods. An address with a slash at its end is the one
    without.
    """
    endpoints = {route.path: route.endpoint for route in routes if isinstance(route.endpoint, WebhookEndpoint)}

    async def led(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/"):
            scope = {**scope, "path": scope["path"].rstrip("/") or "/"}
        posted = scope["type"] == "http" and scope["method"] == "POST"
        endpoint = endpoints.get(scope["path"]) if posted else None
        await (endpoint or app)(scope, receive, send)

    return led


def _may_see(request: Request, token: SecretStr) -> bool:
    given = request.headers.get("authorization", "").encode("latin-1")
    return not token or hmac.compare_digest(given, f"Bearer {token.get_secret_value()}".encode())


async def _plain(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return PlainTextResponse(str(status), status_code=status, headers=headers)


async def _last_resort(_: Request, __: Exception) -> Response:
    """A defect of ours. It says nothing of itself: uvicorn logs it, through our own log."""
    return PlainTextResponse("500", status_code=500)
