"""What the agent of a link and the business's own systems are told of it. Never when, nor what the customer hears."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.post import Post
from conversations.agents.desk import Desk
from conversations.contact import Contact
from conversations.effects import Say
from conversations.link import FAILED, Link, Milestone
from conversations.notices import contested, notice_of
from conversations.session import LinkedLine
from storage.outbox import Letter
from storage.store import Store

Letters = tuple[Letter, ...]

EVENTS = {
    Milestone.LINKED: "linked",
    Milestone.DECLINED: "declined",
    Milestone.EXPIRED: "expired",
    Milestone.WITHDRAWN: "withdrawn",
}


class News:
    """Writes what is told into the outbox, within a transaction that the caller holds."""

    def __init__(self, store: Store, post: Post) -> None:
        self._store = store
        self._post = post

    def settle(self, db: sqlite3.Connection, link: Link, now: datetime, say: Say | None = None) -> Letters:
        """Keep the link as it has become, and tell its agent (`say`, or the usual) and the business's own systems."""
        self._store.links.keep(db, link)
        letters = self.tell_agent(db, link, say or notice_of(link), now)
        if kind := EVENTS.get(link.milestone):
            letters += self._announce(db, kind, link.reference, _data_of(link), now)
        return letters

    def contest(self, db: sqlite3.Connection, link: Link, by: Contact, now: datetime) -> Letters:
        """Somebody else came with a link that has its customer: its agent hears that once."""
        if link.contested or link.milestone in FAILED or link.customer in (None, by):
            return ()
        self._store.links.keep(db, replace(link, contested=True))
        return self.tell_agent(db, link, contested(link), now)

    def tell_agent(self, db: sqlite3.Connection, link: Link, say: Say, now: datetime) -> Letters:
        """Whoever serves the link; nobody when that is no agent any more."""
        if not self._store.agents.find(db, link.served_by):
            return ()
        desk = self._store.agents.desk(db, link.served_by) or Desk()
        return (self._post.write(db, link.served_by, desk.language, say, now),)

    def announce_line(self, db: sqlite3.Connection, kind: str, line: LinkedLine | None, now: datetime) -> Letters:
        """A line without a link: linked without an agent, or so long ago that the link is forgotten."""
        if not line:
            return ()
        claim = line.claim
        data = {
            "account_id": line.account.reveal(),
            "network": claim.line.network.value,
            "consent_id": claim.agreement.reference,
        }
        return self._announce(db, kind, line.reference or None, data, now)

    def name_of_agent(self, db: sqlite3.Connection, link: Link) -> str:
        """As customers read it; empty when whoever served the link is no agent any more."""
        agent = self._store.agents.find(db, link.served_by)
        return agent.name if agent else ""

    def _announce(
        self, db: sqlite3.Connection, kind: str, reference: str | None, data: Mapping[str, str | None], now: datetime
    ) -> Letters:
        letter = self._store.events.add(db, kind, reference, data, now)
        return (letter,) if letter else ()


def _data_of(link: Link) -> dict[str, str | None]:
    return {
        "account_id": link.account.reveal() if link.account else None,
        "network": link.likely_network.value if link.likely_network else None,
        "consent_id": link.consent or None,
    }
