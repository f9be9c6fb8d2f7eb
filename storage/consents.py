"""The consents table: the evidence of who agreed to what, when, and when it ended. Append-only; never changed."""

from dataclasses import dataclass
from datetime import datetime

from conversations.consent import Agreement
from conversations.contact import Contact
from storage.ledger import Ledger
from storage.sealing import Keyring
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row's content: an agreement, or its end."""

    contact: Contact
    agreement: Agreement
    withdrawn: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Consents:
    """Appends to and checks the chain within a transaction that the caller holds."""

    keyring: Keyring

    def record(
        self, tx: Transaction, contact: Contact, agreement: Agreement, now: datetime, *, withdrawn: bool
    ) -> None:
        self.ledger.append(tx, contact, Evidence(contact, agreement, withdrawn, now), now)

    def of(self, tx: Transaction, contact: Contact) -> list[Evidence]:
        """Everything that a contact agreed to and withdrew, oldest first."""
        return self.ledger.of(tx, contact)

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well."""
        return self.ledger.first_broken(tx)

    @property
    def ledger(self) -> Ledger[Evidence]:
        return Ledger(self.keyring, "consents", Evidence)
