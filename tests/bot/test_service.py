"""The service sees to what follows from each turn, finds what time has brought, and takes up what was cut off."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.demo.stage import Venue, open_stage
from bot.sandbox.emulators.mono import MonoFault
from bot.turns.engine import Engine
from bot.turns.outcome import TurnOutcome
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import LinkOpened, TextReceived
from conversations.line_events import AccountLost, DataReady
from conversations.secret import AccountId
from conversations.session import (
    AskingConsent,
    AskingNumber,
    CheckingOtp,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    Session,
    Step,
)
from storage.accounts import Accounts, Owned
from storage.codec import to_ms
from storage.errors import StorageFull
from storage.sessions import UNDER_WAY, Sessions
from storage.transaction import Transaction
from tests.bot.service_stage import ADA, HANGS, UNHEARD, Talk
from tests.waiting import until, until_quiet

BEN = Contact("console", "ben")
DAY = 24 * 3600
MANY = 150  # sessions, more than are looked at at once
REFUSES = MonoFault(403)


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with open_stage(tmp_path, Venue("console")) as stage:
        yield Talk(stage)


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
    await talk.stage.app.service.sweep_old()
    await until_quiet()
    assert not waiting.done()
    await talk.stage.restart()  # which cuts the call off
    await waiting


# What time brings


async def test_the_end_and_its_warning_are_told_once_however_often_time_is_looked_at(talk: Talk) -> None:
    await talk.does(LinkOpened())
    await talk.taps("agree")
    for minutes in (7.1, 3):
        talk.stage.clock.advance(60 * minutes)
        await asyncio.gather(*(talk.stage.app.service.sweep_time() for _ in range(10)))
    await talk.stands_at(Idle)
    await talk.stage.idle()
    assert [text[:8] for text in talk.said[2:]] == ["You have", "The ten "]


async def test_a_summary_that_nobody_announced_comes_by_itself(talk: Talk) -> None:
    talk.stage.mono.fail("/accounts/*", REFUSES)
    await talk.asks_for_a_code()
    await talk.types_the_code()
    await talk.hears("taking longer than usual")
    talk.stage.clock.advance(6 * 60)
    await talk.stage.app.service.sweep_summaries()
    await talk.hears("Receipt")


async def test_a_summary_that_is_not_due_is_not_asked_for(talk: Talk) -> None:
    await talk.links()
    await talk.stage.idle()
    asked = talk.calls("/identity")
    for _ in range(5):
        await talk.stage.app.service.sweep_summaries()
    await talk.stage.app.service.report_account(AccountId("0" * 24), DataReady(AccountId("0" * 24)))
    await talk.stage.idle()
    assert talk.calls("/identity") == asked


async def test_what_is_old_is_forgotten_and_what_proves_or_serves_is_kept(talk: Talk) -> None:
    await talk.links()
    await talk.stage.app.service.receive(UnreadableInbound("console", "KeyError", b"{", delivery="u"))
    passing = ("sessions", "inbound_ids", "spends", "quarantine")
    left = []
    for days in (1, 2, 28):
        talk.stage.clock.advance(days * DAY + 60)
        await talk.stage.app.service.sweep_old()
        left.append([table for table in passing if await talk.count(table)])
    assert left == [["inbound_ids", "spends", "quarantine"], ["quarantine"], []]
    assert (await talk.count("consents"), await talk.count("accounts")) == (1, 1)


async def test_who_blocks_the_bot_is_left_in_peace(talk: Talk) -> None:
    await talk.does(LinkOpened())
    await talk.hears("Hello!")
    talk.stage.console.chat("ada").blocked = True
    await talk.taps("agree")
    await talk.stands_at(Idle)
    await talk.stage.idle()
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


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> None:
    """No turn of Ben's works."""
    take = Engine.take

    async def take_or_break(engine: Engine, inbound: Inbound | UnreadableInbound) -> TurnOutcome:
        if inbound.contact == BEN and not inbound.delivery:
            raise KeyError("a defect of ours")
        return await take(engine, inbound)

    monkeypatch.setattr(Engine, "take", take_or_break)


async def also_ben(talk: Talk) -> None:
    """He stands where Ada does."""
    session, now = replace(await talk.session(), contact=BEN), talk.stage.clock.now()
    await talk.stage.app.database.run(lambda tx: talk.stage.app.store.sessions.save(tx, session, now))


async def test_a_session_that_breaks_its_turn_keeps_the_service_from_nothing(talk: Talk, poisoned: None) -> None:
    talk.stage.mono.fail("*/telecom/auth", HANGS)
    await begin(talk, SendingOtp)
    await until(lambda: talk.calls("/telecom/auth") > 0)
    await also_ben(talk)
    await talk.stage.restart()
    await talk.hears("I do not know whether")
    with capture_logs() as logged:
        talk.stage.clock.advance(11 * 60)
        await talk.stage.app.service.sweep_time()
    await talk.hears("ten minutes are over")
    assert ("work_failed", "KeyError") in [(each["event"], each.get("error")) for each in logged]


