"""Tells administrators in their own chat that a channel takes or sends nothing. Never why, nor what is done then."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from bot.monitoring.channel_health import OFF_AFTER, ChannelHealth
from bot.ports import Channel, Clock, Forward
from bot.turns.notifications import Messages, Notifications
from conversations.effects import sentence
from storage.database import Database
from storage.transaction import Transaction


class ChannelAlarm:
    """Looks now and then. What stands in a chat of the channel itself waits until it is well again."""

    def __init__(
        self,
        database: Database,
        notifications: Notifications,
        health: ChannelHealth,
        channels: Mapping[str, Channel],
    ) -> None:
        self._database = database
        self._notifications = notifications
        self._health = health
        self._channels = channels

    async def look(self, clock: Clock, forward: Forward) -> None:
        health = self._health
        for name in {name for name, way in health.ways if health.seconds(name, way) > OFF_AFTER}:
            brand = self._channels[name].brand if name in self._channels else name
            forward(await self._database.run(partial(self._raise, channel=name, brand=brand, now=clock.now())))

    def _raise(self, tx: Transaction, channel: str, brand: str, now: datetime) -> Messages:
        alarm = sentence("agent-alarm-channel", channel=brand)
        return self._notifications.alarm(tx, alarm, f"channel:{channel}", now)
