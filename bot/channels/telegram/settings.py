"""Telegram's settings: their shapes, their defaults, and what the channel cannot do without. Never what they are for.

`.env.example` says what each one means.
"""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.config.addresses import is_loopback
from bot.config.declarations import AddressShape, ChannelDeclaration, ChannelSettings, Together
from bot.config.shapes import ABSENT, Address, Rate, Seconds, shaped, split_list
from conversations.secret import Secret

NAME = "telegram"  # stored with every contact: never to be changed without a migration
WEBHOOK = "/telegram"
TELEGRAM = "https://api.telegram.org"
PORTS = {None, 80, 88, 443, 8443}  # core.telegram.org/bots/webhooks; a Bot API server of one's own calls any

BotToken = Annotated[
    Secret,
    shaped(r"[0-9]{1,16}:[A-Za-z0-9_-]{1,64}", "a number, a colon and letters, just as @BotFather gave it"),
    Secret,
]
# core.telegram.org/bots/api#setwebhook
WebhookSecret = Annotated[
    Secret,
    shaped(r"[A-Za-z0-9_-]{1,256}", "1 to 256 letters, digits, underscores and dashes"),
    Secret,
]


class TelegramSettings(ChannelSettings):
    """A bot, where Telegram is, and how fast it may be written to."""

    telegram_token: BotToken = ABSENT
    telegram_webhook_secret: WebhookSecret = ABSENT
    telegram_api_base: Address = TELEGRAM
    telegram_sends_per_second: Rate = 30
    telegram_seconds_per_chat: Seconds = 1

    @classmethod
    def complete(cls, given: Mapping[str, str]) -> Mapping[str, str]:
        if "TELEGRAM_TOKEN" in given and "ENCRYPTION_KEYS" in given:
            given = {"TELEGRAM_WEBHOOK_SECRET": _derive_webhook_secret(given), **given}
        return super().complete(given)


def _find_unfit(settings: TelegramSettings) -> tuple[str, ...]:
    """What is on this machine alone Telegram does not call at all: doctor speaks of it."""
    parts = urlsplit(settings.public_url)
    if settings.telegram_api_base != TELEGRAM or is_loopback(parts.hostname or "") or parts.port in PORTS:
        return ()
    return ("PUBLIC_URL must have the port 443, 80, 88 or 8443, or name none: Telegram calls no other.",)


TELEGRAM_DECLARATION = ChannelDeclaration(
    name=NAME,
    part=TelegramSettings,
    needed=("TELEGRAM_TOKEN",),
    secrets=("TELEGRAM_WEBHOOK_SECRET",),
    together=(Together(needed=("TELEGRAM_TOKEN",), signs=("TELEGRAM_WEBHOOK_SECRET",)),),
    address=AddressShape(r"[1-9][0-9]{0,15}", "12345"),
    without_address="Telegram is polled",
    find_unfit=_find_unfit,
)


def _derive_webhook_secret(values: Mapping[str, str]) -> str:
    """A secret that needs no setting: the same on every start, and of no use for anything else (RFC 5869)."""
    newest_key = split_list(values["ENCRYPTION_KEYS"])[0]
    token, key = (text.encode("utf-8", "surrogatepass") for text in (values["TELEGRAM_TOKEN"], newest_key))
    return HKDF(SHA256(), 32, salt=token, info=b"telcolink telegram webhook").derive(key).hex()
