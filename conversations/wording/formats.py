"""Values as people read them: naira, data, dates, spans, in one language. Never a whole sentence.

Figures and dates are written the same in every language of Nigeria, as Babel writes them for `en_NG`, which the tests
compare; here they are written out, for each sentence has some.
"""

import math
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from conversations.account import Balance, Direction, Money, Quantity, Unit
from conversations.effects import Sentence
from conversations.lagos import LAGOS
from conversations.reading import Span, TransactionFilter
from conversations.wording.catalogue import Catalogue

NAIRA = "₦"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
MONTHS_IN_SHORT = tuple("Sept" if month == "September" else month[:3] for month in MONTHS)
UNIT_ENTRIES = {Unit.GIGABYTE: "gigabytes", Unit.MINUTE: "minutes-of-calls", Unit.MESSAGE: "messages"}


PlainValues = dict[str, str | int]


def expand(values: Mapping[str, Any], catalogue: Catalogue, house: PlainValues | None = None) -> PlainValues:
    """The values of a sentence as Fluent takes them: text and numbers.

    A moment `x` becomes `x_date` and `x_time`, and, where `now` is given too, `x` as "at 15:10" or "tomorrow at …"
    with `wait` as how long that is; `again`, from when on something may be done, is never told too early. A span
    becomes words. A text `x` brings `x_given`, as a selector cannot see "". A sentence within a sentence is said with
    the values of both; several stand below each other. `house` is what is known to every sentence, expanded already.
    """
    plain: PlainValues = dict(house or {})
    now = values.get("now")
    for name, value in values.items():
        if isinstance(value, str):
            plain[name], plain[f"{name}_given"] = value, "yes" if value else "no"
        elif isinstance(value, datetime):
            plain |= {f"{name}_date": long_date(value), f"{name}_time": clock(value)}
            if isinstance(now, datetime) and name != "now":
                told = whole_minute(value) if name == "again" else value
                plain |= {name: moment(told, now, catalogue), "wait": span(value - now, catalogue)}
        elif isinstance(value, timedelta):
            plain[name] = span(value, catalogue)
        elif isinstance(value, int):
            plain[name] = value
        elif isinstance(value, TransactionFilter):
            plain |= _which(value, catalogue)
        elif isinstance(value, Sentence):
            plain[name] = _within(value, values, catalogue, house)
        elif isinstance(value, tuple):
            plain[name] = "\n".join(_within(each, values, catalogue, house) for each in value)
    if "shortest" in values:
        plain["same"] = "yes" if values["shortest"] == values["longest"] else "no"
    return plain


def _within(inner: Sentence, outer: Mapping[str, Any], catalogue: Catalogue, house: PlainValues | None) -> str:
    around = {name: value for name, value in outer.items() if not isinstance(value, Sentence | tuple)}
    return catalogue.say(inner.key, expand({**around, **inner.values}, catalogue, house))


def _which(selection: TransactionFilter, catalogue: Catalogue) -> PlainValues:
    """`when` and `way` of what was selected."""
    when = days(selection.span, catalogue) if selection.span else ""
    way = {None: "both", Direction.CREDIT: "in", Direction.DEBIT: "out"}[selection.way]
    return {"when": when, "when_given": "yes" if when else "no", "way": way}


def days(span: Span, catalogue: Catalogue) -> str:
    """`October 2026`, `2026`, `3 May 2026`, or from a day to another."""
    first, last = span.first, span.last
    if span.month:
        return month_of(first)
    if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
        return str(first.year)
    if first == last:
        return long_date(first)
    return catalogue.say("from-to", {"first": long_date(first), "last": long_date(last)})


def month_of(day: datetime | date) -> str:
    """`October 2026`; a moment is taken in Lagos."""
    there = day.astimezone(LAGOS) if isinstance(day, datetime) else day
    return f"{MONTHS[there.month - 1]} {there.year}"


def span(length: timedelta, catalogue: Catalogue) -> str:
    """A wait in words, never shorter than it is: seconds below two minutes, minutes below two hours."""
    seconds = max(1, math.ceil(length.total_seconds()))
    if seconds < 120:
        return catalogue.say("seconds", {"n": seconds})
    minutes = math.ceil(seconds / 60)
    if minutes < 120:
        return catalogue.say("minutes", {"n": minutes})
    hours, rest = divmod(minutes, 60)
    words = catalogue.say("hours", {"n": hours})
    return f"{words} {catalogue.say('minutes', {'n': rest})}" if rest else words


def whole_minute(at: datetime) -> datetime:
    """With which the minute of `at` ends, unless that has just begun."""
    begun = at.replace(second=0, microsecond=0)
    return at if at == begun else begun + timedelta(minutes=1)


def clock(at: datetime) -> str:
    """`14:05`, in Lagos."""
    there = at.astimezone(LAGOS)
    return f"{there.hour:02}:{there.minute:02}"


def long_date(at: datetime | date) -> str:
    """`14 May 1994`; a moment is taken in Lagos."""
    day = at.astimezone(LAGOS) if isinstance(at, datetime) else at
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(at: datetime) -> str:
    """`14 May`, in Lagos."""
    day = at.astimezone(LAGOS)
    return f"{day.day} {MONTHS_IN_SHORT[day.month - 1]}"


def moment(at: datetime, now: datetime, catalogue: Catalogue) -> str:
    days = (at.astimezone(LAGOS).date() - now.astimezone(LAGOS).date()).days
    entry = {0: "today", 1: "tomorrow"}.get(days, "on-date")
    return catalogue.say(entry, {"time": clock(at), "date": short_date(at)})


def money(amount: Money) -> str:
    """`₦1,234.50` from kobo; other currencies by their code."""
    sign = "−" if amount.kobo < 0 else ""
    naira, kobo = divmod(abs(amount.kobo), 100)
    figure = f"{naira:,}.{kobo:02}"
    return f"{sign}{NAIRA}{figure}" if amount.currency == "NGN" else f"{sign}{amount.currency} {figure}"


def quantity(amount: Quantity, catalogue: Catalogue) -> str:
    """`1.5 GB`, `250 MB`, `30 min`; a unit that we do not know keeps the network's name."""
    if amount.unit is Unit.GIGABYTE and 0 < abs(amount.value) < 1:
        return catalogue.say("megabytes", {"n": _figure(amount.value * 1000)})
    if amount.unit is Unit.OTHER:
        return f"{_figure(amount.value)} {amount.unit_name}".strip()
    return catalogue.say(UNIT_ENTRIES[amount.unit], {"n": _figure(amount.value)})


def balance(held: Balance, catalogue: Catalogue) -> str:
    figure = amount(held, catalogue)
    return f"{held.name}: {figure}" if held.name else figure


def amount(held: Balance, catalogue: Catalogue) -> str:
    what = held.amount
    if isinstance(what, Money) and what.kobo < 0:  # a minus sign is not heard, and easily overlooked
        return catalogue.say("balance-owed", {"amount": money(Money(-what.kobo, what.currency))})
    return money(what) if isinstance(what, Money) else quantity(what, catalogue)


def _figure(value: Decimal) -> str:
    """Two places at most, the last even where it stands midway."""
    figure = f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if figure == "-0" else figure.replace("-", "−")
