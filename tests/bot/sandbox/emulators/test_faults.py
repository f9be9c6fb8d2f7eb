"""Faults of an emulator: met in the order of asking, by the requests that they are meant for, as often as asked for."""

import pytest

from bot.sandbox.emulators.faults import FaultQueue


def test_a_fault_is_met_as_often_as_asked_for_and_by_the_requests_that_it_is_meant_for() -> None:
    faults: FaultQueue[str, [str]] = FaultQueue()
    faults.add("twice", lambda path: path == "/a", times=2)
    faults.add("after it", lambda path: path in {"/a", "/b"})
    assert [faults.take(path) for path in ("/c", "/a", "/a", "/a", "/a")] == [None, "twice", "twice", "after it", None]
    assert not faults


def test_a_fault_is_met_at_least_once() -> None:
    faults: FaultQueue[str, []] = FaultQueue()
    with pytest.raises(ValueError, match="at least once"):
        faults.add("never", lambda: True, times=0)
    assert not faults


def test_faults_can_be_called_off() -> None:
    faults: FaultQueue[str, []] = FaultQueue()
    faults.add("called off", lambda: True)
    assert faults
    faults.clear()
    assert faults.take() is None
