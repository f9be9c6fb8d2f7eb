"""Whoever asks for the same of a line within a minute gets the same, and the provider is asked once."""

from datetime import timedelta

import pytest

from bot.errors import ProviderRefusal, ProviderSilent
from bot.providers.calls import ProviderCalls
from bot.providers.line_reader import LineReader
from bot.providers.transactions import KEPT, TransactionReader
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.account import Balance, DataStatus, Money
from conversations.changing import replace
from conversations.customer import events
from conversations.effects import FetchSummary, ReadLine
from conversations.reading import NEWEST, Reading
from conversations.refusal import Refusal
from tests.bot.providers.calls_stage import ACCOUNT, START, CallsStage, page
from tests.bot.providers.test_transactions import Line, movements
from tests.for_every import for_every
from tests.scenes import RULES

KINDS = tuple(ReadLine(1, ACCOUNT, reading) for reading in Reading)


@pytest.fixture
def stage() -> CallsStage:
    made = CallsStage()
    made.provider.history = [page(1, 2)]
    return made


@pytest.mark.parametrize("wish", KINDS, ids=lambda wish: wish.reading.value)
async def test_the_same_answer_serves_for_a_minute(stage: CallsStage, wish: ReadLine) -> None:
    first = await stage.event_of(wish)
    asked = [*stage.provider.asked]
    await stage.pass_time(59)
    second = await stage.event_of(replace(wish, attempt=2))
    assert (type(second), getattr(second, "attempt", 0)) == (type(first), 2)
    assert stage.provider.asked == asked
    await stage.pass_time(2)
    await stage.event_of(replace(wish, attempt=3))
    assert len(stage.provider.asked) > len(asked)


@pytest.mark.parametrize("wish", KINDS, ids=lambda wish: wish.reading.value)
async def test_how_long_it_serves_is_a_setting(stage: CallsStage, wish: ReadLine) -> None:
    stage.lines = LineReader(stage.provider, stage.clock, timedelta())
    stage.provider_calls = ProviderCalls(
        stage.provider, stage.lines, {"telegram": stage.channel}, stage.clock, stage._report, stage._certain
    )
    await stage.event_of(wish)
    asked = len(stage.provider.asked)
    await stage.event_of(replace(wish, attempt=2))
    assert len(stage.provider.asked) > asked


@pytest.mark.parametrize("wish", KINDS, ids=lambda wish: wish.reading.value)
async def test_nothing_is_kept_of_a_line_that_is_let_go(stage: CallsStage, wish: ReadLine) -> None:
    await stage.event_of(wish)
    asked = len(stage.provider.asked)
    stage.lines.forget(ACCOUNT)
    await stage.event_of(replace(wish, attempt=2))
    assert len(stage.provider.asked) > asked


@pytest.mark.parametrize("wish", KINDS, ids=lambda wish: wish.reading.value)
async def test_of_an_account_that_is_gone_nothing_is_shown_any_more(stage: CallsStage, wish: ReadLine) -> None:
    """It would be taken for a sign that the account is there."""
    await stage.event_of(wish)
    calls = ("fetch_balances", "fetch_identity", "fetch_details", "refresh", "fetch_transactions 1 of 100")
    stage.provider.trouble = dict.fromkeys(calls, ProviderRefusal(Refusal.ACCOUNT_GONE))
    gone = events.ProviderRefused(2, Refusal.ACCOUNT_GONE, None)
    assert await stage.event_of(FetchSummary(2, ACCOUNT)) == gone
    assert await stage.event_of(replace(wish, attempt=3)) == replace(gone, attempt=3)


@pytest.mark.parametrize("wish", KINDS, ids=lambda wish: wish.reading.value)
async def test_what_serves_nobody_any_more_is_not_kept_in_memory(stage: CallsStage, wish: ReadLine) -> None:
    await stage.event_of(wish)
    await stage.lines.forget_old()
    asked = len(stage.provider.asked)
    await stage.event_of(replace(wish, attempt=2))
    assert len(stage.provider.asked) == asked
    stage.clock.advance(KEPT.total_seconds())
    await stage.lines.forget_old()
    assert (stage.lines._lately._answers, stage.lines._transactions._kept) == ({}, {})


