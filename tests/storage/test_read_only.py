"""Looking into a database that another process may hold."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import DatabaseCorrupt, StorageError, StorageFull
from storage.looking import open_read_only
from tests.rights import files_cannot_grow, folder_of_another, nobody
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


async def test_a_look_without_room_is_told_as_that(path: Path) -> None:
    await (await Database.open(path, migrations=NOTES)).close()
    with files_cannot_grow(8192), pytest.raises(StorageFull), open_read_only(path) as alone:
        read(alone)
    with open_read_only(path) as alone:
        assert read(alone) == []


def test_no_file_is_none_and_none_is_made(path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_read_only(path):
        pass
    assert not path.exists()


def test_a_file_of_another_kind_is_said_to_be_one(path: Path) -> None:
    path.write_text("not a database, and long enough to be looked at closely by whoever reads its header")
    with pytest.raises(DatabaseCorrupt, match=f"{path} is damaged"), open_read_only(path):
        pass


@pytest.mark.parametrize("made", ["", "CREATE TABLE theirs (a)"])
def test_an_empty_file_and_another_programs_are_none_of_ours(path: Path, made: str) -> None:
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute(made)
    path.touch()
    with (
        pytest.raises(FileNotFoundError, match=f"{path} holds nothing of ours. Set DATABASE_URL"),
        open_read_only(path),
    ):
        pass


@pytest.mark.parametrize(
    ("schema", "said"),
    [(1, "an older release has made it .its schema is 1, "), (9999, "a newer release has changed it")],
)
def test_what_another_releases_database_has_not_is_told_as_that(path: Path, schema: int, said: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {schema}")
    with pytest.raises(StorageError, match=said), open_read_only(path) as connection:
        read(connection)


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=f"{tmp_path} is a folder. Set DATABASE_URL"), open_read_only(tmp_path):
        pass


async def test_a_folder_that_this_user_may_not_write_is_told_with_the_file(database: Database, path: Path) -> None:
    await database.close()
    with folder_of_another(0o555, path) as folder, nobody():
        said = f"{folder / path.name} cannot be opened: .+ to write beside it"
        with pytest.raises(StorageError, match=said), open_read_only(folder / path.name) as alone:
            read(alone)


def test_what_cannot_be_opened_is_named_and_why_that_may_be(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)  # a socket's own name may not be long
    with socket.socket(socket.AF_UNIX) as nobody:
        nobody.bind(path.name)
    said = f"{path} cannot be opened: it is no file, or this user has no right"
    with pytest.raises(StorageError, match=said), open_read_only(path):
        pass
