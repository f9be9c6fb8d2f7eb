"""How the emulated Mono delivers its events: posted at once or later, again when that fails; never what they say.

Documented: one POST for each event with `mono-webhook-secret`, 2xx is enough, the rest is repeated. The number and
the times of the repeats are unknown; these are ours.
"""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import aiohttp

from bot.sandbox.emulators.clock import Clock
from bot.sandbox.emulators.mono import events
from bot.sandbox.emulators.mono.accounts import Account, Job
from bot.sandbox.emulators.mono.events import Event

TRIES = 5
FIRST_WAIT = timedelta(seconds=2)  # doubled each time
PATIENCE = 10.0  # seconds for one answer


@dataclass(slots=True)
class Target:
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


class Webhooks:
    """Announces what happens to accounts, when somebody listens. An account that was unlinked is spoken of no more."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._session: aiohttp.ClientSession | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._resting: dict[asyncio.Task[Any] | None, datetime] = {}
        self.target: Target | None = None

    @property
    def is_settled(self) -> bool:
        """Whether every event that is due was posted and answered; some may wait for a later time."""
        now = self._clock.now()
        return all(self._resting.get(task, now) > now for task in self._under_way)

    def tell_linked(self, account: Account) -> None:
        """At once that it is connected, and how far its data is; once more when that has come."""
        now = self._clock.now()
        self.send(events.connected(account))
        self.send(events.updated(account, now))
        if account.ready_at and account.ready_at > now:
            self._later(account, account.ready_at, lambda then: [events.updated(account, then)])

    def tell_refreshing(self, account: Account, job: Job) -> None:
        """At once that the job runs, and at its end how it ended."""
        self.send(events.job_updated(account, job, self._clock.now()))
        self._later(account, job.ends_at, lambda then: events.refreshed(account, job, then))

    def tell_unlinked(self, account: Account) -> None:
        self.send(events.unlinked(account))

    def send(self, event: Event) -> None:
        """Deliver any event, unless it is to be lost."""
        if self.target:
            body = json.dumps(event).encode()
            for _ in range(self.target.take_copies()):
                self._start(self._insist(self.target, body))

    def clear(self) -> None:
        """Drop what is under way, and what was to be lost or doubled."""
        for task in self._under_way:
            task.cancel()
        if self.target:
            self.target = Target(self.target.url, self.target.secret)

    async def stop(self) -> None:
        """Drop what is under way, and hang up."""
        self.clear()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def _later(self, account: Account, due: datetime, build: Callable[[datetime], list[Event]]) -> None:
        async def wait() -> None:
            await self._rest_until(due)
            for event in [] if account.unlinked else build(due):
                self.send(event)

        if self.target:
            self._start(wait())

    def _start(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _rest_until(self, due: datetime) -> None:
        task = asyncio.current_task()
        self._resting[task] = due
        try:
            await self._clock.sleep_until(due)
        finally:
            del self._resting[task]

    async def _insist(self, target: Target, body: bytes) -> None:
        for waits in range(TRIES):
            if waits:
                await self._rest_until(self._clock.now() + FIRST_WAIT * 2 ** (waits - 1))
            if await self._try(target, body):
                return

    async def _try(self, target: Target, body: bytes) -> bool:
        headers = {"content-type": "application/json", "mono-webhook-secret": target.secret}
        post = self._client().post(target.url, data=body, headers=headers, allow_redirects=False)
        try:
            async with self._clock.timeout(PATIENCE), post as answer:
                return 200 <= answer.status < 300
        except (aiohttp.ClientError, TimeoutError):
            return False

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=3)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session
