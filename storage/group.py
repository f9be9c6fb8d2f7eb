"""Many pieces of work in one transaction, each of which can fail alone. Never the queue before it."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Generic, TypeVar

from storage.errors import StorageError, voids_transaction
from storage.transaction import Transaction

T = TypeVar("T")
Work = Callable[[Transaction], T]


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
            self._result = self._work(Transaction(connection))
        except Exception as error:
            if voids_transaction(error):
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
