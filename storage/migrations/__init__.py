"""Schema migrations: the numbered SQL files that bring the tables to this release's shape. Never their application.

A migration is a file `NNNN_name.sql` in this folder, numbered from 0001 without gaps, and never changed after
its release.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from storage.errors import MigrationFailed

FILE_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from schema `number - 1` to `number`: SQL statements without BEGIN or COMMIT."""

    number: int
    name: str
    sql: str


@cache
def read_migrations(folder: Traversable | None = None) -> tuple[Migration, ...]:
    """All migrations of `folder` (by default this package), in order. Raises `MigrationFailed` on a gap."""
    folder = folder or files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if FILE_NAME.fullmatch(entry.name))
    found = tuple(Migration(int(name[:4]), name, (folder / name).read_text("utf-8")) for name in names)
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise MigrationFailed(f"the migrations are not numbered from 1 without gaps: {', '.join(names)}")
    return found
