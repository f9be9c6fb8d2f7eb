"""What is read of a line: once for all who ask at the same time, with its time, and never "none" for "not yet"."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from structlog.testing import capture_logs

from bot.errors import ProviderRefusal, ProviderSilent
from bot.providers.giving_back import GivingBack
from bot.providers.lately import Lately
from bot.providers.missing_alarm import MissingAlarm
from bot.providers.summaries import Summaries
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.account import DataStatus, Missing
from conversations.changing import replace
from conversations.consent import Scope
from conversations.customer.events import SummaryFetched, SummaryPending, TransactionsFetched
from conversations.effects import FetchSummary, LookForAccount, ReadLine
from conversations.line_events import AccountFound, AccountMissing
from conversations.reading import Reading
from conversations.refusal import Refusal
from conversations.secret import AccountId
from storage.accounts import Accounts
from storage.database import MEMORY, Database
from storage.sealing import Keyring
from tests.bot.providers.calls_stage import ACCOUNT, START, CallsStage, Provider, page
from tests.scenes import ADA, LINKED, RULES
from tests.waiting import until


@pytest.fixture
def stage() -> CallsStage:
    return CallsStage()


async def test_a_webhook_that_comes_while_the_details_are_read_has_them_read_once(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.wish(FetchSummary(1, ACCOUNT))
    await stage.pass_time(0.1)
    stage.wish(FetchSummary(2, ACCOUNT))  # what the webhook leads to
    await stage.pass_time(0.1)
    stage.provider.open.set()
    await stage.pass_time(0.1)
    assert sorted(stage.provider.asked) == ["fetch_balances", "fetch_details", "fetch_identity"]
    assert [getattr(event, "attempt", 0) for event in stage.reported] == [1, 2]


async def test_who_is_cut_off_while_it_is_read_takes_it_from_nobody_else() -> None:
    provider, clock = Provider(), EmulatedClock(START)
    provider.open.clear()
    summaries = Summaries(provider, clock, Lately(clock, RULES.reads_serve))
    first, second = (asyncio.create_task(summaries.whole(ACCOUNT)) for _ in range(2))
    await until(lambda: provider.asked)
    first.cancel()
    await asyncio.wait({first})
    provider.open.set()
    assert await second
    assert provider.asked.count("fetch_identity") == 1


@pytest.mark.parametrize(
    ("reads", "fetched"),
    [
        ((Scope.IDENTITY,), ["fetch_details", "fetch_identity"]),
        ((Scope.BALANCES, Scope.TRANSACTIONS), ["fetch_balances", "fetch_details"]),
        ((Scope.TRANSACTIONS,), ["fetch_details"]),
    ],
)
async def test_what_was_not_agreed_to_is_not_asked_of_the_provider(
    stage: CallsStage, reads: tuple[Scope, ...], fetched: list[str]
) -> None:
    await stage.event_of(FetchSummary(1, ACCOUNT, reads=reads))
    assert sorted(stage.provider.asked) == fetched


async def test_a_poll_that_a_webhook_has_overtaken_is_not_made(stage: CallsStage) -> None:
    stage.wish(FetchSummary(1, ACCOUNT, timedelta(seconds=3)))
    stage.wish(FetchSummary(2, ACCOUNT))
    await stage.pass_time(4)
    assert stage.provider.asked.count("fetch_details") == 1
    assert [type(event) for event in stage.reported] == [SummaryFetched]


@pytest.mark.parametrize("trouble", [ProviderSilent("no"), ProviderRefusal(Refusal.UNAVAILABLE)], ids=repr)
async def test_a_refresh_that_failed_gives_no_time(stage: CallsStage, trouble: Exception) -> None:
    stage.provider.trouble["refresh"] = trouble
    read = await stage.event_of(ReadLine(1, ACCOUNT, Reading.BALANCE))
    assert isinstance(read, SummaryFetched)
    assert (read.summary.as_of, read.summary.refreshed) == (None, False)
    stage.provider.trouble.clear()
    read = await stage.event_of(ReadLine(2, ACCOUNT, Reading.BALANCE))
    assert isinstance(read, SummaryFetched)
    assert (read.summary.as_of, read.summary.refreshed) == (START, True)


async def test_what_was_asked_within_five_minutes_is_not_asked_again_and_keeps_its_time(stage: CallsStage) -> None:
    again = ReadLine(2, ACCOUNT, Reading.BALANCE)
    await stage.event_of(ReadLine(1, ACCOUNT, Reading.BALANCE))
    await stage.pass_time(60)
    read = await stage.event_of(again)
    assert isinstance(read, SummaryFetched)
    assert (read.summary.as_of, read.summary.anew_at) == (START, START)
    known = START - timedelta(minutes=3)  # by a chat, and by no memory of this process
    read = await CallsStage().event_of(replace(again, anew_at=known))
    assert isinstance(read, SummaryFetched)
    assert read.summary.as_of == known
    await stage.pass_time(240)
    await stage.event_of(again)
    assert stage.provider.asked.count("refresh") == 2


async def test_after_a_clock_was_set_back_the_network_is_asked_at_once(stage: CallsStage) -> None:
    await stage.event_of(ReadLine(1, ACCOUNT, Reading.BALANCE))
    stage.clock._wound -= timedelta(hours=1)
    read = await stage.event_of(ReadLine(2, ACCOUNT, Reading.BALANCE, anew_at=START))
    assert isinstance(read, SummaryFetched)
    assert (read.summary.as_of, read.summary.anew_at) == (START - timedelta(hours=1), None)
    assert stage.provider.asked.count("refresh") == 2


async def test_an_empty_page_of_a_line_that_is_being_prepared_is_not_none(stage: CallsStage) -> None:
    stage.provider.history = [page()]
    stage.provider.status = DataStatus.PROCESSING
    assert await stage.event_of(ReadLine(1, ACCOUNT, Reading.TRANSACTIONS)) == SummaryPending(1)
    assert await stage.event_of(ReadLine(1, ACCOUNT, Reading.USAGE)) == SummaryPending(1)
    stage.provider.status = DataStatus.AVAILABLE
    assert await stage.event_of(ReadLine(2, ACCOUNT, Reading.TRANSACTIONS)) == TransactionsFetched(2, page())


async def test_an_account_that_is_looked_for_is_found_or_missing_or_nothing_is_known(stage: CallsStage) -> None:
    assert await stage.event_of(LookForAccount(1, ACCOUNT)) == AccountFound(ACCOUNT)
    assert await stage.event_of(LookForAccount(1, ACCOUNT, heard=3)) == AccountFound(ACCOUNT, 3)
    stage.provider.status = DataStatus.UNAVAILABLE
    assert await stage.event_of(LookForAccount(1, ACCOUNT, heard=1)) == AccountFound(ACCOUNT, 1, readable=False)
    stage.provider.trouble["fetch_details"] = ProviderRefusal(Refusal.ACCOUNT_GONE)
    assert await stage.event_of(LookForAccount(1, ACCOUNT)) == AccountMissing(ACCOUNT)
    for unsure in (ProviderSilent("no"), ProviderRefusal(Refusal.NOT_ALLOWED)):
        stage.provider.trouble["fetch_details"] = unsure
        await stage.event_of(LookForAccount(1, ACCOUNT))
    assert len(stage.reported) == 4


async def test_an_account_that_is_held_again_by_then_is_not_given_back() -> None:
    provider, accounts = Provider(), Accounts(Keyring.parse(Keyring.generate_key()))
    database, forgotten = await Database.open(MEMORY), list[AccountId]()
    try:
        giving_back = GivingBack(provider, forgotten.append, database, accounts)
        await database.run(lambda tx: accounts.keep(tx, ADA, LINKED))
        await giving_back.give_back(LINKED.account)
        assert (provider.asked, forgotten) == ([], [])
        await database.run(lambda tx: accounts.forget(tx, ADA, LINKED.account))
        await giving_back.give_back(LINKED.account)
        assert (provider.asked, forgotten) == (["unlink"], [LINKED.account])
    finally:
        await database.close()


async def test_many_missing_accounts_are_said_once_with_the_remedy_and_once_that_it_is_over() -> None:
    accounts = Accounts(Keyring.parse(Keyring.generate_key()))
    database = await Database.open(MEMORY)
    lost = [replace(LINKED, account=AccountId(f"account-{n}"), missing=Missing(START, START)) for n in range(5)]
    try:
        alarm = MissingAlarm(database, accounts.counts)
        with capture_logs() as logged:
            for line in lost:
                await alarm.look()
                assert not logged
                assert not accounts.counts.held  # as long as a few are missing nobody counts the others
                await database.run(partial(accounts.keep, contact=ADA, line=line))
            for _ in range(2):
                await alarm.look()
            await database.run(partial(accounts.forget, contact=ADA, account=lost[0].account))
            for _ in range(2):
                await alarm.look()
        said, over = logged
        assert (said["event"], said["missing"], said["held"], said["log_level"]) == ("accounts_missing", 5, 5, "error")
        assert "doctor" in said["remedy"]
        assert (over["event"], over["missing"], over["held"]) == ("accounts_found", 4, 4)
    finally:
        await database.close()
