"""The service: takes each turn and sees to what follows from it. Never a platform's words, never a decision."""

import asyncio
import time
from collections.abc import Coroutine
from functools import partial
from typing import Any

import structlog

from bot.log.once import fields_of
from bot.log.straight import straight_log
from bot.monitoring.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.ports import Clock, Inbound, UnreadableInbound
from bot.providers.calls import ProviderCalls
from bot.retry import pauses
from bot.scheduler import alone
from bot.supervisor import Tasks, until_none
from bot.turns.engine import Engine
from bot.turns.log_lines import lines_of, lines_of_told
from bot.turns.outcome import TurnOutcome
from conversations.allowance import OVER_MANY
from conversations.contact import Contact
from conversations.customer.events import (
    AccountOpened,
    Event,
    FromLinking,
    FromReading,
    ProviderRefused,
    ProviderUnreachable,
    Restarted,
)
from conversations.line_events import DataReady, EndPosted
from conversations.refusal import Refusal
from conversations.secret import AccountId
from storage.database import Database
from storage.errors import StorageBusy, StorageError, StorageFull
from storage.store import Store

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 2.0  # seconds until an answer is told to the disk again
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
        begun = time.perf_counter()
        taking = self._turns.follow(self._engine.take(inbound), partial(self._see_to, inbound, begun))
        return (await taking).toast

    async def report(self, contact: Contact, event: Event) -> None:
        """Something that happened inside. Without a disk it is left to the sweeps and the next start."""
        try:
            await self.receive(Inbound(contact, event))
        except StorageError as error:
            _note_lost(event, error)

    async def report_answer(self, contact: Contact, event: Event) -> None:
        """The same of what nobody says a second time: while the disk cannot take it, it is told again.

        Where its turn breaks on a defect of ours, whoever waits for it hears at once that there is no answer.
        """
        try:
            await self._tell_until_kept(contact, event)
        except Exception as error:
            log.error("answer_failed", happened=type(event).__name__, error=type(error).__name__, exc_info=error)
            await self._give_up(contact, event)

    async def _give_up(self, contact: Contact, event: Event) -> None:
        """An account is told of again once nobody waits for it any more: then it is given back."""
        match event:
            case AccountOpened(attempt):
                await alone(self._tell_until_kept(contact, ProviderRefused(attempt, Refusal.CODE_SPENT)))
                await alone(self._tell_until_kept(contact, event))
            case _ if isinstance(event, FromLinking | FromReading | ProviderRefused):
                await alone(self._tell_until_kept(contact, ProviderUnreachable(event.attempt)))

    async def _tell_until_kept(self, contact: Contact, event: Event) -> None:
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

    async def report_account(self, account: AccountId, event: DataReady | EndPosted) -> None:
        """What names only an account, heard by all chats that hold it. Raises storage's errors: it is posted again."""
        for owned in await self._database.read(lambda tx: self._store.accounts.holders(tx, account)):
            await alone(self.receive(Inbound(owned.contact, event)))

    def _see_to(self, inbound: Inbound | UnreadableInbound, begun: float, outcome: TurnOutcome) -> None:
        took = time.perf_counter() - begun
        self._clear(outcome)
        if outcome.heard:
            self.dispatcher.send(outcome.heard.released)
            if outcome.heard.inbound is None:
                return
            inbound = outcome.heard.inbound
        self._metrics.turn(inbound, outcome)
        straight_log.tell(lines_of(self._store.keyring, inbound, outcome, self._clock.now(), took))
        if outcome.limit:
            self._note_limit(outcome.limit)
        if outcome.typed_code:
            self._metrics.agent_otp_refused()
        if outcome.join_refused:
            self._metrics.join_refused()
        if outcome.heard and outcome.heard.released:  # on its way first: where both wait, an answer goes before news
            asyncio.get_running_loop().call_soon(self.dispatcher.send, outcome.messages)
        else:
            self.dispatcher.send(outcome.messages)
        self._call_provider(outcome)

    async def follow(self, taking: Coroutine[Any, Any, TurnOutcome]) -> None:
        """Turns that were not asked for by a delivery: taken and followed up, whatever becomes of the caller."""
        await self._turns.follow(self._turns.start(taking), self.follow_up)

    def follow_up(self, outcome: TurnOutcome) -> None:
        """See to all that turns leave that were taken inside other work: they are in `told`."""
        self._metrics.told(outcome)
        straight_log.tell(lines_of_told(self._store.keyring, outcome, self._clock.now()))
        self._clear(outcome)
        self.dispatcher.send(outcome.messages)
        self._call_provider(outcome)

    def _clear(self, outcome: TurnOutcome) -> None:
        """First of all, for it may have been released, or written, earlier in the same turns."""
        for each in outcome.turns():
            if each.cleared:
                self.dispatcher.clear(each.cleared)

    def _call_provider(self, outcome: TurnOutcome) -> None:
        """Each of the turns has its own chat and language. Their messages are sent as one: they are in `messages`."""
        for each in outcome.turns():
            if each.contact and each.turn and each.immediate:
                self.provider_calls.carry_out(each.contact, each.turn.session.language, each.immediate)

    def _note_limit(self, limit: str) -> None:
        self._metrics.limit_reached(limit)
        if limit in OVER_MANY:
            remedy = f"if these are customers and no attack, raise {limit.upper()}; until then nobody gets a code"
            log.error("limit_reached", once=limit, limit=limit, remedy=remedy)

    async def recover(self) -> None:
        """After a start: messages that wait go on, and calls that were cut off are settled.

        What waits goes first, so that nothing is said before it. Who is no administrator any more is dismissed before
        calls are settled, or would hear of them.
        """
        await alone(self.dispatcher.adopt())
        await alone(self.follow(self._engine.drop_orphaned_sessions()))
        cut_off = await self._database.read(self._store.sessions.under_way)
        for contact in cut_off:
            await alone(self.report(contact, Restarted()))
        if cut_off:
            log.info("recovered", sessions=len(cut_off))

    @property
    def under_way(self) -> set[asyncio.Future[Any]]:
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
