"""Schema migrations applied to a file of SQLite's, each whole or not at all. Never reads rows.

`user_version`, in the file's own header, holds the number of the last one that was applied.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from storage.errors import DatabaseTooNew, DatabaseUnfit, MigrationFailed
from storage.migrations import Migration
from storage.place import find_real
from storage.sqlite.failures import storage_error

_MAGIC = b"SQLite format 3\0"  # sqlite.org/fileformat2.html#the_database_header
_HEADER_BYTES = 100

FOREIGN, ADVICE = "the file holds another program's tables", "Name one of our own in DATABASE_URL."


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    """Apply what is missing, each migration in its own transaction; from which shape. Leaves foreign keys switched on.

    A new file gets all of them in one, for every transaction is a sync. Raises `DatabaseTooNew` before anything is
    changed, and `MigrationFailed` with the failed one undone.
    """
    version = _version(connection)
    if version > len(migrations):
        raise DatabaseTooNew(version, len(migrations))
    # Rebuilding a table drops the old one; with foreign keys on, rows that point to it could go with it.
    connection.execute("PRAGMA foreign_keys = OFF")
    missing = migrations[version:]
    for together in [[each] for each in missing] if version else [missing]:
        _apply(connection, together)
    connection.execute("PRAGMA foreign_keys = ON")
    return version


def check_ours(connection: sqlite3.Connection) -> None:
    """Raises `DatabaseUnfit` where another program's tables are, before anything is changed."""
    if not _version(connection) and connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
        raise DatabaseUnfit([f"The database cannot be used: {FOREIGN}. {ADVICE}"])


def is_foreign(path: Path) -> bool:
    """The same of a file at rest: as it is, without its log, and without a trace."""
    with closing(sqlite3.connect(f"{find_real(path).as_uri()}?immutable=1", uri=True)) as connection:
        try:
            check_ours(connection)
        except DatabaseUnfit:
            return True
        except sqlite3.Error as error:
            raise storage_error(error) from error
    return False


def read_shape(path: Path) -> int:
    """The number of the last migration, straight from the file: SQLite itself would write a log beside it.

    0 for an empty file; ValueError for one that is no database.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        return 0
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise ValueError("it is no SQLite database")
    return int.from_bytes(header[60:64], "big")


def _apply(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    try:
        _change(connection, migrations)
        connection.execute("COMMIT")
    except BaseException as error:
        done = 0
        with suppress(sqlite3.Error):
            done = _version(connection)  # the last that was applied and is undone now
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            failed = next((each.name for each in migrations if each.number > done), "")
            raise MigrationFailed(f"{failed}: {error}") from error
        raise


def _change(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    # executescript commits what is open before it starts; hence the BEGIN inside the script.
    steps = (f"{each.sql}\n;PRAGMA user_version = {each.number:d};" for each in migrations)
    connection.executescript("\n".join(("BEGIN IMMEDIATE;", *steps)))
    if dangling := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise MigrationFailed(f"{migrations[-1].name}: a row of {dangling[0]} points to nothing")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
