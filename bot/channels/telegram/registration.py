"""Registration at each start: webhook, commands and descriptions, as Telegram is to have them; never to a person."""

from functools import partial

from msgspec import Struct
from msgspec.structs import asdict

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.settings import WEBHOOK
from bot.channels.telegram.updates import ALLOWED_UPDATES
from conversations.customer.commands import COMMANDS
from conversations.languages import DEFAULT_LANGUAGE
from conversations.secret import Secret
from conversations.wording import catalogue_of

CONNECTIONS = 100  # the most that Telegram opens; turns that come together share a commit
LONGEST_DESCRIPTION, LONGEST_SHORT_DESCRIPTION = 512, 120
_PRIVATE = {"scope": {"type": "all_private_chats"}}  # core.telegram.org/bots/api#botcommandscopeallprivatechats


class CommandShape(Struct, frozen=True):
    """A BotCommand."""

    command: str
    description: str


class DescriptionShape(Struct, frozen=True):
    """A BotDescription."""

    description: str


class ShortDescriptionShape(Struct, frozen=True):
    """A BotShortDescription."""

    short_description: str


async def register(telegram: Telegram, public_url: str, secret: Secret, business: str) -> None:
    """Point Telegram at our endpoint, if we have one, until that works; and try to tell it how the bot is to look.

    Saying the same again changes nothing. Languages are those with two messages, so Pidgin has none of its own.
    """
    if public_url:
        await telegram.background.retry_until_done("set webhook", partial(set_webhook, telegram, public_url, secret))
    telegram.background.attempt("describe", partial(_describe, telegram, business))  # which nobody waits for


async def set_webhook(telegram: Telegram, public_url: str, secret: Secret) -> None:
    """Raises `DeliveryError`s."""
    webhook = {
        "url": webhook_address(public_url),
        "secret_token": secret.reveal(),
        "allowed_updates": ALLOWED_UPDATES,
        "max_connections": CONNECTIONS,
    }
    await telegram.ask(telegram.calls.do("setWebhook", webhook))


def webhook_address(public_url: str) -> str:
    return f"{public_url}{WEBHOOK}"


async def _describe(telegram: Telegram, business: str) -> None:
    """Only what differs is said: Telegram allows few changes a day."""
    calls, words = telegram.calls, catalogue_of(DEFAULT_LANGUAGE)
    commands = [CommandShape(command, words.say(does, {})) for command, does in COMMANDS.items()]
    about = DescriptionShape(words.say("about", {"business": business})[:LONGEST_DESCRIPTION])
    short = ShortDescriptionShape(words.say("about-short", {"business": business})[:LONGEST_SHORT_DESCRIPTION])
    if await telegram.ask(calls.look_up("getMyCommands", list[CommandShape], _PRIVATE)) != commands:
        await telegram.ask(calls.do("setMyCommands", {"commands": commands, **_PRIVATE}))
    if await telegram.ask(calls.look_up("getMyDescription", DescriptionShape)) != about:
        await telegram.ask(calls.do("setMyDescription", asdict(about)))
    if await telegram.ask(calls.look_up("getMyShortDescription", ShortDescriptionShape)) != short:
        await telegram.ask(calls.do("setMyShortDescription", asdict(short)))
