"""Looking into a database that another process may hold."""

import sqlite3
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import DatabaseCorrupt, StorageError
from storage.looking import open_read_only
from tests.storage.notes import NOTES, modes, read, write


async def test_what_was_committed_is_seen_beside_the_service_and_after_it(database: Database, path: Path) -> None:
    await database.run(write("one"))
    with open_read_only(path) as beside:
        assert read(beside) == ["one"]
        await database.run(write("two"))
        assert read(beside) == ["one", "two"]
    await database.close()
    with open_read_only(path) as alone:
        assert read(alone) == ["one", "two"]


async def test_nothing_can_be_written(database: Database, path: Path) -> None:
    await database.run(write("one"))
    with pytest.raises(StorageError, match="readonly"), open_read_only(path) as beside:
        write("two")(beside)
    assert await database.read(read) == ["one"]


async def test_the_service_starts_again_after_a_look_and_nothing_is_open_to_others(path: Path) -> None:
    await (await Database.open(path, migrations=NOTES)).close()
    with open_read_only(path) as alone:
        assert read(alone) == []
    assert set(modes(path).values()) == {"0o600"}
    await (await Database.open(path, migrations=NOTES)).close()


def test_no_file_is_none_and_none_is_made(path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_read_only(path):
        pass
    assert not path.exists()


def test_a_file_of_another_kind_is_said_to_be_one(path: Path) -> None:
    path.write_text("not a database, and long enough to be looked at closely by whoever reads its header")
    with pytest.raises(DatabaseCorrupt), open_read_only(path) as connection:
        connection.execute("SELECT 1 FROM notes")


def test_an_older_shape_is_an_error_of_the_disk(path: Path) -> None:
    sqlite3.connect(path).close()
    path.touch()
    with pytest.raises(StorageError, match="no such table"), open_read_only(path) as connection:
        read(connection)
