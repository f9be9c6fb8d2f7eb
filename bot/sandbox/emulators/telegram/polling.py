"""getUpdates: one long poll at a time, and never beside a webhook."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.refusals import POLLED_TWICE, WEBHOOK_IS_SET, conflict
from bot.sandbox.emulators.telegram.state import Json
from bot.sandbox.emulators.telegram.updates import Update, Updates

# All of these follow Client.cpp of tdlib/telegram-bot-api (process_get_updates_query, fail_query_conflict).
LONGEST_POLL = 50
BATCH_LIMIT = 100
REPEATED_POLL = timedelta(seconds=3)
HASTY_POLL = timedelta(seconds=0.5)
CONFLICT_DELAY = timedelta(seconds=3)


class Polling:
    """Hands the waiting updates over in order; an update is confirmed by a later offset."""

    def __init__(self, updates: Updates, clock: EmulatedClock, webhook_is_set: Callable[[], bool]) -> None:
        self._updates = updates
        self._clock = clock
        self._webhook_is_set = webhook_is_set
        self._poll: asyncio.Future[None] | None = None
        self.clear()
        updates.subscribers.append(self._wake)

    def clear(self) -> None:
        """Forget earlier polls and conflicts."""
        self._previous: tuple[int, datetime] | None = None
        self._next_conflict_at = self._clock.now()

    async def get_updates(self, arguments: Arguments) -> list[Json]:
        """The updates from `offset` on, at once if there are any, else within `timeout` seconds."""
        if self._webhook_is_set():
            await self._conflict(WEBHOOK_IS_SET)
        self._updates.allow(arguments.structure("allowed_updates", "can't parse allowed updates JSON object"))
        offset = arguments.integer("offset")
        limit, timeout = self._slowed_down(
            offset,
            arguments.integer("limit", BATCH_LIMIT, 1, BATCH_LIMIT),
            arguments.integer("timeout", 0, 0, LONGEST_POLL),
        )
        found = self._updates.read(offset, limit)
        if not found and timeout:
            await self._wait(timeout)
            found = self._updates.read(max(offset, 0), limit)
        return [update.content for update in found]

    def abort(self, reason: str) -> None:
        """End the poll that waits, if one does, with a conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))

    def _slowed_down(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        now, previous = self._clock.now(), self._previous
        self._previous = (offset, now)
        if previous is None or previous[0] != offset:
            return limit, timeout
        if now < previous[1] + REPEATED_POLL:
            timeout = max(timeout, REPEATED_POLL.seconds)
        return (1 if now < previous[1] + HASTY_POLL else limit), timeout

    async def _wait(self, seconds: int) -> None:
        self.abort(POLLED_TWICE)
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with self._clock.timeout(seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _wake(self, _: Update) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def _conflict(self, reason: str) -> None:
        """Refuse, and when that was done a moment ago, take three seconds over it."""
        now = self._clock.now()
        if now < self._next_conflict_at:
            await self._clock.sleep(CONFLICT_DELAY.total_seconds())
        else:
            self._next_conflict_at = now + CONFLICT_DELAY
        raise conflict(reason)
