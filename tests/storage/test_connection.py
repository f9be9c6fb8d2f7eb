"""A database is opened as the promises need it, or refused with the reason."""

import asyncio
import gc
import os
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import DatabaseCorrupt, DatabaseTooNew, DatabaseUnfit, StorageBusy, StorageFull
from storage.migrations import Migration
from storage.sqlite.connection import MEMORY, Connection
from tests.storage.notes import NOTES, modes, pragma, write


async def test_it_is_opened_as_the_promises_need_it(database: Database, path: Path) -> None:
    settings = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
        "temp_store": 2,
        "busy_timeout": 500,
    }
    assert {name: await database.read(pragma(name)) for name in settings} == settings
    await database.run(write("makes the side files"))
    assert modes(path) == dict.fromkeys(["test.db", "test.db-wal", "test.db-shm", "test.db.lock"], "0o600")


async def test_a_file_that_others_could_read_becomes_private(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT, 0o644))
    await (await Database.open(path, migrations=NOTES)).close()
    assert modes(path)["test.db"] == "0o600"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
async def test_a_lock_that_root_takes_stays_the_services_own(path: Path) -> None:
    await (await Database.open(path, migrations=NOTES)).close()
    lock = path.with_name(f"{path.name}.lock")
    lock.unlink()
    os.chown(path, 12345, 12345)
    await (await Database.open(path, migrations=NOTES)).close()
    assert (lock.stat().st_uid, lock.stat().st_gid) == (12345, 12345)


async def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await Database.open(tmp_path / "nowhere" / "test.db", migrations=NOTES)


async def test_a_newer_schema_is_refused_and_the_lock_let_go(path: Path) -> None:
    newer = (*NOTES, Migration(2, "0002_more.sql", "CREATE TABLE more (a);"))
    await (await Database.open(path, migrations=newer)).close()
    with pytest.raises(DatabaseTooNew):
        await Database.open(path, migrations=NOTES)
    await (await Database.open(path, migrations=newer)).close()


@pytest.fixture
def message(path: Path) -> Iterator[Path]:
    """A file that is no database, and must be the same afterwards."""
    path.write_bytes(b"not a database at all" * 300)
    yield path
    assert path.read_bytes() == b"not a database at all" * 300


async def test_a_file_that_is_no_database_is_refused_and_left_alone(message: Path) -> None:
    with pytest.raises(DatabaseCorrupt):
        await Database.open(message, migrations=NOTES)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 8] = b"\xff" * (4096 * 7)
    path.write_bytes(content)


async def test_a_damaged_database_is_refused(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    await asyncio.gather(*(database.run(write(f"{n}" * 100)) for n in range(200)))
    await database.close()
    damage(path)
    with pytest.raises(DatabaseCorrupt, match=f"{path} is damaged"):
        await Database.open(path, migrations=NOTES)


@pytest.fixture
def theirs(path: Path) -> Iterator[Path]:
    """Another program's database, which must be the same afterwards."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (theirs)")
    before = path.read_bytes()
    yield path
    assert path.read_bytes() == before


async def test_another_programs_database_is_refused_and_left_alone(theirs: Path) -> None:
    with pytest.raises(DatabaseUnfit, match="another program's tables"):
        await Database.open(theirs, migrations=NOTES)


async def test_a_locked_file_is_busy_and_not_corrupt(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.sqlite.connection.BUSY_TIMEOUT", 0.01)
    await (await Database.open(path, migrations=NOTES)).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageBusy):
            await Database.open(path, migrations=NOTES)


@pytest.mark.parametrize("steps", range(6))
async def test_a_cancelled_opening_lets_go_of_the_lock(path: Path, steps: int) -> None:
    opening = asyncio.create_task(Database.open(path, migrations=NOTES))
    for _ in range(steps):
        await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    await (await Database.open(path, migrations=NOTES)).close()


async def test_an_error_of_its_thread_keeps_nothing_in_memory_once_it_was_told() -> None:
    """On a full disk every group ends in one, with all that its turns hold; the collector comes seldom."""

    def fail(_: sqlite3.Connection) -> None:
        raise StorageFull("the disk is full")

    connection = await Connection.open(MEMORY, NOTES)
    gc.disable()
    try:
        with pytest.raises(StorageFull) as caught:
            await connection.call(fail)
        assert caught.traceback[-1].name == "fail"
        error = weakref.ref(caught.value)
        del caught
        await connection.call(lambda _: None)  # its thread remembers the one before
        assert error() is None
    finally:
        gc.enable()
        await connection.close()
