"""The database keeps what it acknowledged and undoes what failed, whoever leaves or joins meanwhile."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import chdir, closing
from datetime import timedelta
from pathlib import Path

import pytest

from storage.database import MEMORY, QUEUE_SIZE, Database
from storage.errors import StorageBusy, StorageClosed, StorageFailed
from storage.place import DatabasePlace
from storage.transaction import Transaction
from tests.raw import connection_of
from tests.storage.conftest import KINDS
from tests.storage.notes import NOTES, from_outside, log_length, read, write

BOTH = pytest.mark.parametrize("place", KINDS, indirect=True)


@BOTH
async def test_a_result_comes_back_once_it_can_be_seen_from_outside(database: Database, place: DatabasePlace) -> None:
    for number in range(20):
        assert await database.run(write(f"note {number}")) == number + 1
        assert from_outside(place)[-1] == f"note {number}"


@BOTH
async def test_work_that_waits_together_is_done_in_order_in_one_transaction(
    database: Database, place: DatabasePlace
) -> None:
    seen_from_outside: list[int] = []

    def look(_: Transaction) -> None:
        seen_from_outside.append(len(from_outside(place)))

    await asyncio.gather(*(database.run(work) for n in range(50) for work in (write(f"{n}"), look)))
    assert await database.read(read) == [f"{n}" for n in range(50)]
    assert set(seen_from_outside) == {0}


@BOTH
async def test_more_work_than_a_group_holds_is_all_done(database: Database) -> None:
    ids = await asyncio.gather(*(database.run(write(f"{n}")) for n in range(1000)))
    assert ids == list(range(1, 1001))


async def test_those_who_were_just_answered_share_the_next_commit(database: Database) -> None:
    statements: list[str] = []
    await database.run(lambda connection: connection_of(connection).set_trace_callback(statements.append))

    async def write_ten(name: int) -> None:
        for number in range(10):
            await database.run(write(f"{name}.{number}"))

    early = asyncio.create_task(write_ten(0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.gather(early, *(write_ten(name) for name in range(1, 10)))
    assert statements.count("COMMIT") <= 12


@BOTH
async def test_work_that_raises_is_undone_alone(database: Database) -> None:
    def write_and_raise(connection: Transaction) -> None:
        write("half")(connection)
        raise LookupError("changed my mind")

    _, failed, _ = await asyncio.gather(
        database.run(write("before")),
        database.run(write_and_raise),
        database.run(write("after")),
        return_exceptions=True,
    )
    assert isinstance(failed, LookupError)
    assert await database.read(read) == ["before", "after"]


@BOTH
async def test_work_that_runs_out_of_an_iterator_fails_alone(database: Database) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        await database.run(lambda _: next(iter(())))
    assert await database.run(write("goes on")) == 1


@BOTH
async def test_a_broken_constraint_reaches_only_the_one_who_broke_it(database: Database) -> None:
    outcomes = await asyncio.gather(*(database.run(write("same")) for _ in range(5)), return_exceptions=True)
    assert isinstance(outcomes[0], int)
    assert {type(outcome).__name__ for outcome in outcomes[1:]} <= {"IntegrityError", "UniqueViolation"}
    assert database.failure is None


@BOTH
async def test_too_many_waiting_are_turned_away_at_once(database: Database) -> None:
    waiting = [asyncio.create_task(database.run(lambda _: None)) for _ in range(QUEUE_SIZE)]
    refused = asyncio.create_task(database.run(write("one too many")))
    with pytest.raises(StorageBusy):
        await refused
    await asyncio.gather(*waiting)
    await database.run(write("room again"))
    assert await database.read(read) == ["room again"]


@BOTH
async def test_work_that_ends_the_transaction_stops_the_database(database: Database) -> None:
    with pytest.raises(StorageFailed):
        await database.run(lambda connection: connection.execute("COMMIT"))
    assert database.failure


@pytest.mark.parametrize("steps", range(12))
async def test_a_cancelled_caller_leaves_neither_an_open_transaction_nor_half_a_work(
    database: Database, path: Path, steps: int
) -> None:
    def write_two(connection: Transaction) -> None:
        write("first")(connection)
        write("second")(connection)

    caller = asyncio.create_task(database.run(write_two))
    for _ in range(steps):
        await asyncio.sleep(0)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    assert await database.read(read) == ([] if steps == 0 else ["first", "second"])
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")


@BOTH
async def test_a_cancelled_caller_does_not_disturb_its_neighbours(database: Database) -> None:
    callers = [asyncio.create_task(database.run(write(f"{n}"))) for n in range(10)]
    await asyncio.sleep(0)
    for caller in callers[::2]:
        caller.cancel()
    outcomes = await asyncio.gather(*callers, return_exceptions=True)
    assert outcomes[1::2] == [2, 4, 6, 8, 10]
    assert await database.read(read) == [f"{n}" for n in range(10)]


async def test_a_writer_that_ends_before_its_time_tells_its_callers_and_lets_go(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    callers = [asyncio.create_task(database.run(write(f"{n}"))) for n in range(300)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    (writer,) = (task for task in asyncio.all_tasks() if task.get_name() == "database writer")
    writer.cancel()
    outcomes = await asyncio.gather(*callers, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StorageFailed}
    assert isinstance(await database.wait_failed(), StorageFailed)
    await database.close()
    await (await Database.open(path, migrations=NOTES)).close()


async def test_a_cancelled_closing_still_closes(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    closing_task = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    closing_task.cancel()
    await asyncio.gather(closing_task, return_exceptions=True)
    await (await Database.open(path, migrations=NOTES, wait_for_lock=timedelta(seconds=5))).close()


async def test_closing_finishes_what_waits_and_refuses_what_comes(path: Path) -> None:
    database = await Database.open(path, migrations=NOTES)
    waiting = [asyncio.create_task(database.run(write(f"{n}"))) for n in range(600)]
    await asyncio.sleep(0)
    await database.close()
    assert log_length(path) == 0
    assert len(await asyncio.gather(*waiting)) == len(from_outside(path)) == 600
    for refused in (database.run(read), database.checkpoint()):
        with pytest.raises(StorageClosed):
            await refused
    await database.close()


@pytest.fixture
def empty_folder(tmp_path: Path) -> Iterator[None]:
    """Work happens in it, and it must be empty afterwards."""
    with chdir(tmp_path):
        yield
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("empty_folder")
async def test_memory_needs_no_file() -> None:
    database = await Database.open(MEMORY, migrations=NOTES)
    assert await database.run(write("here")) == 1
    assert await database.checkpoint()
    assert database.size == 0
    await database.close()
