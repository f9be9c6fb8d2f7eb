"""What people type for a number, and what is read from it."""

# ruff: noqa: RUF001 full-width digits and letters are what people paste

import time
from collections.abc import Callable

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.otp import OtpForm, looks_like_otp, parse_otp
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from tests.for_every import for_every

NUMBER = PhoneNumber("+2348031234567")

PREFIXES = ("0701", "07025", "0703", "0706", "0802", "0803", "0809", "0810", "0816", "0901", "0907", "0913", "0916")


@st.composite
def numbers(draw: st.DrawFn) -> PhoneNumber:
    prefix = draw(st.sampled_from(PREFIXES))
    rest = draw(st.text("0123456789", min_size=11 - len(prefix), max_size=11 - len(prefix)))
    return PhoneNumber(f"+234{prefix[1:]}{rest}")


@st.composite
def spellings(draw: st.DrawFn) -> tuple[PhoneNumber, str]:
    """A number, and one of the ways in which people would write it."""
    number = draw(numbers())
    national = number.local[1:]
    beginning = draw(st.sampled_from(["0", "", "234", "+234", "00234", "+234 (0) ", "2340", "tel:+234"]))
    separators = st.sampled_from(["", " ", "-", ".", "\u00a0", "\u200b", " \u2013 ", ") ", "\u2009"])
    groups = draw(separators).join((national[:3], national[3:6], national[6:]))
    digits = draw(st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"]))
    written = f"{beginning}{groups}".translate(str.maketrans("0123456789", digits))
    before, after = draw(st.sampled_from([("", ""), ("My number is ", "."), ("na ", " o"), ("(", ")"), ("*", "*\n")]))
    return number, f"{before}{written}{after}"


@given(spellings())
def test_every_spelling_of_a_number_is_the_same_number(spelling: tuple[PhoneNumber, str]) -> None:
    number, text = spelling
    assert parse_number(text) == number


@given(st.from_regex(r"\A[0-9]{6}\Z"))
@settings(max_examples=2)
def test_a_number_is_a_mobile_one_where_the_numbering_plan_says_so_of_the_whole_of_it(rest: str) -> None:
    """Ranges are told apart by how they begin: a plan that needs more digits for that is noticed here."""
    for beginning in map(str, range(7000, 10_000)):
        number = phonenumbers.PhoneNumber(country_code=234, national_number=int(beginning + rest))
        mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
        ours = mobile and beginning[:2] in {"70", "80", "81", "90", "91"}  # the plan has more, which nobody uses yet
        assert isinstance(parse_number(f"0{beginning}{rest}"), PhoneNumber) is ours, beginning


@given(numbers(), st.sampled_from(["oI", "Ol", "OI", "ol"]), st.sampled_from(["", "+", "+234 (", "I dey use "]))
def test_letters_that_look_like_digits_are_those_digits(number: PhoneNumber, letters: str, before: str) -> None:
    written = number.e164[1:] if before == "+" else number.local
    assert parse_number(before + written.translate(str.maketrans("01", letters))) == number


@for_every(
    "text",
    [
        "0803 123 4567",
        "803 123 4567",
        "2348031234567",
        "+234 803 123 4567",
        "00234 803-123-4567",
        "+234 (0) 803 123 4567",
        "(0803) 123-4567",
        "0803.123.4567",
        "O8O3 l23 4567",
        "080312345 67, I am 25",
        "+0803 123 4567",
        "tel:+2348031234567",
        "https://wa.me/2348031234567",
        "0️⃣8️⃣0️⃣3️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣",
        "\u202a+2348031234567\u202c",
        "0803 123 4567, that is +2348031234567",
    ],
)
def test_the_usual_forms_are_understood(text: str) -> None:
    assert parse_number(text) == NUMBER


def test_a_group_of_letters_o_is_zeros_between_digits_and_a_word_after_them() -> None:
    assert parse_number("O8O3 OOO 4567") == parse_number("O8O3 OOO 4567 ooo") == PhoneNumber("+2348030004567")


@for_every(
    ("text", "problem"),
    [
        ("", NumberProblem.NOT_A_NUMBER),
        ("I do not know it", NumberProblem.NOT_A_NUMBER),
        ("in 5 minutes", NumberProblem.NOT_A_NUMBER),
        ("mtn08031234567x", NumberProblem.NOT_A_NUMBER),
        ("0803 123 4567 or 0701 234 5678", NumberProblem.NOT_A_NUMBER),
        ("0803 123 4567 0701 234 5678", NumberProblem.NOT_A_NUMBER),
        ("08031234567\n07012345678", NumberProblem.NOT_A_NUMBER),
        ("0803 123 4567 and +44 7911 123456", NumberProblem.NOT_A_NUMBER),
        ("5", NumberProblem.TOO_SHORT),
        ("0803 123 456", NumberProblem.TOO_SHORT),
        ("my number is 0803 12", NumberProblem.TOO_SHORT),
        ("+234 803 123 456", NumberProblem.TOO_SHORT),
        ("0803 123 45678", NumberProblem.TOO_LONG),
        ("+234 803 123 45678", NumberProblem.TOO_LONG),
        ("0803123456708031234567", NumberProblem.TOO_LONG),
        ("+44 7911 123456", NumberProblem.FOREIGN),
        ("0044 7911 123456", NumberProblem.FOREIGN),
        ("447911123456", NumberProblem.FOREIGN),
        ("+233 24 123 4567", NumberProblem.FOREIGN),
        ("0700 123 4567", NumberProblem.NOT_MOBILE),
        ("0800 123 4567", NumberProblem.NOT_MOBILE),
        ("+234 800 1234 56789", NumberProblem.NOT_MOBILE),
        ("01 234 5678", NumberProblem.NOT_MOBILE),
        ("020 1234 5678", NumberProblem.NOT_MOBILE),
        ("0720 123 4567", NumberProblem.NOT_MOBILE),
        ("0900 123 4567", NumberProblem.NOT_MOBILE),
    ],
)
def test_each_problem_has_its_name(text: str, problem: NumberProblem) -> None:
    assert parse_number(text) is problem


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(parse_number(text), PhoneNumber | NumberProblem)


@given(st.text(alphabet="0123456789OoIl+-.() \t\n٣３•a", max_size=200))
def test_no_text_that_resembles_a_number_is_too_strange(text: str) -> None:
    assert isinstance(parse_number(text), PhoneNumber | NumberProblem)


@for_every("piece", ["0", "1 ", "l1-", "(", "+", "O", "0803 123 4567 ", "\u0301\u0323", "1a"])
@for_every("length", [1_000, 100_000])
def test_a_hostile_text_is_answered_quickly(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    began = time.process_time()
    answer = parse_number(text)
    assert time.process_time() - began < 0.5
    assert isinstance(answer, NumberProblem)


@for_every("read", [parse_number, looks_like_otp, lambda text: parse_otp(text, OtpForm())])
def test_groups_of_which_the_last_is_glued_to_a_letter_are_looked_through_once(read: Callable[[str], object]) -> None:
    text = "1 " * 499 + "1x"
    began = time.process_time()
    for _ in range(100):
        read(text)
    assert time.process_time() - began < 0.5


def test_a_number_is_shown_whole_to_its_owner_only() -> None:
    assert (NUMBER.local, NUMBER.spaced, NUMBER.masked) == ("08031234567", "0803 123 4567", "0803 ••• 4567")


@given(numbers())
def test_the_mask_shows_the_two_ends_and_nothing_of_the_middle(number: PhoneNumber) -> None:
    assert [part for part in number.masked.split() if part.isdigit()] == [number.local[:4], number.local[7:]]
    assert parse_number(number.masked) is NumberProblem.TOO_SHORT


@given(numbers())
def test_a_number_shown_is_a_number_read(number: PhoneNumber) -> None:
    assert {parse_number(number.local), parse_number(number.spaced), parse_number(number.e164)} == {number}


def test_a_number_hides_in_its_repr() -> None:
    assert repr(NUMBER) == "PhoneNumber()"


@for_every("e164", ["08031234567", "+2347001234567", "+234803123456", "+447911123456", "+2348031234567\n"])
def test_what_is_not_a_mobile_number_cannot_be_made_one(e164: str) -> None:
    with pytest.raises(ValueError, match=r"^not a Nigerian mobile number in E\.164 form$"):
        PhoneNumber(e164)
