"""Transactions by the screen and as a whole: read once for who turns a page, and shown with their age when it stops."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.errors import ProviderError, ProviderRefusal, ProviderSilent
from bot.providers.transactions import KEPT, ON_A_SCREEN, SCREEN_PATIENCE, STATEMENT_PATIENCE, TransactionReader
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.account import Direction, LineTransaction, Money, TransactionPage
from conversations.reading import NEWEST, Span, TransactionFilter
from conversations.refusal import Refusal
from conversations.secret import AccountId
from tests.bot.providers.calls_stage import ACCOUNT, START, Provider
from tests.for_every import for_every
from tests.scenes import RULES

OTHER = AccountId("another")
NOVEMBER = TransactionFilter(Span(date(2026, 11, 1), date(2026, 11, 30)))
IN = TransactionFilter(way=Direction.CREDIT)


class Line(Provider):
    """A provider of one line's movements, so many to a page; `before` is done before each answer."""

    def __init__(self, movements: list[LineTransaction], per_page: int = 100) -> None:
        super().__init__()
        self.movements = movements
        self.per_page = per_page
        self.calls: list[tuple[int, Span | None]] = []
        self.before: Callable[[int], None] = lambda page: None

    async def fetch_transactions(
        self, account: AccountId, page: int = 1, limit: int = 100, span: Span | None = None
    ) -> TransactionPage:
        self.calls.append((page, span))
        self.before(page)
        start, end = self.per_page * (page - 1), self.per_page * page
        return TransactionPage(tuple(self.movements[start:end]), page, len(self.movements) > end)


def movements(count: int) -> list[LineTransaction]:
    """One every six hours, newest first, of which every third came in."""
    return [
        LineTransaction(
            Direction.DEBIT if number % 3 else Direction.CREDIT,
            Money(100 + number),
            "Airtime",
            START - timedelta(hours=6 * number),
            name=f"t{number}",
        )
        for number in range(count)
    ]


def fails(line: Line, at: int, error: ProviderError) -> None:
    def before(page: int) -> None:
        if page >= at:
            raise error

    line.before = before


class Reading:
    def __init__(self, count: int, per_page: int = 100) -> None:
        self.clock = EmulatedClock(at=START)
        self.line = Line(movements(count), per_page)
        self.reader = TransactionReader(self.line, self.clock, RULES.reads_serve)

    async def names(self, number: int, selection: TransactionFilter = NEWEST) -> list[str]:
        return [each.name for each in (await self.reader.page(ACCOUNT, selection, number)).transactions]


async def test_ten_come_on_a_screen_and_whoever_turns_a_page_asks_nobody() -> None:
    stage = Reading(25)
    first = await stage.reader.page(ACCOUNT, NEWEST, 1)
    assert ([each.name for each in first.transactions], first.more) == ([f"t{place}" for place in range(10)], True)
    last = await stage.reader.page(ACCOUNT, NEWEST, 3)
    assert ([each.name for each in last.transactions][-1], len(last.transactions), last.more) == ("t24", 5, False)
    assert len(stage.line.calls) == 1


async def test_a_page_that_is_gone_is_empty() -> None:
    assert await Reading(20).reader.page(ACCOUNT, NEWEST, 3) == TransactionPage((), 3, more=False)


async def test_only_those_of_the_days_and_the_way_are_shown_whatever_the_provider_gives() -> None:
    stage = Reading(200)
    page = await stage.reader.page(ACCOUNT, TransactionFilter(NOVEMBER.span, Direction.CREDIT), 4)
    assert ([each.name for each in page.transactions], page.more) == (["t90"], False)  # 1 November, one in Lagos
    assert {span for _, span in stage.line.calls} == {NOVEMBER.span}


async def test_a_page_goes_on_where_the_one_before_it_ended_although_something_came_meanwhile() -> None:
    stage = Reading(250)
    assert (await stage.names(9))[-1] == "t89"
    stage.line.movements.insert(0, LineTransaction(Direction.CREDIT, Money(1), "VTU", START, name="new"))
    stage.clock.advance(RULES.reads_serve.total_seconds() + 1)
    assert await stage.names(11) == [f"t{place}" for place in range(100, 110)]
    assert (await stage.names(1))[0] == "new"


@for_every("error", [ProviderSilent("no"), ProviderRefusal(Refusal.UNAVAILABLE)])
async def test_what_was_read_before_is_shown_with_its_age_when_nothing_comes(error: ProviderError) -> None:
    stage = Reading(25)
    await stage.names(1)
    fails(stage.line, 1, error)
    stage.clock.advance(RULES.reads_serve.total_seconds() + 1)
    page = await stage.reader.page(ACCOUNT, NEWEST, 1)
    assert (len(page.transactions), page.read_at) == (10, START)
    stage.clock.advance(KEPT.total_seconds())
    with pytest.raises(type(error)):
        await stage.reader.page(ACCOUNT, NEWEST, 1)


async def test_what_was_read_before_a_clock_was_set_back_is_read_again() -> None:
    stage = Reading(25)
    await stage.names(1)
    stage.clock._wound -= timedelta(hours=1)
    stage.line.movements.insert(0, LineTransaction(Direction.CREDIT, Money(1), "VTU", START, name="new"))
    assert (await stage.names(1))[0] == "new"


