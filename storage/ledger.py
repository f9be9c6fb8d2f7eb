"""Hash chains: append-only tables, each row of which closes over the one before. Never what is evidence of what."""

from collections.abc import Generator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from conversations.consent import chain
from conversations.contact import Contact
from storage.codec import UnreadableRow, encode, from_ms, to_ms
from storage.ledger_head import Break, Head, Wrong
from storage.lookup import of_contact, of_evidence
from storage.sealed import Sealed, SealedBytes
from storage.sealing import Keyring
from storage.transaction import OneMore, RowSet, Transaction, Wanted, Write


class Entry(Protocol):
    """What every entry says: of whom it is."""

    @property
    def contact(self) -> Contact: ...


T = TypeVar("T", bound=Entry)


class Period(Struct, frozen=True):
    """From a moment on and before another; None where that side is open."""

    since: datetime | None = None
    until: datetime | None = None


ALWAYS = Period()
PAGE = 500  # rows that are in memory at once
_LARGEST = 2**63 - 1

_RAISE = Write(
    "ledgers",
    "INSERT INTO ledgers (name, highest) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET highest = excluded.highest",
)


class Ledger(Struct, Generic[T], frozen=True):
    """Appends to and checks the chain of one table within a transaction that the caller holds.

    `table` is a name from our own migrations, with the columns id, contact, at, sealed and link.
    """

    keyring: Keyring
    table: str
    kind: type[T]

    def append(self, tx: Transaction, contact: Contact, entry: T, now: datetime) -> None:
        newest = self._newest(tx)
        number = self._highest(tx) + 1  # one more than was ever given, also when the last rows are gone
        record = encode(entry, self.kind)
        sealed = self._place.seal(self.keyring, number, record)
        key, at = self._key(contact), to_ms(now)
        link = self._link(newest[1] if newest else b"", key, at, record)
        tx.put(_RAISE, (self.table, number), (_end_of(self.table), (self.table,), ((self.table, number, link),)))
        tx.put(
            _append_to(self.table),
            (number, key, at, sealed, link),
            (_of_contact(self.table), (key,), OneMore((key, number, sealed))),
        )

    def wanted_end(self) -> Wanted:
        """What `append` and `head` ask for."""
        return _end_of(self.table), (self.table,)

    def wanted(self, contact: Contact) -> Wanted:
        """What `readable_under` asks for, of a contact."""
        return _of_contact(self.table), (self._key(contact),)

    def written_at(self, tx: Transaction) -> datetime | None:
        """When its newest row was written, by the clock of then; None where there is none."""
        row = tx.execute(f"SELECT at FROM {self.table} ORDER BY id DESC LIMIT 1").fetchone()  # noqa: S608 - names of ours
        return from_ms(row[0]) if row else None

    def of(self, tx: Transaction, contact: Contact) -> list[T]:
        """Everything that is on record of a contact, oldest first. Raises `UnreadableRow`: no evidence is left out.

        Nor is anybody else's put in: a row that another contact's entry is sealed in was moved there.
        """
        entries, unreadable = self.readable_under(tx, self._key(contact))
        if unreadable:
            raise UnreadableRow(f"{self.table}: {unreadable} rows of one contact")
        return entries

    def readable_under(self, tx: Transaction, key: bytes) -> tuple[list[T], int]:
        """What of it can be read, oldest first, under a contact's look-up value, and how many entries cannot."""
        rows = tx.find(_of_contact(self.table), key)
        entries = [self._open(number, key, sealed) for _, number, sealed in rows]
        readable = [entry for entry in entries if entry is not None]
        return readable, len(entries) - len(readable)

    def entries(
        self, tx: Transaction, contact: Contact | None = None, period: Period = ALWAYS
    ) -> Generator[tuple[int, T | None]]:
        """The entries with their numbers, newest first, as they are asked for; None for one that cannot be read."""
        for row in self._walk(tx, "id, contact, sealed", *self._scope(contact, period), newest_first=True):
            yield row[0], self._open(*row)

    def head(self, tx: Transaction) -> Head:
        """The newest row's: whoever keeps it can tell later whether that row is still there as it was."""
        newest = self._newest(tx)
        return Head.of(*newest) if newest else Head()

    def holds(self, tx: Transaction, head: Head) -> bool:
        """Whether the row of a head that was kept is there, and closes over the same rows as it did then."""
        row = tx.execute(f"SELECT id, link FROM {self.table} WHERE id = ?", (head.number,)).fetchone()  # noqa: S608
        return head == Head() or (row is not None and Head.of(*row) == head)

    def first_break(self, tx: Transaction) -> Break | None:
        """The first row that was changed, moved or taken out; None when all is well.

        The highest number ever given is noted beside them, so the last rows cannot be taken out unseen either. What
        was brought back whole to what it was before is sound in itself: only a `head` that was kept elsewhere tells.
        """
        link, last = b"", 0
        rows = self._walk(tx, "id, contact, at, sealed, link")
        for last, (number, key, at, sealed, stored) in enumerate(rows, start=1):
            link = self._link(link, key, at, self._record(number, sealed))
            if number != last:
                return Break(last, Wrong.MISSING)
            if link != stored:
                return Break(last, Wrong.ALTERED)
        highest = self._highest(tx)
        if last > highest:
            return Break(highest + 1, Wrong.UNCOUNTED)
        return Break(last + 1, Wrong.CUT_OFF) if last < highest else None

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of that row."""
        found = self.first_break(tx)
        return found.row if found else None

    def _open(self, number: int, key: bytes, sealed: bytes) -> T | None:
        """Nothing for a row whose contact is not the one that is sealed in it."""
        entry = Sealed(self._place, self.kind).open(self.keyring, number, sealed)
        if entry is None or self._key(entry.contact) == key:
            return entry
        self.keyring.note_unopened(self.table, str(number))
        return None

    def _walk(
        self,
        tx: Transaction,
        columns: str,
        scope: str = "TRUE",
        values: Sequence[bytes | int] = (),
        *,
        newest_first: bool = False,
    ) -> Generator[tuple[Any, ...]]:
        """Rows in the order of their numbers, which stand first, page by page: a server gives all it is asked for."""
        sign, order, edge = ("<", "DESC", _LARGEST) if newest_first else (">", "ASC", -_LARGEST)
        query = f"SELECT {columns} FROM {self.table} WHERE {scope} AND id {sign} ? ORDER BY id {order} LIMIT ?"  # noqa: S608
        full = True
        while full:
            page = tx.execute(query, (*values, edge, PAGE)).fetchall()
            yield from page
            full, edge = len(page) == PAGE, page[-1][0] if page else edge

    def _scope(self, contact: Contact | None, period: Period) -> tuple[str, list[bytes | int]]:
        wanted: list[tuple[str, bytes | int | None]] = [
            ("contact = ?", self._key(contact) if contact else None),
            ("at >= ?", to_ms(period.since) if period.since else None),
            ("at < ?", to_ms(period.until) if period.until else None),
        ]
        asked = [(text, value) for text, value in wanted if value is not None]
        return " AND ".join(text for text, _ in asked) or "TRUE", [value for _, value in asked]

    def _highest(self, tx: Transaction) -> int:
        rows = tx.find(_end_of(self.table), self.table)
        return int(rows[0][1]) if rows else 0

    def _newest(self, tx: Transaction) -> tuple[int, bytes] | None:
        """The number and the link of the last row that is there: the one of the highest number, or rows are gone."""
        rows = tx.find(_end_of(self.table), self.table)
        if rows and rows[0][2] is not None:
            return rows[0][1:]
        query = f"SELECT id, link FROM {self.table} ORDER BY id DESC LIMIT 1"  # noqa: S608 - a table of ours
        newest: tuple[int, bytes] | None = tx.execute(query).fetchone()
        return newest

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


@cache
def _end_of(table: str) -> RowSet:
    """The highest number, and the link of its row where that is there: both change together, or not at all."""
    return RowSet("ledgers", ("name",), ("highest", f"(SELECT link FROM {table} WHERE id = highest)"))  # noqa: S608


@cache
def _of_contact(table: str) -> RowSet:
    return RowSet(table, ("contact",), ("id", "sealed"), order="id")


@cache
def _append_to(table: str) -> Write:
    return Write(table, f"INSERT INTO {table} (id, contact, at, sealed, link) VALUES (?, ?, ?, ?, ?)")  # noqa: S608


def _whole(key: bytes, at: int, record: bytes) -> bytes:
    """All of a row that its link closes over, its columns as the database gives them."""
    return repr((key, at)).encode() + record
