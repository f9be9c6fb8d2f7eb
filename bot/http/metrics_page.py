"""`GET /metrics`: what is counted, for whoever may see it, made at most once a second. Never what is counted."""

import hmac
import time
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.monitoring.metrics import CONTENT_TYPE, Metrics
from conversations.secret import Secret

FRESH = 1.0  # seconds for which a page is given out again: making one keeps everything else waiting for 30 ms


class MetricsPage:
    """Its endpoint. `token`, where set, opens it; `seconds` tells how much time passes."""

    def __init__(self, metrics: Metrics, token: Secret, seconds: Callable[[], float] = time.monotonic) -> None:
        self._metrics = metrics
        self._token = token
        self._seconds = seconds
        self._page = b""
        self._stale_at = float("-inf")

    async def show(self, request: Request) -> Response:
        if not self._may_see(request):
            return PlainTextResponse("401", status_code=401, headers={"WWW-Authenticate": "Bearer"})
        await self._metrics.refresh()
        if self._seconds() >= self._stale_at:
            self._page = self._metrics.render()
            self._stale_at = self._seconds() + FRESH
        return Response(self._page, media_type=CONTENT_TYPE)

    def _may_see(self, request: Request) -> bool:
        given = request.headers.get("authorization", "").encode("latin-1")
        return not self._token or hmac.compare_digest(given, f"Bearer {self._token.reveal()}".encode())
