"""A lane moves along the arrows of its drawing and no other way, and what is in it keeps its order."""

from datetime import UTC, datetime
from itertools import permutations, product

import pytest

from bot.outbox.lanes import MOVES, Lane, LaneState
from storage.outbox import OutboxMessage
from tests.for_every import for_every

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def message(number: int) -> OutboxMessage:
    return OutboxMessage(number, b"ada", "message", b"{}", 0, NOON, NOON)


@for_every(("before", "after"), [*product(LaneState, repeat=2)])
def test_only_what_is_drawn_is_a_move(before: LaneState, after: LaneState) -> None:
    lane = Lane(b"ada")
    lane.state = before
    if after in MOVES[before]:
        lane.move(after)
        assert lane.state is after
    else:
        with pytest.raises(RuntimeError, match=before.value):
            lane.move(after)


def test_every_state_can_be_reached_and_left() -> None:
    reached = {after for moves in MOVES.values() for after in moves}
    assert reached == set(MOVES) == set(LaneState)
    assert all(MOVES.values())


@for_every("told", [*permutations((2, 3, 4))])
def test_the_first_stays_the_first_and_the_others_stand_in_order(told: tuple[int, ...]) -> None:
    lane = Lane(b"ada")
    for number in (5, *told):
        lane.insert(message(number))
    assert [each.number for each in lane.messages] == [5, 2, 3, 4]
