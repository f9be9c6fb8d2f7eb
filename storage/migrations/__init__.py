"""Brings the tables to this release's shape, by one numbered SQL file after the other. Never reads rows.

A migration is a file `NNNN_name.sql` in this folder, numbered from 0001 without gaps, and never changed after
its release. SQLite's `user_version` holds the number of the last one that was applied.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from storage.errors import DatabaseTooNew, MigrationFailed

FILE_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from schema `number - 1` to `number`: SQL statements without BEGIN or COMMIT."""

    number: int
    name: str
    sql: str


def read_migrations(folder: Traversable | None = None) -> tuple[Migration, ...]:
    """All migrations of `folder` (by default this package), in order. Raises `MigrationFailed` on a gap."""
    folder = folder or files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if FILE_NAME.fullmatch(entry.name))
    found = tuple(Migration(int(name[:4]), name, (folder / name).read_text("utf-8")) for name in names)
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise MigrationFailed(f"the migrations are not numbered from 1 without gaps: {', '.join(names)}")
    return found


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Apply what is missing, each migration in its own transaction. Leaves foreign keys switched on.

    Raises `DatabaseTooNew` before anything is changed, and `MigrationFailed` with the failed one undone.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(migrations):
        raise DatabaseTooNew(f"its schema is {version}, this release knows {len(migrations)}")
    # Rebuilding a table drops the old one; with foreign keys on, rows that point to it could go with it.
    connection.execute("PRAGMA foreign_keys = OFF")
    for migration in migrations[version:]:
        _apply(connection, migration)
    connection.execute("PRAGMA foreign_keys = ON")


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    try:
        _change(connection, migration)
        connection.execute("COMMIT")
    except BaseException as error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise MigrationFailed(f"{migration.name}: {error}") from error
        raise


def _change(connection: sqlite3.Connection, migration: Migration) -> None:
    # executescript commits what is open before it starts; hence the BEGIN inside the script.
    connection.executescript(f"BEGIN IMMEDIATE;\n{migration.sql}")
    if dangling := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise MigrationFailed(f"{migration.name}: a row of {dangling[0]} points to nothing")
    connection.execute(f"PRAGMA user_version = {migration.number:d}")
