"""Registration at each start: webhook, commands and descriptions, as Telegram is to have them; never to a person."""

from functools import partial

from pydantic import SecretStr
from telegram import BotCommand, BotCommandScopeAllPrivateChats

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.updates import ALLOWED_UPDATES
from conversations.customer.commands import COMMANDS
from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording import catalogue_of

CONNECTIONS = 100  # the most that Telegram opens; turns that come together share a commit
LONGEST_DESCRIPTION, LONGEST_SHORT_DESCRIPTION = 512, 120
_PRIVATE = BotCommandScopeAllPrivateChats()


async def register(telegram: Telegram, public_url: str, secret: SecretStr, business: str) -> None:
    """Point Telegram at our endpoint, if we have one, until that works; and try to tell it how the bot is to look.

    Saying the same again changes nothing. Languages are those with two messages, so Pidgin has none of its own.
    """
    telegram.background.attempt("describe", partial(_describe, telegram, business))
    if public_url:
        await telegram.background.retry_until_done("set webhook", partial(set_webhook, telegram, public_url, secret))


async def set_webhook(telegram: Telegram, public_url: str, secret: SecretStr) -> None:
    """Raises `DeliveryError`s."""
    await telegram.ask(
        telegram.bot.set_webhook(
            webhook_address(public_url),
            secret_token=secret.get_secret_value(),
            allowed_updates=ALLOWED_UPDATES,
            max_connections=CONNECTIONS,
        )
    )


def webhook_address(public_url: str) -> str:
    return f"{public_url.rstrip('/')}/telegram"


async def _describe(telegram: Telegram, business: str) -> None:
    """Only what differs is said: Telegram allows few changes a day."""
    bot, words = telegram.bot, catalogue_of(DEFAULT_LANGUAGE)
    commands = tuple(BotCommand(command, words.say(does, {})) for command, does in COMMANDS.items())
    about = words.say("about", {"business": business})[:LONGEST_DESCRIPTION]
    short = words.say("about-short", {"business": business})[:LONGEST_SHORT_DESCRIPTION]
    if await telegram.ask(bot.get_my_commands(_PRIVATE)) != commands:
        await telegram.ask(bot.set_my_commands(commands, _PRIVATE))
    if (await telegram.ask(bot.get_my_description())).description != about:
        await telegram.ask(bot.set_my_description(about))
    if (await telegram.ask(bot.get_my_short_description())).short_description != short:
        await telegram.ask(bot.set_my_short_description(short))
