"""A line's movements are read page after page, each once; what was read when it stopped is kept, with why."""

import pytest

from bot.errors import ProviderRefusal, ProviderSilent
from bot.providers.histories import MOST_PAGES, read_history
from bot.providers.lately import Lately
from bot.providers.summaries import Summaries
from conversations.account import DataStatus, TransactionPage
from conversations.changing import replace
from conversations.refusal import Refusal
from conversations.usage import History, Stopped, usage_begins
from tests.bot.providers.calls_stage import ACCOUNT, START, CallsStage, page
from tests.scenes import RULES

SINCE = usage_begins(START)


@pytest.fixture
def stage() -> CallsStage:
    return CallsStage()


def anew(stage: CallsStage) -> Lately:
    return Lately(stage.clock, RULES.reads_serve)


async def read(stage: CallsStage, *pages: TransactionPage) -> History | None:
    stage.provider.history = [*pages]
    return await read_history(Summaries(stage.provider, stage.clock, anew(stage)), ACCOUNT, SINCE, stage.clock)


def named(of: TransactionPage, *names: str) -> TransactionPage:
    rows = zip(of.transactions, names, strict=True)
    return replace(of, transactions=tuple(replace(row, name=name) for row, name in rows))


def read_days(history: History | None) -> list[int]:
    assert history
    return [(START - each.at).days for each in history.transactions]


async def test_it_reads_on_until_a_whole_page_is_older(stage: CallsStage) -> None:
    history = await read(stage, page(1, 2, more=True), page(3, 400, more=True), page(401, 402, more=True), page(403))
    assert read_days(history) == [1, 2, 3, 400, 401, 402]
    assert history == History(history.transactions if history else (), START)


async def test_a_page_that_is_shorter_than_asked_for_is_no_end_while_there_are_more(stage: CallsStage) -> None:
    pages = [replace(page(day), total=3) for day in (1, 2, 3)]
    assert read_days(await read(stage, *pages)) == [1, 2, 3]


async def test_what_moved_to_the_next_page_meanwhile_counts_once(stage: CallsStage) -> None:
    pages = (named(page(1, 2, more=True), "a", "b"), named(page(2, 3), "b", "c"))
    assert read_days(await read(stage, *pages)) == [1, 2, 3]


async def test_rows_that_cannot_be_read_are_counted(stage: CallsStage) -> None:
    history = await read(stage, replace(page(1, more=True), unread=2), replace(page(2), unread=1))
    assert history
    assert history.unread == 3


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (ProviderSilent("no"), Stopped.SLOW),
        (ProviderRefusal(Refusal.UNAVAILABLE), Stopped.SLOW),
        (ProviderRefusal(Refusal.TOO_MANY_REQUESTS), Stopped.REFUSED),
        (ProviderRefusal(Refusal.NOT_UNDERSTOOD), Stopped.REFUSED),
    ],
    ids=str,
)
async def test_what_was_read_before_page_seven_is_kept_with_the_reason(
    stage: CallsStage, trouble: Exception, why: Stopped
) -> None:
    stage.provider.trouble["fetch_transactions 7 of 100"] = trouble
    history = await read(stage, *(page(day, more=True) for day in range(1, 9)))
    assert read_days(history) == [1, 2, 3, 4, 5, 6]
    assert history
    assert (history.stopped, history.as_of) == (why, START)


@pytest.mark.parametrize("at", [1, 7])
async def test_an_account_that_is_gone_is_not_half_read(stage: CallsStage, at: int) -> None:
    stage.provider.trouble[f"fetch_transactions {at} of 100"] = ProviderRefusal(Refusal.ACCOUNT_GONE)
    with pytest.raises(ProviderRefusal):
        await read(stage, *(page(day, more=True) for day in range(1, 9)))


async def test_it_is_not_read_for_ever(stage: CallsStage) -> None:
    history = await read(stage, *[page(1, more=True)] * (MOST_PAGES + 5))
    assert history
    assert (history.stopped, len(stage.provider.asked)) == (Stopped.LONG, MOST_PAGES)


async def test_the_same_page_again_is_the_end(stage: CallsStage) -> None:
    assert read_days(await read(stage, *[named(page(1, more=True), "a")] * 9)) == [1]


async def test_a_slow_provider_is_not_waited_for_longer_than_a_minute(stage: CallsStage) -> None:
    class Slow(Summaries):
        async def page(self, *asked: object) -> TransactionPage:
            stage.clock.advance(25)
            return page(1, more=True)

    history = await read_history(Slow(stage.provider, stage.clock, anew(stage)), ACCOUNT, SINCE, stage.clock)
    assert history
    assert (history.stopped, len(history.transactions)) == (Stopped.SLOW, 3)


async def test_a_line_that_is_still_prepared_has_no_history_yet(stage: CallsStage) -> None:
    stage.provider.status = DataStatus.PROCESSING
    assert await read(stage, page()) is None
