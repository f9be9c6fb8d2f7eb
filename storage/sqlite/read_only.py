"""Looking into the database beside the service that holds it. Never writes: one process alone does that."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.errors import DatabaseCorrupt, DatabaseMissing, StorageError, StorageFailed
from storage.sqlite.failures import result_code, storage_error
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction

_ADVICE = "Set DATABASE_URL as the service has it."


@contextmanager
def open_file(path: Path) -> Iterator[Transaction]:
    """A connection that can change nothing. Raises `DatabaseMissing` where none of ours is; as `storage_error` says."""
    if not path.exists():
        raise DatabaseMissing(f"there is none at {path.absolute()}. {_ADVICE}")
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=5)) as connection:
            if connection.execute("PRAGMA user_version").fetchone() == (0,):
                raise DatabaseMissing(f"{path.absolute()} holds nothing of ours. {_ADVICE}")
            yield SqliteTransaction(connection)
    except sqlite3.Error as error:
        raise _named(error, path.absolute()) from error


def _named(error: sqlite3.Error, path: Path) -> StorageError:
    """With the file that is meant, where that alone is the matter."""
    if result_code(error) == sqlite3.SQLITE_CANTOPEN:
        why = "it is no file, or this user has no right to it or to write beside it"
        return StorageFailed(f"{path} cannot be opened: {why}")
    meant = storage_error(error)
    return DatabaseCorrupt(f"{path} is damaged: {meant}") if isinstance(meant, DatabaseCorrupt) else meant
