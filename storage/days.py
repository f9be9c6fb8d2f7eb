"""The days of Lagos, by which things are counted: as SQL, as the number that a column holds, and as moments."""

from datetime import UTC, date, datetime, timedelta

from conversations.lagos import LAGOS

_FIRST = date(1970, 1, 1)
_MILLISECOND = timedelta(milliseconds=1)
_DAY, _AHEAD = timedelta(days=1) // _MILLISECOND, LAGOS.utcoffset(None) // _MILLISECOND


def day_of(column: str) -> str:
    """SQL for the number of the day on which the moment of a column was."""
    return f"({column} + {_AHEAD}) / {_DAY}"


def number_of(day: date) -> int:
    return (day - _FIRST).days


def date_of(number: int) -> date:
    return _FIRST + timedelta(days=number)


def midnight(day: date) -> datetime:
    """With which it begins, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=LAGOS).astimezone(UTC)
