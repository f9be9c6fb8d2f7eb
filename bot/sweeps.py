"""The sweeps: scans that find in the database what time has brought, and hand it to the service.

They are hints and never the record: any of them may come late, twice, or not at all for a while.
"""

import asyncio
from collections.abc import Awaitable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.ports import Clock, Inbound
from bot.providers.missing_alarm import MissingAlarm
from bot.scheduler import Scheduler, alone
from bot.service import Service
from bot.turns.engine import Engine
from bot.turns.passed_over import PassedOver
from conversations.consent_events import ConsentDue
from conversations.contact import Contact
from conversations.customer.events import TimeRanOut, WarningDue
from conversations.line_events import DataReady
from conversations.linked_line import LinkedLine
from storage.chats import FIRST, ChatMark
from storage.database import Database
from storage.store import Store

TIME_EVERY = timedelta(seconds=1)  # a session closes within two seconds of its end
SUMMARIES_EVERY = timedelta(seconds=20)
MISSING_EVERY = timedelta(minutes=1)
LINKS_EVERY = timedelta(seconds=5)
OUTBOX_EVERY = timedelta(minutes=1)
STOPPED_EVERY = timedelta(seconds=2)  # customers are answered within seconds of a disk that is there again
CONSENTS_EVERY = timedelta(seconds=2)  # what is over is unreadable within ten seconds
FORGET_EVERY = timedelta(minutes=10)
RIGHT_EVERY = timedelta(seconds=30)  # a clock that was set back keeps nobody waiting, and no session open, for longer
HEADS_EVERY = timedelta(hours=24)
MOST, MOST_SUMMARIES = 500, 100  # at one look
AT_ONCE = 10  # sessions whose time has come: customers' turns come in between
PATIENCE = 0.05  # seconds until the next of them, at most: the last of 10,000 that end together ends a minute later

log = structlog.get_logger()


class Sweeps:
    """What is looked for now and then. A defect that one of many meets keeps none of the others."""

    def __init__(self, database: Database, store: Store, engine: Engine, service: Service, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._engine = engine
        self._service = service
        self._clock = clock
        self._missing = MissingAlarm(database, store.accounts.counts)
        self._passed_over = PassedOver[object]()

    def plan(self, scheduler: Scheduler) -> None:
        scheduler.every(TIME_EVERY, self.sessions)
        scheduler.every(SUMMARIES_EVERY, self.summaries)
        scheduler.every(CONSENTS_EVERY, self.consents)
        scheduler.every(MISSING_EVERY, self._missing.look)
        scheduler.every(LINKS_EVERY, self.links)
        scheduler.every(OUTBOX_EVERY, self._service.dispatcher.adopt)
        scheduler.every(STOPPED_EVERY, self._service.dispatcher.go_on)
        scheduler.every(RIGHT_EVERY, self.put_time_right)
        scheduler.every(FORGET_EVERY, self.old_rows)
        scheduler.every(HEADS_EVERY, self.tell_heads)

    async def sessions(self) -> None:
        """Sessions whose end or warning has come hear of it; each decides by itself whether it still applies.

        Some at a time, and the next when those were told: many end together, and the replies to customers who wait
        stand in one line with what they are told. On a full disk the first of them end it, and the others are not
        tried in vain every second.
        """
        most = self._most(MOST)
        found = await self._database.read(lambda tx: self._store.sessions.due(tx, self._clock.now(), most))
        due = [each for each in found if not self._passed_over.has(each)]
        for start in range(0, len(due), AT_ONCE):
            some = due[start : start + AT_ONCE]
            await asyncio.gather(*(self._try(each, self._tell_of_time(*each)) for each in some))
            if telling := self._service.dispatcher.under_way:
                await asyncio.wait(telling, timeout=PATIENCE)

    async def _tell_of_time(self, contact: Contact, over: bool) -> None:
        await self._service.receive(Inbound(contact, TimeRanOut() if over else WarningDue()))

    def _most(self, most: int) -> int:
        return self._passed_over.beside(most, self._clock.now())

    async def _try(self, key: object, work: Awaitable[object]) -> None:
        """What breaks takes no other's place for a while."""
        if not await alone(work):
            self._passed_over.note(key, self._clock.now())

    async def summaries(self) -> None:
        most = self._most(MOST_SUMMARIES)
        owned = await self._database.read(lambda tx: self._store.accounts.due(tx, self._clock.now(), most))
        for each in owned:
            key = DataReady, each.contact, each.line.account
            if not self._passed_over.has(key):
                await self._try(key, self._service.report(each.contact, DataReady(each.line.account)))

    async def consents(self) -> None:
        """Consents end, and customers are told before; in the language in which they agreed, if no other is known."""
        most = self._most(MOST)
        owned = await self._database.read(lambda tx: self._store.accounts.to_tend(tx, self._clock.now(), most))
        keyed = [((ConsentDue, each.contact, each.line.account), each) for each in owned]
        told = [
            self._try(key, self._tend_consent(each.contact, each.line))
            for key, each in keyed
            if not self._passed_over.has(key)
        ]
        await asyncio.gather(*told)

    async def _tend_consent(self, contact: Contact, line: LinkedLine) -> None:
        language = line.claim.agreement.language
        await self._service.receive(Inbound(contact, ConsentDue(line.account), language=language))

    async def links(self) -> None:
        """Agents' links whose time is over end; agents are reminded of those that nobody opened."""
        await self._service.follow(self._engine.tend_links())

    async def old_rows(self) -> None:
        """What nothing needs any more is removed, and the log that still holds it emptied."""
        now = self._clock.now()
        store = self._store
        for forget in (
            store.sessions.forget_old,
            store.counters.forget_old,
            store.outbox.forget_old,
            store.quarantine.forget_old,
            store.agents.forget_old,
            store.links.forget_old,
            store.events.forget_old,
            store.inbound_ids.forget_old,
            store.program_answers.forget_old,
            store.one_time_files.forget_old,
            store.kept_posts.forget_old,
        ):
            await alone(self._database.run(partial(forget, now=now)))
        await alone(self._forget_chats(now))
        await self._database.checkpoint()

    async def _forget_chats(self, now: datetime) -> None:
        """In steps, and customers are answered in between: all who have long been silent are looked at each time."""
        after: ChatMark | None = FIRST
        while after:
            after = await self._database.run(partial(self._store.chats.forget_old, now=now, after=after))

    async def put_time_right(self) -> None:
        """After a clock was set back, in this process or before it. Customers are answered in between."""
        while not await self._database.run(partial(self._store.put_time_right, now=self._clock.now())):
            pass

    async def tell_heads(self) -> None:
        """Where the records that are evidence end, for whoever keeps the log: at a start, and every day."""
        heads = await self._database.read(self._store.heads)
        for name, head in heads.items():
            log.info("ledger_head", ledger=name, rows=head.number, head=head.letters)
