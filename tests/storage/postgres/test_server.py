"""A server that is lost and found again: nothing is acknowledged that is not kept, and what can be done is done."""

import asyncio
import signal
from collections.abc import Iterator

import psycopg
import pytest

from storage.database import Database
from storage.errors import (
    CommitLost,
    DatabaseCorrupt,
    DatabaseCrowded,
    DatabaseReadOnly,
    DatabaseUnreachable,
    StorageBusy,
    StorageFailed,
    StorageFull,
)
from storage.place import ServerUrl
from storage.postgres import session
from storage.postgres.failures import storage_error
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.local_postgres import LocalPostgres, find_programs
from tests.storage.notes import from_outside, notes_of, read, write
from tests.storage.postgres.cutting import Cut, Wire, wire_to
from tests.waiting import until, until_found, until_now


def session_of(tx: Transaction) -> int:
    number: int = tx.execute("SELECT pg_backend_pid()").fetchone()[0]
    return number


@pytest.fixture
def place(postgres: LocalPostgres) -> ServerUrl:
    return postgres.place()


@pytest.fixture
def wire(postgres: LocalPostgres) -> Iterator[Wire]:
    with wire_to(postgres) as wire:
        yield wire


@pytest.fixture
async def far(postgres: LocalPostgres, wire: Wire, place: ServerUrl) -> Database:
    """The database as it is seen through the wire."""
    return await Database.open(wire.through(postgres, place), migrations=notes_of(place))


async def test_a_connection_that_was_cut_is_made_anew_and_nobody_notices(
    postgres: LocalPostgres, database: Database
) -> None:
    before = await database.read(session_of)
    postgres.run(f"SELECT pg_terminate_backend({before}, 5000)")
    assert await database.run(write("kept"))
    assert await database.read(session_of) != before


async def test_a_connection_that_is_cut_in_the_midst_of_a_group_costs_no_more_than_doing_it_again(
    postgres: LocalPostgres, database: Database, place: ServerUrl
) -> None:
    cut: list[int] = []

    def write_and_lose(tx: Transaction) -> None:
        write("twice tried")(tx)
        if not cut:
            cut.append(session_of(tx))
            postgres.run(f"SELECT pg_terminate_backend({cut[0]}, 5000)")

    await asyncio.gather(database.run(write("neighbour")), database.run(write_and_lose))
    assert sorted(from_outside(place)) == ["neighbour", "twice tried"]


async def test_a_commit_whose_answer_was_lost_is_told_as_kept(far: Database, wire: Wire, place: ServerUrl) -> None:
    wire.cut = Cut.AFTER_COMMIT
    assert await far.run(write("kept"))
    assert from_outside(place) == ["kept"]
    await far.close()


async def test_a_commit_that_never_arrived_is_told_as_not_done(far: Database, wire: Wire, place: ServerUrl) -> None:
    wire.cut = Cut.BEFORE_COMMIT
    with pytest.raises(StorageBusy, match="nothing was done"):
        await far.run(write("lost"))
    assert from_outside(place) == []
    assert await far.run(write("lost"))
    assert from_outside(place) == ["lost"]
    await far.close()


async def test_a_commit_that_is_lost_after_another_server_took_over_is_asked_for_there(
    postgres: LocalPostgres, wire: Wire, place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    timelines = iter("122")
    monkeypatch.setattr(session, "_history_of", lambda _: next(timelines))
    far = await Database.open(wire.through(postgres, place), migrations=notes_of(place))
    postgres.run(f"SELECT pg_terminate_backend({await far.read(session_of)}, 5000)")
    await far.read(read)
    wire.cut = Cut.AFTER_COMMIT
    assert await far.run(write("kept"))
    await far.close()


@pytest.mark.usefixtures("postgres")
async def test_a_commit_that_was_lost_with_its_server_is_not_taken_for_a_later_one_of_the_same_number() -> None:
    programs = find_programs()
    assert programs
    own = LocalPostgres(programs, wal_writer_delay="10s")  # so that nothing of it comes to the disk by itself
    place = own.place()

    async def lose_the_server_while_writing(*statements: str) -> None:
        """It crashes before the commit has come, and does something else before anybody asks what became of it."""
        line.cut = Cut.BEFORE_COMMIT
        line.reached.clear()
        line.go_on.clear()
        writing = asyncio.create_task(far.run(write("lost")))
        await until(line.reached.is_set)
        own.stop(signal.SIGQUIT)
        own.start()
        for statement in statements:
            own.run(statement)
        line.go_on.set()
        await writing

    with wire_to(own) as line:
        far = await Database.open(line.through(own, place), migrations=notes_of(place))
        with pytest.raises(StorageBusy, match="nothing was done"):
            await lose_the_server_while_writing()
        with pytest.raises(CommitLost):
            await lose_the_server_while_writing("CREATE TABLE later (number INT)")
        assert from_outside(place) == []
        await far.close()
    own.close()


async def test_work_that_changed_nothing_is_in_no_doubt(far: Database, wire: Wire) -> None:
    wire.cut = Cut.AFTER_COMMIT
    assert await far.read(read) == []
    await far.close()


@pytest.mark.usefixtures("postgres")
async def test_what_comes_in_a_short_outage_waits_for_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "GRACE", 3600.0)  # however long it takes here to be started
    programs = find_programs()
    assert programs
    own = LocalPostgres(programs)
    place = own.place()
    database = await Database.open(place, migrations=notes_of(place))
    own.stop()
    writing = asyncio.create_task(database.run(write("meanwhile")))
    own.start()
    assert await writing
    assert from_outside(place) == ["meanwhile"]
    await database.close()
    own.close()


