"""Schema migrations applied to a database of PostgreSQL's, each whole or not at all. Never reads rows.

The table `schema_version` holds the number of the last one that was applied.
"""

from collections.abc import Sequence
from contextlib import suppress

import psycopg

from storage.errors import DatabaseTooNew, DatabaseUnfit, MigrationFailed
from storage.migrations import Migration
from storage.postgres.connection import MAKES_NONE
from storage.postgres.failures import is_of_the_disk, storage_error
from storage.postgres.transaction import LOCK, Server

# Asked of the catalogue itself: what a session knows of tables by name may be older than the lock it has just taken.
_IS_THERE = "SELECT 1 FROM pg_class WHERE relname = 'schema_version' AND relnamespace = current_schema()::regnamespace"
_VERSION_TABLE = "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL)"


def migrate(connection: Server, migrations: Sequence[Migration]) -> int:
    """Apply what is missing, each migration in its own transaction, whoever else does the same; from which shape.

    Raises `DatabaseTooNew` before anything is changed, `DatabaseUnfit` without the rights for it, and
    `MigrationFailed` with the failed one undone.
    """
    newest = migrations[-1].number
    version = read_version(connection)
    if version > newest:
        raise DatabaseTooNew(version, newest)
    for migration in migrations:
        if migration.number > version:
            _apply(connection, migration)
    return version


def read_version(connection: Server) -> int:
    """The number of the last migration; 0 where there was none yet."""
    try:
        if not connection.execute(_IS_THERE).fetchone():
            return 0
        row = connection.execute("SELECT max(number) FROM schema_version").fetchone()
    except psycopg.Error as error:
        raise storage_error(error) from error
    return int(row[0] or 0) if row else 0


def _apply(connection: Server, migration: Migration) -> None:
    try:
        connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
        connection.execute(LOCK)
        if read_version(connection) < migration.number:
            _change(connection, migration)
        connection.execute("COMMIT")
    except BaseException as error:
        with suppress(psycopg.Error):
            connection.execute("ROLLBACK")
        if isinstance(error, psycopg.errors.InsufficientPrivilege):
            raise DatabaseUnfit([f"{connection.info.user} {MAKES_NONE}"]) from error
        if isinstance(error, psycopg.Error) and not is_of_the_disk(error):
            raise MigrationFailed(f"{migration.name}: {error.diag.message_primary}") from error
        raise storage_error(error) if isinstance(error, psycopg.Error) else error from None


def _change(connection: Server, migration: Migration) -> None:
    connection.execute(_VERSION_TABLE)
    connection.execute(migration.sql.encode())
    connection.execute("DELETE FROM schema_version")
    connection.execute("INSERT INTO schema_version (number) VALUES ($1)", (migration.number,))
