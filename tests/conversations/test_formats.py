"""Naira, data, minutes, waits and dates, as people in Nigeria read them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from conversations.account import Balance, Money, Quantity, Unit
from conversations.lagos import date_in_lagos
from conversations.wording import catalogue_of
from conversations.wording.formats import balance, clock, expand, long_date, moment, money, quantity, short_date, span
from tests.for_every import for_every

ENGLISH = catalogue_of("en")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@for_every(
    ("kobo", "shown"),
    [
        (0, "₦0.00"),
        (5, "₦0.05"),
        (123_450, "₦1,234.50"),
        (100_000_000_000, "₦1,000,000,000.00"),
        (-5_000, "−₦50.00"),
    ],
)
def test_money_is_naira_and_kobo(kobo: int, shown: str) -> None:
    assert money(Money(kobo)) == shown


def test_money_of_another_currency_keeps_its_code() -> None:
    assert money(Money(123_450, "USD")) == "USD 1,234.50"
    assert money(Money(-1, "GHS")) == "−GHS 0.01"


@given(st.integers(-(10**15), 10**15))
def test_every_kobo_is_shown(kobo: int) -> None:
    shown = money(Money(kobo)).replace("−", "-").replace("₦", "").replace(",", "")
    assert Decimal(shown) * 100 == kobo


@for_every(
    ("value", "unit", "shown"),
    [
        ("1.5", Unit.GIGABYTE, "1.5 GB"),
        ("1", Unit.GIGABYTE, "1 GB"),
        ("0", Unit.GIGABYTE, "0 GB"),
        ("0.25", Unit.GIGABYTE, "250 MB"),
        ("0.0005", Unit.GIGABYTE, "0.5 MB"),
        ("-0.25", Unit.GIGABYTE, "−250 MB"),
        ("1234.567", Unit.GIGABYTE, "1,234.57 GB"),
        ("30", Unit.MINUTE, "30 min"),
        ("12", Unit.MESSAGE, "12 SMS"),
    ],
)
def test_data_minutes_and_messages_have_their_units(value: str, unit: Unit, shown: str) -> None:
    assert quantity(Quantity(Decimal(value), unit), ENGLISH) == shown


def test_a_unit_that_is_not_known_keeps_the_networks_name() -> None:
    assert quantity(Quantity(Decimal("2.25"), Unit.OTHER, "Points"), ENGLISH) == "2.25 Points"
    assert quantity(Quantity(Decimal(7), Unit.OTHER), ENGLISH) == "7"


def test_a_balance_without_a_name_is_its_amount() -> None:
    assert balance(Balance("Bonus", Money(5_000)), ENGLISH) == "Bonus: ₦50.00"
    assert balance(Balance("", Quantity(Decimal(3), Unit.MINUTE)), ENGLISH) == "3 min"


@for_every(
    ("seconds", "words"),
    [
        (-5, "1 second"),
        (0, "1 second"),
        (1, "1 second"),
        (46.2, "47 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (120.5, "3 minutes"),
        (7_199, "2 hours"),
        (7_200, "2 hours"),
        (7_260, "2 hours 1 minute"),
        (86_400, "24 hours"),
    ],
)
def test_a_wait_is_never_told_shorter_than_it_is(seconds: float, words: str) -> None:
    assert span(timedelta(seconds=seconds), ENGLISH) == words


@given(st.timedeltas(timedelta(seconds=-10), timedelta(days=3)))
def test_no_wait_is_shorter_than_told(wait: timedelta) -> None:
    parts = span(wait, ENGLISH).split()
    seconds = {"second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600}
    told = sum(int(number) * seconds[unit] for number, unit in zip(parts[::2], parts[1::2], strict=True))
    assert wait.total_seconds() <= told < max(wait.total_seconds(), 0) + 61


@for_every(
    ("utc", "in_lagos"),
    [
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), ("23:59", "23 November 2026", "23 Nov")),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), ("00:00", "24 November 2026", "24 Nov")),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), ("00:30", "1 January 2027", "1 Jan")),
        (datetime(2026, 6, 30, 12, 5, tzinfo=UTC), ("13:05", "30 June 2026", "30 Jun")),
    ],
)
def test_moments_are_told_in_lagos(utc: datetime, in_lagos: tuple[str, str, str]) -> None:
    assert (clock(utc), long_date(utc), short_date(utc)) == in_lagos


@given(st.integers(-(10**15), 10**15), st.decimals(-(10**9), 10**9, places=4))
def test_figures_are_written_as_babel_writes_them(kobo: int, value: Decimal) -> None:
    naira, figure = (
        format_decimal(Decimal(abs(kobo)) / 100, "#,##0.00", "en_NG"),
        format_decimal(value, "#,##0.##", "en_NG"),
    )
    assert money(Money(kobo)).lstrip("−₦") == naira
    shown = "0" if figure == "-0" else figure.replace("-", "−")  # Babel rounds to a zero below zero
    assert quantity(Quantity(value, Unit.OTHER), ENGLISH) == shown


def test_next_to_nothing_is_no_zero_below_zero() -> None:
    assert quantity(Quantity(Decimal("-0.001"), Unit.OTHER, "Points"), ENGLISH) == "0 Points"


@given(st.datetimes(datetime(1900, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - made aware
def test_dates_are_written_as_babel_writes_them(at: datetime) -> None:
    day = date_in_lagos(at)
    assert long_date(at) == long_date(day) == format_date(day, "d MMMM y", "en_NG")
    assert short_date(at) == format_date(day, "d MMM", "en_NG")


def test_a_birthday_is_a_day_wherever_one_is() -> None:
    assert long_date(date(1994, 5, 14)) == "14 May 1994"


@for_every(
    ("at", "told"),
    [
        (NOON + timedelta(minutes=10), "at 13:10"),
        (NOON + timedelta(hours=10, minutes=59), "at 23:59"),
        (NOON + timedelta(hours=11), "tomorrow at 00:00"),
        (NOON + timedelta(days=1), "tomorrow at 13:00"),
        (NOON + timedelta(days=2), "on 25 Nov at 13:00"),
    ],
)
def test_a_moment_ahead_is_today_tomorrow_or_a_day_in_lagos(at: datetime, told: str) -> None:
    assert moment(at, NOON, ENGLISH) == told


def test_values_become_what_a_sentence_can_name() -> None:
    values = {"at": NOON, "wait": timedelta(seconds=5), "name": "Ada", "empty": "", "n": 3}
    assert expand(values, ENGLISH) == {
        "at_date": "23 November 2026",
        "at_time": "13:00",
        "wait": "5 seconds",
        "name": "Ada",
        "name_given": "yes",
        "empty": "",
        "empty_given": "no",
        "n": 3,
    }


def test_a_moment_beside_now_is_told_with_its_wait() -> None:
    values = expand({"until": NOON + timedelta(hours=2), "now": NOON}, ENGLISH)
    assert (values["until"], values["wait"]) == ("at 15:00", "2 hours")


@for_every(
    ("seconds", "told"),
    [(0, "at 15:00"), (1, "at 15:01"), (59, "at 15:01"), (60, "at 15:01"), (10 * 3600, "tomorrow at 01:00")],
)
def test_from_when_on_something_may_be_done_is_never_told_too_early(seconds: int, told: str) -> None:
    at = NOON + timedelta(hours=2, seconds=seconds)
    assert expand({"again": at, "now": NOON}, ENGLISH)["again"] == told
    assert expand({"again": at - timedelta(microseconds=1), "now": NOON}, ENGLISH)["again"] == told


def test_what_is_allowed_again_at_the_turn_of_a_day_is_told_of_the_day_that_begins() -> None:
    midnight = NOON + timedelta(hours=11)  # in Lagos
    assert expand({"again": midnight - timedelta(seconds=1), "now": NOON}, ENGLISH)["again"] == "tomorrow at 00:00"


def test_two_lengths_are_told_apart() -> None:
    assert expand({"shortest": 6, "longest": 6}, ENGLISH)["same"] == "yes"
    assert expand({"shortest": 4, "longest": 6}, ENGLISH)["same"] == "no"
