"""The wish that everything be sealed anew, as a file beside the database: one process alone writes to the database.

A file, because it outlasts a restart, asks for no right but that to the folder, and needs neither a process id that
holds across containers nor a second hand in the database. It names the key that is to seal, by its id.
"""

import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from storage.place import find_real, whole_or_gone


class ResealWish(Struct, frozen=True):
    """The file of one database."""

    path: Path

    @classmethod
    def beside(cls, database: Path) -> "ResealWish":
        real = find_real(database)
        return cls(real.with_name(f"{real.name}.reseal"))

    def make(self, key_id: bytes) -> None:
        """Whole or not at all, and the database's owner's: the service may not be who typed the command. `OSError`."""
        draft = self.path.with_name(f"{self.path.name}.new")
        with whole_or_gone(draft):
            draft.write_text(key_id.hex(), "ascii")
            owner = self.path.with_suffix("").stat()
            with suppress(PermissionError):
                os.chown(draft, owner.st_uid, owner.st_gid)
            draft.replace(self.path)

    def read(self) -> bytes | None:
        """The id of the key; None where nothing is wished for, and b"" where the file says something else."""
        try:
            return bytes.fromhex(self.path.read_text("ascii").strip())
        except FileNotFoundError:
            return None
        except ValueError:  # also of a byte that is no letter
            return b""

    def take_back(self) -> None:
        self.path.unlink(missing_ok=True)
