"""Codes as they stand in what people write while one is waited for."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.intents.codes import codes_in, holds_code_of
from conversations.otp import OtpForm
from tests.for_every import for_every

SIX = OtpForm()


def found(text: str, form: OtpForm = SIX) -> list[str]:
    return [code.reveal() for code in codes_in(text, form)]


@for_every(
    "text",
    [
        "482913482913",
        "482913 482913",
        "OTP482913",
        "code482913",
        "482913code",
        "482_913",
        "482/913",
        "482,913",
        "Your OTP for transaction 100200 is 482913",
        "Ref 550011. Your code is 482913",
        "482913 is your OTP for request 550011",
        "Your code: 482913. Call 08031234567 for help",
        "Your code is 482913. N500000 airtime awaits you",
        "482913 o",
    ],
)
def test_the_code_is_found(text: str) -> None:
    assert found(text) == ["482913"]


def test_a_letter_o_is_a_zero_beside_digits() -> None:
    assert found("O12345") == found("o12345") == ["012345"]
    assert found("48291O") == ["482910"]


@for_every(
    "text",
    [
        "482913 or 550011",
        "na 482913 abi 550011",
        "482913, 550011",
        "the code is 482913, wait no 550011",
        "code is 482913 sorry it is 550011",
        "code na 482913 i mean 550011",
    ],
)
def test_two_that_are_not_told_apart_are_asked_back(text: str) -> None:
    assert found(text) == ["482913", "550011"]


@for_every("text", ["", "48291", "08031234567", "0803 123 4567", "2 tries", "N500000", "no code"])
def test_what_is_no_code_is_not_taken(text: str) -> None:
    assert found(text) == []


def test_the_length_comes_from_the_form() -> None:
    assert found("48_29", OtpForm(4, 4)) == ["4829"]


@for_every("text", ["482913", "x482913x", "482_913", "482913482913", "482913 or 550011", "paid N482913"])
def test_whatever_has_its_length_does_not_stay(text: str) -> None:
    assert holds_code_of(text, SIX)


@for_every("text", ["", "08031234567", "4829", "call me", "0803 123 4567"])
def test_what_has_another_length_may_stay(text: str) -> None:
    assert not holds_code_of(text, SIX)


@given(st.text("0123456789 ,./_-oOabn\n", max_size=300), st.integers(1, 9), st.integers(0, 4))
def test_a_code_has_a_length_that_the_form_allows_and_its_text_never_stays(text: str, shortest: int, more: int) -> None:
    form = OtpForm(shortest, shortest + more)
    for code in found(text, form):
        assert code.isdigit()
        assert shortest <= len(code) <= shortest + more
        assert holds_code_of(text, form)
