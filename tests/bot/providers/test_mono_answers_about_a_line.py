"""What Mono says of a line (details, identity, balances), in every shape in evidence, read into our words."""

from datetime import date
from decimal import Decimal

import pytest

from bot.providers.mono.answers import read_balances, read_details, read_identity
from conversations.account import AccountDetails, Balance, DataStatus, Identity, Money, Quantity, Unit
from tests.bot.providers.mono_stage import enveloped
from tests.for_every import for_every


@for_every("word", ["AVAILABLE", "available", "Available"])
def test_details_are_read_in_any_case_and_family(word: str) -> None:
    flat = {"meta": {"data_status": word, "auth_method": "mobile_banking"}, "account": {"_id": "acc1"}}
    assert read_details(flat) == read_details(enveloped(flat)) == AccountDetails(DataStatus.AVAILABLE)


def test_details_say_what_has_been_read() -> None:
    meta = {"dataStatus": "PARTIAL", "retrieved_data": ["Identity", "balance"]}
    assert read_details(enveloped({"meta": meta})) == AccountDetails(
        DataStatus.PARTIAL, frozenset({"identity", "balance"})
    )


@for_every("content", [None, enveloped(None), {}, {"meta": None}, {"meta": {"data_status": None}}])
def test_details_that_say_nothing_yet_are_processing(content: object) -> None:
    assert read_details(content) == AccountDetails(DataStatus.PROCESSING)


@for_every("content", [[], "AVAILABLE", {"meta": []}, {"meta": {"data_status": "SHINY"}}])
def test_details_in_another_shape_are_not_understood(content: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_details(content)


def test_an_identity_is_read_in_both_families() -> None:
    expected = Identity("Bola Ade-Oni", "female", date(1991, 12, 3))
    v1 = {"fullName": "BOLA ADE-ONI", "gender": "female", "dob": "1991-12-03T00:00:00.000Z", "bvn": 22200000001}
    v2 = {"full_name": "BOLA ADE-ONI", "gender": "Female", "dob": "1991-12-03", "bvn": None, "email": None}
    assert read_identity(v1) == read_identity(enveloped(v2)) == expected


@for_every(
    "written",
    [
        "1991-12-03",
        "03-12-1991",
        "03/12/1991",
        "1991/12/03",
        "03-Dec-1991",
        "3 December 1991",
        "1991-12-03 00:00:00",
        " 1991-12-03T00:00:00Z ",
        "1991-12-02T23:00:00.000Z",  # midnight in Lagos
        "1991-12-03T00:00:00+01:00",
        "1991-12-03T00:00:00+03:00",
        "1991-12-03T00:00:00",
    ],
)
def test_a_birth_date_is_read_in_many_forms(written: str) -> None:
    assert read_identity({"fullName": "Bola", "dob": written}) == Identity("Bola", None, date(1991, 12, 3))


@for_every(
    "written", ["31-02-1991", "0001-01-01", "0001-01-01T00:00:00Z", "soon", "", 691718400, None, ["1991"], "1" * 9000]
)
def test_a_birth_date_that_is_none_is_left_out(written: object) -> None:
    assert read_identity({"fullName": "Bola", "dob": written}) == Identity("Bola")


@for_every(("word", "gender"), [("M", "male"), ("f", "female"), ("Other", "other"), ("", None), (1, None)])
def test_a_gender_is_read_as_a_word(word: object, gender: str | None) -> None:
    assert read_identity({"fullName": "Bola", "gender": word}) == Identity("Bola", gender)


@for_every("content", [None, enveloped(None), {}, {"fullName": " ", "gender": None, "dob": None}])
def test_an_identity_without_anything_in_it_is_none(content: object) -> None:
    assert read_identity(content) is None


def test_a_name_is_cleaned_and_one_cut_in_the_middle_of_a_character_is_kept() -> None:
    assert read_identity({"fullName": "Bo\x00la\u202e\n Ade \ud83d"}) == Identity("Bola Ade")


ROWS = [
    {"_id": "b1", "name": "Main Balance", "type": "currency", "value": 123450, "unit": "ngn"},
    {"_id": "b2", "name": "Borrowed", "type": "CURRENCY", "value": "-5000", "unit": "NGN"},
    {"_id": "b3", "name": "Weekly 6GB", "type": "data", "value": 1.5, "unit": "GB"},
    {"_id": "b4", "name": "Calls", "type": "voice", "value": 30, "unit": "minutes"},
    {"_id": "b5", "name": "Texts", "type": "sms", "value": 12, "unit": "messages"},
    {"_id": "b6", "name": "Stars", "type": "loyalty", "value": 7.25, "unit": "Points"},
    {"_id": "b7", "name": "Old data", "type": "data", "value": 500, "unit": None},
]
BALANCES = (
    Balance("Main Balance", Money(123450)),
    Balance("Borrowed", Money(-5000)),
    Balance("Weekly 6GB", Quantity(Decimal("1.5"), Unit.GIGABYTE)),
    Balance("Calls", Quantity(Decimal(30), Unit.MINUTE)),
    Balance("Texts", Quantity(Decimal(12), Unit.MESSAGE)),
    Balance("Stars", Quantity(Decimal("7.25"), Unit.OTHER, "points")),
    Balance("Old data", Quantity(Decimal(500), Unit.OTHER, "data")),
)


@for_every("content", [ROWS, {"bundles": ROWS}, enveloped(ROWS), enveloped({"bundles": ROWS})])
def test_balances_are_read_from_a_list_and_from_bundles(content: object) -> None:
    assert read_balances(content) == BALANCES


def test_one_balance_of_v2_is_the_main_balance() -> None:
    main = {"id": "acc1", "name": "Main Balance", "account_number": "x", "balance": 123450, "currency": "NGN"}
    assert read_balances(enveloped(main)) == read_balances(main) == (Balance("Main Balance", Money(123450)),)


@for_every("content", [None, [], {}, enveloped(None), {"bundles": None}, {"bundles": []}, {"balance": None}])
def test_no_balances_are_none(content: object) -> None:
    assert read_balances(content) is None


@for_every(("written", "kobo"), [(0.5, 0), (1.5, 2), (2.5, 2), ("-0.5", 0), ("12.51", 13), (1e3, 1000)])
def test_parts_of_a_kobo_are_rounded_to_the_even_side(written: object, kobo: int) -> None:
    assert read_balances([{"name": "M", "type": "currency", "value": written}]) == (Balance("M", Money(kobo)),)


@for_every("value", [None, "much", True, [], 10**40, "1e999999999", "NaN", float("inf"), float("nan")])
def test_a_row_without_a_usable_value_is_left_out(value: object) -> None:
    assert read_balances([{"name": "M", "type": "currency", "value": value}, ROWS[0], None]) == BALANCES[:1]


def test_a_value_of_many_digits_is_shortened() -> None:
    rows = [{"name": "D", "type": "data", "value": f"0.{'3' * 5000}", "unit": "gb"}]
    assert read_balances(rows) == (Balance("D", Quantity(Decimal("0.333333"), Unit.GIGABYTE)),)


def test_a_flood_of_rows_is_cut() -> None:
    balances = read_balances(ROWS[:1] * 5000)
    assert balances is not None
    assert len(balances) == 50


@for_every("content", ["many", 5, {"balances": []}, {"bundles": 5}, {"balance": "much"}])
def test_balances_in_another_shape_are_not_understood(content: object) -> None:
    with pytest.raises(ValueError, match=r"validation error|no known shape"):
        read_balances(content)
