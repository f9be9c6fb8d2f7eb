"""A whole database moved into another one, row by row, and compared there. Never what stands in a row.

What is there already is compared and not written again: cut off at any moment, the copy begins anew and goes on. A row
that the other database has and this one has not, or has otherwise, ends it before anything is written: an older copy of
this database with some of its newer rows in it would be neither the one nor the other.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct

from storage.database import Database
from storage.errors import CopyRefused
from storage.keys.sealed_columns import SEALED_COLUMNS
from storage.place import DatabasePlace, ServerUrl
from storage.sealing import Keyring
from storage.sqlite.shape import TableShape, tables_of_release
from storage.transaction import Transaction, Write

BATCH = 500  # rows in one transaction

Row = tuple[Any, ...]


class Copied(Struct, frozen=True):
    """One table: its rows, and how many of them were written now; `unopened` have no key in the list."""

    table: str
    rows: int
    written: int
    unopened: int


class Destination(Struct, frozen=True):
    """What a kind of database needs where rows are moved into it: its columns of yes and no, and a word at the end."""

    flags: Callable[[Transaction], frozenset[tuple[str, str]]] = lambda tx: frozenset()
    finish: Callable[[Transaction], None] = lambda tx: None


def destination_at(place: DatabasePlace) -> Destination:
    if not isinstance(place, ServerUrl):
        return Destination()
    from storage.postgres.moving import flags_of, go_on_counting  # noqa: PLC0415 - its driver is heavy

    return Destination(flags_of, go_on_counting)


def _moved() -> Iterator[TableShape]:
    """Who leads is a matter of the database where they do."""
    yield from (table for table in tables_of_release() if table.name != "leases")


async def copy(source: Database, target: Database, keyring: Keyring, into: Destination) -> AsyncIterator[Copied]:
    """Table by table. Raises `CopyRefused` before anything is written; after storage's errors what is done stays."""
    flags = await target.read(into.flags)
    for table in _moved():
        await _Walk(source, target, keyring, table).refuse_others()
    for table in _moved():
        yield await _Walk(source, target, keyring, table, flags).go(writes=True)
    await target.run(into.finish)


async def compare(source: Database, target: Database, keyring: Keyring) -> AsyncIterator[Copied]:
    """The same without writing: every row of both is read, and what is sealed is opened in both."""
    for table in _moved():
        yield await _Walk(source, target, keyring, table).go(writes=False)


class _Walk:
    """Through one table in both, in the order of its key."""

    def __init__(
        self,
        source: Database,
        target: Database,
        keyring: Keyring,
        table: TableShape,
        flags: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self._source, self._target = source, target
        self._keyring = keyring
        self._table = table
        self._flags = [place for place, column in enumerate(table.columns) if (table.name, column) in flags]
        self._sealed = next((each for each in SEALED_COLUMNS if each.table == table.name), None)
        columns, marks = ", ".join(table.columns), ", ".join("?" * len(table.columns))
        self._add = Write(table.name, f"INSERT INTO {table.name} ({columns}) VALUES ({marks})")  # noqa: S608

    async def refuse_others(self) -> None:
        """Raises `CopyRefused` where the other one has a row that is not as it is here. What it lacks is no matter."""
        if await self._target.read(partial(self._read, after=None, until=None, most=1)):
            async for _ in self._batches():
                pass

    async def go(self, *, writes: bool) -> Copied:
        rows = written = unopened = 0
        async for batch, missing in self._batches():
            if missing and not writes:
                raise CopyRefused(f"{self._table.name}: {len(missing)} rows are not there")
            await self._target.run(partial(self._write, rows=missing))
            rows, written = rows + len(batch), written + len(missing)
            unopened += sum(not self._opens(row) for row in batch)
        return Copied(self._table.name, rows, written, unopened)

    async def _batches(self) -> AsyncIterator[tuple[list[Row], list[Row]]]:
        """All rows, some at a time, and those of them that the other one has not."""
        after: Row | None = None
        while True:
            batch = await self._source.read(partial(self._read, after=after, until=None, most=BATCH))
            last = self._key_of(batch[-1]) if len(batch) == BATCH else None
            there = await self._target.read(partial(self._read, after=after, until=last, most=2 * BATCH))
            yield batch, self._find_missing(batch, there)
            if last is None:
                return
            after = last

    def _read(self, tx: Transaction, after: Row | None, until: Row | None, most: int) -> list[Row]:
        key = ", ".join(self._table.key)
        marks = ", ".join("?" * len(self._table.key))
        bounds = [(">", after), ("<=", until)]
        scope = " AND ".join(f"({key}) {sign} ({marks})" for sign, bound in bounds if bound is not None) or "TRUE"
        query = f"SELECT {', '.join(self._table.columns)} FROM {self._table.name} WHERE {scope}"  # noqa: S608 - of ours
        values = [value for _, bound in bounds if bound is not None for value in bound]
        return list(map(tuple, tx.execute(f"{query} ORDER BY {key} LIMIT ?", (*values, most)).fetchall()))

    def _find_missing(self, rows: list[Row], there: list[Row]) -> list[Row]:
        found = {self._key_of(row): row for row in there}
        missing = [row for row in rows if self._key_of(row) not in found]
        same = [row for row in rows if self._key_of(row) in found and self._is_same(row, found[self._key_of(row)])]
        if len(same) + len(missing) < len(rows) or len(same) < len(there):
            raise CopyRefused(f"{self._table.name}: the other database holds other rows. Name an empty one")
        return missing

    def _is_same(self, row: Row, other: Row) -> bool:
        return row == other and self._open(row) == self._open(other)

    def _write(self, tx: Transaction, rows: list[Row]) -> None:
        for row in rows:
            values = list(row)
            for place in self._flags:
                values[place] = bool(values[place])
            tx.put(self._add, values)

    def _opens(self, row: Row) -> bool:
        return self._sealed is None or row[self._place("sealed")] is None or self._open(row) is not None

    def _open(self, row: Row) -> bytes | None:
        """What is sealed in it; None where nothing is, or no key opens it."""
        if self._sealed is None or row[self._place("sealed")] is None:
            return None
        return self._sealed.place.open(self._keyring, row[self._place(self._sealed.key)], row[self._place("sealed")])

    def _key_of(self, row: Row) -> Row:
        return tuple(row[self._place(column)] for column in self._table.key)

    def _place(self, column: str) -> int:
        return self._table.columns.index(column)
