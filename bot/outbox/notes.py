"""What became of messages, on its way to the disk. What a full disk did not take is owed, and never sent again."""

from collections.abc import Callable

from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

Note = Callable[[Transaction, int], None]  # of what became of the message with this number


class Notes:
    """Knows which messages are being carried: from when they are taken until the disk knows what became of them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._carried: set[int] = set()
        self._owed: dict[int, Note] = {}

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

    async def write(self, notes: dict[int, Note]) -> None:
        """Have them on disk. Until they are there they are owed, and their messages are not taken again."""

        def note_all(tx: Transaction) -> None:
            for number, note in notes.items():
                note(tx, number)

        try:
            await self._database.run(note_all)
        except StorageError:
            self._owed |= notes
            raise
        self._carried.difference_update(notes)

    async def write_owed(self) -> None:
        owed, self._owed = self._owed, {}
        if owed:
            await self.write(owed)
