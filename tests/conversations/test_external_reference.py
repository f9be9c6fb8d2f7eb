"""What a business calls a link is kept to the letter, or refused; in an agent's text it is found by `ref:`."""

from random import Random
from uuid import UUID

from conversations.external_reference import (
    LONGEST,
    holds_number,
    parse_external_reference,
    shorten,
    take_external_reference,
)
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
    "text",
    [
        "08031119999",
        "+2348031119999",
        "0803 111 9999",
        "0803_111_9999",
        "8031119999",
        "LN-08031119999",
        "LN-0-8031119999",
        "LN-234-8031119999",
        "LN-803-111-9999",
        "LN 8031119999",
        "tel:8031119999",
        "Phone-8031119999",
        "8031119999-LN",
        "LN08031119999",
        "LN_2348031119999_2",
        "A08031119999",
        "LN/0803/111/9999",
        "LN-2026/0803/111/9999",
        "0803:111:9999",
        "0803|111|9999",
        "0803 / 111 / 9999",
        "803#111#9999",
        "+234/803/111/9999",
        "0/8/0/3/1/1/1/9/9/9/9",
        "2026-08031119999",
        "LN\uff10\uff18\uff10\uff13\uff11\uff11\uff11\uff19\uff19\uff19\uff19",
        "zero eight zero three one one one nine nine nine nine",
    ],
)
def test_a_phone_number_in_it_is_found(text: str) -> None:
    assert holds_number(text)


@for_every(
    "text",
    [
        "LN-2026-0042",
        "LN8031119999",
        "LN-8031119999",
        "LN_8031119999_2",
        "ln:8031119999",
        "LN/2020-8031119999",
        "telco-8031119999",
        "2026080311199",
        "2026113012000042",
        "2026/11/30/0042",
        "07/08/2026 500",
        "07/08/2026 - 500",
        "812/2026/101",
        "f47ac10b-58cc-4372-8567-a08031119999",
        "1003123456",
        "",
    ],
)
def test_an_id_is_no_phone_number_whatever_digits_it_has(text: str) -> None:
    assert not holds_number(text)


def test_no_id_of_chance_is_taken_for_a_phone_number() -> None:
    chance = Random(7)
    ids = [UUID(int=chance.getrandbits(128), version=4) for _ in range(2_000)]
    assert [each for each in ids if holds_number(str(each)) or holds_number(each.hex)] == []
    orders = [f"LN-2026-{chance.randrange(10**10):010}" for _ in range(2_000)]
    assert [each for each in orders if holds_number(each) or holds_number(each.replace("2026-", ""))] == []


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
        ("mtn;Bayo;ref:LN-9", ("LN-9", "mtn;Bayo")),
        ("mtn,REF:LN-9,rent", ("LN-9", "mtn rent")),
        ("mtn|ref:a;b|rent", ("a;b", "mtn rent")),
        ("mtn,ref:", ("", "mtn,ref:")),
    ],
)
def test_it_is_taken_out_of_an_agents_text(text: str, found: tuple[str, str]) -> None:
    assert take_external_reference(text) == found


def test_as_much_of_a_long_one_is_shown_as_a_small_screen_holds() -> None:
    assert (shorten("LN-1"), shorten("x" * LONGEST)) == ("LN-1", "x" * 59 + "…")
