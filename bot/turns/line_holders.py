"""The chats that hold one line: who else holds it, and what each hears. Never what any of them is told in words.

All of it in the engine's transaction: the line ends in every chat, or in none.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from math import ceil

from conversations.changing import replace
from conversations.consent import EndReason
from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.effects import Durable, EndForHolders, NarrowForHolders, Record, TellHolders, UnlinkAtProvider
from conversations.line_events import AccountMissing, EndPosted, LineEnded, LineShared, NarrowedElsewhere
from conversations.linked_line import LinkedLine
from conversations.phone import PhoneNumber
from conversations.session import AskingOtp, FetchingSummary, SendingOtp, Session, Step
from storage.account_counts import AccountCounts, count_missing
from storage.accounts import Accounts, Owned
from storage.consents import Consents
from storage.transaction import Transaction

FEW = 5  # so many accounts may be unknown to the provider at once …
SHARE = 100  # … or one in so many
POSTED_WITHIN = timedelta(days=3)  # of an end; how long the provider posts one again is not said


def are_many(held: int, missing: int) -> bool:
    """Whether so many accounts are missing that the fault is rather ours, such as a wrong key."""
    return missing >= max(FEW, held / SHARE)


def are_many_missing(tx: Transaction, counts: AccountCounts) -> bool:
    """The same within a turn, where no more of them are looked at than are many.

    Before anybody counted how many are held a few are many: the line is asked about again, and none ends by mistake.
    """
    return are_many(counts.held, count_missing(tx, max(FEW, ceil(counts.held / SHARE))))


class LineHolders:
    """Looks up who holds a line, within a transaction that the caller holds."""

    def __init__(self, accounts: Accounts, consents: Consents, brand_of: Callable[[Contact], str]) -> None:
        self._accounts = accounts
        self._consents = consents
        self._brand_of = brand_of

    def complete(self, tx: Transaction, session: Session) -> Session:
        """The session with the lines that it holds, and whether another chat holds the one that it is about."""
        contact, lines = session.contact, self._accounts.of(tx, session.contact)
        number = _being_linked(session.step, lines)
        elsewhere = number is not None and self._accounts.is_held_elsewhere(tx, contact, number)
        return replace(session, lines=lines, held_elsewhere=elsewhere) if lines or elsewhere else session

    def weigh(self, tx: Transaction, contact: Contact, event: Event, now: datetime) -> Event:
        """One account that is missing is another thing when many are, and one posted end when there was another."""
        match event:
            case AccountMissing():
                return replace(event, among_many=are_many_missing(tx, self._accounts.counts))
            case EndPosted():
                receipts, _ = self._consents.receipts(tx, contact)
                ended = [each.ended_at for each in receipts if each.ended_at]
                return replace(event, doubtful=any(now - at < POSTED_WITHIN for at in ended))
            case _:
                return event

    def told_by(self, tx: Transaction, contact: Contact, records: Iterable[Record]) -> list[tuple[Contact, Event]]:
        """What the other holders are to hear of a turn of `contact`, each chat once for each of its lines."""
        heard: dict[tuple[Contact, str], tuple[Contact, Event]] = {}
        for record in records:
            for owned in self._others(tx, contact, record):
                heard[owned.contact, owned.line.account.reveal()] = owned.contact, self._event(contact, record, owned)
        return list(heard.values())

    def is_unwanted(self, tx: Transaction, effect: Durable) -> bool:
        """An account that a chat still holds is not given back, whoever else lets go of it."""
        return isinstance(effect, UnlinkAtProvider) and self._accounts.is_held(tx, effect.account)

    def _others(self, tx: Transaction, contact: Contact, record: Record) -> tuple[Owned, ...]:
        """By the number, for a person ends a line and not an account; the network ends an account."""
        match record:
            case EndForHolders(line, EndReason.NETWORK):
                found = self._accounts.holders(tx, line.account)
            case EndForHolders(line) | TellHolders(line) | NarrowForHolders(line):
                found = self._accounts.of_number(tx, line.claim.line.number)
            case _:
                return ()
        return tuple(owned for owned in found if owned.contact != contact)

    def _event(self, contact: Contact, record: Record, owned: Owned) -> Event:
        account = owned.line.account
        if isinstance(record, EndForHolders):
            by_hand = record.why is EndReason.CUSTOMER
            return LineEnded(account, record.why, self._brand_of(contact) if by_hand else "")
        if isinstance(record, NarrowForHolders):
            return NarrowedElsewhere(account, record.scope, self._brand_of(contact))
        return LineShared(account, self._brand_of(contact))


def _being_linked(step: Step, lines: Iterable[LinkedLine]) -> PhoneNumber | None:
    """The number for which a code is asked, or of the line that has just been linked."""
    match step:
        case SendingOtp(claim=claim) | AskingOtp(claim=claim):
            return claim.line.number
        case FetchingSummary(account=account):
            return next((line.claim.line.number for line in lines if line.account == account), None)
        case _:
            return None
