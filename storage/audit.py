"""The audit table: what each agent did, and when. Append-only; never changed, and never what a customer did."""

from datetime import datetime

from msgspec import Struct

from conversations.agents.programs import OPERATOR
from conversations.agents.turn import Act
from conversations.contact import Contact
from storage.ledger import Ledger
from storage.sealing import Keyring
from storage.transaction import Transaction


class AuditEntry(Struct, frozen=True):
    """One row's content: who did what; `about` is a link's reference, an agent's name, or receipts.

    `name` is what they were called then, so that it is known of who is no agent any more; "" in older rows.
    """

    contact: Contact
    act: Act
    about: str
    at: datetime
    name: str = ""


def stranger_on(channel: str) -> Contact:
    """Who tried to become an agent and is none: the same for everybody, so that the row is about nobody."""
    return Contact(channel, "")


def operator_named(name: str) -> Contact:
    """Who works with the database itself, on the command line."""
    return Contact(OPERATOR, name)


class Audit(Struct, frozen=True):
    """Appends to and checks the chain within a transaction that the caller holds."""

    keyring: Keyring

    def record(self, tx: Transaction, contact: Contact, act: Act, about: str, now: datetime, name: str = "") -> None:
        self.ledger.append(tx, contact, AuditEntry(contact, act, about, now, name), now)

    def of(self, tx: Transaction, contact: Contact) -> list[AuditEntry]:
        return self.ledger.of(tx, contact)

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well."""
        return self.ledger.first_broken(tx)

    @property
    def ledger(self) -> Ledger[AuditEntry]:
        return Ledger(self.keyring, "audit", AuditEntry)
