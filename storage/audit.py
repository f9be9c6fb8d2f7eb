"""The audit table: what each agent did, and when. Append-only; never changed, and never what a customer did."""

from dataclasses import dataclass
from datetime import datetime

from conversations.agents.turn import Act
from conversations.contact import Contact
from storage.ledger import Ledger
from storage.sealing import Keyring
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One row's content: who did what; `about` is a link's reference or an agent's name."""

    contact: Contact
    act: Act
    about: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Audit:
    """Appends to and checks the chain within a transaction that the caller holds."""

    keyring: Keyring

    def record(self, tx: Transaction, contact: Contact, act: Act, about: str, now: datetime) -> None:
        self.ledger.append(tx, contact, AuditEntry(contact, act, about, now), now)

    def of(self, tx: Transaction, contact: Contact) -> list[AuditEntry]:
        return self.ledger.of(tx, contact)

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well."""
        return self.ledger.first_broken(tx)

    @property
    def ledger(self) -> Ledger[AuditEntry]:
        return Ledger(self.keyring, "audit", AuditEntry)
