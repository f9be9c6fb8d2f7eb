"""A database of notes in a file of its own, for every test of the disk; and our own tables in memory."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.transaction import Transaction
from tests.raw import memory
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
    with memory() as tx:
        yield tx
