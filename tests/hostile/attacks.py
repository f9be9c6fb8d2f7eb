"""Requests that nobody may be served for, as bytes: forged, malformed, too large, never finished. Not their sending."""

import random
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

WEBHOOKS = ("/telegram", "/whatsapp", "/whatsapp/status", "/mono")
_SECRETS = {
    "/telegram": b"x-telegram-bot-api-secret-token",
    "/whatsapp": b"x-twilio-signature",
    "/whatsapp/status": b"x-twilio-signature",
    "/mono": b"mono-webhook-secret",
}


@dataclass(frozen=True, slots=True)
class Attack:
    """What is sent. `whole`: an answer is to come, and it is a refusal; else it may be cut off without a word."""

    kind: str
    content: bytes
    whole: bool = True


def attacks(chance: random.Random, account: str, sender: str) -> Iterator[Attack]:
    """Without end, each kind as often as any other. `account` and `sender` are the true ones."""
    while True:
        for kind, make in _KINDS.items():
            yield Attack(kind, make(chance, account, sender), whole=kind not in _UNANSWERED)


def _post(path: str, body: bytes, *headers: bytes) -> bytes:
    lines = (b"POST %s HTTP/1.1" % path.encode(), b"host: evil.example", *headers, b"content-length: %d" % len(body))
    return b"\r\n".join((*lines, b"", body))


def _forged_secret(chance: random.Random, *_: str) -> bytes:
    path = chance.choice(WEBHOOKS)
    guess = chance.choice((b"", b"secret", b"\xff\xfe", secrets.token_hex(16).encode(), b"a" * 8000, b"=" * 28))
    return _post(path, b'{"update_id": 1}', b"%s: %s" % (_SECRETS[path], guess))


def _forged_signature(chance: random.Random, account: str, sender: str) -> bytes:
    """As right as can be without the token."""
    fields = {
        "AccountSid": account,
        "To": sender,
        "From": "whatsapp:+2348031234567",
        "Body": "yes" * chance.randrange(900),
    }
    fields["MessageSid"] = f"SM{secrets.token_hex(16)}"
    guess = secrets.token_urlsafe(21)[:27].replace("-", "+").replace("_", "/").encode() + b"="
    return _post("/whatsapp", urlencode(fields).encode(), b"x-twilio-signature: " + guess)


def _nothing_there(chance: random.Random, *_: str) -> bytes:
    path = chance.choice(
        ("/whatsapp/", "/../etc/passwd", "/l/" + secrets.token_urlsafe(16), "/%00%ff", "/.env", "/telegram//x")
    )
    method = chance.choice(("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"))
    whence = f"host: evil.example\r\nx-forwarded-for: {chance.randrange(256)}.1.1.1"
    return f"{method} {path} HTTP/1.1\r\n{whence}\r\n\r\n".encode()


def _long_header(chance: random.Random, *_: str) -> bytes:
    return b"GET /healthz HTTP/1.1\r\nhost: a\r\nx: " + b"a" * chance.randrange(20_000, 60_000) + b"\r\n\r\n"


def _long_address(chance: random.Random, *_: str) -> bytes:
    return b"GET /l/" + b"a" * chance.randrange(20_000, 60_000) + b" HTTP/1.1\r\nhost: a\r\n\r\n"


def _many_headers(chance: random.Random, *_: str) -> bytes:
    return b"GET /healthz HTTP/1.1\r\nhost: a\r\n" + b"x: y\r\n" * chance.randrange(1_000, 9_000) + b"\r\n"


def _smuggled(*_: object) -> bytes:
    return b"POST /telegram HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET"


def _no_http(chance: random.Random, *_: str) -> bytes:
    return chance.randbytes(chance.randrange(10, 500)).replace(b"\n", b"") + b"\r\n\r\n"


def _too_much(chance: random.Random, *_: str) -> bytes:
    path = chance.choice(WEBHOOKS)
    return _post(path, b"a" * 270_000, b"%s: %s" % (_SECRETS[path], b"A" * 27 + b"="))


def _half_a_line(*_: object) -> bytes:
    return b"POST /telegram HT"


def _half_a_body(*_: object) -> bytes:
    return (
        b"POST /whatsapp HTTP/1.1\r\nhost: a\r\nx-twilio-signature: "
        + b"A" * 27
        + b"=\r\ncontent-length: 900\r\n\r\nBody=h"
    )


def _trailers(*_: object) -> bytes:
    return b"POST /mono HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n0\r\nx: " + b"a" * 100_000


_KINDS: dict[str, Callable[..., bytes]] = {
    "forged secret": _forged_secret,
    "forged signature": _forged_signature,
    "nothing there": _nothing_there,
    "long header": _long_header,
    "long address": _long_address,
    "many headers": _many_headers,
    "smuggled": _smuggled,
    "no HTTP": _no_http,
    "too much": _too_much,
    "half a line": _half_a_line,
    "half a body": _half_a_body,
    "trailers": _trailers,
}
_UNANSWERED = {"half a line", "half a body", "trailers"}
