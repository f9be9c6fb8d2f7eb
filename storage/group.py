"""The transaction that a group of jobs shares: rows are read for all of them at once, and what is put waits for more.

A job that fails leaves nothing: what it put is not written, and what it wrote by statements is undone (a mark, which
is made only for a part that writes so). What waits is written before a statement reads or changes its table, and
before the group is committed. Never the queue in which the jobs wait, nor which database it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Protocol

from storage.errors import StorageError, WritesRefused
from storage.transaction import Found, Key, Known, OneLess, OneMore, Rows, RowSet, Wanted, Write, by_key

_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", re.IGNORECASE)

Batch = tuple[Write, list[Sequence[Any]]]
Selected = Iterable[tuple[RowSet, Iterable[tuple[Any, ...]]]]
_Unseen = tuple[RowSet, Key | None] | None  # what a write that waits leaves unknown: of a key, of all, of the table


class Statements(Protocol):
    """What a database does for a group, each at once or with what is asked of it next."""

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        """As `Transaction` says."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """As `Transaction` says."""

    def has_table(self, name: str) -> bool:
        """As `Transaction` says."""

    def next_number(self, table: str) -> int:
        """As `Transaction` says."""

    def select(self, wanted: Mapping[RowSet, Collection[Key]]) -> Selected:
        """The rows of all those keys; each begins with its own."""

    def write(self, batches: Iterable[Batch]) -> None:
        """All of them in their order."""

    def begin_part(self) -> None:
        """From now on it can be undone alone."""

    def end_part(self) -> None:
        """It stays."""

    def undo_part(self) -> None:
        """It never was. Raises `WritesRefused` where that cannot be done without undoing all."""

    def judge(self, error: BaseException) -> StorageError | None:
        """What an error is where it concerns every piece of work that shares the transaction; None for one's own."""


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


