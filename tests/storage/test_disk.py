"""A disk that is full, fails, or is to forget: what the database does then."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import DatabaseCorrupt, DatabaseMoved, StorageBusy, StorageFailed, StorageFull
from storage.sqlite.transaction import SqliteTransaction
from tests.rights import files_cannot_grow
from tests.storage.notes import NOTES, from_outside, log_length, pragma, read, write


def occurrences(path: Path, text: bytes) -> int:
    return sum(file.read_bytes().count(text) for file in path.parent.iterdir())


async def test_a_full_disk_undoes_the_group_and_work_goes_on_once_there_is_room(database: Database) -> None:
    await database.run(write("before"))
    await database.run(pragma("max_page_count = 8"))
    outcomes = await asyncio.gather(
        database.run(write("small")), database.run(write("x" * 100_000)), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [StorageFull, StorageFull]
    assert database.failure is None
    await database.run(pragma("max_page_count = 100000"))
    await database.run(write("x" * 100_000))
    assert len(await database.read(read)) == 2


async def test_a_failed_write_stops_the_database_for_good(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    await database.run(write("kept"))
    watcher = asyncio.create_task(database.wait_failed())
    with files_cannot_grow(log_length(path)):
        many = (database.run(write(f"{n} " + "x" * 5000)) for n in range(300))
        outcomes = await asyncio.gather(*many, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StorageFailed}
    assert len({id(outcome) for outcome in outcomes}) == 300
    assert database.failure is await watcher
    for refused in (database.run(read), database.checkpoint()):
        with pytest.raises(StorageFailed):
            await refused
    await database.close()
    assert from_outside(path) == ["kept"]


async def test_a_start_without_room_is_told_as_that_and_works_once_there_is_some(path: Path) -> None:
    await (await Database.open(path, migrations=NOTES)).close()
    with files_cannot_grow(8192), pytest.raises(StorageFull):
        await Database.open(path, migrations=NOTES)
    await (await Database.open(path, migrations=NOTES)).close()


async def test_a_caller_who_has_left_is_not_told_of_a_failure(database: Database) -> None:
    await database.run(pragma("max_page_count = 8"))
    caller = asyncio.create_task(database.run(write("x" * 100_000)))
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.wait({caller})
    assert caller.cancelled()
    assert await database.read(read) == []


async def test_a_failed_checkpoint_stops_the_database_for_good(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    await database.run(write("x" * 100_000))
    with files_cannot_grow(8192), pytest.raises(StorageFailed):
        await database.checkpoint()
    assert database.failure
    await database.close()
    assert from_outside(path) == ["x" * 100_000]


async def test_a_failed_checkpoint_is_noted_even_if_its_caller_has_left(database: Database) -> None:
    await database.run(write("x" * 100_000))
    with files_cannot_grow(8192):
        caller = asyncio.create_task(database.checkpoint())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        caller.cancel()
        assert isinstance(await database.wait_failed(), StorageFailed)


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 20)


async def test_damage_that_work_runs_into_stops_the_database_for_good(path: Path, database: Database) -> None:
    await database.run(write("x" * 100_000))
    await database.checkpoint()
    await database.run(lambda connection: connection.execute("PRAGMA shrink_memory"))
    damage(path)
    with pytest.raises(DatabaseCorrupt):
        await database.run(read)
    assert isinstance(database.failure, DatabaseCorrupt)


async def test_a_file_that_another_program_writes_is_busy_for_now(database: Database, path: Path) -> None:
    await database.run(pragma("busy_timeout = 0"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageBusy):
            await database.run(write("not yet"))
    assert await database.run(write("now")) == 1


async def test_what_was_deleted_is_gone_from_every_file_after_a_checkpoint(database: Database, path: Path) -> None:
    await database.run(write("2348031234567"))
    await database.checkpoint()
    assert occurrences(path, b"2348031234567")
    await database.run(lambda connection: connection.execute("DELETE FROM notes"))
    assert await database.checkpoint()
    assert occurrences(path, b"2348031234567") == 0


async def test_a_reader_from_outside_keeps_the_log_and_is_not_an_error(database: Database, path: Path) -> None:
    await database.run(pragma("busy_timeout = 0"))
    await database.run(write("first"))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        read(SqliteTransaction(reader))
        await database.run(write("second"))
        assert not await database.checkpoint()
    assert await database.checkpoint()


async def test_the_log_is_kept_short_by_itself(database: Database, path: Path) -> None:
    longest = 0
    for number in range(40):
        await database.run(write(f"{number}" * 100_000))
        longest = max(longest, log_length(path))
    assert longest < 5_000_000 < database.size


# A file that is not there any more


def leave(path: Path) -> Path:
    """Where it is renamed to."""
    return path.rename(path.with_name("elsewhere.db"))


def replace(path: Path) -> Path:
    copy = path.with_name("copy.db")
    with closing(sqlite3.connect(path)) as there, closing(sqlite3.connect(copy)) as here:
        there.backup(here)
    elsewhere = leave(path)
    copy.rename(path)
    return elsewhere


@pytest.mark.parametrize("move", [leave, replace])
async def test_a_file_that_was_moved_takes_nothing_more_and_keeps_all_that_was_written(
    path: Path, move: Callable[[Path], Path]
) -> None:
    database = await Database.open(path, migrations=NOTES)
    await database.run(write("kept"))
    elsewhere = move(path)
    with pytest.raises(StorageFailed, match="moved, deleted or replaced"):
        await database.run(write("lost with the next start"))
    assert isinstance(database.failure, DatabaseMoved)
    await database.close()
    assert from_outside(elsewhere) == ["kept"]
    assert log_length(path) == 0


async def test_no_log_of_the_old_file_gets_into_the_one_that_stands_in_its_place(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    await database.run(write("in both"))
    replace(path)
    with pytest.raises(StorageFailed):
        await database.run(read)
    await database.close()
    database = await Database.open(path, migrations=NOTES)
    await database.run(write("in the new one"))
    assert await database.read(read) == ["in both", "in the new one"]
    await database.close()
