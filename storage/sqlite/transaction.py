"""A transaction of SQLite's, each of its statements done at once. Never which work shares it."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from storage.errors import StorageError
from storage.sqlite.failures import is_of_the_disk, storage_error
from storage.statements import Batch, Selected
from storage.transaction import Found, Key, Known, Rows, RowSet, Write, by_key

_SIZES = (1, 4, 8, 16, 64)  # of keys in one statement: each is prepared once


class Numbers:
    """The number that was given last in each table whose rows are numbered. One connection alone gives them."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def give(self, connection: sqlite3.Connection, table: str) -> int:
        """Those of rows that are gone are not given again: SQLite keeps the highest (sqlite.org/autoinc.html)."""
        if table not in self._last:
            row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
            self._last[table] = row[0] if row else 0
        self._last[table] += 1
        return self._last[table]


class SqliteTransaction:
    """Statements on a connection that has begun, or that commits each by itself."""

    __slots__ = ("_connection", "_numbers")

    def __init__(self, connection: sqlite3.Connection, numbers: Numbers | None = None) -> None:
        self._connection = connection
        self._numbers = numbers or Numbers()

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        return self._connection.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        self._connection.executemany(statement, rows)

    def find(self, rows: RowSet, *key: Any) -> Found:
        return tuple(self._connection.execute(selection(rows, 1), _values(rows, key)))

    def find_each(self, rows: RowSet, keys: Collection[Key]) -> list[Found]:
        ((_, selected),) = self.select({rows: keys})
        found = by_key(rows, keys, selected)
        return [found[key] for key in keys]

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        self._connection.execute(write.statement, values)

    def next_number(self, table: str) -> int:
        return self._numbers.give(self._connection, table)

    def has_table(self, name: str) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        return self._connection.execute(query, (name,)).fetchone() is not None

    @contextmanager
    def part(self) -> Iterator[None]:
        self.begin_part()
        try:
            yield
        except Exception as error:
            if whole := self.judge(error):
                raise whole from error
            self.undo_part()
            raise
        self.end_part()

    # For a group

    def select(self, wanted: Mapping[RowSet, Collection[Key]]) -> Selected:
        return [(rows, self._select(rows, list(keys))) for rows, keys in wanted.items()]

    def write(self, batches: Iterable[Batch]) -> None:
        for write, rows in batches:
            self._connection.executemany(write.statement, rows)

    def begin_part(self) -> None:
        self._mark("SAVEPOINT part")

    def end_part(self) -> None:
        self._mark("RELEASE part")

    def undo_part(self) -> None:
        self._mark("ROLLBACK TO part")
        self._mark("RELEASE part")

    def judge(self, error: BaseException) -> StorageError | None:
        return storage_error(error) if is_of_the_disk(error) else None

    def _select(self, rows: RowSet, keys: list[Key]) -> Iterator[tuple[Any, ...]]:
        nothing, most = (None,) * rows.width, _SIZES[-1]
        for start in range(0, len(keys), most):
            some = keys[start : start + most]
            size = next(each for each in _SIZES if each >= len(some))
            padded = some + [nothing] * (size - len(some))
            values = [value for key in padded for value in _values(rows, key)]
            yield from self._connection.execute(selection(rows, size), values)

    def _mark(self, statement: str) -> None:
        """A part that cannot be begun or ended is nobody's own mistake: the transaction is not what it was."""
        try:
            self._connection.execute(statement)
        except sqlite3.Error as error:
            raise storage_error(error) from error


@cache
def selection(rows: RowSet, keys: int) -> str:
    """The statement that finds the rows of so many keys, of which those that are NULL have none.

    Key by key: for `IN` SQLite would read the whole table where a key has several columns.
    """
    if rows.most:
        return " UNION ALL ".join([_page_of(rows)] * keys)
    marks = ", ".join([f"({', '.join('?' * len(rows.by))})"] * keys)
    same = [f"{column} = column{place}" for place, column in enumerate(rows.by, start=1)]
    scope = " AND ".join([*same, rows.where] if rows.where else same)
    order = f" ORDER BY {rows.order}" if rows.order else ""
    columns = ", ".join((*rows.by, *rows.columns))
    return f"SELECT {columns} FROM (VALUES {marks}) CROSS JOIN {rows.table} WHERE {scope}{order}"  # noqa: S608 - of ours


def _page_of(rows: RowSet) -> str:
    """Of one key; how many rows are passed over is said twice (`_values`)."""
    scope = " AND ".join([f"{column} = ?" for column in rows.by] + ([rows.where] if rows.where else []))
    columns = ", ".join((*rows.by, "? AS passed", *rows.columns))
    page = f"ORDER BY {rows.order} LIMIT {rows.most} OFFSET coalesce(?, 0)"
    return f"SELECT * FROM (SELECT {columns} FROM {rows.table} WHERE {scope} {page})"  # noqa: S608 - of ours


def _values(rows: RowSet, key: Key) -> Key:
    """For the marks of a statement that finds its rows."""
    return (key[-1], *key) if rows.most else key
