"""The head of a hash chain as a text that logs let pass, and that is known again. Never the chain."""

from hypothesis import given
from hypothesis import strategies as st

from bot.log.masking import mask
from storage.ledger_head import Head
from tests.for_every import for_every

heads = st.builds(Head, st.integers(0, 10**9), st.integers(0, 2**48 - 1))


@given(heads)
def test_a_head_is_read_again_as_it_was_written(head: Head) -> None:
    assert Head.parse(str(head)) == head
    assert Head.parse(f"  {head} ".upper()) == head


@given(heads)
def test_a_head_is_read_with_the_number_that_the_metric_shows(head: Head) -> None:
    assert Head.parse(f"{head.number}-{head.value}") == head
    assert Head.parse(f"{float(head.number)}-{float(head.value)}") == head  # as /metrics itself has them
    assert float(head.value) == head.value


@given(heads)
def test_a_log_does_not_hide_it(head: Head) -> None:
    assert mask({"ledger": "consents", "rows": head.number, "head": head.letters})["head"] == head.letters


@for_every(
    "text",
    [
        "",
        "12",
        "12-",
        "-bcdfghjkmnpq",
        "12-bcdfghjkmnp",
        "12-bcdfghjkmnpa",
        "x-bcdfghjkmnpq",
        "1-999999999999999",
        "1-1e+99",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert Head.parse(text) is None
