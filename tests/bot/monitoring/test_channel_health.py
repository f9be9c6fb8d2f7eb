"""Whether a channel takes and sends is told by its rounds: at once by how the last went, and after a minute of none."""

from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from bot.monitoring.channel_health import OFF_AFTER, ChannelHealth, Way


@dataclass(slots=True)
class Watch:
    """Seconds that pass when a test says so."""

    seconds: float = 1000.0

    def read(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def health(watch: Watch) -> ChannelHealth:
    health = ChannelHealth(watch.read)
    health.expect("telegram")
    return health


def test_a_start_has_a_minute(health: ChannelHealth, watch: Watch) -> None:
    assert health.is_well("telegram", Way.TAKES)
    watch.seconds += OFF_AFTER
    assert health.off() == []
    watch.seconds += 1
    assert health.off() == ["telegram takes nothing for 61 s", "telegram sends nothing for 61 s"]


def test_a_failed_round_shows_at_once_and_is_off_after_a_minute(health: ChannelHealth, watch: Watch) -> None:
    health.failed("telegram", Way.TAKES, "the token is refused")
    assert not health.is_well("telegram", Way.TAKES)
    assert health.is_well("telegram", Way.SENDS)
    assert health.off() == []
    watch.seconds += OFF_AFTER + 1
    health.well("telegram", Way.SENDS)
    assert health.off() == ["telegram takes nothing for 61 s: the token is refused"]
    health.well("telegram", Way.TAKES)
    assert health.off() == []
    assert health.is_well("telegram", Way.TAKES)


def test_a_platform_that_answers_sends_only_once_its_refusal_is_some_time_ago(
    health: ChannelHealth, watch: Watch
) -> None:
    health.failed("telegram", Way.SENDS, "502")
    watch.seconds += 90
    health.reached("telegram")
    assert health.off() == ["telegram takes nothing for 90 s", "telegram sends nothing for 90 s: 502"]
    watch.seconds += 90
    health.reached("telegram")
    assert health.is_well("telegram", Way.SENDS)


def test_a_quiet_minute_after_a_refusal_that_is_over_is_no_alarm(health: ChannelHealth, watch: Watch) -> None:
    health.failed("telegram", Way.SENDS, "502")
    watch.seconds += 2
    health.well("telegram", Way.SENDS)  # the next message was taken
    watch.seconds += 50
    health.reached("telegram")
    watch.seconds += 50
    assert health.off() == ["telegram takes nothing for 102 s"]


def test_a_platform_that_does_not_answer_says_nothing_of_what_it_brings(health: ChannelHealth, watch: Watch) -> None:
    for _ in range(4):
        watch.seconds += 20
        health.unreached("telegram", "no route")
    assert health.off() == ["telegram sends nothing for 80 s: no route"]


def test_going_off_and_coming_back_are_logged_once(health: ChannelHealth, watch: Watch) -> None:
    with capture_logs() as said:
        health.failed("telegram", Way.TAKES, "the token is refused")
        for _ in range(10):
            watch.seconds += 15
            health.well("telegram", Way.SENDS)
            health.tell_changes()
        health.well("telegram", Way.TAKES)
        health.tell_changes()
    assert [(line["event"], line["log_level"], line["way"]) for line in said] == [
        ("channel_down", "error", "takes"),
        ("channel_up", "info", "takes"),
    ]
    assert said[0]["reason"] == "the token is refused"
    assert said[0]["remedy"]


def test_what_is_not_expected_is_not_waited_for(health: ChannelHealth, watch: Watch) -> None:
    health.failed("console", Way.SENDS, "closed")
    health.well("console", Way.SENDS)
    health.reached("console")
    assert health.ways == (("telegram", Way.TAKES), ("telegram", Way.SENDS))
