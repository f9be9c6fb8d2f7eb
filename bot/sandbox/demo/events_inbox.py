"""The business's own system in the demo: it takes the events that telcolink posts. Never what it does with them."""

import base64
import json
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send


class EventsInbox:
    """An ASGI application that answers every event with 204. `events` are their bodies, each once, oldest first."""

    def __init__(self) -> None:
        self.secret = f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"
        self._events: dict[str, dict[str, Any]] = {}

    @property
    def events(self) -> list[dict[str, Any]]:
        return list(self._events.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        body = await request.body()
        self._events.setdefault(request.headers.get("webhook-id", ""), json.loads(body))
        await Response(status_code=204)(scope, receive, send)
