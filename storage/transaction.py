"""One transaction of the database, as every table's functions take it. Never which database is behind it.

Statements are in the SQL that SQLite and PostgreSQL share, with `?` for each value and for nothing else:
`ON CONFLICT` and `RETURNING`, never `INSERT OR …`, `rowid`, `lastrowid`, numbered marks or literals of bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol


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

    def part(self) -> AbstractContextManager[None]:
        """A part of it that is undone alone if it raises, unless the whole is void with it. Parts may be nested."""
