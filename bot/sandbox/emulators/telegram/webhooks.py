"""The webhook posts of the emulated Telegram: order, parallelism, retries and ends; never what is in them."""

import asyncio
import random
from collections import deque
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.updates import Update, Updates
from bot.sandbox.emulators.telegram.webhook_client import GONE, TelegramWebhook, TelegramWebhookClient, WebhookFailure
from bot.sandbox.emulators.telegram.webhook_connections import WebhookConnections

# Times and rules follow WebhookActor.cpp of tdlib/telegram-bot-api (on_update_error, handle).
LONGEST_RETRY_AFTER = 3600.0
LONGEST_DELAY = (60.0, 120.0)
GONE_CLOSES_AFTER = timedelta(hours=23)


class RetryPace:
    """How long to wait before one update is sent again: first not at all, then 2, 4, 8 ... seconds."""

    def __init__(self) -> None:
        self._delay = 1.0
        self._failed = False

    def after(self, failure: WebhookFailure) -> float:
        """Seconds until the next attempt."""
        first, self._failed = not self._failed, True
        if failure.retry_after > 0:
            return min(failure.retry_after, LONGEST_RETRY_AFTER)
        if first:
            return 0.0
        self._delay = min(random.uniform(*LONGEST_DELAY), self._delay * 2)
        return self._delay


class TelegramWebhooks:
    """Posts what waits: each queue in order with one update in flight, queues side by side.

    `resting` tells the queues that wait for their next attempt, and until when; `last_error` when and why
    the bot last did not take an update.
    """

    def __init__(self, updates: Updates, clock: EmulatedClock, client: TelegramWebhookClient) -> None:
        self.webhook: TelegramWebhook | None = None
        self.last_error: tuple[datetime, str] | None = None
        self.resting: dict[int, datetime] = {}
        self._updates = updates
        self._clock = clock
        self._client = client
        self._connections = WebhookConnections(clock, 1)
        self._queues: dict[int, deque[Update]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._gone_since: datetime | None = None
        updates.subscribers.append(self._accept)

    def open(self, webhook: TelegramWebhook) -> None:
        """Post to this webhook from now on, beginning with what waits."""
        self.close()
        self.webhook = webhook
        self._connections = WebhookConnections(self._clock, webhook.max_connections)
        for update in self._updates.waiting():
            self._accept(update)

    def close(self) -> None:
        """Post no more; what was not taken goes on waiting."""
        self.webhook = self.last_error = self._gone_since = None
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._queues.clear()
        self.resting.clear()

    def _accept(self, update: Update) -> None:
        if self.webhook is None:
            return
        queue = self._queues.setdefault(update.queue, deque())
        queue.append(update)
        if update.queue not in self._tasks:
            work = self._empty(update.queue, queue, self.webhook)
            self._tasks[update.queue] = asyncio.get_running_loop().create_task(work)

    async def _empty(self, key: int, queue: deque[Update], webhook: TelegramWebhook) -> None:
        while queue:
            await self._deliver(queue[0], webhook)
            self._updates.forget((queue.popleft(),))
        del self._queues[key], self._tasks[key]

    async def _deliver(self, update: Update, webhook: TelegramWebhook) -> None:
        """Until it is taken, or would expire before the next attempt."""
        pace = RetryPace()
        while self._clock.now() <= update.expires_at:
            failure = await self._attempt(update, webhook)
            if failure is None:
                return
            due = self._clock.now() + timedelta(seconds=pace.after(failure))
            if due > update.expires_at:
                return
            await self._rest(update.queue, due)

    async def _attempt(self, update: Update, webhook: TelegramWebhook) -> WebhookFailure | None:
        connections = self._connections
        await connections.take()
        failure: WebhookFailure | None = WebhookFailure("Webhook connection closed")
        try:
            failure = await self._client.post(webhook, update)
        finally:
            connections.release(succeeded=failure is None)
        self._note(failure)
        return failure

    async def _rest(self, key: int, due: datetime) -> None:
        self.resting[key] = due
        try:
            await self._clock.sleep_until(due)
        finally:
            self.resting.pop(key, None)

    def _note(self, failure: WebhookFailure | None) -> None:
        now = self._clock.now()
        if failure is not None:
            self.last_error = (now, failure.reason)
        if failure is None or failure.status != GONE:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = now
        elif now > self._gone_since + GONE_CLOSES_AFTER:
            self.close()
