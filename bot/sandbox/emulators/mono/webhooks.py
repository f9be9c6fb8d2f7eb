"""The webhooks of the emulated Mono: posted at once or later, again when that fails; never what they say.

Documented: one POST for each event with `mono-webhook-secret`, 2xx is enough, the rest is repeated. The number and
the times of the repeats are unknown; these are ours.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp

from bot.sandbox.emulators.background_tasks import EmulatorTasks
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.mono import events
from bot.sandbox.emulators.mono.accounts import MonoAccount, RealtimeJob
from bot.sandbox.emulators.mono.events import MonoEvent
from bot.sandbox.emulators.webhook_session import WebhookSession

TRIES = 5
FIRST_WAIT = timedelta(seconds=2)  # doubled each time
PATIENCE = 10.0  # seconds for one answer


@dataclass(slots=True)
class WebhookTarget:
    """Where events go. The next `lose` are lost on the way; the next `double` arrive twice."""

    url: str = field(repr=False)
    secret: str = field(repr=False)
    lose: int = 0
    double: int = 0

    def take_copies(self) -> int:
        """How often the next event arrives."""
        if self.lose:
            self.lose -= 1
            return 0
        if self.double:
            self.double -= 1
            return 2
        return 1


class MonoWebhooks:
    """Announces what happens to accounts, when somebody listens. An account that was unlinked is spoken of no more."""

    def __init__(self, clock: EmulatedClock) -> None:
        self._clock = clock
        self._session = WebhookSession()
        self._tasks = EmulatorTasks(clock)
        self.target: WebhookTarget | None = None

    @property
    def is_settled(self) -> bool:
        """Whether every event that is due was posted and answered; some may wait for a later time."""
        return self._tasks.is_settled

    def tell_linked(self, account: MonoAccount) -> None:
        """At once that it is connected, and how far its data is; once more when that has come."""
        now = self._clock.now()
        self.send(events.connected(account))
        self.send(events.updated(account, now))
        if account.ready_at and account.ready_at > now:
            self._later(account, account.ready_at, lambda then: [events.updated(account, then)])

    def tell_refreshing(self, account: MonoAccount, job: RealtimeJob) -> None:
        """At once that the job runs, and at its end how it ended."""
        self.send(events.job_updated(account, job, self._clock.now()))
        self._later(account, job.ends_at, lambda then: events.refreshed(account, job, then))

    def tell_unlinked(self, account: MonoAccount) -> None:
        self.send(events.unlinked(account))

    def send(self, event: MonoEvent) -> None:
        """Deliver any event, unless it is to be lost."""
        if self.target:
            body = json.dumps(event).encode()
            for _ in range(self.target.take_copies()):
                self._tasks.start(self._insist(self.target, body))

    def clear(self) -> None:
        """Drop what is under way, and what was to be lost or doubled."""
        self._tasks.cancel()
        if self.target:
            self.target = WebhookTarget(self.target.url, self.target.secret)

    async def stop(self) -> None:
        """Drop what is under way, and hang up."""
        self.clear()
        await self._tasks.stop()
        await self._session.close()

    def _later(self, account: MonoAccount, due: datetime, build: Callable[[datetime], list[MonoEvent]]) -> None:
        async def tell() -> None:
            for event in [] if account.unlinked else build(due):
                self.send(event)

        if self.target:
            self._tasks.start_at(due, tell)

    async def _insist(self, target: WebhookTarget, body: bytes) -> None:
        for waits in range(TRIES):
            if waits:
                await self._tasks.rest_until(self._clock.now() + FIRST_WAIT * 2 ** (waits - 1))
            if await self._try(target, body):
                return

    async def _try(self, target: WebhookTarget, body: bytes) -> bool:
        headers = {"content-type": "application/json", "mono-webhook-secret": target.secret}
        post = self._session.get().post(target.url, data=body, headers=headers, allow_redirects=False)
        try:
            async with self._clock.timeout(PATIENCE), post as answer:
                return 200 <= answer.status < 300
        except (aiohttp.ClientError, TimeoutError):
            return False
