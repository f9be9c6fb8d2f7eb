"""What became of messages, on its way to the disk. What a full disk did not take is owed, and never sent again."""

from collections.abc import Callable
from functools import partial

from bot.supervisor import apart
from storage.database import Database
from storage.errors import StorageError, voids_transaction
from storage.jobs import Job
from storage.transaction import Transaction

Note = Callable[[Transaction, int], None]  # of what became of the message with this number
Notings = dict[int, Note]
Failures = dict[int, Exception]  # what is wrong with a note itself, by the number of its message


class Notes:
    """Knows which messages are being carried: from when they are taken until the disk knows what became of them.

    All that come before the disk takes its next group are one piece of work of it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._carried: set[int] = set()
        self._owed: Notings = {}
        self._coming: Notings = {}
        self._next: Job[Failures] | None = None

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
        """Have them on disk, before whatever is asked of it from now on.

        Until they are there they are owed, and their messages are not taken again. What is owed goes with the next
        ones: a process that takes over would send what is not noted, and behind what was said after it.
        """
        notes, self._owed = self._owed | notes, {}
        try:
            failures = await apart(self._add(notes).answer)
        except StorageError:
            self._owed |= notes
            raise
        self._carried.difference_update(notes.keys() - failures.keys())
        for number in notes.keys() & failures.keys():
            raise failures[number]

    async def write_owed(self) -> None:
        if self._owed:
            await self.write({})

    def _add(self, notes: Notings) -> Job[Failures]:
        """The work that has them in it; from when it has begun nothing may be added to it."""
        if self._next is None or self._next.begun or self._next.answer.done():  # or it was turned away
            self._coming = {}
            self._next = self._database.submit(partial(_note_all, notes=self._coming))
        self._coming |= notes
        return self._next


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
