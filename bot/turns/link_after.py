"""Whoever had an agent's link and goes on without it stays its customer: after any end, and on the other channel.

Never what they hear, nor how a link goes that is still open (bot/turns/link_progress.py).
"""

from bot.turns.notifications import Messages, Notifications
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.facts import LineLinked, LineRefused
from conversations.customer.link_progress import Progress, goes_on
from conversations.customer.notifications import beside, gone_on
from conversations.customer.turn import Turn
from conversations.effects import ForgetCustomer
from conversations.link import Link, Milestone
from conversations.session import Session
from storage.links import Links
from storage.transaction import Transaction


class LinkAfter:
    """Remembers the link that a chat had last, within a transaction that the caller holds."""

    def __init__(self, links: Links, notifications: Notifications) -> None:
        self._links = links
        self._notifications = notifications

    def remember(self, before: Session, turn: Turn) -> Turn:
        """A link that a turn let go of is the one that they go on after; a new one takes its place."""
        had, has = before.offer, turn.session.offer
        forgotten = any(isinstance(record, ForgetCustomer) for record in turn.records)
        after = "" if has or forgotten else had.reference if had else turn.session.after
        return turn if after == turn.session.after else turn.with_session(replace(turn.session, after=after))

    def find(self, tx: Transaction, before: Session, turn: Turn) -> Link | None:
        """The link whose customer goes on without it; by the line's number where they came by another chat.

        Whoever agrees anew to the line that a link brought goes on with it, and not without.
        """
        line = turn.fact.line if isinstance(turn.fact, LineLinked | LineRefused) else None
        link = self._links.find(tx, before.after) if before.after else None
        if line and not link:
            made = self._links.of_number(tx, line.claim.line.number)
            link = max(made, key=lambda each: each.made_at, default=None)
        return None if link and line and link.reference == line.reference else link

    def note(self, tx: Transaction, link: Link, progress: Progress, turn: Turn) -> Messages:
        """Its agent hears how it goes on, and the business's own systems what comes of it."""
        contact, now = turn.session.contact, turn.now
        if not self._is_theirs(link, contact, progress):
            return self._beside(tx, link, progress, turn)
        moved, is_news = goes_on(link, progress, contact, now)
        self._links.keep(tx, moved)
        if not is_news:
            return ()
        news = replace(moved, milestone=progress.milestone)
        told = self._notifications.tell_agent(tx, moved, gone_on(news, had_ended=link.is_final), now, is_progress=True)
        return told + self._notifications.announce_link(tx, news, now)

    def _is_theirs(self, link: Link, contact: Contact, progress: Progress) -> bool:
        """Not where it has another customer, or has brought a line already."""
        if link.milestone is Milestone.LINKED:
            return False
        same_line = progress.line is not None and link.number == progress.line.number
        return link.customer in (None, contact) or same_line

    def _beside(self, tx: Transaction, link: Link, progress: Progress, turn: Turn) -> Messages:
        """The link stands as it is: only another line that is linked is anybody's news."""
        told: Messages = ()
        if progress.milestone is Milestone.LINKED:
            told = self._notifications.tell_agent(tx, link, beside(link, progress), turn.now)
        return told + self._notifications.announce_turn(tx, progress, turn, link)
