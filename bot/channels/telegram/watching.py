"""A look every so often at how Telegram gets through to us: is the webhook ours, is it reached. Never what is posted.

core.telegram.org/bots/api#getwebhookinfo
"""

from datetime import timedelta

import structlog
from msgspec import Struct

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.registration import set_webhook, webhook_address
from bot.channels.telegram.settings import NAME
from bot.errors import DeliveryError
from bot.log.masking import mask_text
from bot.monitoring.channel_health import ChannelHealth, Way
from conversations.secret import Secret

WATCH_EVERY = timedelta(seconds=20)
_JUST_NOW = timedelta(minutes=1)

log = structlog.get_logger()


class WebhookShape(Struct, frozen=True):
    """Of a WebhookInfo, what is read."""

    url: str
    pending_update_count: int = 0
    last_error_date: int = 0
    last_error_message: str = ""


class WebhookWatch:
    """Sets the webhook again where somebody has taken it away or put another in its place."""

    def __init__(self, telegram: Telegram, public_url: str, secret: Secret, health: ChannelHealth) -> None:
        self._telegram = telegram
        self._public_url = public_url
        self._secret = secret
        self._health = health
        self._taken = telegram.taken

    async def look(self) -> None:
        telegram = self._telegram
        try:
            info = await telegram.ask(telegram.calls.look_up("getWebhookInfo", WebhookShape))
        except DeliveryError as error:
            self._health.unreached(NAME, str(error))
            return
        self._health.reached(NAME)
        if info.url != webhook_address(self._public_url):
            await self._set_again(info)
        elif why := self._undelivered(info):
            self._health.failed(NAME, Way.TAKES, why)
        else:
            self._health.well(NAME, Way.TAKES)

    async def _set_again(self, info: WebhookShape) -> None:
        why = "another webhook is registered" if info.url else "no webhook is registered"
        remedy = "another program may use this bot's token: stop it, or have @BotFather revoke the token"
        log.error("webhook_set_again", once="", reason=why, remedy=remedy)
        self._health.failed(NAME, Way.TAKES, why)  # until the next look finds ours: it may be taken away once more
        try:
            await set_webhook(self._telegram, self._public_url, self._secret)
        except DeliveryError as error:
            self._health.failed(NAME, Way.TAKES, f"{why}, and ours is refused: {error}")

    def _undelivered(self, info: WebhookShape) -> str:
        """What keeps updates from us just now, "" for nothing. Where one came in since the last look, some do come."""
        before, self._taken = self._taken, self._telegram.taken
        if self._taken > before:
            return ""
        ago = self._telegram.clock.now().timestamp() - info.last_error_date
        if not info.pending_update_count or ago > _JUST_NOW.total_seconds():
            return ""
        return f"Telegram does not get through: {mask_text(info.last_error_message or 'it does not say why')}"
