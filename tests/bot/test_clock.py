"""The real clock of a service runs on: where the machine's jumps ahead, it does not, and says so."""

from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.clock import ClockJumped, SteadyClock

START = datetime(2026, 11, 29, 12, tzinfo=UTC)


class Machine(SteadyClock):
    """What it says, and how much time passes, are set by hand; whoever sleeps finds it set by `set_by`."""

    def __init__(self) -> None:
        self.said, self.ran, self.set_by = START.timestamp(), 1_000.0, 0.0
        super().__init__(lambda: self.said, lambda: self.ran)
        self.hold()

    def runs(self, seconds: float) -> None:
        self.said += seconds
        self.ran += seconds

    async def sleep(self, seconds: float) -> None:
        self.runs(seconds)
        self.said += self.set_by


def test_it_tells_what_the_machine_says() -> None:
    machine = Machine()
    machine.runs(90)
    assert machine.now() == START + timedelta(seconds=90)
    machine.said += 2
    assert machine.now() == START + timedelta(seconds=92)
    assert not machine.jumped


def test_a_jump_ahead_is_no_time_and_one_back_is_followed() -> None:
    machine = Machine()
    machine.said -= 7_200
    assert machine.now() == START - timedelta(hours=2)
    machine.said += 400 * 86_400
    machine.runs(5)
    assert machine.now() == START - timedelta(hours=2) + timedelta(seconds=5)
    assert machine.jumped == 400 * 86_400


def test_until_something_rests_on_it_it_follows_the_machine_as_where_time_was_synchronised_after_the_start() -> None:
    said, ran = [START.timestamp() - 86_400], [1_000.0]
    clock = SteadyClock(lambda: said[0], lambda: ran[0])
    assert clock.now() == START - timedelta(days=1)
    said[0] += 86_400
    assert clock.now() == START
    said[0] += 3_600
    clock.hold()
    assert (clock.now(), clock.jumped) == (START + timedelta(hours=1), 0)
    said[0] += 3_600
    assert (clock.now(), clock.jumped) == (START + timedelta(hours=1), 3_600)


async def test_whoever_watches_it_hears_of_a_jump() -> None:
    machine = Machine()
    machine.set_by = 7_200
    with capture_logs() as log, pytest.raises(ClockJumped):
        await machine.watch()
    assert [(line["event"], line["seconds"]) for line in log] == [("clock_jumped", 7_200)]
