"""New databases of the tests: copies of one that was migrated once. Migrating took most of the time of many a test.

The tests of the migrations call `migrate` itself; a file that holds something, and the tables of another release, are
migrated as ever.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache

from storage.migrations import Migration, read_migrations
from storage.sqlite import connection as opening
from storage.sqlite.schema import migrate


def copy_when_new() -> None:
    """From now on a new database of this release is a copy."""
    opening.migrate = _migrate  # type: ignore[attr-defined]


def _migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    if migrations == read_migrations() and _is_new(connection):
        with closing(sqlite3.connect(":memory:")) as copied:
            copied.deserialize(migrated())
            copied.backup(connection)
        migrate(connection, migrations)
        return 0
    return migrate(connection, migrations)


def _is_new(connection: sqlite3.Connection) -> bool:
    (version,), (tables,) = (
        connection.execute(query).fetchone() for query in ("PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
    )
    return not version and not tables


@cache
def migrated() -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, read_migrations())
        return connection.serialize()
