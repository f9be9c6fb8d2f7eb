"""The engine: one delivery, one turn, one transaction. Never a platform, never a provider.

    claim the delivery → load the session → step → reserve allowances → save → write the outbox → commit, synced

An agent's delivery takes the agency's way instead, within the same transaction.
Only when the commit has returned may a channel acknowledge; only then are the turn's effects carried out.
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

import structlog

from bot.agency import Acted, Agency
from bot.arrivals import Arrivals
from bot.invitations import Invitations, OpenLink
from bot.news import News
from bot.ports import Clock, Inbound, Unreadable
from bot.post import Post
from conversations.contact import Contact
from conversations.effects import (
    CheckOtp,
    ForgetLine,
    Immediate,
    KeepLine,
    Record,
    RecordConsent,
    RequestOtp,
    ReturnAllowances,
)
from conversations.events import CustomerLeft, FromCustomer, LimitReached, LinkEnded, MessageUnreadable, OptedOut
from conversations.link import Link
from conversations.machine import step
from conversations.secret import LinkToken
from conversations.session import Rules, Session
from conversations.turn import Turn
from storage import deliveries
from storage.database import Database
from storage.errors import StorageError
from storage.group import savepoint
from storage.outbox import Letter
from storage.store import Store

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a committed turn leaves to be done. `repeated` deliveries leave nothing."""

    contact: Contact | None = None
    letters: tuple[Letter, ...] = ()
    immediate: tuple[Immediate, ...] = ()
    repeated: bool = False
    limit: str = ""  # the name of the limit that kept a wish from being carried out
    typed_code: bool = False  # an agent typed what looks like a customer's one-time password
    turn: Turn | None = field(default=None, repr=False)


