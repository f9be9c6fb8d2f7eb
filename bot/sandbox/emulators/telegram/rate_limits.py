"""Rate limits, how fast a bot may write: overall, to one person, to one group; counted and refused, never delayed."""

import math
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.refusals import too_many_requests

# core.telegram.org/bots/faq gives the rates; how long a burst is tolerated is nowhere said.
OVERALL_INTERVAL = timedelta(seconds=1) / 30
OVERALL_BURST = 30
PERSON_INTERVAL = timedelta(seconds=1)
PERSON_BURST = 5
GROUP_INTERVAL = timedelta(minutes=1) / 20
GROUP_BURST = 20


class TelegramRateLimits:
    """The generic cell rate algorithm: each allowance is one number, the moment at which it is whole again."""

    def __init__(self, clock: EmulatedClock, *, enforced: bool = True) -> None:
        self.enforced = enforced
        self._clock = clock
        self._whole_at: dict[int, datetime] = {}

    def spend(self, chat_id: int) -> None:
        """Count one message to the chat. Raises the 429 of `too_many_requests`, and counts nothing then."""
        if not self.enforced:
            return
        now = self._clock.now()
        interval, burst = (PERSON_INTERVAL, PERSON_BURST) if chat_id > 0 else (GROUP_INTERVAL, GROUP_BURST)
        chat_next = self._next(chat_id, now, interval, burst)
        overall_next = self._next(0, now, OVERALL_INTERVAL, OVERALL_BURST)
        self._whole_at[chat_id], self._whole_at[0] = chat_next, overall_next

    def clear(self) -> None:
        """Forget what was spent."""
        self._whole_at.clear()

    def _next(self, key: int, now: datetime, interval: timedelta, burst: int) -> datetime:
        whole_at = max(self._whole_at.get(key, now), now)
        wait = whole_at - now - interval * (burst - 1)
        if wait > timedelta():
            raise too_many_requests(math.ceil(wait.total_seconds()))
        return whole_at + interval
