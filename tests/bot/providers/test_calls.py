"""Wishes are carried out at the provider, once each, and whatever comes of them comes back as an event."""

import asyncio
import gc
import weakref
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.errors import ChannelDown, ProviderRefusal, ProviderSilent
from bot.providers.calls import TYPING_AFTER, TYPING_EVERY, ProviderCalls
from conversations.account import DataStatus, Statement, Summary
from conversations.contact import Contact
from conversations.customer import events
from conversations.effects import (
    CheckOtp,
    ExchangeForAccount,
    FetchSummary,
    Immediate,
    LookForAccount,
    ReadLine,
    RequestOtp,
)
from conversations.reading import Reading
from conversations.refusal import Refusal
from conversations.usage import History, usage_of
from storage.errors import StorageFailed
from tests.bot.providers.calls_stage import (
    ACCOUNT,
    BALANCES,
    CODE,
    FORM,
    IDENTITY,
    LINE,
    OTP,
    REFERENCE,
    START,
    CallsStage,
    page,
)
from tests.waiting import PATIENCE

REQUEST = RequestOtp(7, LINE, ())
CHECK = CheckOtp(7, REFERENCE, OTP, ())
EXCHANGE = ExchangeForAccount(7, CODE)
FETCH = FetchSummary(7, ACCOUNT)
READ_BALANCE = ReadLine(7, ACCOUNT, Reading.BALANCE)
READ_USAGE = ReadLine(7, ACCOUNT, Reading.USAGE)
READ_PAGE = ReadLine(7, ACCOUNT, Reading.TRANSACTIONS)
READ_STATEMENT = ReadLine(7, ACCOUNT, Reading.STATEMENT)

# Each wish, the call that its fate hangs on, and what comes back when all goes well.
WISHES: tuple[tuple[Immediate, str, events.Event], ...] = (
    (REQUEST, "request_otp", events.OtpSent(7, REFERENCE, FORM)),
    (CHECK, "check_otp", events.OtpVerified(7, CODE)),
    (EXCHANGE, "exchange", events.AccountOpened(7, ACCOUNT)),
    (FETCH, "fetch_balances", events.SummaryFetched(7, Summary(IDENTITY, BALANCES, START))),
    (READ_BALANCE, "fetch_balances", events.SummaryFetched(7, Summary(None, BALANCES, START))),
    (READ_PAGE, "fetch_transactions 1 of 100", events.TransactionsFetched(7, page(1))),
    (READ_STATEMENT, "fetch_transactions 1 of 100", events.StatementRead(7, Statement(page(1).transactions))),
    (READ_USAGE, "fetch_transactions 1 of 100", events.UsageFetched(7, usage_of(History(page(1).transactions, START)))),
)
each_wish = pytest.mark.parametrize(("wish", "call", "event"), WISHES, ids=[call for _, call, _ in WISHES])


@pytest.fixture
def stage() -> CallsStage:
    stage = CallsStage()
    stage.provider.history = [page(1)]
    return stage


@each_wish
async def test_each_wish_comes_back_as_its_event(
    stage: CallsStage, wish: Immediate, call: str, event: events.Event
) -> None:
    assert await stage.event_of(wish) == event
    assert stage.provider.asked.count(call) == 1


@each_wish
async def test_a_refusal_names_its_attempt_and_when_it_ends(
    stage: CallsStage, wish: Immediate, call: str, event: events.Event
) -> None:
    stage.provider.trouble[call] = ProviderRefusal(Refusal.TOO_MANY_REQUESTS, timedelta(seconds=30))
    until = START + timedelta(seconds=30)
    assert await stage.event_of(wish) == events.ProviderRefused(7, Refusal.TOO_MANY_REQUESTS, until)


@each_wish
@pytest.mark.parametrize(
    "trouble", [ProviderSilent("nothing"), ValueError("a defect of ours")], ids=["silent", "defect"]
)
async def test_what_is_not_known_is_said_as_such_and_not_tried_again(
    stage: CallsStage, wish: Immediate, call: str, event: events.Event, trouble: Exception
) -> None:
    stage.provider.trouble[call] = trouble
    with capture_logs():
        assert await stage.event_of(wish) == events.ProviderUnreachable(7)
        await stage.pass_time(60)
    assert stage.provider.asked.count(call) == 1
    assert len(stage.reported) == 1


async def test_a_line_that_is_still_being_read_is_pending(stage: CallsStage) -> None:
    stage.provider.status = DataStatus.PROCESSING
    assert await stage.event_of(FETCH) == events.SummaryPending(7)
    assert stage.provider.asked == ["fetch_details"]


async def test_balances_are_shown_although_they_could_not_be_read_anew(stage: CallsStage) -> None:
    stage.provider.trouble["refresh"] = ProviderSilent("nothing")
    assert isinstance(await stage.event_of(READ_BALANCE), events.SummaryFetched)


async def test_a_defect_where_nobody_waits_for_the_answer_is_in_the_log(stage: CallsStage) -> None:
    stage.provider.trouble["fetch_details"] = ValueError("a defect of ours")
    with capture_logs() as logged:
        stage.wish(LookForAccount(7, ACCOUNT))
        await stage.pass_time(0)
    assert [(each["event"], each["wish"], each["error"]) for each in logged] == [
        ("wish_failed", "LookForAccount", "ValueError")
    ]
    assert stage.reported == []


# Signs of life


