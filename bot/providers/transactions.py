"""Transactions read at the provider, page after page: those of a screen, or of a whole statement. Never what is said.

What was read is kept in memory for some minutes: it serves whoever turns a page, and is shown with its age where the
provider stops answering.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.errors import ProviderError, ProviderRefusal, ProviderSilent
from bot.ports import Clock
from bot.providers.port import Provider
from conversations.account import LineTransaction, Statement, TransactionPage
from conversations.freshness import is_fresh
from conversations.lagos import date_in_lagos
from conversations.reading import Span, TransactionFilter
from conversations.refusal import Refusal
from conversations.secret import AccountId

ON_A_SCREEN = 10
AT_ONCE = 100  # asked of the provider with one call
MOST_CALLS = 400  # as many as of 10,000 movements, where a page gives no more than 25
KEPT = timedelta(minutes=10)
MOST_KEPT = 50_000  # transactions, of all lines together
# After so long nothing more is asked for; the call that is under way may take some seconds more.
SCREEN_PATIENCE = timedelta(seconds=5)
STATEMENT_PATIENCE = timedelta(seconds=60)

_Wanted = tuple[AccountId, Span | None]


class TransactionReader:
    """Reads at `provider`. Raises `ProviderRefusal` or `ProviderSilent` where nothing at all could be read."""

    def __init__(self, provider: Provider, clock: Clock, serves: timedelta) -> None:
        """`serves`: for how long the same come again to whoever asks for the newest."""
        self._serves = serves
        self._provider = provider
        self._clock = clock
        self._kept: dict[_Wanted, _ReadSoFar] = {}

    async def page(self, account: AccountId, selection: TransactionFilter, number: int) -> TransactionPage:
        """Those of one screen. A first one that has served its time is read again, later ones belong to theirs."""
        wanted, (start, end) = (account, selection.span), (ON_A_SCREEN * (number - 1), ON_A_SCREEN * number)
        before = self._recall(wanted)
        goes_on = before and (number > 1 or self._is_fresh(before, self._serves))
        reading = before.again() if before and goes_on else _ReadSoFar(self._clock.now())
        trouble = await self._read(wanted, reading, SCREEN_PATIENCE, lambda: len(reading.of(selection)) > end)
        if trouble and before and not reading.of(selection)[start:end]:
            reading = before
        self._keep(wanted, reading)
        rows = reading.of(selection)
        shown = tuple(rows[start:end])
        if trouble and not shown:
            raise trouble
        at = reading.begun_at if trouble else None
        more = len(rows) > end or not reading.ended
        unfinished = len(shown) < ON_A_SCREEN and not reading.ended
        return TransactionPage(shown, number, more, reading.unread, read_at=at, unfinished=unfinished)

    async def statement(self, account: AccountId, selection: TransactionFilter) -> Statement:
        """All of them, newest first, or as far back as the provider went on answering."""
        wanted = (account, selection.span)
        before = self._recall(wanted)
        goes_on = before and before.may_go_on and self._is_fresh(before, self._serves)
        reading = before.again() if before and goes_on else _ReadSoFar(self._clock.now())
        trouble = await self._read(wanted, reading, STATEMENT_PATIENCE, lambda: False)
        rows = sorted(reading.of(selection), key=lambda each: each.at, reverse=True)
        if not rows and not reading.ended:
            raise trouble or ProviderSilent("too slow")
        self._keep(wanted, reading)
        return Statement(tuple(rows), reading.unread, whole=reading.ended)

    def forget(self, account: AccountId) -> None:
        """What was read of a line that is shared no more is not kept."""
        self._kept = {wanted: reading for wanted, reading in self._kept.items() if wanted[0] != account}

    def forget_old(self) -> None:
        """What serves nobody any more is not kept."""
        self._kept = {wanted: reading for wanted, reading in self._kept.items() if self._is_fresh(reading, KEPT)}

    async def _read(
        self, wanted: _Wanted, reading: "_ReadSoFar", patience: timedelta, is_enough: Callable[[], bool]
    ) -> ProviderError | None:
        """Go on reading, until it is enough or took too long; what else ended it. Raises that the line is gone."""
        account, span = wanted
        begun = self._clock.now()
        while not reading.ended and not is_enough():
            if self._clock.now() - begun >= patience:
                return None
            if reading.pages >= MOST_CALLS:
                return ProviderSilent("too many")
            try:
                page = await self._provider.fetch_transactions(account, reading.pages + 1, AT_ONCE, span)
            except ProviderError as error:
                if isinstance(error, ProviderRefusal) and error.refusal is Refusal.ACCOUNT_GONE:
                    raise
                return error
            reading.add(page, span)
        return None

    # What is kept

    def _recall(self, wanted: _Wanted) -> "_ReadSoFar | None":
        known = self._kept.get(wanted)
        return known if known and self._is_fresh(known, KEPT) else None

    def _is_fresh(self, reading: "_ReadSoFar", serves: timedelta) -> bool:
        return is_fresh(reading.begun_at, self._clock.now(), serves)

    def _keep(self, wanted: _Wanted, reading: "_ReadSoFar") -> None:
        """The oldest go where there are too many."""
        self._kept.pop(wanted, None)
        self._kept[wanted] = reading
        while sum(len(each.found) for each in self._kept.values()) > MOST_KEPT and len(self._kept) > 1:
            del self._kept[next(iter(self._kept))]


@dataclass(slots=True)
class _ReadSoFar:
    """What came until now, newest first, with so many `pages`; `ended` where no more is to come."""

    begun_at: datetime
    found: list[LineTransaction] = field(default_factory=list)
    unread: int = 0
    pages: int = 0
    ended: bool = False
    _names: set[str] = field(default_factory=set)
    _came: int = 0

    @property
    def may_go_on(self) -> bool:
        """Whether what came already would be known again: a statement holds nothing twice."""
        return self.ended or all(each.name for each in self.found)

    def again(self) -> "_ReadSoFar":
        """As far as it came, to go on from there: another who asks for the same may be going on meanwhile."""
        return replace(self, found=[*self.found], _names={*self._names})

    def of(self, selection: TransactionFilter) -> list[LineTransaction]:
        return [each for each in self.found if selection.holds(each.at, each.direction)]

    def add(self, page: TransactionPage, span: Span | None) -> None:
        """What came already, for another came before it meanwhile, does not count again."""
        fresh = [each for each in page.transactions if not each.name or each.name not in self._names]
        self._names.update(each.name for each in fresh)
        self.found += fresh
        self.unread += page.unread
        self.pages += 1
        self._came += len(page.transactions) + page.unread
        follows = page.more or (page.total is not None and self._came < page.total)
        passed = span is not None and bool(fresh) and all(date_in_lagos(each.at) < span.first for each in fresh)
        self.ended = not follows or passed or not (fresh or page.unread)
