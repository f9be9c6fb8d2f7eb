"""Telegram's limits on sending, kept by us before Telegram has to: one message a second for a chat, thirty in all.

core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.ports import Clock

REMEMBERED = 10_000  # chats; older ones have long been free again


class Pace:
    """When a message may go. Each call takes its place in the line, so that none overtakes."""

    def __init__(self, clock: Clock, per_chat: timedelta, per_second: float) -> None:
        self._clock = clock
        self._per_chat = per_chat
        self._apart = timedelta(seconds=1 / per_second) if per_second else timedelta(0)
        self._next_in_chat: OrderedDict[str, datetime] = OrderedDict()
        self._next_of_all = clock.now()

    async def wait_for_turn(self, chat: str) -> None:
        """Return when a message to this chat may be sent."""
        wait = (self.take_turn(chat) - self._clock.now()).total_seconds()
        if wait > 0:
            await self._clock.sleep(wait)

    def take_turn(self, chat: str) -> datetime:
        """The moment of the next free place for this chat, which is then taken."""
        now = self._clock.now()
        moment = max(now, self._next_in_chat.get(chat, now), self._next_of_all)
        self._next_of_all = moment + self._apart
        self._next_in_chat[chat] = moment + self._per_chat
        self._next_in_chat.move_to_end(chat)
        if len(self._next_in_chat) > REMEMBERED:
            self._next_in_chat.popitem(last=False)
        return moment

    def halt(self, span: timedelta) -> None:
        """Telegram asked for a pause: nothing goes until it is over."""
        self._next_of_all = max(self._next_of_all, self._clock.now() + span)
