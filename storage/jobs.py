"""A unit of work that shares a group's transaction, and can fail alone. Never the queue that it waits in."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from storage.errors import StorageError, voids_transaction
from storage.transaction import Transaction, Wanted

T = TypeVar("T")
Work = Callable[[Transaction], T]
Expects = Callable[[Transaction], tuple[Wanted, ...]]


def nothing(_: Transaction) -> tuple[Wanted, ...]:
    """What most work expects beside what it wants."""
    return ()


class Job(Generic[T]):
    """A piece of work and the caller who waits for it. `attempt` is for the thread, the rest for the loop.

    `wanted` are the rows that it is expected to ask for, so that they are read with those of its neighbours; `expects`
    tells which others, once those are there. `begun` says that its group has left the queue.
    """

    __slots__ = ("_error", "_result", "_work", "answer", "begun", "expects", "wanted")

    _result: T

    def __init__(
        self,
        work: Work[T],
        answer: asyncio.Future[T],
        wanted: tuple[Wanted, ...] = (),
        expects: Expects = nothing,
    ) -> None:
        self._work = work
        self.answer = answer
        self.wanted = wanted
        self.expects = expects
        self.begun = False
        self._error: Exception | None

    def attempt(self, tx: Transaction) -> None:
        """Do the work as a part of the transaction; undone alone if it raises. Raises only what voids the group.

        A StopIteration becomes a RuntimeError, as in a coroutine (PEP 479): a future cannot carry it.
        """
        self._error = None
        try:
            with tx.part():
                self._result = self._do(tx)
        except Exception as error:
            if voids_transaction(error):
                raise
            self._error = error

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

    def _do(self, tx: Transaction) -> T:
        try:
            return self._work(tx)
        except StopIteration:
            raise RuntimeError("work raised StopIteration") from None
