"""The watch tells when the service cannot go on: a disk that failed, or work beside it that ended on a defect."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial

import pytest
from structlog.testing import capture_logs

from bot.watch import Watch
from storage.database import MEMORY, Database
from storage.errors import StorageError


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open(MEMORY)
    yield database
    await database.close()


@pytest.fixture
async def watch(database: Database) -> Watch:
    return Watch(database)


async def fails() -> None:
    raise KeyError("a defect of ours")


async def broken(watch: Watch) -> str:
    async with asyncio.timeout(5):
        await watch.wait_broken()
    return watch.broken


async def test_work_that_ends_on_a_defect_is_told_loudly_and_breaks_the_service(watch: Watch) -> None:
    async with AsyncExitStack() as stack:
        with capture_logs() as logged:
            watch.run_beside(stack, "polling", fails)
            watch.run_beside(stack, "catching up", fails)
            assert await broken(watch) == "polling ended"
    assert [(each["event"], each["log_level"], each["work"]) for each in logged] == [
        ("work_ended", "critical", "polling"),
        ("work_ended", "critical", "catching up"),
    ]


async def test_a_disk_that_failed_breaks_it_too(watch: Watch, database: Database) -> None:
    with pytest.raises(StorageError):  # a commit within the work: nobody can tell what was kept
        await database.run(lambda db: db.execute("COMMIT"))
    assert await broken(watch) == "the disk failed"


async def test_work_that_is_done_or_ends_with_the_service_breaks_nothing(watch: Watch) -> None:
    async with AsyncExitStack() as stack:
        watch.run_beside(stack, "a moment", partial(asyncio.sleep, 0))
        watch.run_beside(stack, "for ever", partial(asyncio.sleep, 3600))
        await asyncio.sleep(0.01)
    assert watch.broken == ""


async def test_work_that_never_came_to_begin_leaves_nothing_behind(watch: Watch) -> None:
    async with AsyncExitStack() as stack:
        watch.run_beside(stack, "for ever", partial(asyncio.sleep, 3600))
    gc.collect()  # a coroutine that nobody awaited would be told of here
    assert watch.broken == ""


async def test_who_stops_watching_leaves_nothing_behind(watch: Watch) -> None:
    before = asyncio.all_tasks()
    watching = asyncio.create_task(watch.wait_broken())
    await asyncio.sleep(0.01)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    await asyncio.sleep(0.01)
    assert asyncio.all_tasks() == before
