"""Many pieces of work in one transaction, each of which can fail alone. Never the queue before it."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

from storage.errors import StorageError, result_code

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

# What is wrong with the disk and not with the work that met it: it voids the whole transaction.
VOID = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
}


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Within a piece of work: a part of it that is undone alone if it raises."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except Exception as error:
        if result_code(error) not in VOID:
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


class Job(Generic[T]):
    """A piece of work and the caller who waits for it. `attempt` is for the thread, the rest for the loop."""

    __slots__ = ("_error", "_result", "_work", "answer")

    _result: T

    def __init__(self, work: Work[T], answer: asyncio.Future[T]) -> None:
        self._work = work
        self.answer = answer
        self._error: Exception | None = None

    def attempt(self, connection: sqlite3.Connection) -> None:
        """Do the work inside a savepoint; undo it alone if it raises. Raises only what voids the group.

        A StopIteration becomes a RuntimeError, as in a coroutine (PEP 479): a future cannot carry it.
        """
        connection.execute("SAVEPOINT work")
        try:
            self._result = self._work(connection)
        except Exception as error:
            if result_code(error) in VOID:
                raise
            self._error = RuntimeError("work raised StopIteration") if isinstance(error, StopIteration) else error
            connection.execute("ROLLBACK TO work")
        connection.execute("RELEASE work")

    def settle(self) -> None:
        """Tell the caller how the work ended, now that it is on disk. One who has left is told nothing."""
        if self.answer.done():
            return
        if self._error is None:
            self.answer.set_result(self._result)
        else:
            self.answer.set_exception(self._error)

    def fail(self, error: StorageError) -> None:
        """Tell the caller that the whole group failed."""
        if not self.answer.done():
            self.answer.set_exception(error)


def commit(connection: sqlite3.Connection, jobs: Iterable[Job[object]]) -> None:
    """Attempt all jobs and sync them to disk with one commit. If this raises, none of them was done."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        for job in jobs:
            job.attempt(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite may have rolled back already
            connection.execute("ROLLBACK")
        raise
