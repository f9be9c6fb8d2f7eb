"""Telegram's webhook: an update is acknowledged when its turn is on disk; never what it means."""

import hmac

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.inbound import take_update
from bot.channels.telegram.updates import decode
from bot.http.application import Endpoint, read_body, webhook_endpoint
from bot.ports import Receive

SECRET_HEADER = b"x-telegram-bot-api-secret-token"


def webhook(telegram: Telegram, secret: SecretStr, receive: Receive) -> Endpoint:
    """`POST /telegram`: 401 without the secret, else as any `webhook_endpoint`, and 200.

    core.telegram.org/bots/api#setwebhook. What an update contains is never a reason to refuse it.
    """
    expected = secret.get_secret_value().encode()

    async def take(request: Request) -> Response:
        if not _is_genuine(request, expected):
            return Response(status_code=401)
        body = await read_body(request)
        await take_update(telegram, decode(body), body, receive)
        return Response()

    return webhook_endpoint(take)


def _is_genuine(request: Request, expected: bytes) -> bool:
    """Bytes are compared, for a header may hold any, and in a time that says nothing. No secret matches nothing."""
    given = next((value for name, value in request.scope["headers"] if name == SECRET_HEADER), b"")
    return bool(expected) and hmac.compare_digest(given, expected)
