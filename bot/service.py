"""The service: takes each turn and sees to what follows from it; and the sweeps that find what time has brought.

Never a platform's words, never a decision about a conversation.
"""

import asyncio
import time
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from bot.log.once import fields_of
from bot.log.turns import turn_log
from bot.monitoring.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.ports import Clock, Inbound, UnreadableInbound
from bot.providers.calls import ProviderCalls
from bot.providers.missing_alarm import MissingAlarm
from bot.retry import pauses
from bot.scheduler import Scheduler, alone
from bot.supervisor import Tasks, until_none
from bot.turns.engine import Engine
from bot.turns.log_lines import lines_of, lines_of_told
from bot.turns.outcome import TurnOutcome
from conversations.allowance import OVER_MANY
from conversations.consent_events import ConsentDue
from conversations.contact import Contact
from conversations.customer.events import Event, Restarted, TimeRanOut, WarningDue
from conversations.line_events import AccountLost, DataReady
from conversations.secret import AccountId
from conversations.session import LinkedLine
from storage.database import Database
from storage.errors import StorageBusy, StorageError, StorageFull
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
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 2.0  # seconds until an answer is told to the disk again
AT_ONCE = 50  # sessions whose time has come
DRAIN_SECONDS = 6.0  # hosts give 30 seconds between asking and killing, for all parts together

log = structlog.get_logger()


