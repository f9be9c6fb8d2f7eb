"""The engine: one delivery, one turn, one transaction. Never a platform, never a provider.

A delivery is heard by a channel that keeps something of it, and claimed; then, in the same transaction, an agent's goes
to the agent turns, and a customer's is followed in this order, each step of which may change what the next one sees:

1.  loaded     the session
2.  opened     what comes in may open an agent's link; only then does the conversation hear of it
3.  completed  with the lines that the chat has, and the number that its channel vouches for
4.  decided    by the conversation's own rules, which know nothing of the disk
5.  bound      the link belongs to the first who agrees; for anybody else the turn is decided anew: the link has ended
6.  reserved   the allowances of a one-time call are spent; without them the turn goes on: the limit is reached
7.  shared     other chats that hold a line of this one hear of it, each in a turn of its own
8.  recorded   what is kept of lines and consents: what is told of it comes after it, and can name it
9.  noted      how far the link came, and what its agent and the business's own systems are told of it
10. written    the session, the outbox

The disk may refuse a decision at 5 and at 6 only, and answers what it asks between them: `_decide` is the one place
where that leads to another.
Only when the commit has returned may a channel acknowledge; only then are the turn's effects carried out.
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from itertools import chain

import structlog

from bot.outbox.writer import OutboxWriter
from bot.ports import Clock, Inbound, UnreadableInbound
from bot.turns.agent_effects import Acted
from bot.turns.agents import AgentTurns
from bot.turns.expecting import expected_by
from bot.turns.line_holders import LineHolders
from bot.turns.link_opening import LinkOpening
from bot.turns.link_progress import LinkProgress, OpenLink
from bot.turns.link_tending import LinkTending
from bot.turns.notifications import Messages, Notifications
from bot.turns.outcome import Passage, TurnOutcome, messages_of
from bot.turns.putting_aside import keep_aside
from bot.turns.receipts import find_receipts
from bot.turns.records import keep_record
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import (
    FROM_CUSTOMER,
    CustomerLeft,
    Event,
    LimitReached,
    MessageUnreadable,
    as_far_as_read,
)
from conversations.customer.stepping import step
from conversations.customer.turn import Turn
from conversations.effects import CheckOtp, ReadLine, RequestOtp, SilenceChat
from conversations.rules import Rules
from conversations.secret import LinkToken
from conversations.session import Session
from storage.database import Database
from storage.store import Store
from storage.transaction import Transaction, Wanted

OneTime = RequestOtp | CheckOtp | ReadLine  # what spends allowances; at most one in a turn
Outcomes = tuple[TurnOutcome, ...]

log = structlog.get_logger()


class Engine:
    """Takes what happened, one turn at a time for each contact, and hands on what must follow."""

    def __init__(
        self,
        database: Database,
        store: Store,
        rules: Callable[[], Rules],
        writer: OutboxWriter,
        agents: AgentTurns,
        clock: Clock,
    ) -> None:
        """`rules` are as they are when a turn begins: linking may be paused."""
        self._database = database
        self._store = store
        self._rules = rules
        self._writer = writer
        self._agents = agents
        self._holders = LineHolders(store.accounts, store.consents, writer.brand_of)
        notifications = Notifications(store, writer)
        self._link_opening = LinkOpening(store.links, notifications)
        self._link_progress = LinkProgress(store, notifications)
        self._link_tending = LinkTending(store.links, self._link_progress, self._tell)
        self._clock = clock

    def take(self, inbound: Inbound | UnreadableInbound) -> asyncio.Future[TurnOutcome]:
        """The turn of one delivery, on disk when that is done. Raises storage's errors, and then nothing happened."""
        work = partial(self._transact, inbound=inbound)
        expects = partial(expected_by, self._store, self._rules, inbound)
        return self._database.submit(work, self._wanted_by(inbound), expects).answer

    async def tend_links(self) -> TurnOutcome:
        """End the links whose time is over, and remind of those that nobody opened."""
        return await self._database.run(lambda tx: self._link_tending.tend(tx, self._clock.now()))

    async def drop_orphaned_sessions(self) -> TurnOutcome:
        """After a start, perhaps with other settings: what administrators left who are none any more goes."""
        return await self._database.run(self._drop_orphaned_sessions)

    async def look_up(self, token: str) -> OpenLink | None:
        """The open link of a token, for its page; None for every other text. Changes nothing."""
        now = self._clock.now()
        return await self._database.read(lambda tx: self._link_progress.look_up(tx, LinkToken(token), now))

    def follow(self, tx: Transaction, inbound: Inbound, now: datetime) -> TurnOutcome:
        """One turn of a customer's, from 1 to 10, within a transaction that the caller holds."""
        known = self._store.sessions.load(tx, inbound.contact)
        inbound, told = self._link_opening.arrive(tx, inbound, known or Session(inbound.contact), now)
        session = self._complete(tx, inbound, known)
        event = self._holders.weigh(tx, inbound.contact, inbound.event, now)
        turn, contested, limit = self._decide(tx, session, event, now)
        records = turn.records
        silenced = any(isinstance(record, SilenceChat) for record in records)  # by a keyword, or in their own words
        if silenced:
            told += self._link_opening.opt_out(tx, inbound, session, now)
        shared = self._tell(tx, self._holders.told_by(tx, inbound.contact, records), now)
        for record in records:
            keep_record(self._store, tx, inbound.contact, record, now)
        turn, noted = self._link_progress.note(tx, session, turn)
        cleared = None
        if silenced or isinstance(inbound.event, CustomerLeft):
            turn = self._link_progress.let_go(tx, turn)
            cleared = self._writer.clear(tx, inbound.contact)
        said = self._write(tx, session, turn, answers=FROM_CUSTOMER.has(inbound.event))
        toast = self._writer.render_toast(inbound.contact, turn.session.language, turn.toast)
        messages = told + contested + messages_of(shared) + noted + said
        passage = Passage(inbound.event, session, turn)
        return TurnOutcome(
            inbound.contact,
            messages,
            turn.immediate,
            limit=limit,
            toast=toast,
            passage=passage,
            told=shared,
            cleared=cleared,
        )

    def outcome_of(self, tx: Transaction, acted: Acted, now: datetime, agent: Contact | None = None) -> TurnOutcome:
        """What an agent's turn leaves to be done, with what it means for customers, within the caller's transaction."""
        told = self._tell(tx, acted.heard, now)
        messages = acted.messages + messages_of(told)
        return TurnOutcome(
            agent,
            messages,
            limit=acted.limit,
            typed_code=acted.typed_code,
            join_refused=acted.join_refused,
            toast=acted.toast,
            told=told,
            cleared=acted.cleared,
        )

    def _drop_orphaned_sessions(self, tx: Transaction) -> TurnOutcome:
        now = self._clock.now()
        return self.outcome_of(tx, self._agents.drop_orphaned_sessions(tx, now), now)

    def _wanted_by(self, inbound: Inbound | UnreadableInbound) -> tuple[Wanted, ...]:
        """What its turn will ask of the disk, whatever it is."""
        ids = self._store.inbound_ids
        claimed = (ids.wanted(inbound.channel, inbound.delivery),) if inbound.delivery else ()
        first = inbound.wanted if isinstance(inbound, Inbound) else ()
        return (*first, *claimed, *(self._store.wanted_by_turn(inbound.contact) if inbound.contact else ()))

    def _transact(self, tx: Transaction, inbound: Inbound | UnreadableInbound) -> TurnOutcome:
        if isinstance(inbound, UnreadableInbound) or not inbound.hear:
            return self._take(tx, inbound)
        heard = inbound.hear(tx)
        outcome = self._take(tx, heard.inbound) if heard.inbound else TurnOutcome()
        return replace(outcome, heard=heard)

    def _take(self, tx: Transaction, inbound: Inbound | UnreadableInbound) -> TurnOutcome:
        now, ids, deletions = self._clock.now(), self._store.inbound_ids, Messages()
        if inbound.delivery and not ids.claim(tx, inbound.channel, inbound.delivery, now, inbound.remembered):
            return TurnOutcome(repeated=True)
        if isinstance(inbound, UnreadableInbound):
            deletions = keep_aside(self._store.quarantine, self._writer, tx, inbound, now)
            if not inbound.contact:
                return TurnOutcome(messages=deletions)
            inbound = Inbound(inbound.contact, MessageUnreadable())
        if (read := as_far_as_read(inbound.event)) is not inbound.event:
            inbound = replace(inbound, event=read)
        acted = self._agents.take(tx, inbound, now) if FROM_CUSTOMER.has(inbound.event) else None
        outcome = self.outcome_of(tx, acted, now, inbound.contact) if acted else self.follow(tx, inbound, now)
        return replace(outcome, messages=deletions + outcome.messages) if deletions else outcome

    def _tell(self, tx: Transaction, heard: Iterable[tuple[Contact, Event]], now: datetime) -> Outcomes:
        """What one turn means for other customers, each in a turn of their own that is on disk with it."""
        return tuple(self.follow(tx, Inbound(customer, event), now) for customer, event in heard)

    def _decide(self, tx: Transaction, session: Session, event: Event, now: datetime) -> tuple[Turn, Messages, str]:
        """The turn that the disk lets stand, what agents hear of one that it did not, and the limit that it met."""
        turn = step(session, event, now, self._rules())
        if over := self._link_progress.is_over_for(tx, session, event, turn):
            turn = self._go_on(step(session, over.ended, now, self._rules()), over.then)
        ended, contested = self._link_progress.bind(tx, turn)
        if ended:
            turn = step(session, ended, now, self._rules())
        for question in turn.questions:
            turn = self._go_on(turn, find_receipts(self._store, tx, turn.session.contact, question, now))
        reached = self._reserve(tx, turn)
        if not reached:
            return turn, contested, ""
        without = replace(turn, effects=tuple(each for each in turn.effects if not isinstance(each, OneTime)))
        return self._go_on(without, reached), contested, reached.refused.limit.name

    def _go_on(self, turn: Turn, event: Event) -> Turn:
        """Another step of the same turn: what was decided before it stands."""
        following = step(turn.session, event, turn.now, self._rules())
        return replace(following, effects=turn.effects + following.effects, fact=following.fact or turn.fact)

    def _write(self, tx: Transaction, before: Session, turn: Turn, *, answers: bool) -> Messages:
        contact, language = turn.session.contact, turn.session.language
        if turn.session != before:
            self._store.sessions.save(tx, turn.session, turn.now)
        wanted = [effect for effect in turn.durable if not self._holders.is_unwanted(tx, effect)]
        if answers:
            replies = (self._writer.reply(tx, contact, language, effect, turn.now) for effect in wanted)
            return tuple(chain.from_iterable(replies))
        return tuple(self._writer.write(tx, contact, language, effect, turn.now) for effect in wanted)

    def _complete(self, tx: Transaction, inbound: Inbound, known: Session | None) -> Session:
        session = known or Session(inbound.contact, language=self._rules().spoken(inbound.language))
        number = inbound.own_number or session.own_number
        return self._holders.complete(
            tx, session if number == session.own_number else replace(session, own_number=number)
        )

    def _reserve(self, tx: Transaction, turn: Turn) -> LimitReached | None:
        """Spend the allowances of a one-time call with the turn that makes it; without them it is not made."""
        for effect in turn.immediate:
            if isinstance(effect, OneTime):
                refused = self._store.counters.reserve(tx, effect.allowances, turn.now)
                if refused:
                    return LimitReached(effect.attempt, refused)
        return None
