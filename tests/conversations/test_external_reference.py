"""What a business calls a link is kept to the letter, or refused; in an agent's text it is found by `ref:`."""

from conversations.external_reference import LONGEST, parse_external_reference, shorten, take_external_reference
from tests.for_every import for_every


@for_every(
    "text", ["LN-2026-0042", "=cmd|' /C calc'!A0", "a b", "Ọ̀ṣun 👩‍💻 №7", "x" * LONGEST, "💸" * LONGEST, "_ln_*"]
)
def test_whatever_can_be_seen_is_kept_as_it_is(text: str) -> None:
    assert parse_external_reference(f" {text}\n") == text


@for_every("text", ["", "  ", "a\nb", "a\0", "x" * (LONGEST + 1), "\u202eLN", "a\u200bb", "\ud800"])
def test_what_is_too_long_or_hides_something_is_none(text: str) -> None:
    assert parse_external_reference(text) is None


@for_every(
    ("text", "found"),
    [
        ("0803 ref:LN-1 rent", ("LN-1", "0803 rent")),
        ("ref: LN-1", ("LN-1", "")),
        ("ref:", ("", "ref:")),
        ("ref:LN-1,", ("LN-1", "")),
        ("ref:a;b rent", ("a;b", "rent")),
        ("prefer:me ref:é", ("é", "prefer:me")),
        ("ref: 0803 123 4567 rent", ("", "ref: 0803 123 4567 rent")),
        ("ref: (0803) 123 4567", ("", "ref: (0803) 123 4567")),
        ("ref: 2026 rent", ("2026", "rent")),
        ("rent, no reference", ("", "rent, no reference")),
    ],
)
def test_it_is_taken_out_of_an_agents_text(text: str, found: tuple[str, str]) -> None:
    assert take_external_reference(text) == found


def test_as_much_of_a_long_one_is_shown_as_a_small_screen_holds() -> None:
    assert (shorten("LN-1"), shorten("x" * LONGEST)) == ("LN-1", "x" * 59 + "…")
