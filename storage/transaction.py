"""One transaction of the database, as every table's functions take it. Only storage knows what is behind it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from storage.errors import voids_transaction

Row = tuple[Any, ...]


class Rows(Protocol):
    """What a statement gave back: its rows, each once, and how many it changed."""

    @property
    def rowcount(self) -> int:
        """The rows that were changed."""

    @property
    def lastrowid(self) -> int | None:
        """The number that an inserted row was given."""

    def fetchone(self) -> Any:
        """The next row, None when there is none."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """The rows that are left."""


class Transaction:
    """Statements that are kept together or not at all. It lasts as long as the function that it is handed to."""

    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        """One statement, its values in the place of its question marks."""
        return self._connection.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same statement for each of `rows`."""
        self._connection.executemany(statement, rows)

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of it that is undone alone if it raises, unless the whole is void with it."""
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except Exception as error:
            if not voids_transaction(error):
                self._connection.execute("ROLLBACK TO part")
                self._connection.execute("RELEASE part")
            raise
        self._connection.execute("RELEASE part")
