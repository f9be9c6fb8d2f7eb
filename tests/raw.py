"""What lies behind a transaction, for tests that look at the file itself: SQLite's connection, and all it holds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from bot.config.settings import Settings
from storage.group import Group
from storage.migrations import read_migrations
from storage.postgres.transaction import PostgresTransaction
from storage.sqlite.connection import prepare
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction


@contextmanager
def blank_memory() -> Iterator[sqlite3.Connection]:
    """SQLite in memory without a table, as our connections are opened."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


@contextmanager
def memory() -> Iterator[Transaction]:
    """All our tables, empty, as a turn's work sees them."""
    with blank_memory() as connection:
        connection.deserialize(_migrated())
        prepare(connection, read_migrations())
        yield SqliteTransaction(connection)


@cache
def _migrated() -> bytes:
    """Made once: to migrate takes longer than most tests."""
    with blank_memory() as connection:
        prepare(connection, read_migrations())
        return connection.serialize()


def connection_of(tx: Transaction) -> sqlite3.Connection:
    statements = tx.statements if isinstance(tx, Group) else tx
    assert isinstance(statements, SqliteTransaction)
    return statements._connection


def file_of(settings: Settings) -> Path:
    place = settings.database_place()
    assert isinstance(place, Path)
    return place


def columns_of(tx: Transaction) -> set[tuple[str, str]]:
    """Every column of our tables, with its table; the database's own tables, and the number of its shape, aside."""
    columns = (
        "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
    )
    if isinstance(tx, PostgresTransaction):
        columns = (
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name <> 'schema_version'"
        )
    return set(tx.execute(columns).fetchall())


def everything_in(tx: Transaction) -> str:
    """Everything in the database, as text: bytes as their digits."""
    statements = tx.statements if isinstance(tx, Group) else tx
    if isinstance(statements, SqliteTransaction):
        return "\n".join(connection_of(tx).iterdump())
    tables = tx.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
    rows = (row for (table,) in tables.fetchall() for row in tx.execute(f"SELECT * FROM {table}"))  # noqa: S608
    return "\n".join(" ".join(map(_text, row)) for row in rows)


def _text(value: object) -> str:
    return value.hex().upper() if isinstance(value, bytes) else str(value)
