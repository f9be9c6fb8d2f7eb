"""What became of messages, on its way to the disk. What a full disk did not take is owed, and never sent again."""

import asyncio
from collections.abc import Callable
from functools import partial

from storage.database import Database
from storage.errors import StorageError, voids_transaction
from storage.transaction import Transaction

Note = Callable[[Transaction, int], None]  # of what became of the message with this number
Notings = dict[int, Note]
Failures = dict[int, Exception]  # what is wrong with a note itself, by the number of its message


class Notes:
    """Knows which messages are being carried: from when they are taken until the disk knows what became of them.

    Notes go in rounds, one after the other: those that come while one is being written are the next.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._carried: set[int] = set()
        self._owed: Notings = {}
        self._coming: Notings = {}
        self._next: asyncio.Task[Failures] | None = None  # the round that takes what is coming
        self._last: asyncio.Task[Failures] | None = None

    @property
    def owed(self) -> int:
        return len(self._owed)

    def take(self, number: int) -> bool:
        """Whether it is to be carried; False where it already is."""
        if number in self._carried:
            return False
        self._carried.add(number)
        return True

    def leave(self, number: int) -> None:
        """It is not carried any more, and the disk knows."""
        self._carried.discard(number)

    async def write(self, notes: Notings) -> None:
        """Have them on disk. Until they are there they are owed, and their messages are not taken again."""
        self._coming |= notes
        if self._next is None:
            self._next = asyncio.create_task(self._write_round(self._last))
        failures = await asyncio.shield(self._next)
        for number in notes:
            if number in failures:
                raise failures[number]

    async def write_owed(self) -> None:
        owed, self._owed = self._owed, {}
        if owed:
            await self.write(owed)

    async def finish(self) -> None:
        """What is coming too, for whoever brought it may be gone. Raises as `write` does."""
        if last := self._next or self._last:
            await asyncio.wait({last})
        await self.write_owed()

    async def _write_round(self, before: asyncio.Task[Failures] | None) -> Failures:
        if before:
            await asyncio.wait({before})
        notes, self._coming = self._coming, {}
        self._last, self._next = self._next, None
        try:
            failures = await self._database.run(partial(_note_all, notes=notes))
        except StorageError:
            self._owed |= notes
            raise
        self._carried.difference_update(notes.keys() - failures.keys())
        return failures


def _note_all(tx: Transaction, notes: Notings) -> Failures:
    """A defect that one of them meets undoes none of the others."""
    failures: Failures = {}
    for number, note in notes.items():
        try:
            with tx.part():
                note(tx, number)
        except Exception as error:
            if voids_transaction(error):
                raise
            failures[number] = error
    return failures
