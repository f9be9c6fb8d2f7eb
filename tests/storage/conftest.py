"""A database of notes in a file of its own, for every test of the disk; and our own tables in memory."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.place import DatabasePlace
from storage.transaction import Transaction
from tests.local_postgres import LocalPostgres
from tests.raw import memory
from tests.storage.notes import notes_of

KINDS = ("sqlite", "postgres")  # of databases: what holds of one holds of the other


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture(params=["sqlite"])
def place(request: pytest.FixtureRequest, path: Path) -> DatabasePlace:
    """A file, unless a test asks for `KINDS`."""
    if request.param == "sqlite":
        return path
    postgres: LocalPostgres = request.getfixturevalue("postgres")
    return postgres.place()


@pytest.fixture
async def database(place: DatabasePlace) -> AsyncIterator[Database]:
    database = await Database.open(place, migrations=notes_of(place))
    yield database
    await database.close()


@pytest.fixture(params=KINDS)
def tx(request: pytest.FixtureRequest) -> Iterator[Transaction]:
    """All our tables, empty, as a turn's work sees them."""
    if request.param == "sqlite":
        with memory() as tx:
            yield tx
    else:
        postgres: LocalPostgres = request.getfixturevalue("postgres")
        with postgres.transaction() as tx:
            yield tx
