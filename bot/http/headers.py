"""The headers that every answer carries, whatever it answers; never an answer."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# OWASP Secure Headers; nothing that this service serves needs a script, a frame or a referrer.
HEADERS = (
    (b"content-security-policy", b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"strict-transport-security", b"max-age=31536000"),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
)

UNSEEN = {"X-Robots-Tag": "noindex, nofollow, noarchive"}  # of what has an address that nobody is to find


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
