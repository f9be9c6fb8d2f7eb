"""Mono's webhooks: whether one is genuine, and what it says; never what is done about it."""

import hmac
from collections.abc import Mapping

from bot.providers.mono.lazy import news
from bot.providers.port import AccountEvent
from conversations.secret import Secret


class MonoWebhook:
    """Implements `ProviderWebhook`."""

    path = "/mono"

    def __init__(self, secret: Secret) -> None:
        self._secret = secret

    def is_genuine(self, headers: Mapping[str, str]) -> bool:
        return is_genuine(headers.get("mono-webhook-secret"), self._secret)

    def decode(self, body: bytes) -> AccountEvent | None:
        return news.read_news(body)


def is_genuine(header: str | None, secret: Secret) -> bool:
    """Whether `mono-webhook-secret` (as Starlette decodes it, None when missing) equals the secret that was set.

    docs.mono.co/docs/webhooks: plain equality. An empty secret matches nothing.
    """
    expected = secret.reveal().encode("utf-8", "surrogatepass").decode("latin-1")
    return bool(expected) and hmac.compare_digest(_to_bytes(header or ""), _to_bytes(expected))


def _to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
