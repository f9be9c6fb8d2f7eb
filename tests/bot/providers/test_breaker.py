"""The circuit breaker, with time wound by hand."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.providers.breaker import Breaker


class Supervisor:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Supervisor:
    return Supervisor()


@pytest.fixture
def breaker(watch: Supervisor) -> Breaker:
    return Breaker(watch, window=20, rest=timedelta(seconds=30))


def call(breaker: Breaker, *, failed: bool) -> bool:
    """Whether the call was let through."""
    permit = breaker.admit()
    if permit is None:
        return False
    breaker.record(permit, failed=failed)
    return True


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        call(breaker, failed=True)


def test_it_opens_when_half_of_the_last_twenty_calls_failed(breaker: Breaker) -> None:
    for _ in range(10):
        call(breaker, failed=False)
    fail(breaker, 9)
    assert call(breaker, failed=True)
    assert not call(breaker, failed=True)
    assert breaker.is_open


def test_failures_older_than_twenty_calls_count_no_more(breaker: Breaker) -> None:
    fail(breaker, 9)
    for _ in range(20):
        call(breaker, failed=False)
    fail(breaker, 9)
    assert not breaker.is_open


def test_after_its_rest_one_trial_is_let_through_and_closes_it(breaker: Breaker, watch: Supervisor) -> None:
    fail(breaker, 10)
    watch.now = 29.9
    assert breaker.admit() is None
    watch.now = 30
    trial = breaker.admit()
    assert trial is not None
    assert breaker.admit() is None
    breaker.record(trial, failed=False)
    assert call(breaker, failed=False)
    assert not breaker.is_open


def test_a_failed_trial_keeps_it_open_for_another_rest(breaker: Breaker, watch: Supervisor) -> None:
    fail(breaker, 10)
    watch.now = 30
    assert call(breaker, failed=True)
    watch.now = 59
    assert breaker.admit() is None
    watch.now = 60
    assert breaker.admit() is not None


def test_a_trial_that_never_ends_does_not_keep_it_open_for_ever(breaker: Breaker, watch: Supervisor) -> None:
    fail(breaker, 10)
    watch.now = 30
    assert breaker.admit() is not None
    watch.now = 60
    assert call(breaker, failed=False)
    assert not breaker.is_open


def test_a_call_from_before_it_opened_does_not_close_it(breaker: Breaker) -> None:
    slow = breaker.admit()
    assert slow is not None
    fail(breaker, 10)
    breaker.record(slow, failed=False)
    assert breaker.is_open


def test_it_forgets_old_failures_when_it_closes(breaker: Breaker, watch: Supervisor) -> None:
    fail(breaker, 10)
    watch.now = 30
    call(breaker, failed=False)
    fail(breaker, 9)
    assert not breaker.is_open


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 40)), max_size=200))
def test_however_calls_end_it_lets_one_through_after_each_rest(calls: list[tuple[bool, float]]) -> None:
    watch = Supervisor()
    breaker = Breaker(watch)
    for failed, passed in calls:
        watch.now += passed
        call(breaker, failed=failed)
    watch.now += 30
    assert breaker.admit() is not None
