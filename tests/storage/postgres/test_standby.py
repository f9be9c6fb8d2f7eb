"""A real standby that streams from its primary: what doctor says of it, and what is there when it takes over."""

from collections.abc import Iterator

import pytest

from bot.checks.finding import Finding, Verdict
from bot.checks.server import check_server
from storage.database import Database
from storage.errors import StorageBusy
from storage.place import ServerUrl
from tests.local_postgres import LocalPostgres, LocalStandby, find_programs
from tests.storage.notes import from_outside, notes_of, write
from tests.waiting import until_found, until_now

SAFE = {"fsync": "on", "full_page_writes": "on"}


@pytest.fixture
def primary(postgres: LocalPostgres) -> Iterator[LocalPostgres]:
    programs = find_programs()
    assert programs
    server = LocalPostgres(programs, **SAFE)
    yield server
    server.close()


@pytest.fixture
def standby(primary: LocalPostgres) -> Iterator[LocalPostgres]:
    server = LocalStandby(primary, **SAFE)
    until_now(lambda: primary.ask("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'"))
    yield server
    server.close()


def judge(place: ServerUrl) -> Finding:
    return check_server(place)[-1]


async def test_a_standby_is_named_by_what_it_is_good_for_and_holds_what_was_acknowledged_when_it_takes_over(
    primary: LocalPostgres, standby: LocalPostgres
) -> None:
    place = primary.place()
    assert judge(place).verdict is Verdict.WARN
    assert "no standby confirms" in judge(place).said
    primary.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
    primary.run("SELECT pg_reload_conf()")
    until_now(lambda: primary.ask("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"))
    assert judge(place).verdict is Verdict.OK

    both = _of_either(place, primary, standby)
    database = await Database.open(both, migrations=notes_of(place))
    assert await database.run(write("acknowledged"))
    primary.stop()
    standby.run("SELECT pg_promote()")

    async def is_taken() -> bool:
        try:
            return bool(await database.run(write("after it")))
        except StorageBusy:
            return False

    await until_found(is_taken)
    assert from_outside(both) == ["acknowledged", "after it"]
    await database.close()
    primary.start()


def _of_either(place: ServerUrl, primary: LocalPostgres, standby: LocalPostgres) -> ServerUrl:
    """Whichever can be written to (libpq's own way to say so)."""
    hosts = place.reveal().replace(str(primary.folder), f"{primary.folder},{standby.folder}")
    return ServerUrl(f"{hosts}&target_session_attrs=read-write")