async def test_what_came_until_it_stopped_is_shown_and_the_page_behind_it_fails() -> None:
    stage = Reading(200)
    fails(stage.line, 2, ProviderSilent("no"))
    page = await stage.reader.page(ACCOUNT, IN, 4)
    assert (len(page.transactions), page.read_at) == (4, START)
    with pytest.raises(ProviderSilent):
        await stage.reader.page(ACCOUNT, IN, 5)


def slowly(stage: Reading) -> None:
    """No more than one answer comes within the patience for a screen."""
    stage.line.before = lambda _: stage.clock.advance(SCREEN_PATIENCE.total_seconds())


async def test_a_slow_provider_is_not_waited_for_on_a_screen_and_the_screen_goes_on_when_it_is_asked_for_again() -> (
    None
):
    stage = Reading(250)
    slowly(stage)
    page = await stage.reader.page(ACCOUNT, IN, 4)
    assert (len(page.transactions), page.more, page.unfinished, page.read_at) == (4, True, True, None)
    page = await stage.reader.page(ACCOUNT, IN, 4)
    assert (len(page.transactions), page.more, page.unfinished) == (10, True, False)
    assert [number for number, _ in stage.line.calls] == [1, 2]
    assert len((await stage.reader.page(ACCOUNT, IN, 9)).transactions) == 4
    assert not (await stage.reader.page(ACCOUNT, IN, 9)).unfinished


async def test_a_screen_for_which_nothing_was_found_yet_is_no_end() -> None:
    stage = Reading(250)
    slowly(stage)
    october = TransactionFilter(Span(date(2026, 10, 1), date(2026, 10, 20)))
    page = await stage.reader.page(ACCOUNT, october, 1)
    assert (page.transactions, page.more, page.unfinished) == ((), True, True)
    assert len((await stage.reader.page(ACCOUNT, october, 1)).transactions) == 10


async def test_what_came_before_it_stopped_serves_who_asks_again() -> None:
    stage = Reading(250)
    fails(stage.line, 2, ProviderSilent("no"))
    with pytest.raises(ProviderSilent):
        await stage.reader.page(ACCOUNT, IN, 5)
    stage.line.before = lambda _: None
    assert len((await stage.reader.page(ACCOUNT, IN, 5)).transactions) == 10
    assert [number for number, _ in stage.line.calls] == [1, 2, 2]


async def test_a_line_that_is_gone_shows_nothing_of_what_was_kept() -> None:
    stage = Reading(25)
    await stage.names(1)
    fails(stage.line, 1, ProviderRefusal(Refusal.ACCOUNT_GONE))
    stage.clock.advance(RULES.reads_serve.total_seconds() + 1)
    with pytest.raises(ProviderRefusal):
        await stage.reader.page(ACCOUNT, NEWEST, 1)


async def test_what_was_read_of_a_line_that_is_let_go_is_forgotten() -> None:
    stage = Reading(25)
    await stage.names(1)
    stage.reader.forget(OTHER)
    await stage.names(2)
    stage.reader.forget(ACCOUNT)
    await stage.names(2)
    assert len(stage.line.calls) == 2


@for_every("per_page", [100, 37])
async def test_ten_thousand_are_in_a_statement_each_once_to_the_kobo(per_page: int) -> None:
    stage = Reading(10_000, per_page)
    read = await stage.reader.statement(ACCOUNT, NEWEST)
    assert (read.whole, sum(each.amount.kobo for each in read.transactions)) == (True, sum(range(100, 10_100)))


async def test_a_statement_is_broken_off_by_a_provider_that_stops_or_goes_on_for_ever() -> None:
    stage = Reading(1000)
    fails(stage.line, 3, ProviderSilent("no"))
    read = await stage.reader.statement(ACCOUNT, NEWEST)
    assert (read.whole, len(read.transactions)) == (False, 200)
    over = RULES.reads_serve.total_seconds() + 1
    stage.clock.advance(over)
    stage.line.before = lambda _: stage.clock.advance(STATEMENT_PATIENCE.total_seconds() / 2)
    assert len((await stage.reader.statement(ACCOUNT, NEWEST)).transactions) == 200
    stage.line.before = lambda _: None
    stage.line.movements = stage.line.movements[:100] * 50  # the page that is asked for is passed over
    assert len((await stage.reader.statement(ACCOUNT, NEWEST)).transactions) == 100
    fails(stage.line, 1, ProviderSilent("no"))
    stage.clock.advance(over)
    with pytest.raises(ProviderSilent):
        await stage.reader.statement(ACCOUNT, NEWEST)


async def test_a_statement_that_was_broken_off_goes_on_from_there_within_a_minute() -> None:
    stage = Reading(1000)
    fails(stage.line, 3, ProviderSilent("no"))
    await stage.reader.statement(ACCOUNT, NEWEST)
    stage.line.before = lambda _: None
    read = await stage.reader.statement(ACCOUNT, NEWEST)
    assert (read.whole, len(read.transactions)) == (True, 1000)
    assert [number for number, _ in stage.line.calls] == [1, 2, 3, *range(3, 11)]


def test_a_screen_holds_ten() -> None:
    assert ON_A_SCREEN == 10
