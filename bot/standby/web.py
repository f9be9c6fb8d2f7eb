"""What a process answers while it stands by, and the change to the service's own application. Never who leads."""

from collections.abc import Callable, Sequence

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.config.settings import Settings
from bot.http.application import build_web
from bot.http.prepared_answer import PreparedAnswer
from bot.monitoring.metrics import Metrics

STANDS_BY = "this one stands by"
# A proxy asks the next process then; who asks no proxy is told to come again.
_NOT_HERE = PreparedAnswer.of(
    503, STANDS_BY.encode(), (b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"1")
)
_OWN = ("/healthz", "/readyz", "/metrics")


class Switch:
    """Stands by, with `routes` and without all else, until `lead_to` puts the service's application in its place."""

    def __init__(self, routes: Sequence[Route], metrics: Metrics, settings: Settings, why: Callable[[], str]) -> None:
        """`why` says why it does not lead."""
        self._why = why
        self._own = build_web(routes, self._say_why, metrics, settings.metrics_token, settings.trusted_proxies)
        self._here = {*_OWN, *(route.path for route in routes)}
        self._app: ASGIApp = self._stand_by

    def lead_to(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    async def _stand_by(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].rstrip("/") in self._here:
            await self._own(scope, receive, send)
        else:
            await _NOT_HERE(scope, receive, send)

    async def _say_why(self) -> str:
        return f"{self._why()}; {STANDS_BY}"
