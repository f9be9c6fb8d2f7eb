"""What lasts is said once an hour, and how often it came up meanwhile; everything else is said each time."""

import pytest
import structlog

from bot.log.once import HOUR, Once, fields_of
from storage.codec import from_ms
from tests.bot.monitoring.test_channel_health import Watch


@pytest.fixture
def watch() -> Watch:
    return Watch()


def error_of_moment(stored: int) -> Exception:
    with pytest.raises(OverflowError) as met:
        from_ms(stored)
    return met.value


def say(log: Once, event: str, **fields: object) -> dict[str, object] | None:
    try:
        return dict(log(None, "", {"event": event, **fields}))
    except structlog.DropEvent:
        return None


def test_the_same_is_said_once_an_hour_and_counted_meanwhile(watch: Watch) -> None:
    log = Once(watch.read)
    assert say(log, "refused", once="402", status=402) == {"event": "refused", "status": 402}
    for _ in range(5):
        watch.seconds += HOUR / 6
        assert say(log, "refused", once="402", status=402) is None
    watch.seconds += HOUR / 6
    assert say(log, "refused", once="402", status=402) == {"event": "refused", "status": 402, "meanwhile": 5}
    assert say(log, "refused", once="402", status=402) is None


def test_different_things_do_not_hide_each_other(watch: Watch) -> None:
    log = Once(watch.read)
    assert say(log, "refused", once="402")
    assert say(log, "refused", once="401")
    assert say(log, "put_aside", once="402")


def test_a_defect_that_comes_again_is_said_once_for_each_way_by_which_it_is_met(watch: Watch) -> None:
    log, stored = Once(watch.read), error_of_moment(10**30)
    assert say(log, "work_failed", **fields_of(stored))
    assert say(log, "work_failed", **fields_of(error_of_moment(10**31))) is None
    assert say(log, "work_failed", **fields_of(stored, of="another sweep"))
    assert say(log, "work_failed", **fields_of(OverflowError("elsewhere")))
    assert fields_of(stored)["exc_info"] is stored


def test_what_is_not_said_once_is_said_each_time(watch: Watch) -> None:
    log = Once(watch.read)
    assert say(log, "sent") == say(log, "sent") == {"event": "sent"}


def test_more_different_things_than_there_is_room_for_do_not_open_the_gates(watch: Watch) -> None:
    log = Once(watch.read)
    for number in range(1_500):
        say(log, "refused", once=str(number))
    assert say(log, "put_aside", once="402")
    assert say(log, "put_aside", once="402") is None
