"""What Telegram's errors mean to us: one table; never what is done about them.

The texts are those of the Bot API server (tdlib/telegram-bot-api, Client.cpp).
"""

import structlog
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, TelegramError

from bot.channels.telegram.answers import TooManyRequests
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone

log = structlog.get_logger()


class WebhookInTheWay(ChannelDown):
    """Somebody has set a webhook for the bot, so that its updates cannot be asked for."""


class PolledElsewhere(ChannelDown):
    """Another program asks for the bot's updates."""


class AlreadySo(MessageRefused):
    """There is nothing left to do: the message is gone, or is as it should be."""


# The first line that fits: the library's error, a part of Telegram's words, and ours.
MEANINGS: tuple[tuple[type[TelegramError], str, type[DeliveryError]], ...] = (
    (Forbidden, "", RecipientGone),  # blocked by the user, user is deactivated
    (BadRequest, "chat not found", RecipientGone),  # never pressed Start
    (BadRequest, "message is not modified", AlreadySo),
    (BadRequest, "message to delete not found", AlreadySo),
    (BadRequest, "message can't be deleted", AlreadySo),  # older than 48 hours
    (BadRequest, "query is too old", AlreadySo),
    (BadRequest, "", MessageRefused),
    (Conflict, "webhook is active", WebhookInTheWay),
    (Conflict, "setwebhook", WebhookInTheWay),  # while a poll was waiting
    (Conflict, "", PolledElsewhere),
    (InvalidToken, "", ChannelDown),
    (TelegramError, "", ChannelDown),  # 5xx, no connection, no answer in time, no answer of Telegram's
)


def judge(error: Exception) -> DeliveryError:
    """The same in our words. What is no error of Telegram's came of an answer in a shape that nobody knows."""
    if isinstance(error, TooManyRequests):
        return ChannelBusy(error.retry_after)
    if not isinstance(error, TelegramError):
        log.error("telegram_answer_not_understood", error=type(error).__name__, exc_info=error)
        return ChannelDown(type(error).__name__)
    if isinstance(error, InvalidToken):
        log.error("telegram_token_refused", once="", remedy="copy TELEGRAM_TOKEN again from @BotFather")
    said = error.message.casefold()
    meaning = next(ours for kind, words, ours in MEANINGS if isinstance(error, kind) and words in said)
    return meaning(f"{type(error).__name__}: {error.message[:100]}")
