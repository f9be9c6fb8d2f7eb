"""Work that shares a transaction fails alone; a group that cannot be committed leaves nothing behind."""

import asyncio

import pytest

from storage.errors import StorageFailed, StorageFull, Unsealable
from storage.jobs import Job
from storage.sealing import Keyring
from storage.sqlite.committing import commit
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction
from tests.raw import blank_memory
from tests.storage.notes import NOTES, read, write


async def test_a_group_whose_commit_fails_is_rolled_back_whole() -> None:
    def point_to_nothing(connection: Transaction) -> None:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO replies VALUES (99)")

    loop = asyncio.get_running_loop()
    with blank_memory() as connection:
        connection.executescript(f"{NOTES[0].sql} CREATE TABLE replies (note INTEGER REFERENCES notes);")
        connection.execute("PRAGMA foreign_keys = ON")
        jobs = [Job(write("neighbour"), loop.create_future()), Job(point_to_nothing, loop.create_future())]
        with pytest.raises(StorageFailed, match="FOREIGN KEY"):
            commit(connection, jobs)
        assert not connection.in_transaction
        assert read(SqliteTransaction(connection)) == []


def test_a_part_that_raises_is_undone_alone_also_within_another() -> None:
    def write_and_raise(tx: Transaction) -> None:
        write("inner")(tx)
        raise LookupError

    with blank_memory() as connection:
        connection.executescript(NOTES[0].sql)
        tx = SqliteTransaction(connection)
        with tx.part():
            write("outer")(tx)
            with pytest.raises(LookupError), tx.part():
                write_and_raise(tx)
        assert read(tx) == ["outer"]


def test_a_part_that_meets_a_full_disk_says_so_to_all_who_share_the_transaction() -> None:
    with blank_memory() as connection:
        connection.executescript(f"{NOTES[0].sql} PRAGMA max_page_count = 4;")
        tx = SqliteTransaction(connection)
        with pytest.raises(StorageFull), tx.part(), tx.part():
            write("x" * 100_000)(tx)


async def test_a_sealed_value_that_cannot_be_opened_fails_its_own_work_alone() -> None:
    def open_nothing(_: Transaction) -> None:
        Keyring.parse(Keyring.generate_key()).open(b"", table="a", column="b", row="c")

    loop = asyncio.get_running_loop()
    with blank_memory() as connection:
        connection.executescript(NOTES[0].sql)
        neighbour, poisoned = Job(write("neighbour"), loop.create_future()), Job(open_nothing, loop.create_future())
        commit(connection, [neighbour, poisoned])
        poisoned.settle()
        assert read(SqliteTransaction(connection)) == ["neighbour"]
        assert isinstance(poisoned.answer.exception(), Unsealable)
