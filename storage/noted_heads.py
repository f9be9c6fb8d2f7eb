"""Where the records that are evidence ended when that was last noted, as a file beside the database. Never a row.

A copy that is brought back knows nothing of what came after it, and is sound in itself. What stands beside it knows.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

from msgspec import Struct

from storage.ledger import Ledger
from storage.ledger_head import Head
from storage.transaction import Transaction

LONGEST = 1_000  # bytes: what is longer is no note of ours


class NotedHeads(Struct, frozen=True):
    """The file of one database: a line for each record, its name and its head."""

    path: Path

    @classmethod
    def beside(cls, database: Path) -> Self:
        real = database.resolve()
        return cls(real.with_name(f"{real.name}.heads"))

    def write(self, heads: Mapping[str, Head]) -> None:
        """Whole or not at all. Raises `OSError`."""
        draft = self.path.with_name(f"{self.path.name}.new")
        draft.touch(mode=0o600)  # by it a copy is known for one: nobody else writes it, whatever the umask
        draft.write_text("".join(f"{name} {head}\n" for name, head in heads.items()), "ascii")
        draft.replace(self.path)

    def read(self) -> dict[str, Head]:
        """Nothing where there is no such file, or one that cannot be read: it is no more than a hint."""
        noted = dict[str, Head]()
        with suppress(OSError, ValueError), self.path.open(encoding="ascii") as file:
            for line in file.read(LONGEST).splitlines():
                name, _, text = line.partition(" ")
                if head := Head.parse(text):
                    noted[name] = head
        return noted

    def not_held(self, tx: Transaction, ledgers: Mapping[str, Ledger[object]]) -> dict[str, Head]:
        """What was noted and is not on record as it was: an older copy was brought back, or rows were taken out."""
        noted = self.read().items()
        return {name: head for name, head in noted if name in ledgers and not ledgers[name].holds(tx, head)}