class Engine:
    """Takes what happened, one turn at a time for each contact, and hands on what must follow."""

    def __init__(
        self,
        database: Database,
        store: Store,
        rules: Rules,
        post: Post,
        agency: Agency,
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._rules = rules
        self._post = post
        self._agency = agency
        news = News(store, post)
        self._arrivals = Arrivals(store.links, news)
        self._invitations = Invitations(store, news)
        self._clock = clock

    async def take(self, inbound: Inbound | Unreadable) -> Outcome:
        """The turn of one delivery, on disk when this returns. Raises storage's errors, and then nothing happened."""
        return await self._database.run(partial(self._transact, inbound=inbound))

    async def tend_links(self) -> Outcome:
        """End the links whose time is over, and remind of those that nobody opened."""
        return await self._database.run(self._tend)

    async def clear_desks(self) -> None:
        """After a start, perhaps with other settings: what administrators left who are none any more goes."""
        await self._database.run(lambda db: self._agency.clear_desks(db, self._clock.now()))

    async def look_up(self, token: str) -> OpenLink | None:
        """The open link of a token, for its page; None for every other text. Changes nothing."""
        now = self._clock.now()
        return await self._database.read(lambda db: self._invitations.look_up(db, LinkToken(token), now))

    def _transact(self, db: sqlite3.Connection, inbound: Inbound | Unreadable) -> Outcome:
        now = self._clock.now()
        if inbound.delivery and not deliveries.claim(db, _channel(inbound), inbound.delivery, now):
            return Outcome(repeated=True)
        if isinstance(inbound, Unreadable):
            self._store.quarantine.add(db, inbound.channel, inbound.reason, inbound.content, now)
            if not inbound.contact:
                return Outcome()
            inbound = Inbound(inbound.contact, MessageUnreadable())
        acted = self._agency.take(db, inbound, now) if isinstance(inbound.event, FromCustomer) else None
        return self._follow(db, inbound.contact, acted, now) if acted else self._turn(db, inbound, now)

    def _follow(self, db: sqlite3.Connection, agent: Contact, acted: Acted, now: datetime) -> Outcome:
        """What an agent's turn leaves to be done, with what it means for customers."""
        letters = acted.letters + self._end_for_customers(db, acted.ended, now)
        return Outcome(agent, letters, limit=acted.limit, typed_code=acted.typed_code)

    def _tend(self, db: sqlite3.Connection) -> Outcome:
        """Link by link, so that a defect that one of them meets undoes and holds up none of the others."""
        now, links, letters = self._clock.now(), self._store.links, list[Letter]()
        for link in links.expired(db, now):
            letters += self._alone(db, partial(self._expire, db, link, now))
        for link in links.take_reminders(db, now):
            letters += self._alone(db, partial(self._invitations.remind, db, link, now))
        return Outcome(letters=tuple(letters))

    def _expire(self, db: sqlite3.Connection, link: Link, now: datetime) -> tuple[Letter, ...]:
        letters, customers = self._invitations.expire(db, link, now)
        ended = LinkEnded(link.reference, quietly=True)
        return letters + self._end_for_customers(db, [(customer, ended) for customer in customers], now)

    def _alone(self, db: sqlite3.Connection, act: Callable[[], tuple[Letter, ...]]) -> tuple[Letter, ...]:
        """Raises what is the disk's fault, for it concerns all of them."""
        try:
            with savepoint(db):
                return act()
        except (StorageError, sqlite3.Error):
            raise
        except Exception as error:
            log.error("link_not_tended", error=type(error).__name__, exc_info=error)
            return ()

    def _end_for_customers(
        self, db: sqlite3.Connection, ended: Iterable[tuple[Contact, LinkEnded]], now: datetime
    ) -> tuple[Letter, ...]:
        turns = [self._turn(db, Inbound(customer, event), now) for customer, event in ended]
        return tuple(letter for turn in turns for letter in turn.letters)

    def _turn(self, db: sqlite3.Connection, inbound: Inbound, now: datetime) -> Outcome:
        known = self._store.sessions.load(db, inbound.contact)
        inbound, told = self._arrivals.arrive(db, inbound, known or Session(inbound.contact), now)
        session = self._complete(db, inbound, known)
        turn, contested = self._invitations.bind(db, session, step(session, inbound.event, now, self._rules))
        turn, limit = self._reserve(db, turn)
        turn, noted = self._invitations.note(db, session, inbound.event, turn)
        if turn.session != session:
            self._store.sessions.save(db, turn.session, now)
        for record in turn.records:
            self._record(db, turn.session.contact, record, now)
        if isinstance(inbound.event, CustomerLeft | OptedOut):
            self._post.clear(db, inbound.contact)
        language = turn.session.language
        said = tuple(self._post.write(db, inbound.contact, language, effect, now) for effect in turn.durable)
        return Outcome(inbound.contact, told + contested + noted + said, turn.immediate, limit=limit, turn=turn)

    def _complete(self, db: sqlite3.Connection, inbound: Inbound, known: Session | None) -> Session:
        session = known or Session(inbound.contact, language=inbound.language)
        lines = self._store.accounts.of(db, inbound.contact)
        return replace(session, lines=lines, own_number=inbound.own_number or session.own_number)

    def _reserve(self, db: sqlite3.Connection, turn: Turn) -> tuple[Turn, str]:
        """Spend the allowances of a one-time call with the turn that makes it; without them it is not made."""
        for effect in turn.immediate:
            if not isinstance(effect, RequestOtp | CheckOtp):
                continue
            refused = self._store.counters.reserve(db, effect.allowances, turn.now)
            if refused:
                rest = tuple(each for each in turn.effects if each is not effect)
                limited = step(turn.session, LimitReached(effect.attempt, refused), turn.now, self._rules)
                return replace(limited, effects=rest + limited.effects), refused.limit.name
        return turn, ""

    def _record(self, db: sqlite3.Connection, contact: Contact, record: Record, now: datetime) -> None:
        match record:
            case RecordConsent(agreement, withdrawn):
                self._store.consents.record(db, contact, agreement, now, withdrawn=withdrawn)
            case KeepLine(line):
                self._store.accounts.keep(db, contact, line)
            case ForgetLine(account):
                self._store.accounts.forget(db, account)
            case ReturnAllowances(allowances):
                self._store.counters.give_back(db, allowances)


def _channel(inbound: Inbound | Unreadable) -> str:
    return inbound.channel if isinstance(inbound, Unreadable) else inbound.contact.channel
