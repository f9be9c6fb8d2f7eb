"""The transaction that a group of jobs shares: rows are read for all of them at once, and what is put waits for more.

What holds, whatever the jobs do, and in whichever order:

- What is known of a row is as it will be when all that waits is written (`known_rows`).
- A statement meets all that was put on the tables that it names; the commit, all that was put.
- A part has a mark (a SAVEPOINT) from when something of it is written. Of one that has none everything still waits:
  it is undone by being dropped, and what was known before it is put back.
- When a part gets its mark, nothing outside of it waits any more: it is undone by the database, whose rows are then all
  there is to know. So the parts around it have theirs.

Never the queue in which the jobs wait, nor which database it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from storage.errors import WritesRefused
from storage.known_rows import KnownRows
from storage.statements import Batch, Statements
from storage.transaction import Found, Key, Known, Rows, RowSet, Wanted, Write, by_key

_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", re.IGNORECASE)


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

    __slots__ = ("_known", "_parts", "has_table", "next_number", "statements", "want")

    def __init__(self, statements: Statements, wanted: Iterable[Wanted] = ()) -> None:
        self.statements = statements
        self.has_table, self.next_number = statements.has_table, statements.next_number
        self._known = KnownRows()
        self._parts = [Part()]  # the first is the group itself
        self.want = self._known.expect
        self.want(wanted)

    def read_wanted(self) -> None:
        """All of it at once, where a database answers many questions as fast as one; before anything is put."""
        self._fetch(self._known.take_all_expected())

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        self._prepare(statement)
        return self.statements.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        if given := list(rows):  # for none, nothing that is known is forgotten
            self._prepare(statement)
            self.statements.executemany(statement, given)

    def find(self, rows: RowSet, *key: Any) -> Found:
        known = self._known.found[rows]
        if key not in known:
            self._read(rows, [key])
        return known[key]

    def find_each(self, rows: RowSet, keys: Collection[Key]) -> list[Found]:
        known = self._known.found[rows]
        if missing := [key for key in keys if key not in known]:
            self._read(rows, missing)
        return [known[key] for key in keys]

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        part = self._parts[-1]
        part.add(write, [values])
        if not known:
            self._known.change_table(write.table)
        for rows, key, told in known:
            if key is None:
                self._known.change_all(rows)
            else:
                part.before.append((rows, key, self._known.change(rows, key, told)))

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
            self._known.forget(None)
        else:
            for rows, key, before in reversed(part.before):
                self._known.put_back(rows, key, before)

    def _read(self, rows: RowSet, keys: Collection[Key]) -> None:
        """With all that is expected to be asked for of the same; what waits is written before only where it matters."""
        wanted = self._known.take_expected(rows).union(keys)
        if self._known.is_behind(rows, wanted):
            self._write_out((rows.table,))
        self._fetch({rows: wanted})

    def _fetch(self, wanted: Mapping[RowSet, Collection[Key]]) -> None:
        for rows, selected in self.statements.select(wanted):
            self._known.learn(rows, by_key(rows, wanted[rows], selected))

    def _prepare(self, statement: str) -> None:
        """A statement sees all that was put, and what it changes is not known any more."""
        tables: Collection[str] | None = _tables_in(statement)
        if not statement.startswith("SELECT"):
            self._mark_parts(len(self._parts) - 1)
            tables = tables or None
            self._known.forget(tables)
        self._write_out(tables)

    def _write_out(self, tables: Iterable[str] | None) -> None:
        """What was put within a part is undone with it, and so is written behind its mark."""
        self._known.catch_up(tables)
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
