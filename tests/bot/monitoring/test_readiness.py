"""Ready is who can keep what comes in, and whose channels work; who is not says why, and looks no more than needed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.monitoring.channel_health import Way
from bot.monitoring.metrics import Metrics
from bot.monitoring.readiness import FRESH, Readiness
from bot.supervisor import Supervisor
from storage.database import Database
from storage.errors import StorageFull
from tests.bot.monitoring.test_channel_health import Watch
from tests.local_postgres import LocalPostgres
from tests.waiting import until_quiet


@asynccontextmanager
async def open_readiness(folder: Path, watch: Watch) -> AsyncIterator[tuple[Readiness, Database, Metrics]]:
    database = await Database.open(folder / "t.db")
    metrics = Metrics(watch.read)
    yield Readiness(Supervisor(database), database, metrics, watch.read), database, metrics
    await database.close()


async def resize(database: Database, pages: int) -> None:
    await database.run(lambda tx: tx.execute(f"PRAGMA max_page_count = {pages}").fetchone())


async def test_a_full_disk_is_told_until_there_is_room(tmp_path: Path) -> None:
    watch = Watch()
    async with open_readiness(tmp_path, watch) as (readiness, database, metrics):
        await resize(database, 1)
        with capture_logs() as said:
            assert await readiness.missing() == "the disk is full"
            assert "telcolink_keeps_messages 0.0" in metrics.render().decode()
            watch.seconds += FRESH
            assert await readiness.missing() == "the disk is full"
            await resize(database, 1_000_000)
            watch.seconds += FRESH
            assert await readiness.missing() == ""
        assert [line["event"] for line in said] == ["nothing_is_kept", "all_is_kept_again"]
        assert "telcolink_keeps_messages 1.0" in metrics.render().decode()


async def test_a_server_that_takes_no_writes_is_told_with_what_helps(
    postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgres.session.GRACE", 0.0)
    watch, database = Watch(), await Database.open(postgres.database())
    readiness = Readiness(Supervisor(database), database, Metrics(watch.read), watch.read)
    await postgres.refuse_writes(database)
    with capture_logs() as said:
        assert await readiness.missing() == "the database takes no writes"
    (told,) = [line for line in said if line["event"] == "nothing_is_kept"]
    assert told["remedy"].startswith("make it the primary")
    await database.close()


async def test_the_trial_leaves_nothing(tmp_path: Path) -> None:
    async with open_readiness(tmp_path, Watch()) as (readiness, database, _):
        await readiness.look()
        assert await database.read(lambda tx: tx.execute("SELECT count(*) FROM spends").fetchone()) == (0,)


async def test_a_channel_that_is_off_is_named_with_the_reason(tmp_path: Path) -> None:
    watch = Watch()
    async with open_readiness(tmp_path, watch) as (readiness, _, metrics):
        metrics.health.expect("telegram")
        metrics.health.failed("telegram", Way.TAKES, "Conflict")
        watch.seconds += 61
        metrics.health.well("telegram", Way.SENDS)
        assert await readiness.missing() == "telegram takes nothing for 61 s: Conflict"
        metrics.health.well("telegram", Way.TAKES)
        assert await readiness.missing() == ""


async def test_who_asks_often_costs_no_more_syncs(tmp_path: Path) -> None:
    watch = Watch()
    async with open_readiness(tmp_path, watch) as (readiness, database, _):
        commits: list[int] = []
        database.on_commit = lambda jobs, _: commits.append(jobs)
        await asyncio.gather(*(readiness.missing() for _ in range(20)))
        assert sum(commits) == 1


async def test_whoever_asks_while_a_look_is_under_way_waits_for_what_it_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_readiness(tmp_path, Watch()) as (readiness, database, _):
        begun, goes_on = asyncio.Event(), asyncio.Event()

        async def fail_late(_: object) -> None:
            begun.set()
            await goes_on.wait()
            raise StorageFull("for a test")

        monkeypatch.setattr(database, "run", fail_late)
        asked = [asyncio.create_task(readiness.missing())]
        await begun.wait()
        asked += [asyncio.create_task(readiness.missing()) for _ in range(3)]
        await until_quiet()
        goes_on.set()
        assert await asyncio.gather(*asked) == ["the disk is full"] * 4


async def test_a_closed_database_keeps_nothing(tmp_path: Path) -> None:
    async with open_readiness(tmp_path, Watch()) as (readiness, database, _):
        await database.close()
        assert await readiness.missing() == "nothing can be kept: StorageClosed"
