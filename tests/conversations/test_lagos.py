"""Days and polite hours by Lagos's clock, in whatever zone a moment comes."""

from datetime import UTC, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from conversations.lagos import EVENING, LAGOS, MORNING, next_polite_moment, next_time, start_of_day
from tests.for_every import for_every

moments = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@for_every(
    ("at", "polite"),
    [
        ("2026-11-23T12:00", "2026-11-23T12:00"),
        ("2026-11-23T09:00", "2026-11-23T09:00"),
        ("2026-11-23T17:59", "2026-11-23T17:59"),
        ("2026-11-23T18:00", "2026-11-24T09:00"),
        ("2026-11-23T23:59", "2026-11-24T09:00"),
        ("2026-11-24T00:00", "2026-11-24T09:00"),
        ("2026-11-24T08:59", "2026-11-24T09:00"),
        ("2026-12-31T20:00", "2027-01-01T09:00"),
    ],
)
def test_reminders_wait_for_the_morning(at: str, polite: str) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=LAGOS)
    assert next_polite_moment(moment) == datetime.fromisoformat(polite).replace(tzinfo=LAGOS)


@given(moments)
def test_a_polite_moment_is_by_day_and_not_more_than_a_night_later(at: datetime) -> None:
    polite = next_polite_moment(at)
    assert MORNING <= polite.astimezone(LAGOS).time() < EVENING
    assert timedelta(0) <= polite - at <= timedelta(hours=15)


@given(moments)
def test_a_day_begins_at_midnight_in_lagos(at: datetime) -> None:
    start = start_of_day(at)
    assert start.astimezone(LAGOS).strftime("%H:%M:%S") == "00:00:00"
    assert timedelta(0) <= at - start < timedelta(days=1)


def test_the_zone_of_a_moment_does_not_matter() -> None:
    at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # half past midnight in Lagos
    elsewhere = at.astimezone(timezone(timedelta(hours=-8)))
    assert start_of_day(at) == start_of_day(elsewhere) == datetime(2026, 11, 23, 23, tzinfo=UTC)


@given(moments, st.times())
def test_the_next_time_of_day_is_that_and_less_than_a_day_away(now: datetime, hour: time) -> None:
    moment = next_time(hour, now)
    assert moment.astimezone(LAGOS).time() == hour
    assert timedelta(0) <= moment - now < timedelta(days=1)
