"""The consents table: the evidence of who agreed to what, when, and when it ended. Append-only; never changed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from conversations.consent import Agreement, chain
from conversations.contact import Contact
from storage.codec import decode, encode, to_ms
from storage.errors import Unsealable
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
        db.execute(
            "INSERT INTO consents (id, contact, at, sealed, link) VALUES (?, ?, ?, ?, ?)",
            (number, self._key(contact), to_ms(now), self._seal(number, record), chain(last[1], record)),
        )

    def of(self, db: sqlite3.Connection, contact: Contact) -> list[Evidence]:
        """Everything that a contact agreed to and withdrew, oldest first."""
        query = "SELECT id, sealed FROM consents WHERE contact = ? ORDER BY id"
        rows = db.execute(query, (self._key(contact),)).fetchall()
        return [decode(self._unseal(number, sealed), Evidence) for number, sealed in rows]

    def first_broken(self, db: sqlite3.Connection) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well.

        SQLite notes the highest number ever given, so the last rows cannot be taken out unseen either.
        """
        link, last = b"", 0
        rows = db.execute("SELECT id, contact, at, sealed, link FROM consents ORDER BY id")
        for last, (number, contact, at, sealed, stored) in enumerate(rows, start=1):
            link = chain(link, self._untouched(number, contact, at, sealed))
            if number != last or link != stored:
                return last
        highest = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'consents'"
        return last + 1 if last < db.execute(highest).fetchone()[0] else None

    def _untouched(self, number: int, contact: bytes, at: int, sealed: bytes) -> bytes:
        """The record of a row; nothing where it cannot be opened, or its columns say something else."""
        try:
            record = self._unseal(number, sealed)
        except Unsealable:
            return b""
        evidence = decode(record, Evidence)
        return record if (self._key(evidence.contact), to_ms(evidence.at)) == (contact, at) else b""

    def _key(self, contact: Contact) -> bytes:
        return self.keyring.contact(contact)

    def _seal(self, number: int, record: bytes) -> bytes:
        return self.keyring.seal(record, table="consents", column="sealed", row=str(number))

    def _unseal(self, number: int, sealed: bytes) -> bytes:
        return self.keyring.open(sealed, table="consents", column="sealed", row=str(number))