@pytest.mark.usefixtures("postgres")
async def test_a_server_that_is_down_turns_work_away_and_takes_it_again_once_it_is_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session, "GRACE", 0.0)
    programs = find_programs()
    assert programs
    own = LocalPostgres(programs)
    place = own.place()
    database = await Database.open(place, migrations=notes_of(place))
    own.stop()
    with pytest.raises(DatabaseUnreachable):
        await database.run(write("nobody is there"))
    assert database.failure is None
    with pytest.raises(DatabaseUnreachable):
        await Database.open(place, migrations=notes_of(place))
    own.start()

    async def taken() -> bool:
        try:
            return bool(await database.run(write("back")))
        except StorageBusy:
            return False

    await until_found(taken)
    assert from_outside(place) == ["back"]
    await database.close()
    own.close()


async def test_a_session_that_leads_to_a_copy_by_now_is_left_for_another(database: Database) -> None:
    await database.run(lambda tx: tx.execute("SET default_transaction_read_only = on"))
    assert await database.run(write("there"))
    assert await database.read(read) == ["there"]


async def test_who_holds_the_lock_for_too_long_is_waited_for_no_longer(
    postgres: LocalPostgres, database: Database, place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = "SELECT set_config('lock_timeout', '50ms', TRUE)"
    monkeypatch.setattr("storage.postgres.transaction.PATIENCE", patient)
    with psycopg.connect(place.reveal()) as other:
        other.execute("SELECT pg_advisory_xact_lock(1952803689, current_schema()::regnamespace::oid::int4)")
        with pytest.raises(StorageBusy, match="lock timeout"):
            await database.run(write("in vain"))
    assert await database.run(write("in time"))


async def test_a_process_that_stops_within_a_group_loses_its_lock_and_what_it_did(
    postgres: LocalPostgres, database: Database, place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server ends its transaction, and it hears of that when it goes on: the work is done anew."""
    patient = "SELECT set_config('idle_in_transaction_session_timeout', '200ms', TRUE)"
    monkeypatch.setattr("storage.postgres.transaction.PATIENCE", patient)
    tries: list[int] = []

    def write_and_stop(tx: Transaction) -> None:
        write("stopped")(tx)
        tries.append(session_of(tx))
        if len(tries) > 1:
            return
        with psycopg.connect(postgres.url().reveal(), autocommit=True) as other:
            alive = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"
            until_now(lambda: not other.execute(alive, (tries[0],)).fetchone())

    await database.run(write_and_stop)
    assert len(tries) == 2
    assert from_outside(place) == ["stopped"]


@for_every(
    ("kind", "meaning"),
    [
        (psycopg.errors.DiskFull, StorageFull),
        (psycopg.errors.TooManyConnections, DatabaseCrowded),
        (psycopg.errors.AdminShutdown, StorageBusy),
        (psycopg.errors.LockNotAvailable, StorageBusy),
        (psycopg.errors.ReadOnlySqlTransaction, DatabaseReadOnly),
        (psycopg.errors.IoError, StorageBusy),
        (psycopg.errors.DataCorrupted, DatabaseCorrupt),
        (psycopg.errors.SyntaxError, StorageFailed),
        (psycopg.OperationalError, DatabaseUnreachable),
        (LookupError, StorageFailed),
    ],
)
def test_errors_are_told_apart_by_what_is_to_be_done_about_them(kind: type[Exception], meaning: type) -> None:
    assert type(storage_error(kind("some text"))) is meaning
