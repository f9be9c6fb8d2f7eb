"""How somebody comes to an agent's link: by its token, or by an answer to the invitation that their number was sent.

Never what they hear then, nor how far they get (bot/turns/link_progress.py).
"""

from datetime import datetime

from bot.ports import Inbound
from bot.turns.notifications import Messages, Notifications
from conversations.changing import replace
from conversations.customer.events import CustomerLeft, LinkOpened
from conversations.customer.link_progress import end
from conversations.customer.notifications import unsent, unwanted
from conversations.customer.template_reply import answers_late, answers_template
from conversations.link import Link, Milestone, Reason, Unsent
from conversations.link_events import TemplateUnsent
from conversations.phone import PhoneNumber
from conversations.session import Session
from storage.links import Links
from storage.transaction import Transaction


class LinkOpening:
    """Looks at what comes in, before the conversation does, within a transaction that the caller holds."""

    def __init__(self, links: Links, notifications: Notifications) -> None:
        self._links = links
        self._notifications = notifications

    def arrive(self, tx: Transaction, inbound: Inbound, session: Session, now: datetime) -> tuple[Inbound, Messages]:
        """What the conversation is to hear, with the invitation in it where this opens a link; and what agents hear."""
        match inbound.event:
            case LinkOpened(token=token) if token is not None:
                return self._open(tx, inbound, self._links.opened_by(tx, token), now)
            case TemplateUnsent(reference, why):
                return inbound, self._miss(tx, self._links.find(tx, reference), why, now)
            case CustomerLeft():  # by itself it may also say that a message of ours found nobody
                return inbound, self._refuse(tx, inbound, inbound.own_number, now)
            case _:
                return self._answer(tx, inbound, session, now), ()

    def opt_out(self, tx: Transaction, inbound: Inbound, session: Session, now: datetime) -> Messages:
        """What agents hear of who wants to hear nothing more, whether the channel says so or they do."""
        number = inbound.own_number or session.own_number
        return self._refuse(tx, inbound, number, now, self._under_way(tx, session))

    def _open(self, tx: Transaction, inbound: Inbound, link: Link | None, now: datetime) -> tuple[Inbound, Messages]:
        """A token becomes the invitation that it stands for. Whatever is wrong with it is the same to its bearer."""
        if link and link.is_for(inbound.contact, now):
            return self._invite(tx, inbound, link), ()
        messages = self._notifications.contest(tx, link, inbound.contact, now) if link else ()
        return replace(inbound, event=LinkOpened(stale=True)), messages

    def _answer(self, tx: Transaction, inbound: Inbound, session: Session, now: datetime) -> Inbound:
        """The number is the proof: what was sent to it is answered from nowhere else. The newest goes first, and opens
        once: from then on it is what the conversation is about.
        """
        number = inbound.own_number or session.own_number
        links = self._links.invited(tx, number) if number and answers_template(session, inbound.event) else ()
        link = next((link for link in links if link.customer is None and now < link.expires_at), None)
        known = link and session.offer and session.offer.reference == link.reference
        if link and not known:
            return self._invite(tx, inbound, link)
        if number and answers_late(session, inbound.event) and self._was_invited(tx, number):
            return replace(inbound, event=LinkOpened(stale=True))
        return inbound

    def _was_invited(self, tx: Transaction, number: PhoneNumber) -> bool:
        """Whether an invitation that nobody opened went there, and its link has ended."""
        made = self._links.of_number(tx, number)
        return any(link.template_chat and link.is_final and not link.customer for link in made)

    def _under_way(self, tx: Transaction, session: Session) -> tuple[Link, ...]:
        """The agent's link that the session is about, if it has not ended."""
        link = self._links.find(tx, session.offer.reference) if session.offer else None
        return (link,) if link and not link.is_final else ()

    def _refuse(
        self,
        tx: Transaction,
        inbound: Inbound,
        number: PhoneNumber | None,
        now: datetime,
        under_way: tuple[Link, ...] = (),
    ) -> Messages:
        """Who is invited, or in the middle of it, and wants to hear nothing more has declined."""
        messages: Messages = ()
        invited = self._links.invited(tx, number) if number else ()
        for link in {link.reference: link for link in (*invited, *under_way)}.values():
            if link.customer in (None, inbound.contact):
                ended = end(link, Milestone.DECLINED, now, Reason.OPTED_OUT)
                messages += self._notifications.settle(tx, ended, now, unwanted(ended))
        return messages

    def _miss(self, tx: Transaction, link: Link | None, why: Unsent, now: datetime) -> Messages:
        """Its agent hears it once; whoever has the number then has nothing to answer. Of an outcome that is not known
        they may have.
        """
        if not link or link.is_final or not link.template_chat:
            return ()
        if why is not Unsent.UNKNOWN:
            self._links.keep(tx, replace(link, template_chat=""))
        return self._notifications.tell_agent(tx, link, unsent(link, why), now)

    def _invite(self, tx: Transaction, inbound: Inbound, link: Link) -> Inbound:
        offer = self._notifications.offer_of(tx, link)
        return replace(inbound, event=LinkOpened(offer), language=link.language)
