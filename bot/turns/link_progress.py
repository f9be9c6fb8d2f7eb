"""What a customer's turn means for an agent's link: binding, progress, end. Never what the customer hears.

All of it in the engine's transaction: a notice and the turn that it tells of are on disk together or not at all.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from bot.turns.link_after import LinkAfter
from bot.turns.link_times import by_clock
from bot.turns.notifications import Messages, Notifications
from conversations.allowance import Allowance, Limit
from conversations.changing import replace
from conversations.consent import EndReason
from conversations.contact import Contact
from conversations.customer.events import Event, LinkOpened
from conversations.customer.facts import LineLinked, LineNarrowed, LineRefused, LineRenewed, OfferAccepted
from conversations.customer.link_progress import Progress, advance, end, forget_customer, is_news, progress_of
from conversations.customer.notifications import reminder
from conversations.customer.turn import Turn
from conversations.effects import ForgetCustomer, ForgetLine, KeepLine, Record, sentence
from conversations.link import Link, Milestone, Reason
from conversations.link_events import LinkEnded
from conversations.linked_line import LinkedLine
from conversations.secret import LinkToken
from conversations.session import AskingConsent, Idle, Session
from storage.store import Store
from storage.transaction import Transaction

STUCK_NOTICES = Limit("stuck_notices_per_link_hour", 10, timedelta(hours=1))
REASONS = {EndReason.AGE: Reason.TOO_YOUNG}  # what an agent reads as the reason why a linked line ended


class OpenLink(Struct, frozen=True):
    """What may be shown to whoever has the token of an open link, before they are anybody's customer."""

    agent: str
    expires_at: datetime
    language: str


class LinkOver(Struct, frozen=True):
    """That a link has ended, which its customer hears before they are asked to agree to anything."""

    ended: LinkEnded
    then: Event


