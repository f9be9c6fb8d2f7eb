"""Six months of a line in figures: what was spent on what, borrowed and paid back, and what came in. Pure sums.

Every movement counts once, in kobo: what was spent by kind, with what was paid back, is all that went out; what was
borrowed and what came in is all that came. Never how the figures are shown, nor how the movements were fetched.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from conversations.account import LineTransaction, Money
from conversations.discretion import Discreet, Hidden
from conversations.lagos import date_in_lagos, months_after, start_of_month
from conversations.movements import SPENT, MovementKind, kind_of_movement

MONTHS = 6  # the running one and five before it
NAIRA_CODE = "NGN"


class Stopped(StrEnum):
    """Why not all of the movements were read."""

    SLOW = "slow"  # no answer in time, in the middle of it
    REFUSED = "refused"
    LONG = "long"  # more than can be read while somebody waits


class History(Discreet, frozen=True):
    """The movements of a line, newest first, back to `usage_begins` at `as_of` or further, unless reading `stopped`.

    `unread` are rows that could not be read: without a date, an amount, or a direction.
    """

    transactions: Hidden[tuple[LineTransaction, ...]]
    as_of: datetime
    unread: int = 0
    stopped: Stopped | None = None


class Coverage(StrEnum):
    """How much of the six months the figures cover, and why not all."""

    WHOLE = "whole"
    STOPPED = "stopped"  # not all was read
    BEGINS = "begins"  # there is nothing earlier: the line is new, or came from elsewhere
    EMPTY = "empty"


class MonthOfUsage(Discreet, frozen=True):
    """The kobo of each kind in one month, which `first` begins; `known` where the movements reach so far back."""

    first: date
    sums: Hidden[Mapping[MovementKind, int]]
    known: bool = True

    @property
    def spent(self) -> Money:
        """All that went out."""
        return Money(sum(self.sums.get(kind, 0) for kind in SPENT))

    @property
    def came(self) -> Money:
        """All that came in, borrowed or not."""
        return Money(sum(self.sums.get(kind, 0) for kind in MovementKind if kind not in SPENT))


class Usage(Struct, frozen=True):
    """The months, oldest first, and what they add up to.

    `since` is the day of the oldest movement where nothing earlier is known (None: it is); `uncounted` are movements
    that could not be read, are not in naira, or are dated in the future. `debt` is the most that was owed at once.
    """

    months: tuple[MonthOfUsage, ...]
    debt: Money
    biggest: LineTransaction | None
    count: int
    as_of: datetime
    coverage: Coverage
    since: date | None = None
    stopped: Stopped | None = None
    uncounted: int = 0

    def total(self, kind: MovementKind) -> Money:
        return Money(sum(month.sums.get(kind, 0) for month in self.months))


def usage_begins(now: datetime) -> datetime:
    """The first moment (UTC) of the six months."""
    return months_after(start_of_month(now), 1 - MONTHS)


def usage_of(history: History) -> Usage:
    """What the history adds up to. What is dated after the running month is of none of the six."""
    begin = usage_begins(history.as_of)
    end = months_after(begin, MONTHS)
    recent = [each for each in history.transactions if begin <= each.at]
    counted = [each for each in recent if each.amount.currency == NAIRA_CODE and each.at < end]
    kinds = [kind_of_movement(each) for each in counted]
    coverage, since = _coverage(history, recent)
    bundles = [each for each, kind in zip(counted, kinds, strict=True) if kind is MovementKind.DATA]
    return Usage(
        months=_months(begin, counted, kinds, since),
        debt=_highest_debt(counted, kinds),
        biggest=max(bundles, key=lambda each: abs(each.amount.kobo), default=None),
        count=len(counted),
        as_of=history.as_of,
        coverage=coverage,
        since=since,
        stopped=history.stopped,
        uncounted=history.unread + len(recent) - len(counted),
    )


def _months(
    begin: datetime, counted: Sequence[LineTransaction], kinds: Iterable[MovementKind], since: date | None
) -> tuple[MonthOfUsage, ...]:
    firsts = [date_in_lagos(months_after(begin, month)) for month in range(MONTHS)]
    sums: dict[date, Counter[MovementKind]] = {first: Counter() for first in firsts}
    for each, kind in zip(counted, kinds, strict=True):
        sums[date_in_lagos(each.at).replace(day=1)][kind] += abs(each.amount.kobo)
    known_from = since.replace(day=1) if since else firsts[0]
    return tuple(MonthOfUsage(first, sums[first], first >= known_from) for first in firsts)


def _highest_debt(counted: Sequence[LineTransaction], kinds: Sequence[MovementKind]) -> Money:
    """Borrowed and not yet paid back, at its highest. What is paid beyond that is the network's fee."""
    owed = highest = 0
    oldest_first = reversed([*zip(counted, kinds, strict=True)])  # also of those that bear the same time
    for each, kind in sorted(oldest_first, key=lambda moved: moved[0].at):
        if kind is MovementKind.BORROWED:
            owed += abs(each.amount.kobo)
        elif kind is MovementKind.REPAID:
            owed = max(0, owed - abs(each.amount.kobo))
        highest = max(highest, owed)
    return Money(highest)


def _coverage(history: History, recent: Sequence[LineTransaction]) -> tuple[Coverage, date | None]:
    """That something older was read shows that the line is; without it nothing does."""
    oldest = date_in_lagos(min((each.at for each in recent), default=history.as_of))
    if history.stopped:
        return Coverage.STOPPED, oldest
    if not recent:
        return Coverage.EMPTY, None
    return (Coverage.WHOLE, None) if len(recent) < len(history.transactions) else (Coverage.BEGINS, oldest)
