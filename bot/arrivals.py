"""How somebody comes to an agent's link: by its token, or by an answer to the invitation that their number was sent.

Never what they hear then, nor how far they get (bot/invitations.py).
"""

import sqlite3
from dataclasses import replace
from datetime import datetime

from bot.news import Letters, News
from bot.ports import Inbound
from conversations.events import CustomerLeft, InvitationUnsent, LinkOpened, OptedOut
from conversations.invited import answers_invitation
from conversations.link import Link, Milestone, Unsent
from conversations.notices import end, unsent, unwanted
from conversations.phone import PhoneNumber
from conversations.session import Session
from storage.links import Links


class Arrivals:
    """Looks at what comes in, before the conversation does, within a transaction that the caller holds."""

    def __init__(self, links: Links, news: News) -> None:
        self._links = links
        self._news = news

    def arrive(
        self, db: sqlite3.Connection, inbound: Inbound, session: Session, now: datetime
    ) -> tuple[Inbound, Letters]:
        """What the conversation is to hear, with the invitation in it where this opens a link; and what agents hear."""
        match inbound.event:
            case LinkOpened(token=token) if token:
                return self._open(db, inbound, self._links.opened_by(db, token), now)
            case InvitationUnsent(reference, why):
                return inbound, self._miss(db, self._links.find(db, reference), why, now)
            case OptedOut():
                number = inbound.own_number or session.own_number
                return inbound, self._refuse(db, inbound, number, now, self._under_way(db, session))
            case CustomerLeft():  # by itself it may also say that a message of ours found nobody
                return inbound, self._refuse(db, inbound, inbound.own_number, now)
            case _:
                return self._answer(db, inbound, session, now), ()

    def _open(
        self, db: sqlite3.Connection, inbound: Inbound, link: Link | None, now: datetime
    ) -> tuple[Inbound, Letters]:
        """A token becomes the invitation that it stands for. Whatever is wrong with it is the same to its bearer."""
        if link and link.is_for(inbound.contact, now):
            return self._invite(db, inbound, link), ()
        letters = self._news.contest(db, link, inbound.contact, now) if link else ()
        return replace(inbound, event=LinkOpened(stale=True)), letters

    def _answer(self, db: sqlite3.Connection, inbound: Inbound, session: Session, now: datetime) -> Inbound:
        """The number is the proof: what was sent to it is answered from nowhere else. The newest goes first, and opens
        once: from then on it is what the conversation is about.
        """
        number = inbound.own_number or session.own_number
        links = self._links.invited(db, number) if number and answers_invitation(session, inbound.event) else ()
        link = next((link for link in links if link.customer is None and now < link.expires_at), None)
        known = link and session.invitation and session.invitation.reference == link.reference
        return self._invite(db, inbound, link) if link and not known else inbound

    def _under_way(self, db: sqlite3.Connection, session: Session) -> tuple[Link, ...]:
        """The agent's link that the session is about, if it has not ended."""
        link = self._links.find(db, session.invitation.reference) if session.invitation else None
        return (link,) if link and not link.is_final else ()

    def _refuse(
        self,
        db: sqlite3.Connection,
        inbound: Inbound,
        number: PhoneNumber | None,
        now: datetime,
        under_way: tuple[Link, ...] = (),
    ) -> Letters:
        """Who is invited, or in the middle of it, and wants to hear nothing more has declined."""
        letters: Letters = ()
        invited = self._links.invited(db, number) if number else ()
        for link in {link.reference: link for link in (*invited, *under_way)}.values():
            if link.customer in (None, inbound.contact):
                ended = end(link, Milestone.DECLINED, now)
                letters += self._news.settle(db, ended, now, unwanted(ended))
        return letters

    def _miss(self, db: sqlite3.Connection, link: Link | None, why: Unsent, now: datetime) -> Letters:
        """Its agent hears it once; whoever has the number then has nothing to answer. Of an outcome that is not known
        they may have.
        """
        if not link or link.is_final or not link.invited_in:
            return ()
        if why is not Unsent.UNKNOWN:
            self._links.keep(db, replace(link, invited_in=""))
        return self._news.tell_agent(db, link, unsent(link, why), now)

    def _invite(self, db: sqlite3.Connection, inbound: Inbound, link: Link) -> Inbound:
        invitation = link.invite(self._news.name_of_agent(db, link))
        return replace(inbound, event=LinkOpened(invitation), language=link.language)
