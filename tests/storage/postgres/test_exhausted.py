"""A server that has no session or no room left: nothing is kept that was not, and all goes on once there is some."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress

import psycopg
import pytest

from storage.database import Database
from storage.errors import DatabaseCrowded, StorageBusy, StorageFull
from storage.transaction import Transaction
from tests.local_postgres import LocalPostgres, find_programs
from tests.storage.notes import from_outside, notes_of, write
from tests.waiting import until, until_found

SESSIONS = 4


@pytest.fixture
def small(postgres: LocalPostgres) -> Iterator[LocalPostgres]:
    programs = find_programs()
    assert programs
    server = LocalPostgres(programs, max_connections=str(SESSIONS), superuser_reserved_connections="0")
    yield server
    server.close()


async def test_without_a_free_session_work_is_turned_away_until_there_is_one(
    small: LocalPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgres.session.GRACE", 0.0)
    place = small.place()
    database = await Database.open(place, migrations=notes_of(place))
    ours = await database.read(lambda tx: tx.execute("SELECT pg_backend_pid()").fetchone()[0])
    with ExitStack() as others:
        watcher = _session(small, others)
        watcher.execute("SELECT pg_terminate_backend(%s, 5000)", (ours,))
        held = {watcher.info.backend_pid}
        await until(lambda: _held_by(watcher) == held, act=lambda: _take(small, others, held))
        with pytest.raises(DatabaseCrowded):
            await database.run(write("no session"))
    assert database.failure is None

    async def is_taken() -> bool:
        try:
            return bool(await database.run(write("a session")))
        except StorageBusy:
            return False

    await until_found(is_taken)
    assert from_outside(place) == ["a session"]
    await database.close()


def _take(server: LocalPostgres, others: ExitStack, held: set[int]) -> None:
    """One more session, unless there is none: one that has just ended still counts for a while."""
    with suppress(psycopg.OperationalError):
        held.add(_session(server, others).info.backend_pid)


def _held_by(watcher: psycopg.Connection) -> set[int] | None:
    """Whose sessions they are, once there is none left."""
    found = watcher.execute("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'").fetchall()
    return {pid for (pid,) in found} if len(found) == SESSIONS else None


def _session(server: LocalPostgres, others: ExitStack) -> psycopg.Connection:
    return others.enter_context(closing(psycopg.connect(server.url().reveal(), autocommit=True)))


@pytest.fixture
def little_room(small: LocalPostgres) -> Iterator[str]:
    """The name of a tablespace of two megabytes: a file system of its own, which only root can make."""
    folder = small.folder / "little"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if os.geteuid() or made.returncode:
        pytest.skip("no file system can be made here: nothing was tried on a full disk")
    if small.user:
        shutil.chown(folder, small.user)
    small.run(f"CREATE TABLESPACE little LOCATION '{folder}'")
    yield "little"
    subprocess.run(["umount", "-l", str(folder)], check=True)


async def test_without_room_nothing_is_kept_and_all_goes_on_once_there_is_some(
    small: LocalPostgres, little_room: str
) -> None:
    place = small.place()
    database = await Database.open(place, migrations=notes_of(place))
    await database.run(lambda tx: tx.execute(f"ALTER TABLE notes SET TABLESPACE {little_room}"))
    await database.run(write("before"))

    def write_much(tx: Transaction) -> None:
        tx.execute("INSERT INTO notes (text) SELECT md5(random()::text) FROM generate_series(1, 100000)")

    with pytest.raises(StorageFull):
        await database.run(write_much)
    assert database.failure is None
    assert from_outside(place) == ["before"]
    await database.run(lambda tx: tx.execute("ALTER TABLE notes SET TABLESPACE pg_default"))
    assert await database.run(write("after"))
    assert from_outside(place) == ["before", "after"]
    await database.close()
