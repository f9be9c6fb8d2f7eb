"""What a movement was for is read from its narration by one table, and is never guessed."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from conversations.account import Direction, LineTransaction, Money, clean
from conversations.movements import MOVEMENT_RULES, SPENT, UNCERTAIN, MovementKind, MovementRule, kind_of_movement
from tests.for_every import for_every
from tests.scenes import NOON

EXAMPLES = [(rule, example) for rule in MOVEMENT_RULES for example in rule.examples]


def read(direction: Direction, narration: str) -> MovementKind:
    return kind_of_movement(LineTransaction(direction, Money(100), clean(narration), NOON - timedelta(days=1)))


@for_every(("rule", "example"), EXAMPLES)
@for_every("written", [str, str.upper, str.lower])
def test_every_example_is_read_as_its_rule_says(rule: MovementRule, example: str, written: type[str]) -> None:
    assert read(rule.direction, written(example)) is rule.kind


@for_every(("direction", "narration"), UNCERTAIN)
def test_what_is_not_certain_is_not_guessed(direction: Direction, narration: str) -> None:
    assert read(direction, narration) is (MovementKind.OTHER if direction is Direction.DEBIT else MovementKind.RECEIVED)


@given(st.sampled_from(Direction), st.text())
def test_any_text_is_of_a_kind_that_goes_the_same_way(direction: Direction, narration: str) -> None:
    assert (read(direction, narration) in SPENT) is (direction is Direction.DEBIT)


@for_every("narration", ["*6GB* _Weekly_ `Plan`", "6GB\u200b \u202eWeekly\u202c Plan\x00", "6GB\nPlan"])
def test_formatting_and_hidden_characters_hide_nothing(narration: str) -> None:
    assert read(Direction.DEBIT, narration) is MovementKind.DATA
