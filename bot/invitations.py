"""What a customer's turn means for an agent's link: binding, progress, end. Never what the customer hears.

All of it in the engine's transaction: a notice and the turn that it tells of are on disk together or not at all.
"""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.news import Letters, News
from conversations.allowance import Allowance, Limit
from conversations.contact import Contact
from conversations.effects import ForgetLine, RecordConsent
from conversations.events import AccountOpened, CustomerLeft, Event, LinkEnded, OptedOut
from conversations.link import Link, Milestone
from conversations.machine import step
from conversations.notices import (
    Progress,
    advance,
    end,
    forget_customer,
    is_news,
    progress_of,
    reminder,
    said_in,
)
from conversations.secret import AccountId, LinkToken
from conversations.session import Session
from conversations.turn import Turn
from storage.store import Store

STUCK_NOTICES = Limit("stuck_notices_per_link_hour", 10, timedelta(hours=1))
A_MOMENT = timedelta(seconds=5)  # until a session that is over has been swept


@dataclass(frozen=True, slots=True)
class OpenLink:
    """What may be shown to whoever has the token of an open link, before they are anybody's customer."""

    agent: str
    expires_at: datetime
    language: str


class Invitations:
    """Follows customers on behalf of agents, within a transaction that the caller holds."""

    def __init__(self, store: Store, news: News) -> None:
        self._store = store
        self._news = news

    def look_up(self, db: sqlite3.Connection, token: LinkToken, now: datetime) -> OpenLink | None:
        """The link of a token that anybody may still open. Changes nothing."""
        link = self._store.links.opened_by(db, token)
        if not link or link.customer or link.is_final or now >= link.expires_at:
            return None
        return OpenLink(self._news.name_of_agent(db, link), link.expires_at, link.language)

    def bind(self, db: sqlite3.Connection, before: Session, turn: Turn) -> tuple[Turn, Letters]:
        """The first who agrees has the link. Anybody later has not agreed to anything."""
        invitation = turn.session.invitation
        agreed = any(isinstance(record, RecordConsent) and not record.withdrawn for record in turn.records)
        if not invitation or not agreed:
            return turn, ()
        contact = turn.session.contact
        if self._store.links.bind(db, invitation.reference, contact, turn.now):
            return turn, ()
        link = self._store.links.find(db, invitation.reference)
        letters = self._news.contest(db, link, contact, turn.now) if link else ()
        return step(before, LinkEnded(invitation.reference), turn.now, turn.rules), letters

    def note(self, db: sqlite3.Connection, before: Session, event: Event, turn: Turn) -> tuple[Turn, Letters]:
        """How far the turn brought its link, and what of it is anybody's news. A link that is over is let go of."""
        letters: Letters = ()
        progress = progress_of(before, event, turn)
        link = self._link_of(db, before, turn) if progress else None
        if progress and link:
            moved, letters = self._move(db, link, progress, turn.now)
            turn = replace(turn, session=replace(turn.session, invitation=None)) if moved.is_final else turn
        elif isinstance(event, AccountOpened) and progress and progress.account:
            letters = self._news.announce_line(db, "linked", turn.session.line_of(progress.account), turn.now)
        for record in turn.records:
            if isinstance(record, ForgetLine):
                letters += self._withdraw(db, record.account, before, turn.now)
        if "deleted" in said_in(turn):
            letters += self._forget(db, before.contact, turn.now)
        return self._let_go(db, turn) if isinstance(event, OptedOut | CustomerLeft) else turn, letters

    def expire(self, db: sqlite3.Connection, link: Link, now: datetime) -> tuple[Letters, tuple[Contact, ...]]:
        """End a link whose time is over, unless its customer is in the middle of it; who is to hear that it ended."""
        busy_until = self._busy_until(db, link)
        if busy_until:
            self._store.links.postpone(db, link, max(busy_until, now + A_MOMENT))
            return (), ()
        letters = self._news.settle(db, end(link, Milestone.EXPIRED, now), now)
        return letters, (link.customer,) if link.customer else ()

    def remind(self, db: sqlite3.Connection, link: Link, now: datetime) -> Letters:
        """Of a link that nobody opened."""
        return self._news.tell_agent(db, link, reminder(link, now), now)

    # A link's life

    def _link_of(self, db: sqlite3.Connection, before: Session, turn: Turn) -> Link | None:
        """The link that the session is about, if this contact may move it."""
        invitation = turn.session.invitation or before.invitation
        link = self._store.links.find(db, invitation.reference) if invitation else None
        mine = link and not link.is_final and link.customer in (None, before.contact)
        return link if mine else None

    def _let_go(self, db: sqlite3.Connection, turn: Turn) -> Turn:
        """Whoever comes back after they left does not find a link that has ended meanwhile."""
        invitation = turn.session.invitation
        link = self._store.links.find(db, invitation.reference) if invitation else None
        return turn.changed(invitation=None) if invitation and (link is None or link.is_final) else turn

    def _move(self, db: sqlite3.Connection, link: Link, progress: Progress, now: datetime) -> tuple[Link, Letters]:
        moved = advance(link, progress, now)
        if is_news(link, progress) and not self._is_pestering(db, moved, now):
            return moved, self._news.settle(db, moved, now)
        self._store.links.keep(db, moved)
        return moved, ()

    def _is_pestering(self, db: sqlite3.Connection, link: Link, now: datetime) -> bool:
        """A customer who goes in circles does not fill their agent's chat. Results are always told."""
        spent = Allowance(STUCK_NOTICES, f"stuck:link:{link.reference}")
        return link.milestone is Milestone.STUCK and self._store.counters.reserve(db, [spent], now) is not None

    def _withdraw(self, db: sqlite3.Connection, account: AccountId, before: Session, now: datetime) -> Letters:
        """A linked line ended: every link by which it was linked too, and nothing of the customer stays in them."""
        links = self._store.links.of_account(db, account)
        if not links:
            return self._news.announce_line(db, "withdrawn", before.line_of(account), now)
        letters: Letters = ()
        for link in links:
            ended = end(link, Milestone.WITHDRAWN, now)
            letters += self._news.settle(db, ended, now)
            self._store.links.keep(db, forget_customer(ended))
        return letters

    def _forget(self, db: sqlite3.Connection, customer: Contact, now: datetime) -> Letters:
        """Somebody wants to be forgotten: what they were in the middle of ends, and no link knows them any more."""
        letters: Letters = ()
        for link in self._store.links.of_customer(db, customer):
            ended = link if link.is_final else end(link, Milestone.DECLINED, now)
            letters += () if link.is_final else self._news.settle(db, ended, now)
            self._store.links.keep(db, forget_customer(ended))
        return letters

    def _busy_until(self, db: sqlite3.Connection, link: Link) -> datetime | None:
        """Until when the link's customer is in the middle of it; None when they are not."""
        session = self._store.sessions.load(db, link.customer) if link.customer else None
        if not session or not session.invitation or session.invitation.reference != link.reference:
            return None
        return session.expires_at
