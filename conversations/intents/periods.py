"""Months, days, spans and ways in what people type of transactions: "october", "2026-10", "last month", "in".

Never whether transactions are meant. A month without a year is the newest that has begun.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from conversations.account import Direction
from conversations.choice import Choice
from conversations.intents.words import listed
from conversations.lagos import month_end, months_before
from conversations.reading import Selection, Span
from conversations.typed import plain
from conversations.wording import words_of

SHORTEST_WITH_A_SLIP = 5  # letters of a month's name: "may" and "june" are too near to other words
LONGEST_BACK = 99  # of "last 99 days"
_SHORT_WAYS = (("in",), ("out",))
_PIECE = re.compile(
    r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)"
    r"|(?<!\d)(?:(?P<day_first>\d{1,2})[-/.])?(?P<month_first>\d{1,2})[-/.](?P<year_last>20\d\d)(?!\d)"
    r"|(?P<figure>\d+)(?:st|nd|rd|th)?\b|(?P<word>[^\W\d_]+)"
)


class Amiss(Enum):
    """Why there are no such days."""

    NOT_YET = auto()  # they have not come
    NO_SUCH_DAY = auto()  # no calendar has them


_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month or a year; or so many units `back` from today, this one (0) or whole ones before it."""

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
            case "day":
                return Span(today - _DAY * self.back, today if self.rolling else today - _DAY * self.back)
            case "week":
                return Span(today - _DAY * (7 * self.back - 1), today)
            case "month" if self.rolling:
                return Span(months_before(today, self.back - 1), today)
            case "month":
                first = months_before(today, self.back)
                return Span(first, month_end(first))
            case _:
                year = today.year - self.back
                return Span(date(year, 1, 1), date(today.year if self.rolling else year, 12, 31))


@dataclass(frozen=True, slots=True)
class TimeHeard:
    """What a text says of time and way."""

    periods: tuple[Period, ...] = ()
    ways: frozenset[Direction] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.periods or self.ways)


NOTHING = TimeHeard()


def time_alone(text: str) -> TimeHeard:
    """What a text says that speaks of nothing else."""
    return _Reader(plain(text).casefold(), alone=True).read()


def time_in(text: str) -> TimeHeard:
    """Every day, month and way in it. Within a sentence "in" and "out" say nothing by themselves."""
    return time_alone(text) or _Reader(plain(text).casefold(), alone=False).read()


def selection_in(text: str, today: date) -> Selection | Amiss:
    """Which transactions it asks for; several periods are one span, in whichever order they are named."""
    heard = time_in(text)
    way = next(iter(heard.ways)) if len(heard.ways) == 1 else None
    if not heard.periods:
        return Selection(way=way)
    try:
        spans = _spans(heard.periods, today)
    except (ValueError, OverflowError):
        return Amiss.NO_SUCH_DAY
    span = Span(min(each.first for each in spans), max(each.last for each in spans))
    return Selection(span, way) if span.first <= today else Amiss.NOT_YET


def _spans(periods: tuple[Period, ...], today: date) -> list[Span]:
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
        spans[0] = Period(year, latest.month, latest.day).days(today)
    return spans


