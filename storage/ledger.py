"""Append-only tables, each row of which closes over the one before: the evidence that must not change unseen.

Never what is evidence of what.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from conversations.consent import chain
from conversations.contact import Contact
from storage.codec import decode, encode, to_ms
from storage.errors import Unsealable
from storage.sealing import Keyring
from storage.transaction import Transaction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ledger(Generic[T]):
    """Appends to and checks the chain of one table within a transaction that the caller holds.

    `table` is a name from our own migrations, with the columns id, contact, at, sealed and link.
    """

    keyring: Keyring
    table: str
    kind: type[T]

    def append(self, tx: Transaction, contact: Contact, entry: T, now: datetime) -> None:
        query = f"SELECT id, link FROM {self.table} ORDER BY id DESC LIMIT 1"  # noqa: S608 - a table of ours
        last = tx.execute(query).fetchone() or (0, b"")
        number = last[0] + 1
        record = encode(entry, self.kind)
        sealed = self.keyring.seal(record, table=self.table, column="sealed", row=str(number))
        key, at = self._key(contact), to_ms(now)
        tx.execute(
            f"INSERT INTO {self.table} (id, contact, at, sealed, link) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (number, key, at, sealed, self._link(last[1], key, at, record)),
        )

    def of(self, tx: Transaction, contact: Contact) -> list[T]:
        """Everything that is on record of a contact, oldest first."""
        query = f"SELECT id, sealed FROM {self.table} WHERE contact = ? ORDER BY id"  # noqa: S608
        rows = tx.execute(query, (self._key(contact),)).fetchall()
        return [decode(self._open(number, sealed), self.kind) for number, sealed in rows]

    def latest(self, tx: Transaction, limit: int) -> list[tuple[int, T | None]]:
        """The newest entries with their numbers, newest first; None for one that cannot be read."""
        query = f"SELECT id, sealed FROM {self.table} ORDER BY id DESC LIMIT ?"  # noqa: S608
        found = [(number, self._open_or_nothing(number, sealed)) for number, sealed in tx.execute(query, (limit,))]
        return [(number, decode(record, self.kind) if record else None) for number, record in found]

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well.

        SQLite notes the highest number ever given, so the last rows cannot be taken out unseen either.
        """
        link, last = b"", 0
        query = f"SELECT id, contact, at, sealed, link FROM {self.table} ORDER BY id"  # noqa: S608
        for last, (number, key, at, sealed, stored) in enumerate(tx.execute(query), start=1):
            link = self._link(link, key, at, self._open_or_nothing(number, sealed))
            if link != stored:
                return last
        highest = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?"
        return last + 1 if last < tx.execute(highest, (self.table,)).fetchone()[0] else None

    def _link(self, previous: bytes, key: bytes, at: int, record: bytes) -> bytes:
        """Keyed, so that nobody who holds the file can try out which record a link closes over."""
        return self.keyring.index(chain(previous, _whole(key, at, record)).hex(), "ledger")

    def _key(self, contact: Contact) -> bytes:
        return self.keyring.contact(contact)

    def _open(self, number: int, sealed: bytes) -> bytes:
        return self.keyring.open(sealed, table=self.table, column="sealed", row=str(number))

    def _open_or_nothing(self, number: int, sealed: bytes) -> bytes:
        """No record is empty, so nothing is what no link closes over."""
        try:
            return self._open(number, sealed)
        except Unsealable:
            return b""


def _whole(key: bytes, at: int, record: bytes) -> bytes:
    """All of a row that its link closes over, its columns as SQLite gives them."""
    return repr((key, at)).encode() + record
