"""Months, days, spans and ways heard in what people type of transactions: "october", "2026-10", "last month", "in".

Never which days that is, nor whether transactions are meant.
"""

import re
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from conversations.account import Direction
from conversations.changing import replace
from conversations.intents.patterns import Pattern
from conversations.intents.periods import Amiss, SpokenPeriod, span_of
from conversations.intents.time_words import (
    asking,
    bare_ways,
    doubtful,
    figures,
    fillers,
    last,
    month_of,
    phrases,
    units,
    ways,
    weekdays,
)
from conversations.reading import TransactionFilter
from conversations.typed import plain

LONGEST_BACK = 99  # of "last 99 days"
_FIGURES = re.compile(r"\d{1,2}(?:\s*[-/.]\s*\d{1,2})?")
_PIECE = Pattern(
    r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)"
    r"|(?<!\d)(?:(?P<day_first>\d{1,2})[-/.])?(?P<month_first>\d{1,2})[-/.](?P<year_last>20\d\d)(?!\d)"
    r"|(?P<figure>\d+){heard-ordinal-endings}?\b|(?P<word>[^\W\d_]+)"
)


class TimeHeard(Struct, frozen=True):
    """What a text says of time and way."""

    periods: tuple[SpokenPeriod, ...] = ()
    ways: frozenset[Direction] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.periods or self.ways)


NOTHING = TimeHeard()


def time_alone(text: str) -> TimeHeard:
    """What a text says that speaks of nothing else."""
    return _TimeReader(plain(text).casefold(), alone=True).read()


def time_in(text: str) -> TimeHeard:
    """Every day, month and way in it. Within a sentence "in" and "out" say nothing by themselves."""
    return time_alone(text) or _TimeReader(plain(text).casefold(), alone=False).read()


def is_figures(text: str) -> bool:
    """A bare figure or two, which may be a day, a month or neither."""
    return _FIGURES.fullmatch(plain(text).strip()) is not None


def selection_in(text: str, today: date) -> TransactionFilter | Amiss:
    """Which transactions it asks for. What says more than that, and no time that is known, is not guessed."""
    heard = time_in(text)
    if text and not heard:
        return Amiss.UNCLEAR
    way = next(iter(heard.ways)) if len(heard.ways) == 1 else None
    if not heard.periods:
        return TransactionFilter(way=way)
    span = span_of(heard.periods, today)
    return span if isinstance(span, Amiss) else TransactionFilter(span, way)


class _TimeReader:
    """One text, from left to right."""

    def __init__(self, text: str, *, alone: bool) -> None:
        self._pieces = list(_PIECE.finditer(text))
        self._words = [found["word"] or "" for found in self._pieces]
        self._alone = alone
        self._at = 0

    def read(self) -> TimeHeard:
        periods, said = list[SpokenPeriod](), set[Direction]()
        while self._at < len(self._pieces):
            period = self._period() or (self._day_after(periods[-1]) if periods else None)
            if period:
                periods.append(period)
            elif (way := self._way()) is not None:
                said.add(way)
            elif self._alone and not self._is_filler():
                return NOTHING
            else:
                self._at += 1
        return TimeHeard(tuple(periods), frozenset(said))

    def _is_filler(self) -> bool:
        return self._words[self._at] in fillers() or (self._at == 0 and self._words[0] in asking())

    def _period(self) -> SpokenPeriod | None:
        for reading in (self._in_figures, self._relative, self._weekday, self._day_before, self._named):
            if period := reading():
                return period
        return None

    def _in_figures(self) -> SpokenPeriod | None:
        found = self._pieces[self._at]
        year, month = found["year"] or found["year_last"], found["month"] or found["month_first"]
        if year and month:
            self._at += 1
            day = found["day"] or found["day_first"]
            return SpokenPeriod(int(year), int(month), int(day) if day else None)
        if _is_year(found["figure"]):
            self._at += 1
            return SpokenPeriod(int(found["figure"]))
        return None

    def _named(self) -> SpokenPeriod | None:
        """`12 october 2026`, `october 12`, `oct 2026`, `october`."""
        start, day = self._at, self._small_figure(self._at)
        place = start + (1 if day else 0)
        place += bool(day) and self._word(place) in fillers()  # "5th of october"
        month = month_of(self._word(place))
        if not month or not (day or self._is_sure(place)):
            return None
        self._at = place + 1
        day = day or self._take(self._small_figure)
        return SpokenPeriod(self._take(self._year), month, day)

    def _day_before(self) -> SpokenPeriod | None:
        """The 1 of `1 to 15 october`: its month stands with the other day."""
        here, day = self._at, self._small_figure(self._at)
        self._at += 1 + (self._word(here + 1) in fillers())
        until = self._named() if day and self._small_figure(self._at) else None
        self._at = here + (until is not None)
        return replace(until, day=day) if until else None

    def _day_after(self, first: SpokenPeriod) -> SpokenPeriod | None:
        """The 15 of `october 1 to 15`."""
        day = self._small_figure(self._at) if first.month and first.day else None
        if not day:
            return None
        self._at += 1
        return replace(first, day=day, year=self._take(self._year) or first.year)

    def _relative(self) -> SpokenPeriod | None:
        for phrase, period in phrases():
            if tuple(self._words[self._at : self._at + len(phrase)]) == phrase:
                self._at += len(phrase)
                return period
        unit = units().get(self._word(self._at + 2))
        figure = self._small_figure(self._at + 1) or figures().get(self._word(self._at + 1))
        if unit and figure and self._word(self._at) in last():
            self._at += 3
            return SpokenPeriod(unit=unit, back=figure - (unit in ("day", "year")), rolling=True)
        return None

    def _weekday(self) -> SpokenPeriod | None:
        """ "friday" is today's too, "last friday" is not."""
        is_before = self._word(self._at) in last()
        place = weekdays().get(self._word(self._at + is_before))
        if place is None:
            return None
        self._at += 1 + is_before
        return SpokenPeriod(unit="weekday-before" if is_before else "weekday", back=place)

    def _way(self) -> Direction | None:
        """ "in october" is no way: where a time follows, the word stands before it. "out" can be nothing else."""
        for phrase, way in ways():
            if tuple(self._words[self._at : self._at + len(phrase)]) == phrase:
                if self._is_no_way(phrase):
                    return None
                self._at += len(phrase)
                return way
        return None

    def _is_no_way(self, phrase: tuple[str, ...]) -> bool:
        if phrase in bare_ways("heard-bare-in"):
            return not self._alone or self._time_follows()
        return not self._alone and phrase in bare_ways("heard-bare-out")

    def _time_follows(self) -> bool:
        here = self._at
        self._at += 1
        follows = self._at < len(self._pieces) and self._period() is not None
        self._at = here
        return follows

    def _is_sure(self, place: int) -> bool:
        """Whether the name of a month is one: "may" and "march" are other words too, unless something says more."""
        word = self._word(place)
        if word not in doubtful() or len(self._pieces) == 1:
            return True
        before = self._word(place - 1) if place else ""
        return bool(self._year(place + 1)) or before in fillers() or before in asking()

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
