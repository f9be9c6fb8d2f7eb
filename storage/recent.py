"""A sealed column whose newest values are still at hand. Never on the disk, and never what another seal holds."""

from typing import Generic, TypeVar

from storage.sealed import Sealed
from storage.sealing import Keyring

T = TypeVar("T")

MOST = 1_000  # values: as many as people who write at once


class Recent(Generic[T]):
    """Seals and opens as the column does, without opening again what was sealed or opened a moment ago.

    No seal is made twice, for each has a random nonce: the same bytes are the same value, whoever wrote meanwhile.
    """

    def __init__(self, column: Sealed[T]) -> None:
        self._column = column
        self._known: dict[bytes, tuple[bytes, T]] = {}  # by row, the one that was used last at the end

    def seal(self, keyring: Keyring, row: bytes, value: T) -> bytes:
        sealed = self._column.seal(keyring, row, value)
        self._note(row, sealed, value)
        return sealed

    def open(self, keyring: Keyring, row: bytes, sealed: bytes) -> T | None:
        known = self._known.get(row)
        value = known[1] if known and known[0] == sealed else self._column.open(keyring, row, sealed)
        if value is not None:
            self._note(row, sealed, value)
        return value

    def forget(self, row: bytes) -> None:
        """The row is deleted, and what it held is no more."""
        self._known.pop(row, None)

    def forget_all(self) -> None:
        """Rows were deleted, whichever they are."""
        self._known.clear()

    def _note(self, row: bytes, sealed: bytes, value: T) -> None:
        self._known.pop(row, None)
        self._known[row] = sealed, value
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
