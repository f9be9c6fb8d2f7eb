"""Where the records that are evidence ended when that was last noted, as a file beside the database. Never a row.

A copy that is brought back knows nothing of what came after it, and is sound in itself. What stands beside it knows.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from msgspec import Struct

from storage.ledger import Ledger
from storage.ledger_head import Head
from storage.place import find_real, whole_or_gone
from storage.transaction import Transaction

LONGEST = 1_000  # bytes: what is longer is no note of ours
_MISSED = "missed:"  # before the name of a record: an earlier release passes over such a line


class NotedHeads(Struct, frozen=True):
    """The file of one database: a line for each record, its name and its head.

    And one for each that was found to lack a head that was noted before, until somebody has seen to what that means.
    """

    path: Path

    @classmethod
    def beside(cls, database: Path) -> Self:
        real = find_real(database)
        return cls(real.with_name(f"{real.name}.heads"))

    def write(self, heads: Mapping[str, Head], missed: Mapping[str, Head] | None = None) -> None:
        """Whole or not at all, and the database's owner's: root may write it too. Raises `OSError`."""
        draft = self.path.with_name(f"{self.path.name}.new")
        noted = {**heads, **{f"{_MISSED}{name}": head for name, head in (missed or {}).items()}}
        with whole_or_gone(draft):
            draft.touch(mode=0o600)  # by it a copy is known for one: nobody else writes it, whatever the umask
            draft.write_text("".join(f"{name} {head}\n" for name, head in noted.items()), "ascii")
            with suppress(FileNotFoundError, PermissionError):
                owner = self.path.with_suffix("").stat()
                os.chown(draft, owner.st_uid, owner.st_gid)
            draft.replace(self.path)

    def read(self) -> dict[str, Head]:
        """Nothing where there is no such file, or one that cannot be read: it is no more than a hint."""
        return {name: head for name, head in self._lines().items() if not name.startswith(_MISSED)}

    def not_held(self, tx: Transaction, ledgers: Mapping[str, Ledger[Any]]) -> dict[str, Head]:
        """What was noted and is not on record as it was: an older copy was brought back, or rows were taken out.

        Of each record the furthest, also where it was found missing at an earlier start.
        """
        missing = dict[str, Head]()
        for line, head in self._lines().items():
            name = line.removeprefix(_MISSED)
            further = head.number > missing.get(name, Head()).number
            if further and name in ledgers and not ledgers[name].holds(tx, head):
                missing[name] = head
        return missing

    def _lines(self) -> dict[str, Head]:
        noted = dict[str, Head]()
        with suppress(OSError, ValueError), self.path.open(encoding="ascii") as file:
            for line in file.read(LONGEST).splitlines():
                name, _, text = line.partition(" ")
                if head := Head.parse(text):
                    noted[name] = head
        return noted
