"""A transaction of SQLite's, and the group that is committed with one sync. Never the queue before it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from storage.jobs import Job
from storage.sqlite.failures import is_of_the_disk, storage_error
from storage.transaction import Rows


class SqliteTransaction:
    """Statements on a connection that has begun, or that commits each by itself."""

    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        return self._connection.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        self._connection.executemany(statement, rows)

    @contextmanager
    def part(self) -> Iterator[None]:
        self._mark("SAVEPOINT part")
        try:
            yield
        except Exception as error:
            if is_of_the_disk(error):
                raise storage_error(error) from error
            self._mark("ROLLBACK TO part")
            self._mark("RELEASE part")
            raise
        self._mark("RELEASE part")

    def _mark(self, statement: str) -> None:
        """A part that cannot be begun or ended is nobody's own mistake: the transaction is not what it was."""
        try:
            self._connection.execute(statement)
        except sqlite3.Error as error:
            raise storage_error(error) from error


def commit(connection: sqlite3.Connection, jobs: Iterable[Job[Any]]) -> None:
    """Attempt all jobs and sync them to disk with one commit. If this raises, none of them was done.

    Raises a `StorageError`, or what is no `Exception` as it came.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        transaction = SqliteTransaction(connection)
        for job in jobs:
            job.attempt(transaction)
        connection.execute("COMMIT")
    except BaseException as error:
        with suppress(sqlite3.Error):  # SQLite may have rolled back already
            connection.execute("ROLLBACK")
        if isinstance(error, Exception):
            raise storage_error(error) from error
        raise
