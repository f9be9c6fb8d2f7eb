"""How the emulated Mono delivers its events: posted at once or later, again when that fails; never what they say.

Documented: one POST for each event with `mono-webhook-secret`, 2xx is enough, the rest is repeated. The number and
the times of the repeats are unknown; these are ours.
"""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp

from bot.emulators.clock import Clock
from bot.emulators.mono import events
from bot.emulators.mono.accounts import Account, Job
from bot.emulators.mono.events import Event

TRIES = 5
FIRST_WAIT = 2.0  # seconds, doubled each time
PATIENCE = 10.0  # seconds for one answer


@dataclass(slots=True)
class Target:
    """Where events go. The next `lose` are lost on the way; the next `double` arrive twice."""

    url: str = field(repr=False)
    secret: str = field(repr=False)
    lose: int = 0
    double: int = 0


class Webhooks:
    """Announces what happens to accounts, when somebody listens. An account that was unlinked is spoken of no more."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._session: aiohttp.ClientSession | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self.target: Target | None = None

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
        """Deliver any event."""
        if self.target:
            self._start(self._deliver(event, self.target))

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
            await self._clock.sleep_until(due)
            for event in [] if account.unlinked else build(due):
                self.send(event)

        if self.target:
            self._start(wait())

    def _start(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _deliver(self, event: Event, target: Target) -> None:
        if target.lose:
            target.lose -= 1
            return
        copies = 2 if target.double else 1
        target.double -= copies - 1
        body = json.dumps(event).encode()
        await asyncio.gather(*(self._insist(target, body) for _ in range(copies)))

    async def _insist(self, target: Target, body: bytes) -> None:
        for waits in range(TRIES):
            if waits:
                await self._clock.sleep(FIRST_WAIT * 2 ** (waits - 1))
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
