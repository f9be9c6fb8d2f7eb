"""What rows held a moment ago, still at hand. Never on the disk, and never taken for what a row holds by now."""

from typing import Generic, TypeVar

from storage.sealed import Sealed
from storage.sealing import Keyring

T = TypeVar("T")

MOST = 1_000  # values: as many as people who write at once


class AtHand(Generic[T]):
    """The values of some rows, each under a mark: what its row held, for another process may have written since."""

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[object, T]] = {}  # by row, the one that was noted last at the end

    def newest(self, row: bytes) -> T | None:
        """Whatever the row holds by now."""
        known = self._known.get(row)
        return known[1] if known else None

    def under(self, row: bytes, mark: object) -> T | None:
        """None where the row held something else when its value was noted."""
        known = self._known.get(row)
        return known[1] if known and known[0] == mark else None

    def note(self, row: bytes, mark: object, value: T) -> None:
        self._known.pop(row, None)
        self._known[row] = mark, value
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]

    def forget(self, row: bytes) -> None:
        """The row is deleted, and what it held is no more."""
        self._known.pop(row, None)

    def forget_all(self) -> None:
        """Rows were deleted, whichever they are."""
        self._known.clear()


class Recent(AtHand[T]):
    """Seals and opens as the column does, without opening again what was sealed or opened a moment ago.

    No seal is made twice, for each has a random nonce: the same bytes are the same value, whoever wrote meanwhile.
    """

    def __init__(self, column: Sealed[T]) -> None:
        super().__init__()
        self._column = column

    def seal(self, keyring: Keyring, row: bytes, value: T) -> bytes:
        sealed = self._column.seal(keyring, row, value)
        self.note(row, sealed, value)
        return sealed

    def open(self, keyring: Keyring, row: bytes, sealed: bytes) -> T | None:
        value = self.under(row, sealed)
        if value is None:
            value = self._column.open(keyring, row, sealed)
        if value is not None:
            self.note(row, sealed, value)
        return value
