"""The watch tells when the service cannot go on; and what was begun goes on, whoever stops waiting for it."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.clock import SystemClock
from bot.supervisor import Supervisor, Tasks, apart
from storage.database import MEMORY, Database
from storage.errors import StorageError
from tests.waiting import PATIENCE, until_quiet


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open(MEMORY)
    yield database
    await database.close()


@pytest.fixture
async def supervisor(database: Database) -> Supervisor:
    return Supervisor(database)


async def fails() -> None:
    raise KeyError("a defect of ours")


async def broken(supervisor: Supervisor) -> str:
    async with asyncio.timeout(PATIENCE):
        await supervisor.wait_broken()
    return supervisor.broken


async def test_work_that_ends_on_a_defect_is_told_loudly_and_breaks_the_service(supervisor: Supervisor) -> None:
    async with AsyncExitStack() as stack:
        with capture_logs() as logged:
            supervisor.run_in_background(stack, "polling", fails)
            supervisor.run_in_background(stack, "catching up", fails)
            assert await broken(supervisor) == "polling ended"
    assert [(each["event"], each["log_level"], each["work"]) for each in logged] == [
        ("work_ended", "critical", "polling"),
        ("work_ended", "critical", "catching up"),
    ]


async def test_a_disk_that_failed_breaks_it_too(supervisor: Supervisor, database: Database) -> None:
    with pytest.raises(StorageError):  # a commit within the work: nobody can tell what was kept
        await database.run(lambda tx: tx.execute("COMMIT"))
    assert await broken(supervisor) == "the disk failed"


async def test_a_file_that_was_moved_is_named_as_the_reason(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "telcolink.db")
    supervisor = Supervisor(database)
    (tmp_path / "telcolink.db").rename(tmp_path / "elsewhere.db")
    with pytest.raises(StorageError):
        await database.run(lambda tx: tx)
    assert await broken(supervisor) == "telcolink.db was moved, deleted or replaced while it was open"
    await database.close()


async def test_work_that_is_done_or_ends_with_the_service_breaks_nothing(supervisor: Supervisor) -> None:
    async with AsyncExitStack() as stack:
        supervisor.run_in_background(stack, "a moment", partial(asyncio.sleep, 0))
        supervisor.run_in_background(stack, "for ever", partial(asyncio.sleep, 3600))
        await until_quiet()
    assert supervisor.broken == ""


async def test_work_that_never_came_to_begin_leaves_nothing_behind(supervisor: Supervisor) -> None:
    async with AsyncExitStack() as stack:
        supervisor.run_in_background(stack, "for ever", partial(asyncio.sleep, 3600))
    gc.collect()  # a coroutine that nobody awaited would be told of here
    assert supervisor.broken == ""


async def test_who_stops_watching_leaves_nothing_behind(supervisor: Supervisor) -> None:
    before = asyncio.all_tasks()
    watching = asyncio.create_task(supervisor.wait_broken())
    await until_quiet()
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    await until_quiet()
    assert asyncio.all_tasks() == before


async def test_what_follows_of_work_goes_on_when_who_waits_for_it_is_cut_off() -> None:
    tasks, work, followed = Tasks(SystemClock()), asyncio.get_running_loop().create_future(), list[int]()

    async def wait() -> None:
        await tasks.follow(work, followed.append)

    waiting = asyncio.create_task(wait())
    await until_quiet()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert tasks.under_way == {work}

    work.set_result(7)
    await until_quiet()
    assert (followed, tasks.under_way) == ([7], set())


async def test_who_waits_hears_of_a_defect_in_what_follows() -> None:
    work: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    work.set_result(7)
    with pytest.raises(ZeroDivisionError):
        await apart(work, lambda number: number / 0)


async def test_a_defect_in_what_follows_is_told_in_the_log_where_nobody_waits_any_more() -> None:
    work: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    apart(work, lambda number: number / 0).cancel()
    with capture_logs() as logged:
        work.set_result(7)
        await until_quiet()
    assert [(each["event"], each["log_level"], each["error"]) for each in logged] == [
        ("follow_up_failed", "error", "ZeroDivisionError")
    ]


@pytest.mark.parametrize("ends", ["breaks", "is cut off"])
async def test_work_that_fails_when_nobody_waits_any_more_is_no_defect_of_what_follows(ends: str) -> None:
    """Whoever started it looks after its errors."""
    work, followed = asyncio.get_running_loop().create_future(), list[int]()
    apart(work, followed.append).cancel()
    with capture_logs() as logged:
        if ends == "breaks":
            work.set_exception(KeyError("a defect of ours"))
        else:
            work.cancel()
        await until_quiet()
    assert (followed, logged) == ([], [])


async def test_who_waits_for_work_that_is_cut_off_is_cut_off_too() -> None:
    work: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    waiting = apart(work)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


def test_an_end_that_is_asked_for_in_what_follows_is_the_processs() -> None:
    """It goes through the loop, as out of any of its callbacks."""

    async def end() -> None:
        work: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        apart(work, sys.exit).cancel()
        work.set_result(7)
        await until_quiet()

    with pytest.raises(SystemExit):
        asyncio.run(end())
