"""Schema migrations: the numbered SQL files that bring the tables to this release's shape. Never their application.

A migration is a file `NNNN_name.sql`, numbered without gaps, and never changed after its release. Those in this folder
are SQLite's; PostgreSQL's stand in `postgres/`, where the first is what SQLite's came to until then, and each later one
has the number of its twin.
"""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec import Struct

from storage.errors import DatabaseTooNew, DatabaseTooOld, MigrationFailed, StorageError

FIRST_TWIN = 17  # what SQLite had come to when PostgreSQL came
FILE_NAME = re.compile(r"(\d{4})_\w+\.sql")


class Migration(Struct, frozen=True):
    """One step from schema `number - 1` to `number`: SQL statements without BEGIN or COMMIT."""

    number: int
    name: str
    sql: str


@cache
def read_migrations(folder: Traversable | None = None) -> tuple[Migration, ...]:
    """All migrations of `folder` (by default SQLite's), in order. Raises `MigrationFailed` on a gap."""
    return _in_order(folder or files(__name__), 1)


@cache
def read_twins() -> tuple[Migration, ...]:
    """PostgreSQL's, in order. Raises the same."""
    return _in_order(files(__name__) / "postgres", FIRST_TWIN)


def _in_order(folder: Traversable, first: int) -> tuple[Migration, ...]:
    names = sorted(entry.name for entry in folder.iterdir() if FILE_NAME.fullmatch(entry.name))
    found = tuple(Migration(int(name[:4]), name, (folder / name).read_text("utf-8")) for name in names)
    if [migration.number for migration in found] != list(range(first, first + len(found))):
        raise MigrationFailed(f"the migrations are not numbered from {first} without gaps: {', '.join(names)}")
    return found


def misfit(schema: int) -> StorageError | None:
    """What is to be said of a database with this schema, where it is of another release; None where it is of this."""
    known = read_migrations()[-1].number
    if schema == known:
        return None
    return (DatabaseTooNew if schema > known else DatabaseTooOld)(schema, known)
