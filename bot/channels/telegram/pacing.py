"""When a message may be sent, so that Telegram never has to say "too fast"; never what is sent, or how.

core.telegram.org/bots/faq: about one message a second to a chat and thirty a second in all; the true figures are
secret and may change, so that a 429 still has the last word.
"""

from collections import deque
from datetime import UTC, datetime, timedelta

from bot.ports import Clock

LONG_AGO = datetime.min.replace(tzinfo=UTC)
SET_BACK = timedelta(seconds=1)  # a clock that goes back further than this was set anew
FEWEST_SWEPT = 1000  # chats


class TelegramPace:
    """At most `count` moments in any `span`, given out in the order of asking. Only the record: nobody waits here.

    A halt makes void what was given out; `round` then grows, so that those who wait know to ask again.
    """

    def __init__(self, count: int, span: timedelta) -> None:
        self.round = 0
        self._span = span
        self._given: deque[datetime] = deque(maxlen=count)
        self._halted_until = LONG_AGO

    def reserve(self, now: datetime) -> datetime:
        """Take the next free moment."""
        moment = max(now, self._halted_until)
        if len(self._given) == self._given.maxlen:
            moment = max(moment, self._given[0] + self._span)
        self._given.append(moment)
        return moment

    def halt(self, until: datetime) -> None:
        """Nothing before `until`; after it as many at once as ever."""
        self.round += 1
        self._given.clear()
        self._halted_until = until

    def is_halted(self, now: datetime) -> bool:
        return now < self._halted_until

    def is_idle(self, now: datetime) -> bool:
        """Whether it could as well be forgotten."""
        return not self.is_halted(now) and (not self._given or self._given[-1] + self._span <= now)


class TelegramPacing:
    """Lets each message wait for its turn. 0 for `per_chat` or `per_second` is no limit, but halts are kept."""

    def __init__(self, clock: Clock, per_chat: timedelta = timedelta(seconds=1), per_second: float = 30) -> None:
        self._clock = clock
        self._per_chat = per_chat
        self._overall = _pace_of(per_second)
        self._chats: dict[str, TelegramPace] = {}
        self._swept_at = FEWEST_SWEPT
        self._newest_halt = ("", LONG_AGO)
        self._latest = LONG_AGO

    async def wait_turn(self, chat: str) -> None:
        """Return when a message to this chat may be sent. First the chat's turn, so that no other waits for it."""
        await self._queue(self._pace(chat))
        await self._queue(self._overall)

    def halt(self, chat: str, span: timedelta) -> None:
        """Telegram said "too fast" to a message for this chat, but not whether it meant the chat or the whole bot.

        It means the bot where a second chat hears it before the first one's halt is over.
        """
        now = self._now()
        halted, until = self._newest_halt
        if halted != chat and now < until:
            self._overall.halt(now + span)
        self._pace(chat).halt(now + span)
        self._newest_halt = (chat, now + span)

    def is_halted(self, chat: str) -> bool:
        """Whether what is not worth waiting for had better not be sent."""
        now = self._now()
        return self._overall.is_halted(now) or self._pace(chat).is_halted(now)

    async def _queue(self, pace: TelegramPace) -> None:
        while True:
            now = self._now()
            asked = pace.round
            wait = (pace.reserve(now) - now).total_seconds()
            if wait > 0:
                await self._clock.sleep(wait)
            if asked == pace.round:
                return

    def _pace(self, chat: str) -> TelegramPace:
        pace = self._chats.get(chat)
        if pace is None:
            if len(self._chats) >= self._swept_at:
                self._sweep()
            pace = self._chats[chat] = TelegramPace(1, self._per_chat)
        return pace

    def _sweep(self) -> None:
        """Forget idle chats; not again before there are twice as many, so that it costs nothing on the whole."""
        now = self._now()
        self._chats = {chat: pace for chat, pace in self._chats.items() if not pace.is_idle(now)}
        self._swept_at = max(FEWEST_SWEPT, 2 * len(self._chats))

    def _now(self) -> datetime:
        """The clock's time. Where the clock was set back, moments given out before would be hours away."""
        now = self._clock.now()
        if now + SET_BACK < self._latest:
            for pace in (self._overall, *self._chats.values()):
                pace.halt(now)
        self._latest = now
        return now


def _pace_of(per_second: float) -> TelegramPace:
    if not per_second:
        return TelegramPace(1, timedelta())
    count = max(1, int(per_second))
    return TelegramPace(count, timedelta(seconds=count / per_second))
