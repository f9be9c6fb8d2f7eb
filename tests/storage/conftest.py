"""A database of notes in a file of its own, for every test of the disk; and our own tables in memory."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.connection import prepare
from storage.database import Database
from storage.migrations import read_migrations
from storage.transaction import Transaction
from tests.storage.notes import NOTES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    database = await Database.open(path, migrations=NOTES)
    yield database
    await database.close()


@pytest.fixture
def tx() -> Iterator[Transaction]:
    """All our tables, empty, as a turn's work sees them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        prepare(connection, read_migrations())
        yield Transaction(connection)
