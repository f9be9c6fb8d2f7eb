"""What Telegram's errors mean to us: one table; never what is done about them.

The texts are those of the Bot API server (tdlib/telegram-bot-api, Client.cpp).
"""

import structlog

from bot.channels.telegram.answers import CallFailed
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone

log = structlog.get_logger()


class WebhookInTheWay(ChannelDown):
    """Somebody has set a webhook for the bot, so that its updates cannot be asked for."""


class PolledElsewhere(ChannelDown):
    """Another program asks for the bot's updates."""


class AlreadySo(MessageRefused):
    """There is nothing left to do: the message is gone, or is as it should be."""


# The first line that fits: the kind of failure, a part of Telegram's words, and ours.
MEANINGS: tuple[tuple[str, str, type[DeliveryError]], ...] = (
    ("Forbidden", "", RecipientGone),  # blocked by the user, user is deactivated
    ("BadRequest", "chat not found", RecipientGone),  # never pressed Start
    ("BadRequest", "message is not modified", AlreadySo),
    ("BadRequest", "message to delete not found", AlreadySo),
    ("BadRequest", "message can't be deleted", AlreadySo),  # older than 48 hours
    ("BadRequest", "query is too old", AlreadySo),
    ("BadRequest", "", MessageRefused),
    ("Conflict", "webhook is active", WebhookInTheWay),
    ("Conflict", "setwebhook", WebhookInTheWay),  # while a poll was waiting
    ("Conflict", "", PolledElsewhere),
)


def judge(error: Exception) -> DeliveryError:
    """The same in our words. What is no failed call came of an answer in a shape that nobody knows."""
    if not isinstance(error, CallFailed):
        log.error("telegram_answer_not_understood", error=type(error).__name__, exc_info=error)
        return ChannelDown(type(error).__name__)
    if error.retry_after:
        return ChannelBusy(error.retry_after)
    if error.kind == "InvalidToken":
        log.error("telegram_token_refused", once="", remedy="copy TELEGRAM_TOKEN again from @BotFather")
    said = error.words.casefold()
    # Whatever is in no line: 5xx, no connection, no answer in time, no answer of Telegram's, a token that is refused.
    found = (ours for kind, words, ours in MEANINGS if kind == error.kind and words in said)
    return next(found, ChannelDown)(f"{error.kind}: {error.words[:100]}")
