"""Telegram's webhook: an update is acknowledged when its turn is on disk; never what it means."""

import hmac
from urllib.parse import quote_plus

from pydantic import SecretStr

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.inbound import take_update
from bot.channels.telegram.updates import AnswerTap, decode
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import NOT_GENUINE, TAKEN, Delivery, PreparedAnswer, WebhookEndpoint
from bot.ports import Receive

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
_FORM = (b"content-type", b"application/x-www-form-urlencoded")


def webhook(telegram: Telegram, secret: SecretStr, receive: Receive, refused: RefusedPosts) -> WebhookEndpoint:
    """`POST /telegram`: 401 without the secret, else as any `WebhookEndpoint`, and 200.

    core.telegram.org/bots/api#setwebhook. What an update contains is never a reason to refuse it.
    """
    expected = secret.get_secret_value().encode()

    async def take(delivery: Delivery) -> PreparedAnswer:
        if not _is_genuine(delivery.header(SECRET_HEADER), expected):
            refused.note(
                "secret", "if Telegram's own posts are refused, `telcolink serve` sets the secret anew at its start"
            )
            return NOT_GENUINE
        body = await delivery.read()
        tap = await take_update(telegram, decode(body), body, receive)
        return _answering(tap) if tap else TAKEN

    return WebhookEndpoint(take, refused)


def _answering(tap: AnswerTap) -> PreparedAnswer:
    """The acknowledgement that answers a tap as well, which saves a call; nobody is told how that went.

    core.telegram.org/bots/api#making-requests-when-getting-updates, as a form, which is one of the kinds that it names.
    """
    shown = f"&text={quote_plus(tap.toast)}" if tap.toast else ""
    call = f"method=answerCallbackQuery&callback_query_id={quote_plus(tap.query)}{shown}"
    return PreparedAnswer.of(200, call.encode(), _FORM)


def _is_genuine(given: bytes, expected: bytes) -> bool:
    """Bytes are compared, for a header may hold any, and in a time that says nothing. No secret matches nothing."""
    return bool(expected) and hmac.compare_digest(given, expected)
