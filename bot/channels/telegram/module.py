"""The Telegram channel put together: its webhook or polling, its registration. Never its parts' work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from bot.channels.module import ChannelCode, ChannelContext
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.checks import check_telegram
from bot.channels.telegram.polling import poll
from bot.channels.telegram.registration import register
from bot.channels.telegram.settings import TelegramSettings
from bot.channels.telegram.watching import WATCH_EVERY, WebhookWatch
from bot.channels.telegram.webhook import TelegramDoor
from bot.monitoring.metrics import Metrics
from bot.ports import Forward, Receive
from bot.retry import Work
from bot.scheduler import Sweep


class TelegramModule:
    """Implements `ChannelModule`. Without a public address updates are asked for, and nothing is posted."""

    inviter = None  # a bot cannot write to who has not started it

    def __init__(self, channel: Telegram, settings: TelegramSettings, metrics: Metrics) -> None:
        self.channel = channel
        self._public_url = settings.public_url
        self._secret = settings.telegram_webhook_secret
        self._metrics = metrics
        self._door = TelegramDoor(channel, self._secret, metrics)
        self._receive: Receive

    @property
    def title(self) -> str:
        return self.channel.title

    async def prepare(self, receive: Receive, forward: Forward) -> None:
        """Telegram itself keeps what has not come yet."""
        self._receive = receive
        self._door.open_to(receive)

    async def register(self, business: str) -> None:
        self._metrics.health.expect(self.channel.name)
        await register(self.channel, self._public_url, self._secret, business)

    def doors(self) -> list[TelegramDoor]:
        return [self._door] if self._public_url else []

    def sweeps(self) -> list[tuple[timedelta, Sweep]]:
        if not self._public_url:
            return []
        watch = WebhookWatch(self.channel, self._public_url, self._secret, self._metrics.health)
        return [(WATCH_EVERY, watch.look)]

    def background(self) -> list[tuple[str, Work]]:
        return (
            []
            if self._public_url
            else [("polling Telegram", partial(poll, self.channel, self._receive, self._metrics.health))]
        )


@asynccontextmanager
async def open_telegram(context: ChannelContext) -> AsyncIterator[TelegramModule]:
    async with Telegram.open(context.settings, context.clock, context.http) as channel:
        yield TelegramModule(channel, context.settings, context.metrics)


TELEGRAM = ChannelCode(open_telegram, checks=(check_telegram,))