class LinkProgress:
    """Follows customers on behalf of agents, within a transaction that the caller holds."""

    def __init__(self, store: Store, notifications: Notifications) -> None:
        self._store = store
        self._notifications = notifications
        self._after = LinkAfter(store.links, notifications)

    def look_up(self, tx: Transaction, token: LinkToken, now: datetime) -> OpenLink | None:
        """The link of a token that anybody may still open. Changes nothing."""
        link = self._store.links.opened_by(tx, token)
        if not link or link.customer or link.is_final or now >= link.expires_at:
            return None
        return OpenLink(self._notifications.name_of_agent(tx, link), link.expires_at, link.language)

    def is_over_for(self, tx: Transaction, before: Session, event: Event, turn: Turn) -> LinkOver | None:
        """Whether a turn begins anew with a link that its contact had opened before, and that has ended meanwhile."""
        offer, lapsed = turn.session.offer, before.expires_at is not None and turn.now >= before.expires_at
        begins = isinstance(turn.session.step, AskingConsent) and (isinstance(before.step, Idle) or lapsed)
        if not offer or offer != before.offer or not begins:
            return None
        link = self._store.links.find(tx, offer.reference)
        if link and link.is_for(before.contact, turn.now):
            return None
        begun = before.lines or turn.session.lines or before.memory
        return LinkOver(LinkEnded(offer.reference, quietly=True), event if begun else LinkOpened(stale=True))

    def bind(self, tx: Transaction, turn: Turn) -> tuple[LinkEnded | None, Messages]:
        """The first who agrees has the link. To anybody later it has ended, and they have not agreed to anything."""
        offer, contact = turn.session.offer, turn.session.contact
        if not offer or not isinstance(turn.fact, OfferAccepted):
            return None, ()
        if self._store.links.bind(tx, offer.reference, contact, turn.now):
            return None, ()
        link = self._store.links.find(tx, offer.reference)
        messages = self._notifications.contest(tx, link, contact, turn.now) if link else ()
        return LinkEnded(offer.reference), messages

    def note(self, tx: Transaction, before: Session, turn: Turn) -> tuple[Turn, Messages]:
        """How far the turn brought its link, and what of it is anybody's news. A link that is over is let go of."""
        messages: Messages = ()
        progress = progress_of(before, turn)
        link = self._link_of(tx, before, turn) if progress else None
        if progress and link:
            moved, messages = self._move(tx, replace(link, channel=before.contact.channel), progress, turn.now)
            turn = _without_offer(turn) if moved.is_final else turn
        elif progress:
            messages = self._note_without(tx, before, turn, progress)
        elif isinstance(turn.fact, LineNarrowed):
            messages = self._notifications.announce_line(tx, "narrowed", turn.fact.line, turn.now)
        elif isinstance(turn.fact, LineRenewed):
            messages = self._notifications.announce_line(tx, "renewed", turn.fact.line, turn.now)
        if progress and progress.reason is Reason.OUR_FAULT:
            messages += self._notifications.alarm(tx, sentence("agent-alarm-provider"), "provider", turn.now)
        for record in turn.records:
            messages += self._let_be_forgotten(tx, record, before, turn)
        return self._after.remember(before, turn), messages

    def _note_without(self, tx: Transaction, before: Session, turn: Turn, progress: Progress) -> Messages:
        """Somebody who goes with no link that is open: after one that they had, or by none at all."""
        had = self._after.find(tx, before, turn)
        if had:
            return self._after.note(tx, had, progress, turn)
        return self._notifications.announce_turn(tx, progress, turn)

    def let_go(self, tx: Transaction, turn: Turn) -> Turn:
        """Whoever comes back after they left does not find a link that has ended meanwhile."""
        offer = turn.session.offer
        link = self._store.links.find(tx, offer.reference) if offer else None
        if not offer or (link and not link.is_final):
            return turn
        return self._after.remember(turn.session, _without_offer(turn))

    def expire(self, tx: Transaction, link: Link, now: datetime) -> tuple[Messages, tuple[Contact, ...]]:
        """End a link whose time is over, unless its customer is in the middle of it; who is to hear that it ended."""
        stands = by_clock(tx, self._store, link, now)
        if not stands.is_final:
            self._store.links.keep(tx, stands)
            return (), ()
        messages = self._notifications.settle(tx, end(link, Milestone.EXPIRED, now), now)
        return messages, (link.customer,) if link.customer else ()

    def remind(self, tx: Transaction, link: Link, now: datetime) -> Messages:
        """Of a link that nobody opened."""
        return self._notifications.tell_agent(tx, link, reminder(link, now), now, is_progress=True)

    # A link's life

    def _link_of(self, tx: Transaction, before: Session, turn: Turn) -> Link | None:
        """The link that the turn is about, if this contact may move it. A line knows by which it came."""
        offer = turn.session.offer or before.offer
        reference = offer.reference if offer else ""
        if isinstance(turn.fact, LineLinked | LineRefused):
            reference = turn.fact.line.reference
        link = self._store.links.find(tx, reference) if reference else None
        mine = link and not link.is_final and link.customer in (None, before.contact)
        return link if mine else None

    def _move(self, tx: Transaction, link: Link, progress: Progress, now: datetime) -> tuple[Link, Messages]:
        moved = advance(link, progress, now)
        if is_news(link, progress) and not self._is_pestering(tx, moved, now):
            return moved, self._notifications.settle(tx, moved, now)
        self._store.links.keep(tx, moved)
        return moved, ()

    def _is_pestering(self, tx: Transaction, link: Link, now: datetime) -> bool:
        """A customer who goes in circles does not fill their agent's chat. Results are always told."""
        spent = Allowance(STUCK_NOTICES, f"stuck:link:{link.reference}")
        return link.milestone is Milestone.STUCK and self._store.counters.reserve(tx, [spent], now) is not None

    def _let_be_forgotten(self, tx: Transaction, record: Record, before: Session, turn: Turn) -> Messages:
        match record:
            case ForgetLine(why=EndReason.RENEWED):
                return ()
            case ForgetLine() if isinstance(turn.fact, LineRefused) and turn.fact.line.account == record.account:
                return ()  # nobody was told that it is linked
            case ForgetLine():
                return self._withdraw(tx, record, before, turn.now)
            case KeepLine(line, ready=True):
                return self._notifications.announce_line(tx, "ready", line, turn.now)
            case ForgetCustomer():
                return self._forget(tx, before.contact, turn.now)
            case _:
                return ()

    def _withdraw(self, tx: Transaction, forgotten: ForgetLine, before: Session, now: datetime) -> Messages:
        """A linked line ended in this chat: every link by which this chat linked it too, and nothing of its customer
        stays in them. Another chat that holds the line has an agreement of its own, and ends in a turn of its own.
        """
        messages: Messages = ()
        found = self._store.links.of_account(tx, forgotten.account)
        links = [link for link in found if link.customer in (None, before.contact)]
        line = before.line_of(forgotten.account)
        for link in links:
            ended = end(_as_agreed(link, line), Milestone.WITHDRAWN, now, REASONS.get(forgotten.why))
            messages += self._notifications.settle(tx, ended, now, why=forgotten.why)
            self._store.links.keep(tx, forget_customer(ended))
        gone_on = any(link.gone_on for link in links)
        if not line or gone_on or self._is_told(tx, line):
            return messages
        return messages + self._notifications.announce_line(tx, "withdrawn", line, now, forgotten.why)

    def _is_told(self, tx: Transaction, line: LinkedLine) -> bool:
        """Whether the end of a line was told with the link that it came by."""
        link = self._store.links.find(tx, line.reference) if line.reference else None
        return link is not None and link.milestone is Milestone.WITHDRAWN

    def _forget(self, tx: Transaction, customer: Contact, now: datetime) -> Messages:
        """Somebody wants to be forgotten: what they were in the middle of ends, and no link knows them any more."""
        messages: Messages = ()
        for link in self._store.links.of_customer(tx, customer):
            ended = link if link.is_final else end(link, Milestone.DECLINED, now, Reason.FORGOTTEN)
            messages += () if link.is_final else self._notifications.settle(tx, ended, now)
            self._store.links.keep(tx, forget_customer(ended))
        return messages


def _as_agreed(link: Link, line: LinkedLine | None) -> Link:
    """With the agreement that stood last for the line that it brought."""
    if not line or line.reference != link.reference:
        return link
    agreement = line.claim.agreement
    return replace(link, consent=agreement.reference, reads=agreement.reads)


def _without_offer(turn: Turn) -> Turn:
    return turn.with_session(replace(turn.session, offer=None))