async def test_a_quick_answer_needs_no_sign_of_life(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.wish(REQUEST)
    await stage.pass_time(TYPING_AFTER - 0.1)
    stage.provider.open.set()
    await stage.pass_time(10)
    assert stage.channel.shown == []


async def test_typing_is_shown_soon_and_again_before_it_fades_and_after_four_seconds_a_note(
    stage: CallsStage,
) -> None:
    stage.provider.open.clear()
    stage.wish(REQUEST)
    await stage.pass_time(9)
    first, second, third = TYPING_AFTER, TYPING_AFTER + TYPING_EVERY, TYPING_AFTER + 2 * TYPING_EVERY
    assert stage.channel.shown == [("typing", first), ("typing", second), ("progress", second), ("typing", third)]


async def test_the_note_is_changed_when_the_answer_came_and_nothing_more_is_shown(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.wish(REQUEST)
    await stage.pass_time(6)
    waiting = dict(stage.channel.notes)
    stage.provider.open.set()
    await stage.pass_time(10)
    assert [what for what, _ in stage.channel.shown] == ["typing", "typing", "progress", "changed"]
    assert stage.channel.notes != waiting
    assert len(stage.channel.notes) == 1


async def test_a_note_that_is_on_its_way_when_the_answer_comes_does_not_stay_as_it_is(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.channel.open.clear()
    stage.wish(REQUEST)
    await stage.pass_time(6)
    stage.provider.open.set()
    await stage.pass_time(1)
    stage.channel.open.set()
    await stage.pass_time(1)
    assert [what for what, _ in stage.channel.shown] == ["typing", "typing", "progress", "changed"]


async def test_a_channel_in_trouble_does_not_keep_the_answer_back(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.channel.trouble = ChannelDown("500")
    stage.wish(REQUEST)
    await stage.pass_time(9)
    stage.provider.open.set()
    await stage.pass_time(0)
    assert stage.reported == [events.OtpSent(7, REFERENCE, FORM)]


@pytest.mark.parametrize("at", [0, 6], ids=["the typing", "the change of the note"])
async def test_so_it_does_where_it_meets_a_defect_of_ours_which_is_in_the_log(stage: CallsStage, at: int) -> None:
    stage.provider.open.clear()
    stage.wish(REQUEST)
    await stage.pass_time(at)
    stage.channel.trouble = ValueError("a defect of ours")
    with capture_logs() as logged:
        await stage.pass_time(2)
        stage.provider.open.set()
        await stage.pass_time(1)
    assert [(each["event"], each["error"]) for each in logged] == [("sign_of_life_failed", "ValueError")]
    assert stage.reported == [events.OtpSent(7, REFERENCE, FORM)]


async def test_a_wish_for_later_waits_in_silence(stage: CallsStage) -> None:
    stage.wish(FetchSummary(7, ACCOUNT, after=timedelta(seconds=10)))
    await stage.pass_time(9.9)
    assert (stage.provider.asked, stage.channel.shown) == ([], [])
    await stage.pass_time(0.1)
    assert len(stage.reported) == 1


class Somebody(Contact, frozen=True, weakref=True):
    """Of whom it can be told whether anything still holds them."""


async def test_an_older_attempt_is_not_made_and_nobody_is_kept_in_memory(stage: CallsStage) -> None:
    heard: list[events.Event] = []

    async def report(contact: Contact, event: events.Event) -> None:
        heard.append(event)

    channels = {"telegram": stage.channel}
    calls = ProviderCalls(stage.provider, stage.lines, channels, stage.clock, report, stage._certain)
    somebody = Somebody("telegram", "5")
    held = weakref.ref(somebody)
    for attempt, seconds in ((7, 20), (8, 10)):
        calls.carry_out(somebody, "en", (FetchSummary(attempt, ACCOUNT, after=timedelta(seconds=seconds)),))
    del somebody
    await stage.pass_time(21)
    assert heard == [events.SummaryFetched(8, Summary(IDENTITY, BALANCES, START + timedelta(seconds=10)))]
    gc.collect()
    assert held() is None


async def test_who_leads_no_more_takes_no_chance_and_leaves_what_became_of_it_unknown(stage: CallsStage) -> None:
    stage.doubt = StorageFailed("another process carries the service on")
    assert await stage.event_of(CHECK) == events.ProviderUnreachable(CHECK.attempt)
    assert stage.provider.asked == []


# The end


async def test_the_end_waits_for_answers_that_are_on_their_way(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.wish(CHECK)
    await stage.pass_time(0)
    ending = asyncio.create_task(stage.provider_calls.finish(patience=PATIENCE))
    await stage.pass_time(0)
    stage.provider.open.set()
    await ending
    assert stage.reported == [events.OtpVerified(7, CODE)]


async def test_the_end_waits_for_what_follows_from_an_answer_too(stage: CallsStage) -> None:
    stage.wish(CHECK)
    stage.follow[events.OtpVerified] = EXCHANGE
    stage.follow[events.AccountOpened] = FETCH
    await stage.provider_calls.finish(patience=PATIENCE)
    assert [type(event) for event in stage.reported] == [
        events.OtpVerified,
        events.AccountOpened,
        events.SummaryFetched,
    ]


async def test_the_end_waits_no_longer_than_it_may(stage: CallsStage) -> None:
    stage.provider.open.clear()
    stage.wish(CHECK)
    await stage.pass_time(0)
    await stage.provider_calls.finish(patience=0.01)
    stage.provider.open.set()
    await stage.pass_time(0)
    assert stage.reported == []