class _Reader:
    """One text, from left to right."""

    def __init__(self, text: str, *, alone: bool) -> None:
        self._pieces = list(_PIECE.finditer(text))
        self._words = [found["word"] or "" for found in self._pieces]
        self._alone = alone
        self._at = 0

    def read(self) -> TimeHeard:
        periods, ways = list[Period](), set[Direction]()
        while self._at < len(self._pieces):
            period = self._period()
            if period:
                periods.append(period)
            elif (way := self._way()) is not None:
                ways.add(way)
            elif self._alone and not self._is_filler():
                return NOTHING
            else:
                self._at += 1
        return TimeHeard(tuple(periods), frozenset(ways))

    def _is_filler(self) -> bool:
        return self._words[self._at] in _fillers() or (self._at == 0 and self._words[0] in _asking())

    def _period(self) -> Period | None:
        for reading in (self._in_figures, self._relative, self._named):
            if period := reading():
                return period
        return None

    def _in_figures(self) -> Period | None:
        found = self._pieces[self._at]
        year, month = found["year"] or found["year_last"], found["month"] or found["month_first"]
        if year and month:
            self._at += 1
            day = found["day"] or found["day_first"]
            return Period(int(year), int(month), int(day) if day else None)
        if _is_year(found["figure"]):
            self._at += 1
            return Period(int(found["figure"]))
        return None

    def _named(self) -> Period | None:
        """`12 october 2026`, `october 12`, `oct 2026`, `october`."""
        start, day = self._at, self._small_figure(self._at)
        place = start + (1 if day else 0)
        place += bool(day) and self._word(place) in _fillers()  # "5th of october"
        month = _month_of(self._word(place))
        if not month or not (day or self._is_sure(place)):
            return None
        self._at = place + 1
        day = day or self._take(self._small_figure)
        return Period(self._take(self._year), month, day)

    def _relative(self) -> Period | None:
        for phrase, period in _phrases():
            if tuple(self._words[self._at : self._at + len(phrase)]) == phrase:
                self._at += len(phrase)
                return period
        unit = _units().get(self._word(self._at + 2))
        figure = self._small_figure(self._at + 1)
        if unit and figure and self._word(self._at) in _last():
            self._at += 3
            return Period(unit=unit, back=figure - (unit in ("day", "year")), rolling=True)
        return None

    def _way(self) -> Direction | None:
        """ "in october" is no way: where a time follows, the word stands before it."""
        for phrase, way in _ways():
            if tuple(self._words[self._at : self._at + len(phrase)]) == phrase:
                if phrase in _SHORT_WAYS and (not self._alone or self._time_follows()):
                    return None
                self._at += len(phrase)
                return way
        return None

    def _time_follows(self) -> bool:
        here = self._at
        self._at += 1
        follows = self._at < len(self._pieces) and self._period() is not None
        self._at = here
        return follows

    def _is_sure(self, place: int) -> bool:
        """Whether the name of a month is one: "may" and "march" are other words too, unless something says more."""
        word = self._word(place)
        if word not in _doubtful() or len(self._pieces) == 1:
            return True
        before = self._word(place - 1) if place else ""
        return bool(self._year(place + 1)) or before in _fillers() or before in _asking()

    def _take(self, read: "_Read") -> int | None:
        found = read(self._at)
        self._at += found is not None
        return found

    def _word(self, place: int) -> str:
        return self._words[place] if 0 <= place < len(self._words) else ""

    def _figure(self, place: int) -> str:
        return self._pieces[place]["figure"] or "" if place < len(self._pieces) else ""

    def _small_figure(self, place: int) -> int | None:
        figure = self._figure(place)
        return int(figure) if 0 < len(figure) <= 2 and 0 < int(figure) <= LONGEST_BACK else None

    def _year(self, place: int) -> int | None:
        figure = self._figure(place)
        return int(figure) if _is_year(figure) else None


_Read = Callable[[int], int | None]


def _is_year(figure: str | None) -> bool:
    return bool(figure) and len(figure or "") == 4 and (figure or "").startswith("20")


# The wording files


def _month_of(word: str) -> int | None:
    """Also with one slip of a finger, where its name is long enough."""
    if not word or word in _months():
        return _months().get(word)
    if len(word) < SHORTEST_WITH_A_SLIP:
        return None
    meant = extractOne(word, _long_months(), scorer=OSA.distance, score_cutoff=1)
    return _months()[meant[0]] if meant else None


@cache
def _months() -> dict[str, int]:
    """Twelve of each language, each with its short forms."""
    names = (names.split("|") for names in listed("heard-months"))
    return {name: place % 12 + 1 for place, named in enumerate(names) for name in named}


@cache
def _long_months() -> tuple[str, ...]:
    return tuple(name for name in _months() if len(name) > SHORTEST_WITH_A_SLIP)


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], Period], ...]:
    meant = {
        "heard-today": Period(unit="day"),
        "heard-yesterday": Period(unit="day", back=1),
        "heard-this-week": Period(unit="week", back=1),
        "heard-this-month": Period(unit="month"),
        "heard-last-month": Period(unit="month", back=1),
        "heard-this-year": Period(unit="year"),
        "heard-last-year": Period(unit="year", back=1),
    }
    return tuple((tuple(words.split()), period) for entry, period in meant.items() for words in listed(entry))


@cache
def _ways() -> tuple[tuple[tuple[str, ...], Direction], ...]:
    """The longest first: "money in" before "in"."""
    meant = {"heard-money-in": Direction.CREDIT, "heard-money-out": Direction.DEBIT}
    ways = [(tuple(words.split()), way) for entry, way in meant.items() for words in listed(entry)]
    return tuple(sorted(ways, key=lambda each: -len(each[0])))


@cache
def _units() -> dict[str, str]:
    return dict(_pair(each) for each in listed("heard-units"))


def _pair(written: str) -> tuple[str, str]:
    word, _, unit = written.partition(":")
    return word.strip(), unit.strip()


@cache
def _last() -> frozenset[str]:
    return frozenset(listed("heard-last"))


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(listed("heard-doubtful-months"))


@cache
def _asking() -> frozenset[str]:
    """What such a text may begin with: the word for transactions, or for a statement."""
    words = (*words_of(Choice.TRANSACTIONS), *words_of(Choice.STATEMENT))
    return frozenset(word.casefold() for word in words if " " not in word)


@cache
def _fillers() -> frozenset[str]:
    return frozenset(listed("heard-around-time"))
