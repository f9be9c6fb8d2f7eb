"""Hash chains: append-only tables, each row of which closes over the one before. Never what is evidence of what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from conversations.consent import chain
from conversations.contact import Contact
from storage.codec import decode, encode, to_ms
from storage.lookup import of_contact, of_evidence
from storage.sealed import Sealed, SealedBytes
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
        query = f"SELECT link FROM {self.table} ORDER BY id DESC LIMIT 1"  # noqa: S608 - a table of ours
        (last,) = tx.execute(query).fetchone() or (b"",)
        number = self._next_number(tx)
        record = encode(entry, self.kind)
        sealed = self._place.seal(self.keyring, number, record)
        key, at = self._key(contact), to_ms(now)
        tx.execute(
            f"INSERT INTO {self.table} (id, contact, at, sealed, link) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (number, key, at, sealed, self._link(last, key, at, record)),
        )

    def of(self, tx: Transaction, contact: Contact) -> list[T]:
        """Everything that is on record of a contact, oldest first. Raises `UnreadableRow`: no evidence is left out."""
        query = f"SELECT id, sealed FROM {self.table} WHERE contact = ? ORDER BY id"  # noqa: S608
        rows = tx.execute(query, (self._key(contact),)).fetchall()
        return [decode(self._record(number, sealed), self.kind) for number, sealed in rows]

    def readable_of(self, tx: Transaction, contact: Contact) -> tuple[list[T], int]:
        """What of it can be read, oldest first, and how many entries cannot."""
        query = f"SELECT id, sealed FROM {self.table} WHERE contact = ? ORDER BY id"  # noqa: S608
        column = Sealed(self._place, self.kind)
        rows = tx.execute(query, (self._key(contact),)).fetchall()
        entries = [column.open(self.keyring, number, sealed) for number, sealed in rows]
        readable = [entry for entry in entries if entry is not None]
        return readable, len(entries) - len(readable)

    def latest(self, tx: Transaction, limit: int) -> list[tuple[int, T | None]]:
        """The newest entries with their numbers, newest first; None for one that cannot be read."""
        query = f"SELECT id, sealed FROM {self.table} ORDER BY id DESC LIMIT ?"  # noqa: S608
        column = Sealed(self._place, self.kind)
        return [(number, column.open(self.keyring, number, sealed)) for number, sealed in tx.execute(query, (limit,))]

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well.

        The highest number ever given is noted beside them, so the last rows cannot be taken out unseen either.
        """
        link, last = b"", 0
        query = f"SELECT id, contact, at, sealed, link FROM {self.table} ORDER BY id"  # noqa: S608
        for last, (number, key, at, sealed, stored) in enumerate(tx.execute(query), start=1):
            link = self._link(link, key, at, self._record(number, sealed))
            if link != stored or number != last:
                return last
        (highest,) = tx.execute("SELECT highest FROM ledgers WHERE name = ?", (self.table,)).fetchone() or (0,)
        return last + 1 if last < highest else None

    def _next_number(self, tx: Transaction) -> int:
        """One more than was ever given, also when the last rows are gone."""
        query = (
            "INSERT INTO ledgers (name, highest) VALUES (?, 1)"
            " ON CONFLICT (name) DO UPDATE SET highest = ledgers.highest + 1 RETURNING highest"
        )
        (number,) = tx.execute(query, (self.table,)).fetchone()
        return int(number)

    def _link(self, previous: bytes, key: bytes, at: int, record: bytes) -> bytes:
        return of_evidence(self.keyring, chain(previous, _whole(key, at, record)))

    def _key(self, contact: Contact) -> bytes:
        return of_contact(self.keyring, contact)

    @property
    def _place(self) -> SealedBytes:
        return SealedBytes(self.table)

    def _record(self, number: int, sealed: bytes) -> bytes:
        """Nothing for what cannot be opened: no record is empty, so nothing is what no link closes over."""
        return self._place.open(self.keyring, number, sealed) or b""


def _whole(key: bytes, at: int, record: bytes) -> bytes:
    """All of a row that its link closes over, its columns as the database gives them."""
    return repr((key, at)).encode() + record