async def test_figures_from_before_the_network_was_asked_for_others_are_not_shown_as_the_newest() -> None:
    stage = CallsStage()
    stage.provider.trouble = {"refresh": ProviderSilent("no")}
    wish = ReadLine(1, ACCOUNT, Reading.BALANCE)
    await stage.event_of(wish)
    stage.provider.trouble = {"fetch_balances": ProviderSilent("no")}
    await stage.event_of(replace(wish, attempt=2))
    stage.provider.trouble, stage.provider.balances = {}, (Balance("Main", Money(1)),)
    read = await stage.event_of(replace(wish, attempt=3))
    assert isinstance(read, events.SummaryFetched)
    assert read.summary.balances == stage.provider.balances


@for_every("trouble", [ProviderSilent("no"), ProviderRefusal(Refusal.TOO_MANY_REQUESTS)])
async def test_usage_that_is_not_whole_is_read_again_by_who_asks_again(trouble: Exception) -> None:
    stage = CallsStage()
    stage.provider.history = [page(1, more=True), page(2)]
    stage.provider.trouble = {"fetch_transactions 2 of 100": trouble}
    usage = ReadLine(1, ACCOUNT, Reading.USAGE)
    read = await stage.event_of(usage)
    assert isinstance(read, events.UsageFetched)
    assert (read.usage.count, read.usage.stopped is None) == (1, False)
    stage.provider.trouble.clear()
    whole = await stage.event_of(replace(usage, attempt=2))
    assert isinstance(whole, events.UsageFetched)
    assert (whole.usage.count, whole.usage.stopped) == (2, None)


@pytest.mark.parametrize("wish", KINDS, ids=lambda wish: wish.reading.value)
async def test_nothing_is_kept_of_a_line_that_is_let_go_while_it_is_read(stage: CallsStage, wish: ReadLine) -> None:
    stage.provider.open.clear()
    stage.wish(wish)
    await stage.pass_time(0)
    stage.lines.forget(ACCOUNT)
    stage.provider.open.set()
    await stage.pass_time(0)
    assert len(stage.reported) == 1
    assert (stage.lines._lately._answers, stage.lines._transactions._kept) == ({}, {})


async def test_what_is_still_prepared_is_no_answer(stage: CallsStage) -> None:
    stage.provider.status, stage.provider.history = DataStatus.PROCESSING, [page()]
    usage = ReadLine(1, ACCOUNT, Reading.USAGE)
    assert isinstance(await stage.event_of(usage), events.SummaryPending)
    stage.provider.status, stage.provider.history = DataStatus.AVAILABLE, [page(1)]
    assert isinstance(await stage.event_of(replace(usage, attempt=2)), events.UsageFetched)


@for_every("kind", KINDS)
async def test_what_failed_is_no_answer(kind: ReadLine) -> None:
    stage = CallsStage()
    stage.provider.history = [page(1)]
    calls = ("fetch_balances", "fetch_identity", "fetch_transactions 1 of 100")
    stage.provider.trouble = dict.fromkeys(calls, ProviderSilent("no"))
    assert isinstance(await stage.event_of(kind), events.ProviderUnreachable)
    stage.provider.trouble.clear()
    assert not isinstance(await stage.event_of(replace(kind, attempt=2)), events.ProviderUnreachable)


async def test_a_statement_goes_on_where_the_screen_before_it_stopped_and_disturbs_nobody_else() -> None:
    stage = CallsStage()
    line = Line(movements(450))
    reader = TransactionReader(line, stage.clock, RULES.reads_serve)
    await reader.page(ACCOUNT, NEWEST, 1)
    statement = await reader.statement(ACCOUNT, NEWEST)
    assert [each.name for each in statement.transactions] == [f"t{place}" for place in range(450)]
    assert [number for number, _ in line.calls] == [1, 2, 3, 4, 5]
    assert (await reader.statement(ACCOUNT, NEWEST)) == statement
    assert len(line.calls) == 5
    assert statement.transactions[0].at == START


async def test_a_statement_of_movements_that_nothing_tells_apart_begins_anew() -> None:
    """What came since the screen was shown would have the last one of that come for the second time."""
    clock, line = EmulatedClock(at=START), Line([replace(each, name="") for each in movements(150)])
    reader = TransactionReader(line, clock, RULES.reads_serve)
    await reader.page(ACCOUNT, NEWEST, 1)
    line.movements.insert(0, replace(line.movements[0], at=START + timedelta(seconds=1)))
    assert list((await reader.statement(ACCOUNT, NEWEST)).transactions) == line.movements
    await reader.statement(ACCOUNT, NEWEST)
    assert [number for number, _ in line.calls] == [1, 1, 2]
