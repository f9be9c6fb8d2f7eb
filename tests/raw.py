"""What lies behind a transaction, for tests that look at the file itself: SQLite's connection, and all it holds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache

from storage.migrations import read_migrations
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
    assert isinstance(tx, SqliteTransaction)
    return tx._connection


def everything_in(tx: Transaction) -> str:
    """Everything in the database, as SQL."""
    return "\n".join(connection_of(tx).iterdump())
