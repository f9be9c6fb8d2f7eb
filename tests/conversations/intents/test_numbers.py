"""Phone numbers as they stand in what people write."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.intents.numbers import names_identity, numbers_in
from conversations.phone import PhoneNumber
from tests.for_every import for_every

FIRST, SECOND = "08031234567", "08021234567"


def found(text: str) -> list[str]:
    return [number.local for number in numbers_in(text)]


@for_every(
    "text",
    [
        "0803/123/4567",
        "0803_123_4567",
        "0803,123,4567",
        "0803;123;4567",
        "08031234567mtn",
        "mtn08031234567",
        "no08031234567",
        "1. 08031234567",
        "1) 0803 123 4567",
        "08031234567, 34 years",
        "08031234567 30yrs",
        "I be 30 years, my number na 08031234567",
        "Phone number 08031234567 BVN 22212345678",
        "NIN 12345678901 phone 08031234567",
        "my bvn is 22212345678 and my number is 08031234567",
        "O803/123/4567",
        "08031234567 08031234567",
    ],
)
def test_a_number_is_found_in_whatever_stands_around_it(text: str) -> None:
    assert found(text) == [FIRST]


@for_every("between", [" or ", " and ", ", ", " ", "/", "\n", " abi ", "; ", " 2. ", " mtn "])
def test_two_numbers_are_two(between: str) -> None:
    assert found(f"{FIRST}{between}{SECOND}") == [FIRST, SECOND]


@for_every("text", ["", "0803 123 45678", "0803 123 456", "22212345678", "bvn 22212345678", "+44 7911 123456"])
def test_what_is_no_number_is_not_found(text: str) -> None:
    assert found(text) == []


def test_a_bvn_or_nin_is_noticed_by_its_name() -> None:
    assert names_identity("bvn: 22212345678")
    assert names_identity("my NIN")
    assert not names_identity("I dey finish winning")


@given(st.text("0123456789 ,./_-()+OoIl\n", max_size=300))
def test_no_heap_of_digits_is_too_strange(text: str) -> None:
    assert len(found(text)) == len(set(found(text)))


@for_every("text", ["0805 123 4567 9mobile", "08051234567, 9 mobile", "9mobile 0805 123 4567"])
def test_the_digit_of_a_networks_name_is_none_of_the_number(text: str) -> None:
    assert numbers_in(text) == (PhoneNumber("+2348051234567"),)
