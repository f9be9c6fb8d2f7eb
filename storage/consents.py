"""The consents table: the evidence of who agreed to what, when, and when it ended. Append-only; never changed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from conversations.consent import Agreement
from conversations.contact import Contact
from storage.ledger import Ledger
from storage.sealing import Keyring


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
        self, db: sqlite3.Connection, contact: Contact, agreement: Agreement, now: datetime, *, withdrawn: bool
    ) -> None:
        self.ledger.append(db, contact, Evidence(contact, agreement, withdrawn, now), now)

    def of(self, db: sqlite3.Connection, contact: Contact) -> list[Evidence]:
        """Everything that a contact agreed to and withdrew, oldest first."""
        return self.ledger.of(db, contact)

    def first_broken(self, db: sqlite3.Connection) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well."""
        return self.ledger.first_broken(db)

    @property
    def ledger(self) -> Ledger[Evidence]:
        return Ledger(self.keyring, "consents", Evidence)
