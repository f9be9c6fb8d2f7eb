"""Names and texts of the network, made fit to be shown."""

import time
import unicodedata
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from conversations.account import (
    Balance,
    Direction,
    Identity,
    LineTransaction,
    Money,
    age_on,
    clean,
    mask_name,
    tidy_name,
)
from tests.for_every import for_every


@for_every(
    ("name", "masked"),
    [
        ("Adaeze Okafor", "Adaeze O."),
        ("ADAEZE NKEMDILIM OKONJI", "Adaeze N. O."),
        ("  bola\tade ", "Bola A."),
        ("Ọlá O'Brien", "Ọlá O."),
        ("*J* 'Tunde", "J T."),
        ("42", "42"),
        ("", ""),
    ],
)
def test_a_masked_name_is_the_first_name_and_initials(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text())
def test_a_mask_shows_one_letter_of_each_further_word_at_most(name: str) -> None:
    assert all(word.endswith(".") and len(word) == 2 for word in mask_name(name).split()[1:])


@for_every(
    ("name", "tidy"),
    [
        ("ADAEZE NKEMDILIM OKONJI", "Adaeze Nkemdilim Okonji"),
        ("adaeze okonji", "Adaeze Okonji"),
        ("OKONJI Adaeze", "Okonji Adaeze"),
        ("O'BRIEN", "O'Brien"),
        ("O’BRIEN", "O’Brien"),
        ("O'Brien", "O'Brien"),
        ("SA'ADATU MA'ARUF", "Sa'adatu Ma'aruf"),
        ("NKEM-ADA OJO-EDE", "Nkem-Ada Ojo-Ede"),
        ("J.K. ADE", "J.K. Ade"),
        ("ADE BAKARE III", "Ade Bakare III"),
        ("Usman dan Fodio", "Usman dan Fodio"),
        ("McDonald DeShawn", "McDonald DeShawn"),
        ("ỌLÁ ṢÓLÁ", "Ọlá Ṣólá"),
        ("", ""),
    ],
)
def test_a_shouted_name_is_calmed(name: str, tidy: str) -> None:
    assert tidy_name(name) == tidy


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ'-. ", max_size=60))
def test_calming_a_name_changes_no_letter_and_happens_once(name: str) -> None:
    assert tidy_name(name).upper() == clean(name)
    assert tidy_name(tidy_name(name)) == tidy_name(name)


@for_every(
    ("text", "cleaned"),
    [
        ("Main Balance", "Main Balance"),
        ("  Main\n\tBalance\u2028 ", "Main Balance"),
        ("Ada\u202eeze\u2066", "Adaeze"),
        ("Ada\u200beze\ufeff\x00\x1b[31m", "Adaeze[31m"),
        ("*bold* _slanted_ ~struck~ ```code```", "bold slanted struck code"),
        ("GOODYBAG_SOCIAL", "GOODYBAG SOCIAL"),
        ("Ọ̀ṣun ₦50 & <b>", "Ọ̀ṣun ₦50 & <b>"),
        ("\ud800", ""),
        ("*_~`", ""),
    ],
)
def test_text_of_the_network_is_made_safe_to_show(text: str, cleaned: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", cleaned)


def test_long_text_ends_in_an_ellipsis() -> None:
    assert clean("x" * 64) == "x" * 64
    assert clean("x" * 65) == "x" * 63 + "…"
    assert clean("one two three", limit=5) == "one…"


@given(st.text(), st.integers(1, 80))
def test_cleaned_text_is_short_and_has_nothing_that_formats(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    assert not set(cleaned) & set("*_~`\n\t")
    assert not [character for character in cleaned if unicodedata.category(character) in {"Cc", "Cf", "Cs"}]
    cleaned.encode()


@for_every("piece", ["a", "\u0301\u0323", "\ufdfa", " *"])
def test_hostile_text_is_cleaned_quickly(piece: str) -> None:
    began = time.process_time()
    assert len(mask_name(piece * 100_000)) < 300
    assert time.process_time() - began < 0.5


@for_every(
    ("born", "today", "age"),
    [
        (date(1994, 5, 14), date(2026, 5, 13), 31),
        (date(1994, 5, 14), date(2026, 5, 14), 32),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 5, 14), date(2026, 5, 14), 0),
    ],
)
def test_age_grows_on_the_birthday(born: date, today: date, age: int) -> None:
    assert age_on(born, today) == age


def test_personal_data_hides_in_its_repr() -> None:
    identity = Identity(full_name="Adaeze Okafor", gender="female", born=date(1994, 5, 14))
    moved = LineTransaction(Direction.DEBIT, Money(50_00), "Voice call 08031234567", datetime(2026, 11, 23, tzinfo=UTC))
    shown = repr([identity, Balance("Main Balance", Money(123450)), moved])
    assert "Main Balance" in shown
    assert not [secret for secret in ("Adaeze", "female", "1994", "123450", "5000", "0803") if secret in shown]