class Service:
    """The running conversation: engine, dispatcher and provider calls joined by what a turn leaves to be done."""

    def __init__(self, database: Database, store: Store, engine: Engine, clock: Clock, metrics: Metrics) -> None:
        self._database = database
        self._store = store
        self._engine = engine
        self._clock = clock
        self._metrics = metrics
        self._turns = Tasks(clock)
        self._missing = MissingAlarm(database, store.accounts)
        self.drain_seconds = DRAIN_SECONDS
        self.dispatcher: Dispatcher
        self.provider_calls: ProviderCalls

    def join(self, dispatcher: Dispatcher, provider_calls: ProviderCalls) -> None:
        """Dispatcher and provider calls report back to this service, so they come after it."""
        self.dispatcher = dispatcher
        self.provider_calls = provider_calls

    async def receive(self, inbound: Inbound | UnreadableInbound) -> str:
        """The turn of one delivery, on disk when this returns. What follows it goes on without the caller.

        A word to be shown on a tap, "" for none.
        """
        outcome = await asyncio.shield(self._turns.start(self._take(inbound)))
        return outcome.toast

    async def report(self, contact: Contact, event: Event) -> None:
        """Something that happened inside. Without a disk it is left to the sweeps and the next start."""
        try:
            await self.receive(Inbound(contact, event))
        except StorageError as error:
            _note_lost(event, error)

    async def report_answer(self, contact: Contact, event: Event) -> None:
        """The same of what nobody says a second time: while the disk cannot take it, it is told again."""
        for pause in pauses(FIRST_PAUSE, LONGEST_PAUSE):
            try:
                await self.receive(Inbound(contact, event))
                break
            except (StorageBusy, StorageFull) as error:
                if pause == FIRST_PAUSE:
                    log.warning("event_waits", happened=type(event).__name__, error=type(error).__name__)
            except StorageError as error:
                _note_lost(event, error)
                break
            await self._clock.sleep(pause)

    async def report_account(self, account: AccountId, event: DataReady | AccountLost) -> None:
        """The same for what names only an account: every chat that holds it hears it."""
        for owned in await self._database.read(lambda tx: self._store.accounts.holders(tx, account)):
            await alone(self.report(owned.contact, event))

    async def _take(self, inbound: Inbound | UnreadableInbound) -> TurnOutcome:
        began = time.perf_counter()
        outcome = await self._engine.take(inbound)
        took = time.perf_counter() - began
        self._metrics.turn(inbound, outcome)
        turn_log.tell(lines_of(self._store.keyring, inbound, outcome, self._clock.now(), took))
        if outcome.limit:
            self._note_limit(outcome.limit)
        if outcome.typed_code:
            self._metrics.agent_otp_refused()
        if outcome.join_refused:
            self._metrics.join_refused()
        self.dispatcher.send(outcome.messages)
        if outcome.contact and outcome.turn and outcome.immediate:
            self.provider_calls.carry_out(outcome.contact, outcome.turn.session.language, outcome.immediate)
        return outcome

    def follow_up(self, outcome: TurnOutcome) -> None:
        """See to what turns leave that were taken inside other work: all of them are in `told`."""
        self._metrics.told(outcome)
        turn_log.tell(lines_of_told(self._store.keyring, outcome, self._clock.now()))
        self.dispatcher.send(outcome.messages)

    def _note_limit(self, limit: str) -> None:
        self._metrics.limit_reached(limit)
        if limit in OVER_MANY:
            remedy = f"if these are customers and no attack, raise {limit.upper()}; until then nobody gets a code"
            log.error("limit_reached", once=limit, limit=limit, remedy=remedy)

    async def recover(self) -> None:
        """After a start: calls that were cut off are settled, messages that wait go on."""
        await alone(self.put_time_right())
        await alone(self._engine.drop_orphaned_sessions())
        await alone(self.dispatcher.adopt())
        cut_off = await self._database.read(self._store.sessions.under_way)
        for contact in cut_off:
            await alone(self.report(contact, Restarted()))
        if cut_off:
            log.info("recovered", sessions=len(cut_off))
        await alone(self.tell_heads())

    def plan(self, scheduler: Scheduler) -> None:
        scheduler.every(TIME_EVERY, self.sweep_time)
        scheduler.every(SUMMARIES_EVERY, self.sweep_summaries)
        scheduler.every(CONSENTS_EVERY, self.sweep_consents)
        scheduler.every(MISSING_EVERY, self._missing.look)
        scheduler.every(LINKS_EVERY, self.sweep_links)
        scheduler.every(OUTBOX_EVERY, self.dispatcher.adopt)
        scheduler.every(STOPPED_EVERY, self.dispatcher.go_on)
        scheduler.every(RIGHT_EVERY, self.put_time_right)
        scheduler.every(FORGET_EVERY, self.sweep_old)
        scheduler.every(HEADS_EVERY, self.tell_heads)

    async def tell_heads(self) -> None:
        """Where the records that are evidence end, for whoever keeps the log: at a start, and every day."""
        heads = await self._database.read(self._store.heads)
        for name, head in heads.items():
            log.info("ledger_head", ledger=name, rows=head.number, head=head.letters)

    async def sweep_time(self) -> None:
        """Sessions whose end or warning has come hear of it; each decides by itself whether it still applies.

        Some at a time: on a full disk the first of them end it, and the others are not tried in vain every second.
        """
        due = await self._database.read(lambda tx: self._store.sessions.due(tx, self._clock.now()))
        for start in range(0, len(due), AT_ONCE):
            some = due[start : start + AT_ONCE]
            told = [self.receive(Inbound(contact, TimeRanOut() if over else WarningDue())) for contact, over in some]
            await asyncio.gather(*map(alone, told))

    async def put_time_right(self) -> None:
        """After a clock was set back, in this process or before it. Customers are answered in between."""
        while not await self._database.run(partial(self._store.put_time_right, now=self._clock.now())):
            pass

    async def sweep_summaries(self) -> None:
        owned = await self._database.read(lambda tx: self._store.accounts.due(tx, self._clock.now()))
        for each in owned:
            await alone(self.report(each.contact, DataReady(each.line.account)))

    async def sweep_consents(self) -> None:
        """Consents end, and customers are told before; in the language in which they agreed, if no other is known."""
        owned = await self._database.read(lambda tx: self._store.accounts.to_tend(tx, self._clock.now()))
        told = [self._tend_consent(each.contact, each.line) for each in owned]
        await asyncio.gather(*map(alone, told))

    async def _tend_consent(self, contact: Contact, line: LinkedLine) -> None:
        language = line.claim.agreement.language
        await self.receive(Inbound(contact, ConsentDue(line.account), language=language))

    async def sweep_links(self) -> None:
        """Agents' links whose time is over end; agents are reminded of those that nobody opened."""
        await asyncio.shield(self._turns.start(self._tend_links()))

    async def _tend_links(self) -> None:
        self.follow_up(await self._engine.tend_links())

    async def sweep_old(self) -> None:
        """What nothing needs any more is removed, and the log that still holds it emptied."""
        now = self._clock.now()
        store = self._store
        for forget in (
            store.sessions.forget_old,
            store.counters.forget_old,
            store.outbox.forget_old,
            store.quarantine.forget_old,
            store.chats.forget_old,
            store.agents.forget_old,
            store.links.forget_old,
            store.events.forget_old,
            store.inbound_ids.forget_old,
            store.program_answers.forget_old,
            store.one_time_files.forget_old,
            store.kept_posts.forget_old,
        ):
            await alone(self._database.run(partial(forget, now=now)))
        await self._database.checkpoint()

    @property
    def under_way(self) -> set[asyncio.Task[Any]]:
        """Turns, calls of the provider, and what of the outbox is due. Whatever is due is with the dispatcher."""
        return self._turns.under_way | self.provider_calls.under_way | self.dispatcher.under_way

    async def idle(self) -> None:
        """Return once nothing is under way and nothing in the outbox is due.

        What waits for a later date, is held, or has stopped until the outbox's next round is not waited for.
        """
        await until_none(lambda: self.under_way)

    async def finish(self) -> None:
        """Let what runs come to its end, within `drain_seconds` for each part; the rest is on disk."""
        patience = self.drain_seconds
        if turns := self._turns.under_way:
            await asyncio.wait(turns, timeout=patience)
        await self.provider_calls.finish(patience)
        await self.dispatcher.finish(patience)


def _note_lost(event: Event, error: StorageError) -> None:
    happened = type(event).__name__
    log.error("event_not_stored", happened=happened, **fields_of(error, of=happened))
