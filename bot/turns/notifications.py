"""What the agent of a link and the business's own systems are told of it. Never when, nor what the customer hears."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.outbox.writer import OutboxWriter
from conversations.agents.programs import OPERATOR, PROGRAM, program_of
from conversations.agents.session import AgentSession
from conversations.allowance import Allowance, Limit
from conversations.changing import replace
from conversations.consent import EndReason
from conversations.contact import Contact
from conversations.customer.facts import LineLinked, LineRefused
from conversations.customer.link_progress import Progress
from conversations.customer.notifications import contested, notice_of
from conversations.customer.traits import traits_of
from conversations.customer.turn import Turn
from conversations.effects import Say, Sentence, sentence
from conversations.ended_links import Cancelled, state_of, why_cancelled
from conversations.link import DONE, FAILED, NEEDS_PERSON, Link, LinkOffer, LinkOrigin, Milestone
from conversations.linked_line import LinkedLine
from conversations.session import Session
from storage.events import EventValue
from storage.links import KEPT
from storage.outbox import OutboxMessage
from storage.store import Store
from storage.transaction import Transaction

ALARMS = Limit("alarms_of_one_thing_day", 1, timedelta(days=1))
Messages = tuple[OutboxMessage, ...]

EVENTS = {
    Milestone.OPENED: "opened",
    Milestone.AGREED: "agreed",
    Milestone.CODE_SENT: "code-sent",
    Milestone.STUCK: "stuck",
    Milestone.LINKED: "linked",
    Milestone.DECLINED: "declined",
    Milestone.EXPIRED: "expired",
    Milestone.CANCELLED: "cancelled",
    Milestone.WITHDRAWN: "withdrawn",
}


class Notifications:
    """Writes what is told into the outbox, within a transaction that the caller holds."""

    def __init__(self, store: Store, writer: OutboxWriter) -> None:
        self._store = store
        self._writer = writer

    def settle(
        self,
        tx: Transaction,
        link: Link,
        now: datetime,
        say: Say | None = None,
        why: EndReason | None = None,
    ) -> Messages:
        """Keep the link as it has become, and tell its agent (`say`, or the usual) and the business's own systems.

        `why` the line that it had brought was withdrawn.
        """
        self._store.links.keep(tx, link)
        told = self.tell_agent(tx, link, say or notice_of(link), now, is_progress=True)
        return told + self.announce_link(tx, link, now, why)

    def announce_link(self, tx: Transaction, link: Link, now: datetime, why: EndReason | None = None) -> Messages:
        """What the business's own systems hear of a link that has moved."""
        kind = EVENTS.get(state_of(link))
        if not kind:
            return ()
        data = self._data_of(tx, link)
        if link.milestone is Milestone.STUCK:
            data |= {"step": link.step.value or None, "reason": link.reason.value}
        elif link.is_final and link.milestone not in DONE:
            said_no = EndReason.CUSTOMER if state_of(link) is Milestone.DECLINED else None
            ended = why_cancelled(link) or said_no or why
            data |= {"reason": ended.value if ended else None}
        return self._announce(tx, kind, None if link.gone_on else link.reference, data, now)

    def contest(self, tx: Transaction, link: Link, by: Contact, now: datetime) -> Messages:
        """Somebody else came with a link that has its customer: its agent hears that once."""
        if link.contested or link.milestone in FAILED or link.customer in (None, by):
            return ()
        self._store.links.keep(tx, replace(link, contested=True))
        return self.tell_agent(tx, link, contested(link), now)

    def tell_agent(
        self, tx: Transaction, link: Link, say: Say, now: datetime, *, is_progress: bool = False
    ) -> Messages:
        """Whoever serves the link; the administrators when that is no agent any more; nobody where it never had one.

        A program or an operator's file that names no agent for a link has nobody told of it in a chat.

        How a link ended matters as long as it is on the board, however long its agent does not write.
        """
        if link.served_by.channel in (PROGRAM, OPERATOR):
            return ()
        noted = link.note if self._writer.shows_notes else ""
        say = replace(say, sentences=(*say.sentences, sentence("agent-told-note", note=noted))) if noted else say
        lasting = replace(say, until=now + KEPT) if link.is_final else say
        about = link.reference if is_progress else ""
        known = self._store.agents.find(tx, link.served_by)
        heard = (link.served_by,) if known else self._store.agents.admins
        return tuple(self._notify(tx, contact, lasting, now, about) for contact in heard)

    def alarm(self, tx: Transaction, told: Sentence, about: str, now: datetime) -> Messages:
        """Every administrator hears it, of one thing once a day."""
        if self._store.counters.reserve(tx, (Allowance(ALARMS, f"alarm:{about}"),), now):
            return ()
        return tuple(self._notify(tx, contact, Say((told,)), now) for contact in self._store.agents.admins)

    def _notify(self, tx: Transaction, contact: Contact, say: Say, now: datetime, about: str = "") -> OutboxMessage:
        session = self._store.agents.session(tx, contact) or AgentSession()
        return self._writer.notify(tx, contact, session.language, say, now, about)

    def announce_turn(self, tx: Transaction, progress: Progress, turn: Turn, after: Link | None = None) -> Messages:
        """What comes of somebody who goes with no agent's link; `after` is one that they had."""
        match turn.fact:
            case LineLinked(line):
                return self.announce_line(tx, "linked", line, turn.now, after=after)
            case LineRefused(line):
                return self.announce_line(tx, "cancelled", line, turn.now, Cancelled.AGE, after)
            case _:
                return self._announce_stuck(tx, progress, turn.session, turn.now, after)

    def announce_line(
        self,
        tx: Transaction,
        kind: str,
        line: LinkedLine,
        now: datetime,
        why: EndReason | Cancelled | None = None,
        after: Link | None = None,
    ) -> Messages:
        """A line without a link: linked without an agent, or so long ago that the link is forgotten."""
        if not self._store.events.wanted:
            return ()
        claim, after = line.claim, after or self._gone_on(tx, line)
        data: dict[str, EventValue] = {
            "account_id": line.account.reveal(),
            "network": claim.line.network.value,
            "consent_id": claim.agreement.reference,
            "scopes": claim.agreement.reads,
            **_data_of_origin(line.origin),
            **self._data_of_earlier(tx, after),
            "reason": why.value if why else None,
        }
        return self._announce(tx, kind, line.reference or None, data, now)

    def _announce_stuck(
        self, tx: Transaction, progress: Progress, session: Session, now: datetime, after: Link | None
    ) -> Messages:
        """Somebody who goes with no agent's link, or whose link has done its work, needs a person.

        In the middle of linking another line that one is what it is about, and not the one that they have.
        """
        if progress.reason not in NEEDS_PERSON:
            return ()
        known = traits_of(session.step).remembers
        line = session.lines[-1] if session.lines else None
        agreement = known.agreement if known else line.claim.agreement if line else None
        at = progress.line or (line.claim.line if line and not known else None)
        data: dict[str, EventValue] = {
            "account_id": line.account.reveal() if line and not known else None,
            "network": at.network.value if at else None,
            "consent_id": agreement.reference if agreement else None,
            "scopes": agreement.reads if agreement else None,
            "step": progress.step.value or None,
            "reason": progress.reason.value,
        }
        earlier = None if line and after and line.reference == after.reference else after
        data |= (_data_of_origin(line.origin) if line else {}) | self._data_of_earlier(tx, earlier)
        return self._announce(tx, "stuck", (line.reference or None) if line else None, data, now)

    def name_of_agent(self, tx: Transaction, link: Link) -> str:
        """As customers read it; empty when whoever served the link is no agent any more."""
        agent = self._store.agents.find(tx, link.served_by)
        return agent.name if agent else ""

    def name_of_server(self, tx: Transaction, link: Link) -> str:
        """As the business's systems read it: an agent's, or that of the program which made the link for nobody else."""
        return program_of(link) or self.name_of_agent(tx, link)

    def offer_of(self, tx: Transaction, link: Link) -> LinkOffer:
        """What its customer's side knows of it."""
        return link.invite(self.name_of_agent(tx, link), program_of(link))

    def _gone_on(self, tx: Transaction, line: LinkedLine) -> Link | None:
        """The link whose customer linked the line without it."""
        if line.reference:
            return None
        return next((link for link in self._store.links.of_account(tx, line.account) if link.gone_on), None)

    def _data_of_earlier(self, tx: Transaction, link: Link | None) -> dict[str, EventValue]:
        """Of a link that they had, and that had ended."""
        return {**self._data_of_whom(tx, link), "after": link.reference} if link else {}

    def _data_of_whom(self, tx: Transaction, link: Link) -> dict[str, EventValue]:
        return {
            "external_reference": link.external_reference or None,
            "agent": self.name_of_server(tx, link) or None,
        }

    def _data_of(self, tx: Transaction, link: Link) -> dict[str, EventValue]:
        return self._data_of_whom(tx, link) | {
            "after": link.reference if link.gone_on else None,
            "account_id": link.account.reveal() if link.account else None,
            "network": link.likely_network.value if link.likely_network else None,
            "consent_id": link.consent or None,
            "scopes": link.reads if link.consent else None,
        }

    def _announce(
        self, tx: Transaction, kind: str, reference: str | None, data: Mapping[str, EventValue], now: datetime
    ) -> Messages:
        message = self._store.events.add(tx, kind, reference, data, now)
        return (message,) if message else ()


def _data_of_origin(origin: LinkOrigin) -> dict[str, EventValue]:
    return {"external_reference": origin.external_reference or None, "agent": origin.server or None}
