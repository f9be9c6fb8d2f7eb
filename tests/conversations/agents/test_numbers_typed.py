"""A number is found among an agent's words however its digits are set apart, and no text takes long to be read."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.agents.numbers_typed import _windows, split_words, take_number
from tests.for_every import for_every
from tests.scenes import NUMBER

PREFIXES = ("0", "234", "+234", "00234", "+234 (0)", "234 0")


@given(
    st.sampled_from(PREFIXES),
    st.lists(st.sampled_from(["", " ", "-", "."]), min_size=10, max_size=10),
    st.sampled_from(["", "link ", "2 bags, "]),
)
def test_a_number_is_found_however_its_digits_are_set_apart(prefix: str, gaps: list[str], before: str) -> None:
    digits = NUMBER.e164.removeprefix("+234")
    written = prefix + "".join(gap + digit for gap, digit in zip(gaps, digits, strict=True))
    if len(written.split()) <= 11:
        number, rest = take_number(split_words(f"{before}{written} fees"))
        assert number == NUMBER
        assert rest[-1] == "fees"


@for_every("sign", ["/", "|", ":", "_", "*", "#", "\u2013", "//", " / "])
def test_a_number_is_found_whatever_signs_part_it(sign: str) -> None:
    for groups in (("0803", "123", "4567"), ("803", "123", "4567"), ("+234", "803", "1234567"), tuple("08031234567")):
        written = sign.join(groups)
        assert take_number(split_words(f"{written} mtn fees")) == (NUMBER, ["mtn", "fees"])


@for_every(
    "text", ["07/08/2026 500 bags", "07/08/2026 - 500", "invoice 812/2026/101", "1/2 of 2026/0042", "3:4 at 18:30"]
)
def test_a_date_or_a_file_is_no_number(text: str) -> None:
    assert take_number(split_words(text))[0] is None


@for_every("hostile", ["0803 " * 200, "0803 123 456 " * 70, "1 " * 500, "(0803) " * 140, "O0l1 " * 200])
def test_few_places_are_read_even_of_a_text_that_is_all_digits(hostile: str) -> None:
    words = split_words(hostile)
    assert len(list(_windows(words, 0))) <= 2 * len(words)
