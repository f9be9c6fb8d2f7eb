"""Everything that is held of one customer, gathered from its tables. Never changed here, never shown."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from conversations.contact import Contact
from conversations.customer import letting_go
from conversations.link import Link
from conversations.linked_line import LinkedLine
from conversations.phone import PhoneNumber
from conversations.session import Session
from storage.chats import Chat
from storage.consents import Evidence
from storage.links import Moments
from storage.store import Store
from storage.transaction import Transaction


class Customer(Struct, frozen=True):
    """Who it is, the lines that can be read, and what they agreed to and ended, oldest first.

    `beside`: something else is kept of the chat, as of one that was asked and has not agreed.
    """

    contact: Contact
    lines: tuple[LinkedLine, ...]
    evidence: tuple[Evidence, ...]
    beside: bool = False

    @property
    def is_known(self) -> bool:
        return bool(self.lines or self.evidence or self.beside)

    @property
    def receipts(self) -> tuple[str, ...]:
        """The numbers of all agreements, each once."""
        return tuple(dict.fromkeys(each.agreement.reference for each in self.evidence))

    def ended_at(self, receipt: str) -> datetime | None:
        ends = (each.at for each in self.evidence if each.withdrawn and each.agreement.reference == receipt)
        return next(ends, None)


class Holdings(Struct, frozen=True):
    """All of it."""

    customer: Customer
    session: Session | None
    chat: Chat | None
    links: tuple[Link, ...]
    moments: Mapping[str, Moments]  # of each link, by its reference
    waiting: int  # messages that are still to be sent


def find_customer(tx: Transaction, store: Store, contact: Contact) -> Customer:
    beside = store.sessions.load(tx, contact) or store.chats.find(tx, contact) or store.links.of_customer(tx, contact)
    return Customer(contact, store.accounts.of(tx, contact), tuple(store.consents.of(tx, contact)), bool(beside))


def find_by_number(tx: Transaction, store: Store, number: PhoneNumber, named: Iterable[Contact]) -> list[Customer]:
    """Who has that line; and of `named`, whom channels call by that number, who is known."""
    owners = [owned.contact for owned in store.accounts.of_number(tx, number)]
    return _known_among(tx, store, [*owners, *named])


def find_talking_of(tx: Transaction, store: Store, number: PhoneNumber) -> list[Customer]:
    """Whose conversation is about that number, agreed or not, or was today. It need not be theirs."""
    came_by_links = [link.customer for link in store.links.of_number(tx, number) if link.customer]
    return _known_among(tx, store, [*store.sessions.about(tx, number), *came_by_links])


def _known_among(tx: Transaction, store: Store, contacts: Iterable[Contact]) -> list[Customer]:
    """Each once, in their order."""
    customers = [find_customer(tx, store, contact) for contact in dict.fromkeys(contacts)]
    return [customer for customer in customers if customer.is_known]


def find_by_receipt(tx: Transaction, store: Store, receipt: str) -> list[Customer]:
    """Whose agreement has that number, also when it has ended. All of the record is looked through."""
    entries = (entry for _, entry in store.consents.ledger.entries(tx) if entry)
    contacts = {entry.contact: None for entry in entries if entry.agreement.reference == receipt}
    return [find_customer(tx, store, contact) for contact in contacts]


def is_forgotten(tx: Transaction, store: Store, customer: Customer, now: datetime) -> bool:
    """Whether nothing is kept of them but the record of what they agreed to, all of which has ended."""
    session, contact = store.sessions.load(tx, customer.contact), customer.contact
    left = customer.lines or store.links.of_customer(tx, contact) or store.consents.standing(tx, contact, now)
    return not left and (session is None or letting_go.is_forgotten(session))


def gather(tx: Transaction, store: Store, customer: Customer) -> Holdings:
    contact = customer.contact
    numbers = {line.claim.line.number for line in customer.lines}
    links = {link.reference: link for link in store.links.of_customer(tx, contact)}
    links |= {link.reference: link for number in numbers for link in store.links.of_number(tx, number)}
    return Holdings(
        customer=customer,
        session=store.sessions.load(tx, contact),
        chat=store.chats.find(tx, contact),
        links=tuple(links.values()),
        moments={reference: store.links.moments(tx, reference) for reference in links},
        waiting=store.outbox.count_in(tx, store.sessions.key(contact)),
    )