class Group:
    """`wanted` are the rows that the jobs are expected to ask for."""

    __slots__ = ("_found", "_parts", "_unseen", "_wanted", "has_table", "next_number", "statements")

    def __init__(self, statements: Statements, wanted: Iterable[Wanted] = ()) -> None:
        self.statements = statements
        self.has_table, self.next_number = statements.has_table, statements.next_number
        self._wanted: dict[RowSet, set[Key]] = {}
        self.want(wanted)
        self._found: dict[RowSet, dict[Key, Found]] = {}
        self._unseen: dict[str, set[_Unseen]] = {}  # by table
        self._parts = [Part()]  # the first is the group itself

    def read_wanted(self) -> None:
        """All of it at once, where a database answers many questions as fast as one."""
        wanted, self._wanted = self._wanted, {}
        self._fetch({rows: keys - self._found.get(rows, {}).keys() for rows, keys in wanted.items()})

    def want(self, wanted: Iterable[Wanted]) -> None:
        for rows, key in wanted:
            self._wanted.setdefault(rows, set()).add(key)

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        self._prepare(statement)
        return self.statements.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        if given := list(rows):  # for none, nothing that is known is forgotten
            self._prepare(statement)
            self.statements.executemany(statement, given)

    def find(self, rows: RowSet, *key: Any) -> Found:
        found = self._found.setdefault(rows, {})
        if key not in found:
            self._find_out(rows, [key])
        return found[key]

    def find_each(self, rows: RowSet, keys: Collection[Key]) -> list[Found]:
        found = self._found.setdefault(rows, {})
        if missing := [key for key in keys if key not in found]:
            self._find_out(rows, missing)
        return [found[key] for key in keys]

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        self._parts[-1].add(write, [values])
        if not known:  # the turns to come ask for it all the same
            self._unseen.setdefault(write.table, set()).add(None)
            for forgotten, keys in self._forget((write.table,)):
                self._wanted.setdefault(forgotten, set()).update(keys)
        for rows, key, found in known:
            if key is None:
                self._unseen.setdefault(rows.table, set()).add((rows, None))
                self._wanted.setdefault(rows, set()).update(self._found.pop(rows, ()))
            else:
                self._know(rows, key, found)

    @contextmanager
    def part(self) -> Iterator[None]:
        part = Part()
        self._parts.append(part)
        try:
            yield
        except Exception as error:
            if whole := self.statements.judge(error):
                raise whole from error
            self._undo(part)
            raise
        if part.marked:
            self.statements.end_part()
        self._parts.pop()
        self._parts[-1].join(part)

    def write_out(self) -> None:
        """Everything that waits."""
        self._write_out(None)

    def _undo(self, part: Part) -> None:
        self._parts.pop()
        if part.marked:
            self.statements.undo_part()
            self._found.clear()  # what was read since, and then was known, may be undone with it
        else:
            for rows, key, found in reversed(part.before):
                self._set(rows, key, found)

    def _know(self, rows: RowSet, key: Key, found: Found | OneMore | OneLess | None) -> None:
        known = self._found.setdefault(rows, {})
        before = known.get(key)
        self._parts[-1].before.append((rows, key, before))
        if isinstance(found, tuple):
            known[key] = found
        elif before is None or found is None:
            self._set(rows, key, None)
        elif isinstance(found, OneMore):
            known[key] = (*before, found.row)
        else:
            known[key] = tuple(row for row in before if row[-1] != found.last)

    def _set(self, rows: RowSet, key: Key, found: Found | None) -> None:
        known = self._found.setdefault(rows, {})
        if found is None:
            known.pop(key, None)
            self._unseen.setdefault(rows.table, set()).add((rows, key))
        else:
            known[key] = found

    def _find_out(self, rows: RowSet, keys: Collection[Key]) -> None:
        """With all that is expected to be asked for; what waits is written before only where it tells something new."""
        found = self._found[rows]
        wanted = {key for key in self._wanted.pop(rows, ()) if key not in found}.union(keys)
        unseen = self._unseen.get(rows.table)
        if unseen and (None in unseen or (rows, None) in unseen or any((rows, key) in unseen for key in wanted)):
            self._write_out((rows.table,))
        self._fetch({rows: wanted})

    def _forget(self, tables: Iterable[str]) -> list[tuple[RowSet, list[Key]]]:
        """Which rows were known."""
        return [(rows, list(self._found.pop(rows))) for rows in list(self._found) if rows.table in tables]

    def _fetch(self, wanted: Mapping[RowSet, Collection[Key]]) -> None:
        for rows, selected in self.statements.select(wanted):
            self._found.setdefault(rows, {}).update(by_key(rows, wanted[rows], selected))

    def _prepare(self, statement: str) -> None:
        """A statement sees all that was put, and what it changes is not known any more."""
        tables: Collection[str] | None = _tables_in(statement)
        if not statement.startswith("SELECT"):
            self._mark_parts(len(self._parts) - 1)
            tables = tables or None
            self._forget(tables or [rows.table for rows in self._found])
        self._write_out(tables)

    def _write_out(self, tables: Iterable[str] | None) -> None:
        """What was put within a part is undone with it, and so is written behind its mark."""
        for table in list(self._unseen) if tables is None else tables:
            self._unseen.pop(table, None)
        for depth, part in enumerate(self._parts):
            if part.waiting and (batches := part.take(tables)):
                self._mark_parts(depth)
                self._write(batches)

    def _mark_parts(self, depth: int) -> None:
        """From now on all parts up to this one can be undone alone. What waits outside of one is written before it."""
        for inner in range(1, depth + 1):
            if not self._parts[inner].marked:
                self._write(self._parts[inner - 1].take(None))
                self.statements.begin_part()
                self._parts[inner].marked = True

    def _write(self, batches: list[Batch]) -> None:
        """Raises `WritesRefused` for what is wrong with one of them, for nobody knows whose it is."""
        try:
            self.statements.write(batches)
        except Exception as error:
            if whole := self.statements.judge(error):
                raise whole from error
            raise WritesRefused(type(error).__name__) from error


@lru_cache(maxsize=1024)
def _tables_in(statement: str) -> frozenset[str]:
    return frozenset(_TABLE.findall(statement))
