"""What the bot tells Telegram about itself at every start: webhook, commands, descriptions. Safe to say again."""

import structlog
from pydantic import SecretStr
from telegram import BotCommand, BotCommandScopeAllPrivateChats

from bot.channels.telegram import Telegram
from bot.channels.telegram_doors import ALLOWED_UPDATES
from bot.errors import DeliveryError
from conversations.wording import catalogue_of

COMMANDS = ("start", "balance", "transactions", "unlink", "language", "person", "cancel", "help")
CONNECTIONS = 100  # the most that Telegram opens to a webhook

log = structlog.get_logger()


async def register(telegram: Telegram, public_url: str, secret: SecretStr, business: str) -> None:
    """Point Telegram at our door, or away from any where we poll. Raises `ChannelDown` when that is not possible.

    The menu and the descriptions are for comfort only: without them the bot works as well.
    """
    if public_url:
        await telegram.set_webhook(f"{public_url.rstrip('/')}/telegram", secret, ALLOWED_UPDATES, CONNECTIONS)
    else:
        await telegram.drop_webhook()
    try:
        await _describe(telegram, business)
    except DeliveryError as error:
        log.warning("telegram_not_described", error=type(error).__name__)


async def _describe(telegram: Telegram, business: str) -> None:
    words = catalogue_of("en")
    commands = [BotCommand(command, words.say(f"command-{command}", {})) for command in COMMANDS]
    await telegram.tell(lambda bot: bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats()))
    values = {"business": business}
    await telegram.tell(lambda bot: bot.set_my_description(words.say("about", values)))
    await telegram.tell(lambda bot: bot.set_my_short_description(words.say("about-short", values)))
