"""What a database does for a group of jobs: statements, sets of rows, and parts that are undone alone. Never when."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from storage.errors import StorageError
from storage.transaction import Key, Rows, RowSet, Write

Batch = tuple[Write, list[Sequence[Any]]]
Selected = Iterable[tuple[RowSet, Iterable[tuple[Any, ...]]]]


class Statements(Protocol):
    """Each is done at once, or with what is asked of it next."""

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        """As `Transaction` says."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """As `Transaction` says."""

    def has_table(self, name: str) -> bool:
        """As `Transaction` says."""

    def next_number(self, table: str) -> int:
        """As `Transaction` says."""

    def select(self, wanted: Mapping[RowSet, Collection[Key]]) -> Selected:
        """The rows of all those keys; each begins with its own."""

    def write(self, batches: Iterable[Batch]) -> None:
        """All of them in their order."""

    def begin_part(self) -> None:
        """From now on it can be undone alone."""

    def end_part(self) -> None:
        """It stays."""

    def undo_part(self) -> None:
        """It never was. Raises `WritesRefused` where that cannot be done without undoing all."""

    def judge(self, error: BaseException) -> StorageError | None:
        """What an error is where it concerns every piece of work that shares the transaction; None for one's own."""
