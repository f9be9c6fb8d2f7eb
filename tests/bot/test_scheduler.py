"""The schedule runs sweeps again and again, whatever becomes of each, and never two of a kind at once."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from logging import LogRecord
from typing import Self

import apscheduler.schedulers.base
import pytest
from structlog.testing import capture_logs

import bot.scheduler
from bot.scheduler import Scheduler, alone
from storage.errors import StorageBusy
from tests.waiting import until, until_quiet

OFTEN = timedelta(milliseconds=5)


class Sweep:
    """Counts its runs and how many of them were under way at once; `trouble` is raised by each, `open` holds each."""

    def __init__(self) -> None:
        self.begun = self.under_way = self.most_at_once = 0
        self.trouble: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()

    async def sweep(self) -> None:
        self.begun += 1
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        await self.open.wait()
        self.under_way -= 1
        if self.trouble:
            raise self.trouble

    async def has_begun(self, times: int) -> None:
        await until(lambda: self.begun >= times)


class SetBack(datetime):
    """The clock that APScheduler looks at, `by` so much behind the true one."""

    by = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return super().now(tz) - cls.by

    @classmethod
    def seconds(cls) -> float:
        return time.time() - cls.by.total_seconds()


@pytest.fixture
async def schedule() -> AsyncIterator[Scheduler]:
    schedule = Scheduler()
    yield schedule
    schedule.stop()
    await until_quiet()


@pytest.fixture
async def witness() -> AsyncIterator[Sweep]:
    """A sweep of another schedule, which tells that time enough has passed for those of this one."""
    sweep, schedule = Sweep(), Scheduler()
    schedule.every(OFTEN, sweep.sweep)
    schedule.start()
    yield sweep
    schedule.stop()
    await until_quiet()


async def test_a_sweep_comes_again_and_again(schedule: Scheduler) -> None:
    sweep = Sweep()
    schedule.every(OFTEN, sweep.sweep)
    schedule.start()
    await sweep.has_begun(3)


async def test_a_sweep_that_fails_is_logged_and_comes_again(schedule: Scheduler) -> None:
    sweep, other = Sweep(), Sweep()
    sweep.trouble = ValueError("names +2348031234567")
    schedule.every(OFTEN, sweep.sweep)
    schedule.every(OFTEN, other.sweep)
    with capture_logs() as logged:
        schedule.start()
        await sweep.has_begun(3)
        await other.has_begun(3)
    failed = [entry for entry in logged if entry["event"] == "sweep_failed"]
    assert (failed[0]["sweep"], failed[0]["error"], failed[0]["log_level"]) == ("Sweep.sweep", "ValueError", "error")


async def test_a_defect_is_logged_with_its_trace_and_a_disk_that_is_busy_without(schedule: Scheduler) -> None:
    sweep, busy = Sweep(), Sweep()
    sweep.trouble, busy.trouble = ValueError("names +2348031234567"), StorageBusy("later")
    schedule.every(OFTEN, partial(Sweep.sweep, sweep))
    schedule.every(OFTEN, busy.sweep)
    with capture_logs() as logged:
        schedule.start()
        await sweep.has_begun(2)
        await busy.has_begun(2)
    traces = {(entry["sweep"], entry["error"]): entry.get("exc_info") for entry in logged}
    assert traces == {("Sweep.sweep", "ValueError"): sweep.trouble, ("Sweep.sweep", "StorageBusy"): None}
    assert {entry["once"].split(" at ")[0] for entry in logged} == {
        "Sweep.sweep ['ValueError",
        "Sweep.sweep StorageBusy",
    }


async def test_a_defect_that_one_of_many_meets_holds_up_none_of_the_others_and_a_busy_disk_all() -> None:
    async def meet(trouble: Exception) -> None:
        raise trouble

    with capture_logs() as logged:
        for row in ("a row", "another"):
            await alone(meet(KeyError(row)))
    assert [(entry["event"], entry["error"]) for entry in logged] == [("work_failed", "KeyError")] * 2
    assert len({entry["once"] for entry in logged}) == 1, "a row that is tried every second fills no log"
    with pytest.raises(StorageBusy):
        await alone(meet(StorageBusy("later")))


async def test_a_sweep_that_is_still_running_is_not_joined_by_another(schedule: Scheduler) -> None:
    slow, quick = Sweep(), Sweep()
    slow.open.clear()
    schedule.every(OFTEN, slow.sweep)
    schedule.every(OFTEN, quick.sweep)
    with capture_logs() as logged:
        schedule.start()
        await quick.has_begun(5)
    assert (slow.begun, slow.most_at_once) == (1, 1)
    assert logged[0] == {"event": "sweep_late", "log_level": "warning", "once": "Sweep.sweep", "sweep": "Sweep.sweep"}
    slow.open.set()
    await slow.has_begun(2)
    assert slow.most_at_once == 1


async def test_a_clock_that_is_set_back_an_hour_holds_no_sweep_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.scheduler, "LOOK_EVERY", OFTEN.total_seconds())
    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", SetBack)
    schedule, sweep = Scheduler(SetBack.seconds), Sweep()
    schedule.every(OFTEN, sweep.sweep)
    with capture_logs() as logged:
        schedule.start()
        await sweep.has_begun(2)
        monkeypatch.setattr(SetBack, "by", timedelta(hours=1))
        await sweep.has_begun(sweep.begun + 3)
        monkeypatch.setattr(SetBack, "by", timedelta())
        await sweep.has_begun(sweep.begun + 3)
        schedule.stop()
    assert [line for line in logged if line["event"] == "clock_set_back"] == [
        {"event": "clock_set_back", "seconds": 3600, "log_level": "warning"}
    ]
    await until_quiet()


async def test_nothing_comes_before_the_start_or_after_the_stop(schedule: Scheduler, witness: Sweep) -> None:
    sweep = Sweep()
    schedule.every(OFTEN, sweep.sweep)
    await witness.has_begun(4)
    assert sweep.begun == 0
    schedule.start()
    await sweep.has_begun(1)
    schedule.stop()
    begun = sweep.begun
    await witness.has_begun(witness.begun + 4)
    assert sweep.begun == begun


async def test_a_sweep_that_was_about_to_begin_when_the_end_came_does_not(schedule: Scheduler, witness: Sweep) -> None:
    sweep = Sweep()
    schedule.every(OFTEN, sweep.sweep)
    schedule.start()
    await until(lambda: schedule._scheduler)
    assert schedule._scheduler is not None
    (job,) = schedule._scheduler.get_jobs()
    while datetime.now(UTC) <= job.next_run_time:  # the event loop is held up until it is due
        pass
    schedule.stop()
    await witness.has_begun(witness.begun + 4)
    assert sweep.begun == 0


def test_stopping_what_was_never_started_is_no_error() -> None:
    Scheduler().stop()


async def test_a_sweep_that_the_end_cuts_off_is_nobodys_error(
    schedule: Scheduler, library_log: list[LogRecord]
) -> None:
    slow = Sweep()
    slow.open.clear()
    schedule.every(OFTEN, slow.sweep)
    schedule.start()
    await slow.has_begun(1)
    schedule.stop()
    await until_quiet()
    assert [record.getMessage() for record in library_log if record.levelname == "ERROR"] == []
