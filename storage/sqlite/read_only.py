"""Looking into the database beside the service that holds it. Never writes: one process alone does that."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.errors import DatabaseCorrupt, DatabaseMissing, StorageError, StorageFailed
from storage.migrations import misfit
from storage.place import find_real
from storage.sqlite.failures import result_code, storage_error
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction

_ADVICE = "Set DATABASE_URL as the service has it."


@contextmanager
def open_file(path: Path) -> Iterator[Transaction]:
    """A connection that can change nothing. Raises `DatabaseMissing` where none of ours is; as `storage_error` says."""
    if not path.exists():
        raise DatabaseMissing(f"there is none at {path.absolute()}. {_ADVICE}")
    if path.is_dir():
        raise DatabaseMissing(f"{path.absolute()} is a folder. {_ADVICE}")
    schema = 0
    address = f"{find_real(path).as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=5)) as connection:
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
            if not schema:
                raise DatabaseMissing(f"{path.absolute()} holds nothing of ours. {_ADVICE}")
            yield SqliteTransaction(connection)
    except sqlite3.Error as error:
        raise _named(error, path.absolute(), schema) from error


def _named(error: sqlite3.Error, path: Path, schema: int) -> StorageError:
    """With the file that is meant, where that alone is the matter, or the release that it is of."""
    if result_code(error) == sqlite3.SQLITE_ERROR and (other := misfit(schema)):  # a table or column that it has not
        return other
    if result_code(error) == sqlite3.SQLITE_CANTOPEN or error.sqlite_errorcode == sqlite3.SQLITE_READONLY_DIRECTORY:
        why = "it is no file, or this user has no right to it or to write beside it"
        return StorageFailed(f"{path} cannot be opened: {why}")
    meant = storage_error(error)
    return DatabaseCorrupt(f"{path} is damaged: {meant}") if isinstance(meant, DatabaseCorrupt) else meant
