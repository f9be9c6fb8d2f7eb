"""Sealed columns: what stands in one, written and read again. Never the keys, nor how sealing is done.

What cannot be opened, or is in no shape that this release knows, is as none: another release wrote it, its key is
gone, or somebody moved or altered it. Whoever it is of starts again.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from storage.codec import UnreadableRow, decode, encode
from storage.errors import Unsealable
from storage.sealing import Keyring

T = TypeVar("T")
K = TypeVar("K", str, bytes, int)
RowKey = str | bytes | int  # a row's own key; a number is sealed for as its decimal digits


class SealedBytes(Struct, frozen=True):
    """A column of bytes. `table` and `column` are sealed along: a promise, also where the table was renamed since."""

    table: str
    column: str = "sealed"

    def seal(self, keyring: Keyring, row: RowKey, content: bytes) -> bytes:
        return keyring.seal(content, table=self.table, column=self.column, row=_text(row))

    def seal_by(self, keyring: Keyring, key_id: bytes, row: RowKey, content: bytes) -> bytes:
        """By a certain key, which need not be the newest."""
        return keyring.sealed_by(key_id, content, table=self.table, column=self.column, row=_text(row))

    def open(self, keyring: Keyring, row: RowKey, sealed: bytes) -> bytes | None:
        try:
            return keyring.open(sealed, table=self.table, column=self.column, row=_text(row))
        except Unsealable:
            return None


class Sealed(Struct, Generic[T], frozen=True):
    """A column of values of one type."""

    place: SealedBytes
    kind: type[T]

    def seal(self, keyring: Keyring, row: RowKey, value: T) -> bytes:
        return self.place.seal(keyring, row, encode(value, self.kind))

    def open(self, keyring: Keyring, row: RowKey, sealed: bytes) -> T | None:
        content = self.place.open(keyring, row, sealed)
        try:
            return None if content is None else decode(content, self.kind)
        except UnreadableRow:
            return None

    def open_some(
        self, keyring: Keyring, rows: Iterable[tuple[K, bytes]], most: int | None = None
    ) -> tuple[list[T], list[K]]:
        """At most so many values, and the rows that were passed and are of no shape that this release knows.

        A row whose seal does not open is in neither list: it is to stay as it is, and to take no other's place.
        """
        values, unreadable = list[T](), list[K]()
        for row, sealed in rows:
            content = self.place.open(keyring, row, sealed)
            try:
                values += [] if content is None else [decode(content, self.kind)]
            except UnreadableRow:
                unreadable.append(row)
            if len(values) == most:
                break
        return values, unreadable


def sealed(table: str, kind: type[T]) -> Sealed[T]:
    """The column `sealed` of a table, as it was called when the first row was written."""
    return Sealed(SealedBytes(table), kind)


def _text(row: RowKey) -> str | bytes:
    return str(row) if isinstance(row, int) else row
