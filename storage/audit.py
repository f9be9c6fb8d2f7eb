"""The audit table: what each agent did, and when. Append-only; never changed, and never what a customer did."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from conversations.agents.turn import Act
from conversations.contact import Contact
from storage.ledger import Ledger
from storage.sealing import Keyring


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's content: who did what; `about` is a link's reference or an agent's name."""

    contact: Contact
    act: Act
    about: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Audit:
    """Appends to and checks the chain within a transaction that the caller holds."""

    keyring: Keyring

    def record(self, db: sqlite3.Connection, contact: Contact, act: Act, about: str, now: datetime) -> None:
        self.ledger.append(db, contact, Entry(contact, act, about, now), now)

    def of(self, db: sqlite3.Connection, contact: Contact) -> list[Entry]:
        return self.ledger.of(db, contact)

    def first_broken(self, db: sqlite3.Connection) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well."""
        return self.ledger.first_broken(db)

    @property
    def ledger(self) -> Ledger[Entry]:
        return Ledger(self.keyring, "audit", Entry)
