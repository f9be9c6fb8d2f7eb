"""The engine: one delivery, one turn, one transaction. Never a platform, never a provider.

    claim the delivery → load the session → step → reserve allowances → save → write the outbox → commit, synced

Only when the commit has returned may a channel acknowledge; only then are the turn's effects carried out.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from bot.letters import LIVES, Deletion, LetterBody, Message, Unlinking, kind_of
from bot.ports import Channel, Clock, Inbound, Unreadable
from conversations.contact import Contact
from conversations.effects import (
    CheckOtp,
    DeleteMessage,
    Durable,
    ForgetLine,
    Immediate,
    KeepLine,
    Record,
    RecordConsent,
    RequestOtp,
    ReturnAllowances,
    Say,
    UnlinkAtProvider,
)
from conversations.events import CustomerLeft, LimitReached, MessageUnreadable, OptedOut
from conversations.machine import step
from conversations.session import Rules, Session
from conversations.turn import Turn
from conversations.wording import Business, render
from storage import deliveries
from storage.codec import encode
from storage.database import Database
from storage.outbox import Letter
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a committed turn leaves to be done. `repeated` deliveries leave nothing."""

    contact: Contact | None = None
    letters: tuple[Letter, ...] = ()
    immediate: tuple[Immediate, ...] = ()
    repeated: bool = False
    limit: str = ""  # the name of the limit that kept a wish from being carried out
    turn: Turn | None = field(default=None, repr=False)


class Engine:
    """Takes what happened, one turn at a time for each contact, and hands on what must follow."""

    def __init__(
        self,
        database: Database,
        store: Store,
        rules: Rules,
        business: Business,
        channels: Mapping[str, Channel],
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._rules = rules
        self._business = business
        self._channels = channels
        self._clock = clock

    async def take(self, inbound: Inbound | Unreadable) -> Outcome:
        """The turn of one delivery, on disk when this returns. Raises storage's errors, and then nothing happened."""
        return await self._database.run(partial(self._transact, inbound=inbound))

    def _transact(self, db: sqlite3.Connection, inbound: Inbound | Unreadable) -> Outcome:
        now = self._clock.now()
        if inbound.delivery and not deliveries.claim(db, _channel(inbound), inbound.delivery, now):
            return Outcome(repeated=True)
        if isinstance(inbound, Unreadable):
            self._store.quarantine.add(db, inbound.channel, inbound.reason, inbound.content, now)
            if not inbound.contact:
                return Outcome()
            inbound = Inbound(inbound.contact, MessageUnreadable())
        return self._turn(db, inbound, now)

    def _turn(self, db: sqlite3.Connection, inbound: Inbound, now: datetime) -> Outcome:
        session = self._load(db, inbound)
        turn = step(session, inbound.event, now, self._rules)
        turn, limit = self._reserve(db, turn)
        if turn.session != session:
            self._store.sessions.save(db, turn.session, now)
        for record in turn.records:
            self._record(db, turn.session.contact, record, now)
        if isinstance(inbound.event, CustomerLeft | OptedOut):
            self._store.outbox.clear_lane(db, self._store.sessions.key(inbound.contact))
        letters = tuple(self._write(db, turn, effect) for effect in turn.durable)
        return Outcome(inbound.contact, letters, turn.immediate, limit=limit, turn=turn)

    def _load(self, db: sqlite3.Connection, inbound: Inbound) -> Session:
        known = self._store.sessions.load(db, inbound.contact)
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

    def _write(self, db: sqlite3.Connection, turn: Turn, effect: Durable) -> Letter:
        body, lane = self._letter(turn.session, effect)
        drop_at = turn.now + LIVES[type(body)]
        return self._store.outbox.add(db, lane, kind_of(body), encode(body, type(body)), turn.now, drop_at)

    def _letter(self, session: Session, effect: Durable) -> tuple[LetterBody, bytes]:
        """Messages of one contact share a lane and so keep their order; the rest must not wait behind them."""
        key = self._store.sessions.key(session.contact)
        match effect:
            case Say():
                channel = self._channels[session.contact.channel]
                content = render(
                    effect,
                    session.language,
                    self._business,
                    shares_contact=channel.shares_contact,
                    deletes_messages=channel.deletes_messages,
                    handle=channel.handle,
                )
                return Message(session.contact, content), key
            case DeleteMessage(message):
                return Deletion(session.contact, message), key + b"deletion"
            case UnlinkAtProvider(account):
                return Unlinking(account), key + b"unlinking"


def _channel(inbound: Inbound | Unreadable) -> str:
    return inbound.channel if isinstance(inbound, Unreadable) else inbound.contact.channel
