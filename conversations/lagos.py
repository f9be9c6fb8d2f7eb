"""The clock of Lagos, by which everybody here lives: days, and the hours in which one may be reminded. Never `now`."""

import calendar
from datetime import UTC, date, datetime, time, timedelta, timezone

# Lagos has no daylight saving time, so its clock needs no table of zones.
LAGOS = timezone(timedelta(hours=1), "WAT")
MORNING, EVENING = time(9), time(18)  # reminders are for the day; results come when they come
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


def start_of_day(now: datetime) -> datetime:
    """The midnight, in UTC, with which the day of `now` began in Lagos."""
    return _at(now, time()).astimezone(UTC)


def start_of_month(now: datetime) -> datetime:
    """The midnight, in UTC, with which the month of `now` began in Lagos."""
    return _at(now.astimezone(LAGOS).replace(day=1), time()).astimezone(UTC)


def date_in_lagos(at: datetime) -> date:
    return at.astimezone(LAGOS).date()


def next_polite_moment(at: datetime) -> datetime:
    """`at`, or the next morning's nine o'clock (UTC) where that is in the evening or the night."""
    if at.astimezone(LAGOS).time() < MORNING:
        return _at(at, MORNING).astimezone(UTC)
    if at.astimezone(LAGOS).time() >= EVENING:
        return _at(at + _DAY, MORNING).astimezone(UTC)
    return at


def last_polite_moment(at: datetime) -> datetime:
    """`at`, or the end of the last afternoon (UTC) before it where that is in the evening or the night."""
    if at.astimezone(LAGOS).time() < MORNING:
        return (_at(at - _DAY, EVENING) - _MINUTE).astimezone(UTC)
    if at.astimezone(LAGOS).time() >= EVENING:
        return (_at(at, EVENING) - _MINUTE).astimezone(UTC)
    return at


def next_time(hour: time, now: datetime) -> datetime:
    """The next moment (UTC) at which the clocks of Lagos show `hour`."""
    today = _at(now, hour)
    return (today if today >= now else _at(now + _DAY, hour)).astimezone(UTC)


def months_after(at: datetime, months: int) -> datetime:
    """The same day and time (UTC) so many months later; the month's last day where it has no such day."""
    begun = at.astimezone(LAGOS)
    years, month = divmod(begun.month - 1 + months, 12)
    year, month = begun.year + years, month + 1
    day = min(begun.day, calendar.monthrange(year, month)[1])
    return begun.replace(year=year, month=month, day=day).astimezone(UTC)


def months_before(day: date, months: int) -> date:
    """The first day of the month that came so many before that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _at(day: datetime, hour: time) -> datetime:
    return datetime.combine(day.astimezone(LAGOS).date(), hour, LAGOS)
