"""The guard before the page: who does not know its address, or comes by another host's name, gets nothing.

No cookies: the token in the address is the only key, so no other site can act in the name of who has the page open.
"""

import ipaddress
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_BYTES = 24
# w3.org/TR/CSP3: what the page itself brings along, and nothing from anywhere else.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Lets in what begins with `/<token>/`, asked of this machine by its own name; `app` sees the rest of the path."""

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self._app = app
        self.token = token or secrets.token_urlsafe(TOKEN_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        token, _, rest = scope["path"].removeprefix("/").partition("/")
        known = secrets.compare_digest(token.encode(), self.token.encode())
        if not is_own_name(Headers(scope=scope).get("host", "")):
            await PlainTextResponse("This page is asked for by another name.", 421)(scope, receive, send)
        elif not known:
            await PlainTextResponse("Not found", 404)(scope, receive, send)
        else:
            path = f"/{rest}"
            inner = {**scope, "path": path, "raw_path": path.encode()}
            await self._app(inner, receive, _with_headers(send))


def is_own_name(host: str) -> bool:
    """Whether a Host header names this machine. A name that an outsider's DNS leads here (rebinding) does not.

    The port does not matter: the page may be looked at through a tunnel.
    """
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
