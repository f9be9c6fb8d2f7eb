"""A group that cannot be committed leaves nothing behind, not even an open transaction."""

import asyncio

import pytest

from storage.errors import StorageFailed
from storage.jobs import Job
from storage.sqlite.transaction import SqliteTransaction, commit
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
