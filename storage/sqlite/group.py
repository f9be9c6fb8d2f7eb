"""The transaction that a group of jobs shares: rows are read for all of them at once, and what is put waits for more.

A job that fails leaves nothing: what it put is not written, and what it wrote by statements is undone (a SAVEPOINT,
which is made only for a part that writes so). What waits is written before a statement reads or changes its table, and
before the group is committed. Never the queue in which the jobs wait.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from storage.errors import WritesRefused
from storage.sqlite.failures import is_of_the_disk, storage_error
from storage.sqlite.transaction import Numbers, SqliteTransaction, selection
from storage.transaction import Found, Key, Known, OneMore, Rows, RowSet, Wanted, Write

_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", re.IGNORECASE)
_SIZES = (1, 4, 16, 64)  # of keys in one statement: each is prepared once

Batch = tuple[Write, list[Sequence[Any]]]


class Part:
    """What one job, or a part of it, has put so far, and how its rows were known before."""

    __slots__ = ("before", "marked", "waiting")

    def __init__(self) -> None:
        self.waiting: dict[str, list[Batch]] = {}  # by table: on one table the order stays, and tables know no other
        self.before: list[tuple[RowSet, Key, Found | None]] = []
        self.marked = False  # whether it has its SAVEPOINT

    def add(self, write: Write, rows: list[Sequence[Any]]) -> None:
        batches = self.waiting.setdefault(write.table, [])
        if batches and batches[-1][0] is write:
            batches[-1][1].extend(rows)
        else:
            batches.append((write, rows))

    def take(self, tables: Iterable[str] | None) -> list[Batch]:
        """What waits for these tables, or for all, and does so no more."""
        names = list(self.waiting) if tables is None else [name for name in tables if name in self.waiting]
        return [batch for name in names for batch in self.waiting.pop(name)]

    def join(self, part: "Part") -> None:
        """A part of this one has ended well."""
        for batches in part.waiting.values():
            for write, rows in batches:
                self.add(write, rows)
        self.before += part.before


class SqliteGroup(SqliteTransaction):
    """`wanted` are the rows that the jobs are expected to ask for."""

    __slots__ = ("_found", "_parts", "_wanted")

    def __init__(self, connection: sqlite3.Connection, numbers: Numbers, wanted: Iterable[Wanted] = ()) -> None:
        super().__init__(connection, numbers)
        self._wanted: dict[RowSet, set[Key]] = {}
        for rows, key in wanted:
            self._wanted.setdefault(rows, set()).add(key)
        self._found: dict[RowSet, dict[Key, Found]] = {}
        self._parts = [Part()]  # the first is the group itself

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        self._prepare(statement)
        return self._connection.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        self._prepare(statement)
        self._connection.executemany(statement, rows)

    def find(self, rows: RowSet, *key: Any) -> Found:
        found = self._found.setdefault(rows, {})
        if key not in found:
            self._write_out((rows.table,))
            wanted = self._wanted.pop(rows, set()) | {key}
            self._fetch(rows, [each for each in wanted if each not in found], found)
        return found[key]

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        self._parts[-1].add(write, [values])
        if not known:  # such as of messages that were sent: the turns to come ask for what waits all the same
            for forgotten, keys in self._forget((write.table,)):
                self._wanted.setdefault(forgotten, set()).update(keys)
        for rows, key, found in known:
            self._know(rows, key, found)

    @contextmanager
    def part(self) -> Iterator[None]:
        part = Part()
        self._parts.append(part)
        try:
            yield
        except Exception as error:
            if is_of_the_disk(error):
                raise storage_error(error) from error
            self._undo(part)
            raise
        if part.marked:
            self._mark("RELEASE part")
        self._parts.pop()
        self._parts[-1].join(part)

    def write_out(self) -> None:
        """Everything that waits."""
        self._write_out(None)

    def _undo(self, part: Part) -> None:
        self._parts.pop()
        if part.marked:
            self._mark("ROLLBACK TO part")
            self._mark("RELEASE part")
            self._found.clear()  # what was read since, and then was known, may be undone with it
        else:
            for rows, key, found in reversed(part.before):
                self._set(rows, key, found)

    def _know(self, rows: RowSet, key: Key, found: Found | OneMore | None) -> None:
        before = self._found.get(rows, {}).get(key)
        self._parts[-1].before.append((rows, key, before))
        if isinstance(found, OneMore):
            found = None if before is None else (*before, found.row)
        self._set(rows, key, found)

    def _set(self, rows: RowSet, key: Key, found: Found | None) -> None:
        known = self._found.setdefault(rows, {})
        if found is None:
            known.pop(key, None)
        else:
            known[key] = found

    def _forget(self, tables: Iterable[str]) -> list[tuple[RowSet, list[Key]]]:
        """Which rows were known."""
        return [(rows, list(self._found.pop(rows))) for rows in list(self._found) if rows.table in tables]

    def _fetch(self, rows: RowSet, keys: list[Key], found: dict[Key, Found]) -> None:
        width, most = len(rows.by), _SIZES[-1]
        for start in range(0, len(keys), most):
            some = keys[start : start + most]
            size = next(each for each in _SIZES if each >= len(some))
            padded = some + [(None,) * width] * (size - len(some))
            by_key: dict[Key, list[tuple[Any, ...]]] = {key: [] for key in some}
            for row in self._connection.execute(selection(rows, size), [value for key in padded for value in key]):
                by_key[row[:width]].append(row)
            found.update((key, tuple(each)) for key, each in by_key.items())

    def _prepare(self, statement: str) -> None:
        """A statement sees all that was put, and what it changes is not known any more."""
        tables = _tables_in(statement)
        if not statement.startswith("SELECT"):
            self._mark_parts(len(self._parts) - 1)
            self._forget(tables or [rows.table for rows in self._found])
        self._write_out(tables)

    def _write_out(self, tables: Iterable[str] | None) -> None:
        """What was put within a part is undone with it, and so is written behind its mark."""
        for depth, part in enumerate(self._parts):
            if part.waiting and (batches := part.take(tables)):
                self._mark_parts(depth)
                self._write(batches)

    def _mark_parts(self, depth: int) -> None:
        """From now on all parts up to this one can be undone alone. What waits outside of one is written before it."""
        for inner in range(1, depth + 1):
            if not self._parts[inner].marked:
                self._write(self._parts[inner - 1].take(None))
                self._mark("SAVEPOINT part")
                self._parts[inner].marked = True

    def _write(self, batches: list[Batch]) -> None:
        """Raises `WritesRefused` for what is wrong with one of them, for nobody knows whose it is."""
        try:
            for write, rows in batches:
                self._connection.executemany(write.statement, rows)
        except Exception as error:
            if is_of_the_disk(error):
                raise storage_error(error) from error
            raise WritesRefused(type(error).__name__) from error


@lru_cache(maxsize=1024)
def _tables_in(statement: str) -> frozenset[str]:
    return frozenset(_TABLE.findall(statement))
