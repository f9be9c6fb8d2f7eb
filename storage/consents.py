"""The consents table: the evidence of who agreed to what, when, and when it ended. Append-only; never changed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from conversations.consent import Agreement, chain
from conversations.contact import Contact
from storage.codec import decode, encode, to_ms
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
        last = db.execute("SELECT id, link FROM consents ORDER BY id DESC LIMIT 1").fetchone() or (0, b"")
        number = last[0] + 1
        record = encode(Evidence(contact, agreement, withdrawn, now), Evidence)
        key = self.keyring.index(str(contact), "contact")
        db.execute(
            "INSERT INTO consents (id, contact, at, sealed, link) VALUES (?, ?, ?, ?, ?)",
            (number, key, to_ms(now), self._seal(number, record), chain(last[1], record)),
        )

    def of(self, db: sqlite3.Connection, contact: Contact) -> list[Evidence]:
        """Everything that a contact agreed to and withdrew, oldest first."""
        key = self.keyring.index(str(contact), "contact")
        rows = db.execute("SELECT id, sealed FROM consents WHERE contact = ? ORDER BY id", (key,)).fetchall()
        return [decode(self._unseal(number, sealed), Evidence) for number, sealed in rows]

    def first_broken(self, db: sqlite3.Connection) -> int | None:
        """The first row that was changed, or stands after one that was taken out; None when all is well."""
        link = b""
        expected = 1
        for number, sealed, stored in db.execute("SELECT id, sealed, link FROM consents ORDER BY id"):
            link = chain(link, self._unseal(number, sealed))
            if number != expected or link != stored:
                return int(number)
            expected = number + 1
        return None

    def _seal(self, number: int, record: bytes) -> bytes:
        return self.keyring.seal(record, table="consents", column="sealed", row=str(number))

    def _unseal(self, number: int, sealed: bytes) -> bytes:
        return self.keyring.open(sealed, table="consents", column="sealed", row=str(number))
