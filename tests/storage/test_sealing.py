"""Sealed values open in their own cell and nowhere else, under every key of the list; look-up values stay."""

import base64
import secrets

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from storage.errors import KeysWrong, Unsealable
from storage.sealing import Keyring
from tests.for_every import for_every

OLD, NEW = Keyring.generate_key(), Keyring.generate_key()
KEYRING = Keyring.parse(OLD)
CELL = {"table": "accounts", "column": "account_id", "row": "7"}

NAMES = st.text(st.characters(codec="utf-8"), max_size=8)
CELLS = st.fixed_dictionaries({"table": NAMES, "column": NAMES, "row": st.binary(max_size=8)})


@given(st.binary(max_size=200), CELLS)
def test_what_was_sealed_opens_in_its_own_cell(plaintext: bytes, cell: dict[str, str]) -> None:
    assert KEYRING.open(KEYRING.seal(plaintext, **cell), **cell) == plaintext


@given(CELLS, CELLS)
@example({"table": "ab", "column": "c", "row": "d"}, {"table": "a", "column": "bc", "row": "d"})
@example({"table": "a", "column": "b", "row": "c|d"}, {"table": "a", "column": "b|c", "row": "d"})
def test_no_sealed_value_opens_in_another_cell(here: dict[str, str], there: dict[str, str]) -> None:
    assume(here != there)
    sealed = KEYRING.seal(b"0803 123 4567", **here)
    with pytest.raises(Unsealable):
        KEYRING.open(sealed, **there)


@given(st.data())
def test_no_altered_bit_goes_unseen(data: st.DataObject) -> None:
    sealed = bytearray(KEYRING.seal(b"0803 123 4567", **CELL))
    position = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[position // 8] ^= 1 << position % 8
    with pytest.raises(Unsealable):
        KEYRING.open(bytes(sealed), **CELL)


def test_no_shortened_value_opens() -> None:
    sealed = KEYRING.seal(b"0803 123 4567", **CELL)
    for length in range(len(sealed)):
        with pytest.raises(Unsealable):
            KEYRING.open(sealed[:length], **CELL)


def test_a_text_row_and_its_bytes_are_the_same_row() -> None:
    sealed = KEYRING.seal(b"x", table="t", column="c", row="é")
    assert KEYRING.open(sealed, table="t", column="c", row="é".encode()) == b"x"


def test_the_same_text_is_sealed_differently_each_time_and_33_bytes_longer() -> None:
    sealed = {KEYRING.seal(b"same", **CELL) for _ in range(1000)}
    assert len(sealed) == 1000
    assert {len(value) for value in sealed} == {len(b"same") + 33}


def test_a_new_key_in_front_seals_from_now_on_and_the_old_ones_still_open() -> None:
    rotated = Keyring.parse(f"{NEW},{OLD}")
    assert rotated.open(KEYRING.seal(b"text", **CELL), **CELL) == b"text"
    assert Keyring.parse(NEW).open(rotated.seal(b"text", **CELL), **CELL) == b"text"


def test_a_value_whose_key_was_dropped_stays_shut() -> None:
    with pytest.raises(Unsealable, match="not in the list"):
        Keyring.parse(NEW).open(KEYRING.seal(b"text", **CELL), **CELL)


def test_a_key_with_another_id_in_the_value_does_not_open_it() -> None:
    both = Keyring.parse(f"{NEW},{OLD}")
    old, new = KEYRING.seal(b"text", **CELL), both.seal(b"text", **CELL)
    with pytest.raises(Unsealable):
        both.open(new[:5] + old[5:], **CELL)


def test_look_up_values_stay_when_a_new_key_comes_in_front_and_when_a_middle_one_goes() -> None:
    value = KEYRING.index("2348031234567", "phone")
    middle = Keyring.generate_key()
    assert Keyring.parse(f"{NEW},{middle},{OLD}").index("2348031234567", "phone") == value
    assert Keyring.parse(f"{NEW},{OLD}").index("2348031234567", "phone") == value
    assert Keyring.parse(NEW).index("2348031234567", "phone") != value


@given(NAMES, NAMES, NAMES, NAMES)
@example("ab", "c", "a", "bc")
def test_look_up_values_differ_for_each_text_and_purpose(a: str, b: str, c: str, d: str) -> None:
    assert (KEYRING.index(a, b) == KEYRING.index(c, d)) == ((a, b) == (c, d))


def test_text_that_is_no_unicode_still_has_a_look_up_value() -> None:
    assert len(KEYRING.index("\ud800", "name")) == 32


def test_keys_are_read_in_both_alphabets_and_with_spaces_around() -> None:
    key = b"\xfb\xff" * 3 + secrets.token_bytes(26)
    standard, url = base64.b64encode(key).decode(), base64.urlsafe_b64encode(key).decode()
    assert standard != url
    assert Keyring.parse(f" {standard} ").index("a", "b") == Keyring.parse(url).index("a", "b")


@for_every(
    ("text", "complaint"),
    [
        ("", "key 1 of 1 is not 32 bytes"),
        (f"{OLD},", "key 2 of 2 is not 32 bytes"),
        (base64.b64encode(b"short").decode(), "key 1 of 1 is not 32 bytes"),
        (f"{OLD},not/a*key", "key 2 is not base64"),
        (OLD.rstrip("="), "key 1 is not base64"),
        ("clé", "key 1 is not base64"),
        (f"{OLD},{NEW},{OLD}", "twice"),
    ],
)
def test_wrong_keys_are_refused_without_being_shown(text: str, complaint: str) -> None:
    with pytest.raises(KeysWrong, match=complaint) as refused:
        Keyring.parse(text)
    assert isinstance(refused.value, ValueError)
    assert not any(part in str(refused.value) for part in text.split(",") if part)


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(KeysWrong, match="no key"):
        Keyring([])


def test_nothing_secret_is_shown() -> None:
    assert repr(Keyring.parse(f"{NEW},{OLD}")) == "Keyring(2 keys)"
