"""The service sees to what follows from each turn, and takes up what was cut off."""

import asyncio
from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from bot.channels.console import Console
from bot.ports import UnreadableInbound
from bot.sandbox.emulators.mono import MonoFault
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import (
    AccountOpened,
    Event,
    LinkOpened,
    OtpSent,
    OtpVerified,
    SummaryFetched,
    TextReceived,
)
from conversations.line_events import DataReady, EndPosted
from conversations.secret import AccountId
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    CheckingOtp,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    Step,
)
from conversations.wording import Rendered
from storage.accounts import Accounts, Owned
from storage.sessions import UNDER_WAY
from storage.transaction import Transaction
from tests.bot.service_stage import ADA, BEN, HANGS, UNHEARD, Talk, break_bens_turns, break_turns
from tests.waiting import until, until_quiet

# Repeats


async def test_a_delivery_changes_nothing_the_second_to_the_fiftieth_time(talk: Talk) -> None:
    await talk.does(LinkOpened())
    inbound = await talk.does(TextReceived("yes"))
    await asyncio.gather(*(talk.stage.app.service.receive(inbound) for _ in range(49)))
    await talk.stage.idle()
    await talk.stage.restart()
    await talk.stage.app.service.receive(inbound)
    await talk.stands_at(AskingNumber)
    await talk.stage.idle()
    assert len(talk.said) == 2


async def test_an_unreadable_delivery_is_put_aside_once_and_answered_once(talk: Talk) -> None:
    unreadable = UnreadableInbound("console", "KeyError", b"{", delivery="9", contact=ADA)
    for _ in range(3):
        await talk.stage.app.service.receive(unreadable)
    await talk.stage.idle()
    assert (await talk.count("quarantine"), len(talk.said)) == (1, 1)


# When nothing is under way


async def test_it_is_idle_once_everything_that_follows_from_a_message_was_said(talk: Talk) -> None:
    await talk.asks_for_a_code()
    await talk.stage.app.service.idle()
    assert "digit code by SMS" in talk.said[-1]
    assert await talk.count("outbox") == 0


async def test_it_is_not_idle_while_the_provider_is_being_called(talk: Talk) -> None:
    talk.stage.mono.fail("*/telecom/auth", HANGS)
    await talk.asks_for_a_code()
    await until(lambda: talk.calls("/telecom/auth"))
    waiting = asyncio.create_task(talk.stage.app.service.idle())
    await talk.stage.app.sweeps.old_rows()
    await until_quiet()
    assert not waiting.done()
    await talk.stage.restart()  # which cuts the call off
    await waiting


async def test_who_blocks_the_bot_is_left_in_peace(talk: Talk) -> None:
    await talk.does(LinkOpened())
    await talk.hears("Hello!")
    talk.stage.console.chat("ada").blocked = True
    await talk.taps("agree")
    await talk.stands_at(Idle)
    await talk.stage.idle()
    assert await talk.count("outbox") == 0


@pytest.mark.parametrize("at_once", [False, True], ids=["one after another", "in one commit"])
async def test_who_wants_no_more_is_sent_nothing_that_waited_but_the_last_word(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    begun, slow, deliver = list[str](), asyncio.Event(), Console.deliver

    async def deliver_slowly(console: Console, contact: Contact, message: Rendered) -> None:
        begun.append(message.text)
        await slow.wait()
        await deliver(console, contact, message)

    monkeypatch.setattr(Console, "deliver", deliver_slowly)
    await talk.does(LinkOpened())
    await until(lambda: begun)
    texts = ("help", "is this real?", "please stop messaging me")
    if at_once:
        await asyncio.gather(*(talk.does(TextReceived(text)) for text in texts))
    else:
        for text in texts:
            await talk.does(TextReceived(text))
    slow.set()
    await talk.stage.idle()
    hello, farewell = talk.said
    assert hello.startswith("Hello!")
    assert farewell.startswith("All right: I will not write to you any more.")
    await talk.does(LinkOpened())
    await talk.stage.idle()
    assert [text.partition("!")[0] for text in talk.said[2:]] == ["Hello"]
    assert await talk.count("outbox") == 0


# What was cut off


@dataclass(frozen=True)
class Cut:
    """A call that was cut off, what is heard after the start, and how often Mono was called in all."""

    step: type[Step]
    path: str
    fault: MonoFault
    heard: str
    calls: int


CUTS = (
    Cut(SendingOtp, "/telecom/auth", HANGS, "I do not know whether", 1),
    Cut(SendingOtp, "/telecom/auth", UNHEARD, "I do not know whether", 1),
    Cut(CheckingOtp, "/telecom/verify", HANGS, "I do not know whether the code was right", 1),
    Cut(CheckingOtp, "/telecom/verify", UNHEARD, "I do not know whether the code was right", 1),
    Cut(ExchangingCode, "/accounts/auth", HANGS, "is linked", 2),
    Cut(ExchangingCode, "/accounts/auth", UNHEARD, "the last step failed", 2),
    Cut(FetchingSummary, "/identity", HANGS, "is linked", 2),
    Cut(ReadingLine, "/balances", HANGS, "Main Balance", 2),
)


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: f"{cut.step.__name__}-{cut.fault.carried_out}")
async def test_a_call_that_was_cut_off_is_settled_at_the_next_start(talk: Talk, cut: Cut) -> None:
    if cut.step is ReadingLine:
        await talk.links()
    heard, called = sum(cut.heard in text for text in talk.said), talk.calls(cut.path)
    talk.stage.mono.fail(f"*{cut.path}", cut.fault)
    await begin(talk, cut.step)
    await until(lambda: talk.calls(cut.path) > called)
    await talk.stands_at(cut.step)
    await talk.stage.restart()
    await talk.hears(cut.heard, heard + 1)
    await talk.stage.idle()
    assert talk.calls(cut.path) - called == cut.calls


