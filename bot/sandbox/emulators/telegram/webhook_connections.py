"""The connections to a webhook: many at once while it answers, one while it does not."""

import asyncio
from collections import deque
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import EmulatedClock

# WebhookActor.cpp (create_new_connections): ten seconds without a success leave one connection.
TRUSTED_FOR = timedelta(seconds=10)


class WebhookConnections:
    """Slots, given out in the order of asking."""

    def __init__(self, clock: EmulatedClock, limit: int) -> None:
        self._clock = clock
        self._limit = limit
        self._busy = 0
        self._succeeded_at: datetime | None = None
        self._asking: deque[asyncio.Future[None]] = deque()

    async def take(self) -> None:
        """Wait for a slot; it must be given back with `release`."""
        while self._busy >= self._allowed():
            turn = asyncio.get_running_loop().create_future()
            self._asking.append(turn)
            await turn
        self._busy += 1

    def release(self, *, succeeded: bool) -> None:
        """Give a slot back; a success opens the other ones."""
        self._busy -= 1
        if succeeded:
            self._succeeded_at = self._clock.now()
        free = self._allowed() - self._busy
        while self._asking and free > 0:
            turn = self._asking.popleft()
            if not turn.done():
                turn.set_result(None)
                free -= 1

    def _allowed(self) -> int:
        trusted = self._succeeded_at is not None and self._clock.now() - self._succeeded_at <= TRUSTED_FOR
        return self._limit if trusted else 1
