"""Periods as people name them, and which days they are. Never the words by which they are named.

A month without a year is the newest that has begun.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum, auto

from msgspec import Struct

from conversations.lagos import month_end, months_before
from conversations.reading import Span


class Amiss(Enum):
    """Why there are no such days."""

    NOT_YET = auto()  # they have not come
    NO_SUCH_DAY = auto()  # no calendar has them
    UNCLEAR = auto()  # "5/10" may be two days, and a year


_DAY = timedelta(days=1)


class SpokenPeriod(Struct, frozen=True):
    """A day, a month or a year; so many units `back` from today, this one (0) or whole ones before it; or to come.

    Of a weekday `back` is which one: 0 is Monday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    unit: str = ""
    back: int = 0
    rolling: bool = False  # the last so many days, up to now

    def days(self, until: date) -> Span:
        """The newest that has begun by `until`. Raises ValueError for what no calendar has."""
        if self.unit:
            return self._relative(until)
        if self.month is None:
            return Span(date(self.year or 0, 1, 1), date(self.year or 0, 12, 31))
        first = date(self.year or until.year, self.month, self.day or 1)
        if self.year is None and first > until:
            first = date(until.year - 1, self.month, self.day or 1)
        return Span(first, first if self.day else month_end(first))

    def _relative(self, today: date) -> Span:
        match self.unit:
            case "day" if self.rolling:
                return Span(today - _DAY * self.back, today)
            case "day":
                return self._back(today, self.back)
            case "week":
                return Span(today - _DAY * (7 * self.back - 1), today)
            case "calendar-week":
                monday = today - _DAY * (today.weekday() + 7 * self.back)
                return Span(monday, monday + _DAY * 6)
            case "weekday":  # the newest, today's too
                return self._back(today, (today.weekday() - self.back) % 7)
            case "weekday-before":  # the newest before today
                return self._back(today, (today.weekday() - self.back - 1) % 7 + 1)
            case "to-come":
                return Span(today + _DAY, today + _DAY)
            case "month" if self.rolling:
                return Span(months_before(today, self.back - 1), today)
            case "month":
                first = months_before(today, self.back)
                return Span(first, month_end(first))
            case _:
                year = today.year - self.back
                return Span(date(year, 1, 1), date(today.year if self.rolling else year, 12, 31))

    def _back(self, today: date, days: int) -> Span:
        day = today - _DAY * days
        return Span(day, day)


def span_of(periods: Sequence[SpokenPeriod], today: date) -> Span | Amiss:
    """Several are one span, in whichever order they are named."""
    try:
        spans = _spans(periods, today)
    except (ValueError, OverflowError):
        return Amiss.NO_SUCH_DAY
    span = Span(min(each.first for each in spans), max(each.last for each in spans))
    return span if span.first <= today else Amiss.NOT_YET


def _spans(periods: Sequence[SpokenPeriod], today: date) -> list[Span]:
    """From the last to the first, for "august to october 2025" is one year; after a year of its own it is that one."""
    spans: list[Span] = []
    until = today
    for period in reversed(periods):
        spans.append(period.days(until))
        until = spans[-1].last if period.year else min(until, spans[-1].last)
    earliest, latest = periods[0], periods[-1]
    if earliest.year and latest.month and not latest.year:  # "august 2025 to october"
        begun = earliest.days(today).first
        year = begun.year + ((latest.month, latest.day or 31) < (begun.month, begun.day))
        spans[0] = SpokenPeriod(year, latest.month, latest.day).days(today)
    return spans
