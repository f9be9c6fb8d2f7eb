"""How often and how long a call is tried."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.providers.patience import Patience

PATIENCE = Patience(timedelta(seconds=12), each=timedelta(seconds=5), tries=3, first_pause=timedelta(seconds=1))


def test_a_call_is_tried_once_unless_it_is_said_otherwise() -> None:
    assert Patience(timedelta(seconds=1), each=timedelta(seconds=1)).pause_after(1, 0.0) is None


def test_pauses_double_and_end_with_the_last_try() -> None:
    pauses = [PATIENCE.pause_after(tried, jitter=0.5) for tried in (1, 2, 3)]
    assert pauses == [timedelta(seconds=1), timedelta(seconds=2), None]


def test_a_pause_that_was_asked_for_is_never_cut_short() -> None:
    assert PATIENCE.pause_after(1, 0.5, timedelta(seconds=7)) == timedelta(seconds=7)
    assert PATIENCE.pause_after(2, 0.5, timedelta(milliseconds=1)) == timedelta(seconds=2)


@given(st.floats(0, 1, exclude_max=True))
def test_jitter_moves_a_pause_by_half_at_most(jitter: float) -> None:
    pause = PATIENCE.pause_after(1, jitter)
    assert pause is not None
    assert timedelta(seconds=0.5) <= pause <= timedelta(seconds=1.5)
