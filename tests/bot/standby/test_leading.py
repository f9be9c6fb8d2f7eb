"""Of several processes on one server one leads, for as long as it holds the lease on the service."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from datetime import timedelta
from functools import partial

import psycopg
import pytest

from bot.monitoring.metrics import Metrics
from conversations.rules import Rules
from storage.database import Database
from storage.errors import LeaseLost, StorageFailed
from storage.place import ServerUrl
from storage.postgres import lease
from storage.postgres.connection import open_session
from storage.postgres.lease import ServiceLease
from storage.postgres.transaction import LOCK
from storage.sealing import Keyring
from storage.store import Store
from tests.bot.standby.leading_stage import hurry, lease_ends, process
from tests.local_postgres import LocalPostgres
from tests.waiting import until, until_found


@pytest.fixture
def place(postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch) -> ServerUrl:
    hurry(monkeypatch)
    return postgres.place()


async def test_the_lease_is_renewed_from_when_it_is_gained_until_it_is_given_up(place: ServerUrl) -> None:
    async with AsyncExitStack() as stack:
        (database, first), (_, second) = [await stack.enter_async_context(process(place)) for _ in range(2)]
        await first.gain()
        waiting = asyncio.create_task(second.gain())
        async with first.held():
            before = await lease_ends(database)
            await until_found(lambda: is_later(database, before))
            assert not waiting.done()
        await asyncio.wait_for(waiting, timeout=5)
        async with second.held():
            pass


async def test_who_may_have_lost_the_lease_is_certain_of_nothing_until_it_was_renewed(
    place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.LOOK_EVERY", 0.01)
    async with process(place) as (database, first), process(place) as (_, second):
        await database.certain()  # where nobody takes a lease
        await first.gain()
        await database.certain()
        assert isinstance(database.lease, ServiceLease)
        database.lease.certain_until = 0.0  # it was stopped for that long
        asking = asyncio.create_task(database.certain())
        async with first.held():
            await asyncio.wait_for(asking, timeout=5)
        database.lease.certain_until = 0.0
        asking = asyncio.create_task(database.certain())
        await second.gain()
        assert not asking.done()
        with pytest.raises(LeaseLost):
            await lease_ends(database)
        with pytest.raises(StorageFailed, match="another process"):
            await asyncio.wait_for(asking, timeout=5)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="the system has no clock that runs on in sleep")
async def test_who_slept_with_the_machine_is_certain_of_nothing(
    place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell, slept = time.clock_gettime, [0.0]
    monkeypatch.setattr(time, "clock_gettime", lambda which: tell(which) + slept[0] * (which == time.CLOCK_BOOTTIME))
    async with process(place) as (database, leadership):
        await leadership.gain()
        before = database.is_certain
        slept[0] = lease.LASTS.total_seconds()
        assert (before, database.is_certain) == (True, False)
        async with leadership.held():
            await asyncio.wait_for(database.certain(), timeout=5)


async def test_the_metrics_say_who_leads_and_by_what_number(place: ServerUrl) -> None:
    store = Store.under(Keyring.parse(Keyring.generate_key()), Rules())
    async with process(place) as (_, first), process(place) as (database, second):
        await first.gain()
        async with first.held():
            pass
        await second.gain()
        (standby, leader), held = (Metrics(), Metrics()), database.lease
        leader.watch(database, store)
        assert [_figures_of(each) for each in (standby, leader)] == [(0, 0), (1, 2)]
        assert isinstance(held, ServiceLease)
        held.certain_until = 0.0  # nobody knows whether it still does
        assert _figures_of(leader) == (0, 2)


def _figures_of(metrics: Metrics) -> tuple[float, float]:
    figures = dict(line.rsplit(" ", 1) for line in metrics.render().decode().splitlines())
    return float(figures["telcolink_leads"]), float(figures["telcolink_lease_epoch"])


async def is_later(database: Database, before: int) -> bool:
    return await lease_ends(database) > before


async def test_who_was_stopped_with_the_database_in_hand_keeps_others_from_the_lease_no_longer_than_it_lasts(
    place: ServerUrl, capsys: pytest.CaptureFixture[str]
) -> None:
    async with process(place) as (_, first), process(place) as (_, second):
        await first.gain()
        with stopped_in_the_midst_of_a_group(place), psycopg.connect(place.reveal(), autocommit=True) as beside:
            waiting = asyncio.create_task(second.gain())
            await until(lambda: "standing_by" in capsys.readouterr().out)
            beside.execute("UPDATE leases SET until = 0")
            await asyncio.wait_for(waiting, timeout=5)


async def test_a_servers_clock_that_is_set_back_leaves_whoever_leads_a_whole_lease(
    place: ServerUrl,
) -> None:
    async with process(place) as (_, first), process(place) as (standby, _):
        await first.gain()
        with psycopg.connect(place.reveal(), autocommit=True) as beside:
            beside.execute("UPDATE leases SET until = until + 3600000")
        held = standby.lease
        assert held
        assert await standby.run(partial(held.take, owner="another")) is None
        assert not await held.is_free()
        assert await lease_ends(standby) < (time.time() + 60) * 1000
        async with first.held():
            pass
        assert await held.is_free()


async def test_nobody_waits_an_hour_for_a_leader_that_died_as_the_servers_clock_was_set_back(
    place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "LASTS", timedelta(seconds=0.2))
    async with process(place) as (_, first), process(place) as (_, second):
        await first.gain()
        with psycopg.connect(place.reveal(), autocommit=True) as beside:
            beside.execute("UPDATE leases SET until = until + 3600000")
        await asyncio.wait_for(second.gain(), timeout=5)


async def test_nor_for_one_that_was_stopped_with_the_database_in_hand_before_that(
    place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with process(place) as (_, first), process(place) as (_, second):
        await first.gain()
        with stopped_in_the_midst_of_a_group(place), psycopg.connect(place.reveal(), autocommit=True) as beside:
            beside.execute("UPDATE leases SET until = 0")
            set_back = lease._LOOK.replace("clock_timestamp()", "(clock_timestamp() - interval '1 hour')")
            monkeypatch.setattr(lease, "_LOOK", set_back)
            await asyncio.wait_for(second.gain(), timeout=5)


async def test_who_leads_is_not_kept_from_the_database_by_a_command_that_was_stopped(
    place: ServerUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgres.transaction.PATIENCE", "SELECT set_config('lock_timeout', '50ms', TRUE)")
    async with process(place) as (_, leadership):
        await leadership.gain()
        async with leadership.held():
            with stopped_in_the_midst_of_a_group(place), psycopg.connect(place.reveal(), autocommit=True) as beside:
                beside.execute("UPDATE leases SET until = 0")
                await until(lambda: beside.execute("SELECT until FROM leases").fetchone() != (0,))


async def test_a_database_that_lets_nobody_lead_is_told_by_name_until_it_does(
    place: ServerUrl, postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("storage.postgres.session.GRACE", 0.0)
    async with process(postgres.database()) as (database, leadership):
        name = await postgres.refuse_writes(database)
        gaining = asyncio.create_task(leadership.gain())
        await until(lambda: "the database takes no writes" in capsys.readouterr().out)
        assert leadership.hindrance == "the database takes no writes"
        postgres.take_writes(name)
        await asyncio.wait_for(gaining, timeout=5)
        assert "another process leads" not in capsys.readouterr().out


@contextmanager
def stopped_in_the_midst_of_a_group(place: ServerUrl) -> Iterator[None]:
    """As a process that was: the server waits for the next statement of a round trip, and counts that as work."""
    with closing(open_session(place)) as session:
        line = session.pgconn
        line.enter_pipeline_mode()
        for statement in ("BEGIN", LOCK):
            line.send_query_params(statement.encode(), None)
        line.send_flush_request()
        while (answer := line.get_result()) is None or b"SELECT" not in (answer.command_status or b""):
            pass
        yield


async def test_who_is_stopped_while_it_stands_by_leads_no_more(place: ServerUrl) -> None:
    async with process(place) as (_, first), process(place) as (_, second):
        await first.gain()
        waiting = asyncio.create_task(second.gain())
        await asyncio.sleep(0)
        second.decline()
        await asyncio.wait_for(waiting, timeout=5)
        async with first.held():
            pass


async def test_a_lease_that_is_gained_while_stopping_is_given_back_at_once(place: ServerUrl) -> None:
    async with process(place) as (database, first), process(place) as (_, second):
        first.decline()
        await first.gain()
        assert await lease_ends(database) == 0
        await asyncio.wait_for(second.gain(), timeout=5)
