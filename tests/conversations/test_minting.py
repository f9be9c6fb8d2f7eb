"""What chance makes of the bytes that it is given: short to say, hard to guess, and never like a code or a number."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.match_words import WORDS
from conversations.minting import (
    FRESH,
    make_code,
    make_reference,
    make_token,
    make_words,
    parse_code,
    parse_reference,
)
from conversations.otp import looks_like_otp
from conversations.phone import PhoneNumber, parse_number

fresh = st.binary(min_size=FRESH, max_size=FRESH)


@given(fresh)
def test_a_token_is_22_letters_and_digits_that_every_link_and_chat_leaves_as_they_are(made: bytes) -> None:
    token = make_token(made).reveal()
    assert len(token) == 22
    assert token.isascii()
    assert token.isalnum()


@given(fresh, fresh)
def test_every_one_of_128_bits_counts_in_a_token(one: bytes, other: bytes) -> None:
    assert (make_token(one) == make_token(other)) == (one[:16] == other[:16])


@given(fresh)
def test_a_reference_is_read_back_however_it_is_written(made: bytes) -> None:
    reference = make_reference(made)
    for written in (reference, reference.lower(), reference.replace("-", ""), f" {reference.replace('-', ' ')}. "):
        assert parse_reference(written) == reference


@given(fresh)
def test_a_reference_looks_like_nothing_else(made: bytes) -> None:
    reference = make_reference(made)
    assert not looks_like_otp(reference)
    assert not looks_like_otp(f"status {reference}")
    assert not isinstance(parse_number(reference), PhoneNumber)
    assert parse_code(reference) is None


@given(fresh)
def test_a_code_is_read_back_however_it_is_written(made: bytes) -> None:
    code = make_code(made)
    for written in (code.reveal(), code.reveal().lower(), code.reveal().replace("-", " ")):
        assert parse_code(written) == code
    assert parse_reference(code.reveal()) is None


@given(fresh)
def test_the_two_words_are_two(made: bytes) -> None:
    first, second = make_words(made)
    assert first != second
    assert {first, second} <= set(WORDS)


def test_every_word_can_come_first_and_second() -> None:
    pairs = [make_words(bytes(24) + number.to_bytes(8, "big")) for number in range(len(WORDS) * (len(WORDS) - 1))]
    assert len(set(pairs)) == len(pairs)
    assert {first for first, _ in pairs} == {second for _, second in pairs} == set(WORDS)


def test_the_words_are_many_plain_and_unlike_each_other() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert all(word.isascii() and word.isalpha() and word.islower() and 2 < len(word) < 12 for word in WORDS)


def test_what_is_no_reference_is_none() -> None:
    for text in ("", "K7M", "K7M-4Q", "K7M-4QQ", "777-777", "KKK-KKK", "K7M-4Q2-X", "0803 123 4567", "B1I-0O5"):
        assert parse_reference(text) is None


def test_what_is_secret_does_not_show_itself() -> None:
    made = bytes(range(FRESH))
    assert make_token(made).reveal() not in f"{make_token(made)!r} {make_token(made)}"
    assert make_code(made).reveal() not in f"{make_code(made)!r} {make_code(made)}"
