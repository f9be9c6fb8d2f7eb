"""The same history on both databases tells the same and leaves the same rows, opened; 1,000 in `make test-all`."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import HealthCheck, given, settings

from storage.jobs import Job
from storage.place import ServerUrl
from storage.postgres.committing import commit as commit_to_server
from storage.postgres.connection import connect
from storage.postgres.transaction import PostgresTransaction
from storage.sqlite.committing import commit as commit_to_file
from storage.sqlite.transaction import Numbers
from storage.transaction import Transaction
from tests.local_postgres import LocalPostgres
from tests.raw import connection_of, memory
from tests.storage.histories import Errand, World, everything_opened, histories

Commit = Callable[[list[Job[Any]]], None]


@contextmanager
def file() -> Iterator[tuple[Commit, Transaction]]:
    with memory() as tx:
        connection, numbers = connection_of(tx), Numbers()
        yield lambda jobs: commit_to_file(connection, jobs, numbers), tx


@contextmanager
def server(place: ServerUrl) -> Iterator[tuple[Commit, Transaction]]:
    """Emptied, which is faster than made anew; and row by row, which is faster than TRUNCATE where there are few."""
    with connect(place) as connection:
        ((emptying,),) = connection.execute(
            "SELECT string_agg('DELETE FROM ' || table_name, '; ') FROM information_schema.tables"
            " WHERE table_schema = current_schema() AND table_name <> 'schema_version'"
        ).fetchall()
        connection.execute(emptying.encode())
        yield lambda jobs: commit_to_server(connection, jobs), PostgresTransaction(connection)


def live(history: list[list[Errand]], commit: Commit, tx: Transaction) -> tuple[list[Any], Any]:
    world, told, loop = World(), [], asyncio.new_event_loop()
    for group in history:
        jobs = [Job(each.work(world), loop.create_future(), world.store.wanted_by_turn(each.who)) for each in group]
        commit(jobs)
        for job in jobs:
            job.settle()
            said, given = job.answer.result()
            told.append(said)
            world.given += given
    loop.close()
    return told, everything_opened(tx)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(history=histories)
def test_the_same_history_leaves_the_same_rows(postgres: LocalPostgres, history: list[list[Errand]]) -> None:
    with file() as one, server(postgres.migrated) as other:
        assert live(history, *one) == live(history, *other)
