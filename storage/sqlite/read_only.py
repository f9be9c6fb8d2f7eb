"""Looking into the database beside the service that holds it. Never writes: one process alone does that."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.errors import DatabaseMissing
from storage.sqlite.failures import storage_error
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction


@contextmanager
def open_file(path: Path) -> Iterator[Transaction]:
    """A connection that can change nothing. Raises `DatabaseMissing` without a file, and as `storage_error` says."""
    if not path.exists():
        raise DatabaseMissing(f"there is none at {path.absolute()}. Set DATABASE_URL as the service has it.")
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=5)) as connection:
            yield SqliteTransaction(connection)
    except sqlite3.Error as error:
        raise storage_error(error) from error