async def keep_many(talk: Talk, session: Session) -> None:
    """As many others stand where this one does."""

    def keep(tx: Transaction) -> None:
        for number in range(MANY):
            other = replace(session, contact=Contact("console", f"n{number}"))
            talk.stage.app.store.sessions.save(tx, other, talk.stage.clock.now())

    await talk.stage.app.database.run(keep)


async def test_after_a_clock_was_set_back_customers_are_answered_while_sessions_are_put_right(talk: Talk) -> None:
    await talk.does(LinkOpened())
    service, now = talk.stage.app.service, talk.stage.clock.now()

    def count_ahead(tx: Transaction) -> int:
        late = "SELECT count(*) FROM sessions WHERE expires_at > ?"
        return int(tx.execute(late, (to_ms(now + timedelta(hours=1)),)).fetchone()[0])

    await keep_many(talk, replace(await talk.session(), expires_at=now + timedelta(days=1)))
    _, meanwhile = await asyncio.gather(service.put_time_right(), talk.stage.app.database.read(count_ahead))
    assert 0 < meanwhile < MANY
    assert await talk.stage.app.database.read(count_ahead) == 0


async def test_a_summary_that_breaks_its_turn_holds_up_no_other(
    talk: Talk, poisoned: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.stage.mono.fail("/accounts/*", REFUSES)
    await talk.asks_for_a_code()
    await talk.types_the_code()
    await talk.hears("taking longer than usual")
    due = Accounts.due

    def due_with_ben(accounts: Accounts, tx: Transaction, now: datetime) -> list[Owned]:
        return [copy for each in due(accounts, tx, now) for copy in (replace(each, contact=BEN), each)]

    monkeypatch.setattr(Accounts, "due", due_with_ben)
    talk.stage.clock.advance(6 * 60)
    await talk.stage.app.service.sweep_summaries()
    await talk.hears("Receipt")


async def test_a_holder_whose_turn_breaks_keeps_no_other_from_hearing(
    talk: Talk, poisoned: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talk.links()
    holders = Accounts.holders

    def holders_with_ben(accounts: Accounts, tx: Transaction, account: AccountId) -> tuple[Owned, ...]:
        return tuple(copy for each in holders(accounts, tx, account) for copy in (replace(each, contact=BEN), each))

    monkeypatch.setattr(Accounts, "holders", holders_with_ben)
    (held,) = await talk.stage.app.database.read(talk.stage.app.store.accounts.all)
    account = held.line.account
    with capture_logs() as logged:
        await talk.stage.app.service.report_account(account, AccountLost(account))
    await talk.hears("the network ended it")
    assert ("work_failed", "KeyError") in [(each["event"], each.get("error")) for each in logged]


async def test_what_cannot_be_forgotten_keeps_nothing_else(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> int:
        raise KeyError("a defect of ours")

    await talk.stage.app.service.receive(UnreadableInbound("console", "KeyError", b"{", delivery="u"))
    monkeypatch.setattr(Sessions, "forget_old", break_down)
    talk.stage.clock.advance(40 * DAY)
    await talk.stage.app.service.sweep_old()
    assert await talk.count("quarantine") == 0


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


async def test_on_a_full_disk_not_every_session_whose_time_has_come_is_tried(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[Inbound | UnreadableInbound]()

    async def find_no_room(_: Engine, inbound: Inbound | UnreadableInbound) -> TurnOutcome:
        tries.append(inbound)
        raise StorageFull("the disk is full")

    await talk.does(LinkOpened())
    await keep_many(talk, await talk.session())
    monkeypatch.setattr(Engine, "take", find_no_room)
    talk.stage.clock.advance(11 * 60)
    with pytest.raises(StorageFull):
        await talk.stage.app.service.sweep_time()
    assert 0 < len(tries) < MANY


# Heads of the records that are evidence


async def test_a_receipt_and_the_log_say_where_the_record_ends(talk: Talk) -> None:
    await talk.links()
    app = talk.stage.app
    head = (await app.database.read(app.store.heads))["consents"]
    assert head.number == 1
    assert any(f"Mark in our record: {head}." in text for text in talk.said)
    with capture_logs() as logged:
        await app.service.tell_heads()
    assert {"ledger": "consents", "rows": 1, "head": head.letters}.items() <= logged[0].items()
    with capture_logs() as logged:
        await talk.stage.restart()
    assert "ledger_head" in {each["event"] for each in logged}
