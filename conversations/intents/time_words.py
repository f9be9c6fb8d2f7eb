"""The words for months, days, spans and ways, from the wording files of every language. Never what is made of them."""

from collections.abc import Iterator
from functools import cache

from conversations.account import Direction
from conversations.choice import Choice
from conversations.intents.periods import SpokenPeriod
from conversations.intents.slips import meant_by
from conversations.wording import words_in_all, words_of

SHORTEST_WITH_A_SLIP = 5  # letters of a month's name: "may" and "june" are too near to other words


def month_of(word: str) -> int | None:
    """Also with one slip of a finger, where its name is long enough."""
    if not word or word in _months():
        return _months().get(word)
    if len(word) < SHORTEST_WITH_A_SLIP:
        return None
    meant = meant_by(word, _long_months())
    return _months()[meant] if meant else None


@cache
def _months() -> dict[str, int]:
    """Twelve of each language, each with its short forms."""
    return {name: place % 12 + 1 for name, place in _places("heard-months")}


@cache
def weekdays() -> dict[str, int]:
    """Seven of each language, from 0 for Monday."""
    return {name: place % 7 for name, place in _places("heard-weekdays")}


def _places(entry: str) -> Iterator[tuple[str, int]]:
    """Every name that stands there, with the place in the list of what it is a name of."""
    return ((name, place) for place, named in enumerate(words_in_all(entry)) for name in named.split("|"))


@cache
def _long_months() -> tuple[str, ...]:
    return tuple(name for name in _months() if len(name) > SHORTEST_WITH_A_SLIP)


@cache
def phrases() -> tuple[tuple[tuple[str, ...], SpokenPeriod], ...]:
    meant = {
        "heard-today": SpokenPeriod(unit="day"),
        "heard-yesterday": SpokenPeriod(unit="day", back=1),
        "heard-this-week": SpokenPeriod(unit="week", back=1),
        "heard-last-week": SpokenPeriod(unit="calendar-week", back=1),
        "heard-this-month": SpokenPeriod(unit="month"),
        "heard-last-month": SpokenPeriod(unit="month", back=1),
        "heard-to-come": SpokenPeriod(unit="to-come"),
        "heard-this-year": SpokenPeriod(unit="year"),
        "heard-last-year": SpokenPeriod(unit="year", back=1),
    }
    return tuple((tuple(words.split()), period) for entry, period in meant.items() for words in words_in_all(entry))


@cache
def ways() -> tuple[tuple[tuple[str, ...], Direction], ...]:
    """The longest first: "money in" before "in"."""
    meant = {"heard-money-in": Direction.CREDIT, "heard-money-out": Direction.DEBIT}
    ways = [(tuple(words.split()), way) for entry, way in meant.items() for words in words_in_all(entry)]
    return tuple(sorted(ways, key=lambda each: -len(each[0])))


@cache
def bare_ways(entry: str) -> frozenset[tuple[str, ...]]:
    """Of `ways` those that are no more than that entry's words."""
    return frozenset(tuple(words.split()) for words in words_in_all(entry))


@cache
def units() -> dict[str, str]:
    return dict(_pair(each) for each in words_in_all("heard-units"))


def _pair(written: str) -> tuple[str, str]:
    word, _, unit = written.partition(":")
    return word.strip(), unit.strip()


@cache
def figures() -> dict[str, int]:
    """ "two", as in "the last two months"."""
    named = map(_pair, words_in_all("heard-digits"))
    return {word: int(figure) for word, figure in named if figure.isdecimal() and int(figure)}


@cache
def last() -> frozenset[str]:
    return frozenset(words_in_all("heard-last"))


@cache
def doubtful() -> frozenset[str]:
    return frozenset(words_in_all("heard-doubtful-months"))


@cache
def asking() -> frozenset[str]:
    """What such a text may begin with: the word for transactions, or for a statement."""
    words = (*words_of(Choice.TRANSACTIONS), *words_of(Choice.STATEMENT))
    return frozenset(word.casefold() for word in words if " " not in word)


@cache
def fillers() -> frozenset[str]:
    return frozenset(words_in_all("heard-around-time"))