async def begin(talk: Talk, step: type[Step]) -> None:
    if step is ReadingLine:
        await talk.does(TextReceived("balance"))
        return
    await talk.asks_for_a_code()
    if step is not SendingOtp:
        await talk.types_the_code()


def test_every_step_with_a_call_under_way_is_cut_off_in_some_test() -> None:
    assert {cut.step.__name__ for cut in CUTS} == set(UNDER_WAY)


# A defect that one of many meets


async def test_a_holder_whose_turn_breaks_keeps_no_other_from_hearing(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_bens_turns(monkeypatch)
    await talk.links()
    holders = Accounts.holders

    def holders_with_ben(accounts: Accounts, tx: Transaction, account: AccountId) -> tuple[Owned, ...]:
        return tuple(copy for each in holders(accounts, tx, account) for copy in (replace(each, contact=BEN), each))

    monkeypatch.setattr(Accounts, "holders", holders_with_ben)
    (held,) = await talk.stage.app.database.read(talk.stage.app.store.accounts.all)
    account = held.line.account
    talk.stage.mono.fail(f"*/{account.reveal()}", MonoFault(404))
    with capture_logs() as logged:
        await talk.stage.app.service.report_account(account, EndPosted(account))
    await talk.hears("the network ended it")
    assert ("work_failed", "KeyError") in [(each["event"], each.get("error")) for each in logged]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (OtpSent, "MTN did not answer in time"),
        (OtpVerified, "You can type it once more"),
        (SummaryFetched, "The details are taking longer than usual"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_who_waits_for_an_answer_whose_turn_breaks_hears_at_once_that_there_is_none(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, answer: type[Event], told: str
) -> None:
    broken = break_turns(monkeypatch, answer)
    await talk.asks_for_a_code()
    if answer is not OtpSent:
        await talk.types_the_code()
    await talk.stage.idle()
    assert broken == [answer]
    assert told in talk.said[-1]


async def test_an_account_whose_turn_breaks_is_given_back_and_its_customer_links_again(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exchanged once more the code would bring the same account, and the same defect."""
    broken = break_turns(monkeypatch, AccountOpened)
    await talk.asks_for_a_code()
    await talk.types_the_code()
    await talk.hears("the code is used up")
    await talk.stage.idle()
    assert (broken, talk.calls("/unlink"), await talk.count("accounts")) == ([AccountOpened], 1, 0)
    await talk.stands_at(AskingNetwork)


# A disk that fails


async def test_what_happens_inside_when_the_disk_is_gone_is_logged_and_harms_nobody(talk: Talk) -> None:
    await talk.does(LinkOpened())
    await talk.stage.app.database.close()
    with capture_logs() as logged:
        await talk.stage.app.service.report(ADA, DataReady(AccountId("0" * 24)))
    assert [(line["event"], line["happened"], line["once"]) for line in logged] == [
        ("event_not_stored", "DataReady", "DataReady StorageClosed")
    ]


async def test_an_answer_that_the_disk_cannot_take_is_told_again_until_it_does(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = talk.stage
    with monkeypatch.context() as crowd, capture_logs() as logged:
        crowd.setattr("storage.database.QUEUE_SIZE", 0)
        telling = asyncio.create_task(stage.app.service.report_answer(ADA, LinkOpened()))
        await until(lambda: logged)
    await until(telling.done, act=lambda: stage.clock.advance(0.1))
    await talk.stands_at(AskingConsent)
    await stage.app.database.close()
    await stage.app.service.report_answer(ADA, LinkOpened())  # and it ends where there is none any more
