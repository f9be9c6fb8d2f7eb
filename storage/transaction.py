"""One transaction of the database, as every table's functions take it. Never which database is behind it.

Statements are in the SQL that SQLite and PostgreSQL share, with `?` for each value and for nothing else:
`ON CONFLICT` and `RETURNING`, never `INSERT OR …`, `rowid`, `lastrowid`, numbered marks or literals of bytes.

What every turn reads and writes is asked for as sets: many pieces of work share a transaction, and a `RowSet` is read
for all of them with one statement, a `Write` done for all of them with one. Whatever a statement asks is answered as
if each had been done at once.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from msgspec import Struct

Key = tuple[Any, ...]
Found = tuple[tuple[Any, ...], ...]


class RowSet(Struct, frozen=True, eq=False):
    """The rows of a table that are found by the values of its columns `by`: a `Key`, which each row begins with.

    `where` is a condition that all of them fulfil, `order` that of the rows that have one key. With `most` no more of
    them than that: then a key ends with how many are passed over before.
    """

    table: str
    by: tuple[str, ...]
    columns: tuple[str, ...] = ()
    where: str = ""
    order: str = ""
    most: int = 0

    @property
    def width(self) -> int:
        """How many values a key has."""
        return len(self.by) + bool(self.most)


class Write(Struct, frozen=True, eq=False):
    """A statement for rows of one table that can wait until others like it are there: nobody needs what it gives back.

    It must not be able to fail for what stands in the table: all who share the transaction would have to begin anew.
    It looks into no other table: those are written at the same time.

    PostgreSQL's dialect makes one statement of many, and takes it apart by its words. So it is written thus, in
    capitals, with one blank between words and ", " between the names or values of a list:

    - `INSERT INTO table (columns) VALUES (a value for each)`, and at most ` ON CONFLICT (columns) DO …` behind it;
      its values are question marks, in the order of the columns, and what stands behind it has none;
    - `UPDATE table SET … WHERE …` or `DELETE FROM table WHERE …`, with ` WHERE ` before the first other one, and all
      values behind it say which row it is: two writes with the same ones are done one after the other.
    """

    table: str
    statement: str


class OneMore(Struct, frozen=True):
    """A row beside those of its key, whichever they are."""

    row: tuple[Any, ...]


class OneLess(Struct, frozen=True):
    """The rows of its key without the one that ends with this value, if that is among them."""

    last: Any


Wanted = tuple[RowSet, Key]
Known = tuple[RowSet, Key | None, Found | OneMore | OneLess | None]  # None: to be asked for again, of one key or of all


class Rows(Protocol):
    """What a statement gave back: its rows, each once, and how many it changed."""

    @property
    def rowcount(self) -> int:
        """The rows that were changed."""

    def fetchone(self) -> Any:
        """The next row, a tuple; None when there is none."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """The rows that are left."""


class Transaction(Protocol):
    """Statements that are kept together or not at all. It lasts as long as the function that it is handed to.

    What is wrong with a statement raises the driver's own error, and undoes what asked for it alone. What is wrong
    with the disk raises a `StorageError` at the latest where a `part` ends: see `errors.voids_transaction`.
    """

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        """One statement, its values in the place of its question marks."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same statement for each of `rows`; it gives nothing back."""

    def find(self, rows: RowSet, *key: Any) -> Found:
        """The rows that have this key, as they are with all that was written until now."""

    def find_each(self, rows: RowSet, keys: Collection[Key]) -> list[Found]:
        """The same for each of these keys, read at once."""

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        """Do it with others like it. `known` is what `find` gives from now on: all rows that this changes.

        Without it everything that is known of the table is asked for again.
        """

    def next_number(self, table: str) -> int:
        """A number for a row of this table: above all before it, and given once, also when what asked for it fails."""

    def has_table(self, name: str) -> bool:
        """Whether there is one of that name: databases of earlier releases are looked at too."""

    def part(self) -> AbstractContextManager[None]:
        """A part of it that is undone alone if it raises, unless the whole is void with it. Parts may be nested."""


def by_key(rows: RowSet, keys: Iterable[Key], selected: Iterable[tuple[Any, ...]]) -> dict[Key, Found]:
    """Of each of these keys its rows, none where it has none."""
    found: dict[Key, list[tuple[Any, ...]]] = {}
    width = rows.width
    for row in selected:
        found.setdefault(row[:width], []).append(row)
    return {key: tuple(found[key]) if key in found else () for key in keys}
