"""The place in a list that a text names, in figures and in words, and what names none."""

from conversations.intents.places import place_said
from tests.for_every import for_every


@for_every("text", ["1", "1.", "(1)", "#1", "one", "One", "1 please", "number 1", "number one", "option 1", "1st one"])
def test_a_figure_names_a_place_alone_or_behind_a_number(text: str) -> None:
    assert place_said(text) == 0


@for_every("text", ["2", "two", "the second", "second one", "the second one", "di second own", "second option"])
def test_the_second_is_named_with_something_beside_it(text: str) -> None:
    assert place_said(text) == 1


@for_every(
    "text", ["second", "first", "the one", "1?", "the first one?", "no 1", "one minute", "a second", "12", "", "the"]
)
def test_whoever_waits_asks_or_says_no_names_no_place(text: str) -> None:
    assert place_said(text) is None
