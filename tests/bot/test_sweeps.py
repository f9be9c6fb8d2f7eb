"""What time has brought is found: ends and warnings, summaries, what is old; and a defect of one holds up no other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Never

import pytest
from structlog.testing import capture_logs

import bot.sweeps
from bot.channels.console import Console
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.mono import MonoFault
from bot.sweeps import AT_ONCE
from bot.turns.engine import Engine
from bot.turns.passed_over import PASSED_FOR
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import LinkOpened
from conversations.line_events import DataReady
from conversations.secret import AccountId
from conversations.session import Idle, Session
from storage.accounts import Accounts, Owned
from storage.chats import Chat, ChatAddress
from storage.codec import to_ms
from storage.errors import StorageFull
from storage.sessions import Sessions
from storage.transaction import Transaction
from tests.bot.service_stage import BEN, HANGS, Talk, break_bens_turns
from tests.waiting import until, until_found, until_quiet

DAY = 24 * 3600
MANY = 150  # sessions, more than are looked at at once
REFUSES = MonoFault(403)


async def test_the_end_and_its_warning_are_told_once_however_often_time_is_looked_at(talk: Talk) -> None:
    await talk.does(LinkOpened())
    await talk.taps("agree")
    for minutes in (7.1, 3):
        talk.stage.clock.advance(60 * minutes)
        await asyncio.gather(*(talk.stage.app.sweeps.sessions() for _ in range(10)))
    await talk.stands_at(Idle)
    await talk.stage.idle()
    assert [text[:8] for text in talk.said[2:]] == ["You have", "Time is "]


async def test_a_summary_that_nobody_announced_comes_by_itself(talk: Talk) -> None:
    talk.stage.mono.fail("/accounts/*", REFUSES)
    await talk.asks_for_a_code()
    await talk.types_the_code()
    await talk.hears("taking longer than usual")
    talk.stage.clock.advance(6 * 60)
    await talk.stage.app.sweeps.summaries()
    await talk.hears("Receipt")


async def test_a_summary_that_is_not_due_is_not_asked_for(talk: Talk) -> None:
    await talk.links()
    await talk.stage.idle()
    asked = talk.calls("/identity")
    for _ in range(5):
        await talk.stage.app.sweeps.summaries()
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
        await talk.stage.app.sweeps.old_rows()
        left.append([table for table in passing if await talk.count(table)])
    assert left == [["inbound_ids", "spends", "quarantine"], ["quarantine"], []]
    assert (await talk.count("consents"), await talk.count("accounts")) == (1, 1)


async def test_all_chats_that_were_silent_for_long_are_forgotten_some_at_a_time(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, heard_at = talk.stage.app, talk.stage.clock.now()

    def keep(tx: Transaction) -> None:
        for number in range(5):
            person = Contact("console", f"n{number}")
            app.store.chats.keep(tx, Chat(ChatAddress(person, person.address, "", ""), heard_at))

    await app.database.run(keep)
    monkeypatch.setattr("storage.chats.AT_ONCE", 2)
    talk.stage.clock.advance(29 * DAY)
    await app.sweeps.old_rows()
    assert await talk.count("chats") == 5
    talk.stage.clock.advance(2 * DAY)
    await app.sweeps.old_rows()
    assert await talk.count("chats") == 0


# Many sessions that end together


async def count_open(talk: Talk) -> int:
    query = "SELECT count(*) FROM sessions WHERE expires_at IS NOT NULL"
    return await talk.stage.app.database.read(lambda tx: int(tx.execute(query).fetchone()[0]))


@pytest.fixture
async def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Talk]:
    """Whose time has come, at a platform that takes no message until the end; nothing looks for them by itself."""
    monkeypatch.setattr(bot.sweeps, "TIME_EVERY", timedelta(days=1))
    async with open_stage(tmp_path, Venue("console")) as stage:
        talk = Talk(stage)
        await talk.does(LinkOpened())
        await stage.idle()
        await keep_many(talk, await talk.session())
        free = asyncio.Event()
        monkeypatch.setattr(Console, "deliver", lambda *_: free.wait())
        stage.clock.advance(11 * 60)
        yield talk
        free.set()


async def test_the_next_are_told_when_those_before_have_been(many: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the replies to customers who wait stand in one line with what they are told."""
    monkeypatch.setattr(bot.sweeps, "PATIENCE", 60.0)
    before = await count_open(many)
    sweeping = asyncio.create_task(many.stage.app.sweeps.sessions())

    async def some_ended() -> bool:
        return await count_open(many) < before

    await until_found(some_ended)
    for _ in range(3):  # whatever is on its way to the disk is there then
        await until_quiet()
        left = await count_open(many)
    assert left == before - AT_ONCE
    sweeping.cancel()


async def test_a_platform_that_takes_nothing_keeps_no_session_open(many: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.sweeps, "PATIENCE", 0.001)
    await many.stage.app.sweeps.sessions()
    assert await count_open(many) == 0


# A clock that was set back, a full disk


async def keep_many(talk: Talk, session: Session) -> None:
    """As many others stand where this one does."""

    def keep(tx: Transaction) -> None:
        for number in range(MANY):
            other = replace(session, contact=Contact("console", f"n{number}"))
            talk.stage.app.store.sessions.save(tx, other, talk.stage.clock.now())

    await talk.stage.app.database.run(keep)


async def test_after_a_clock_was_set_back_customers_are_answered_while_sessions_are_put_right(talk: Talk) -> None:
    await talk.does(LinkOpened())
    sweeps, now = talk.stage.app.sweeps, talk.stage.clock.now()

    def count_ahead(tx: Transaction) -> int:
        late = "SELECT count(*) FROM sessions WHERE expires_at > ?"
        return int(tx.execute(late, (to_ms(now + timedelta(hours=1)),)).fetchone()[0])

    await keep_many(talk, replace(await talk.session(), expires_at=now + timedelta(days=1)))
    _, meanwhile = await asyncio.gather(sweeps.put_time_right(), talk.stage.app.database.read(count_ahead))
    assert 0 < meanwhile < MANY
    assert await talk.stage.app.database.read(count_ahead) == 0


async def test_on_a_full_disk_not_every_session_whose_time_has_come_is_tried(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[Inbound | UnreadableInbound]()

    def find_no_room(_: Engine, inbound: Inbound | UnreadableInbound) -> Never:
        tries.append(inbound)
        raise StorageFull("the disk is full")

    await talk.does(LinkOpened())
    await keep_many(talk, await talk.session())
    monkeypatch.setattr(Engine, "take", find_no_room)
    talk.stage.clock.advance(11 * 60)
    with pytest.raises(StorageFull):
        await talk.stage.app.sweeps.sessions()
    assert 0 < len(tries) < MANY


# A defect that one of many meets


async def also_ben(talk: Talk, sooner: timedelta = timedelta()) -> None:
    """He stands where Ada does, and his time is over so much sooner."""
    session, now = replace(await talk.session(), contact=BEN), talk.stage.clock.now()
    if session.expires_at:
        session = replace(session, expires_at=session.expires_at - sooner)
    await talk.stage.app.database.run(lambda tx: talk.stage.app.store.sessions.save(tx, session, now))


async def test_a_session_that_breaks_its_turn_keeps_the_service_from_nothing(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_bens_turns(monkeypatch)
    talk.stage.mono.fail("*/telecom/auth", HANGS)
    await talk.asks_for_a_code()
    await until(lambda: talk.calls("/telecom/auth") > 0)
    await also_ben(talk)
    await talk.stage.restart()
    await talk.hears("I do not know whether")
    with capture_logs() as logged:
        talk.stage.clock.advance(11 * 60)
        await talk.stage.app.sweeps.sessions()
    await talk.hears("Time is up")
    assert ("work_failed", "KeyError") in [(each["event"], each.get("error")) for each in logged]


async def test_a_session_that_breaks_its_turn_takes_the_place_of_no_other_and_is_tried_again(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweeps, clock = talk.stage.app.sweeps, talk.stage.clock
    await talk.does(LinkOpened())
    await also_ben(talk, sooner=timedelta(seconds=1))
    monkeypatch.setattr(bot.sweeps, "MOST", 1)
    with monkeypatch.context() as broken:
        break_bens_turns(broken)
        clock.advance(11 * 60)
        await sweeps.sessions()
        await talk.stage.idle()
        assert not any("Time is up" in text for text in talk.said)
        await sweeps.sessions()
        await talk.hears("Time is up")
    await sweeps.sessions()
    assert await stands_open(talk, BEN)
    clock.advance(PASSED_FOR.total_seconds())
    await sweeps.sessions()
    assert not await stands_open(talk, BEN)


async def stands_open(talk: Talk, contact: Contact) -> bool:
    database, sessions = talk.stage.app.database, talk.stage.app.store.sessions
    found = await database.read(lambda tx: sessions.load(tx, contact))
    return found is not None and not isinstance(found.step, Idle)


async def test_a_summary_that_breaks_its_turn_holds_up_no_other(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    break_bens_turns(monkeypatch)
    talk.stage.mono.fail("/accounts/*", REFUSES)
    await talk.asks_for_a_code()
    await talk.types_the_code()
    await talk.hears("taking longer than usual")
    due = Accounts.due

    def due_with_ben(accounts: Accounts, tx: Transaction, now: datetime, most: int) -> list[Owned]:
        return [copy for each in due(accounts, tx, now, most) for copy in (replace(each, contact=BEN), each)]

    monkeypatch.setattr(Accounts, "due", due_with_ben)
    talk.stage.clock.advance(6 * 60)
    await talk.stage.app.sweeps.summaries()
    await talk.hears("Receipt")


async def test_what_cannot_be_forgotten_keeps_nothing_else(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> int:
        raise KeyError("a defect of ours")

    await talk.stage.app.service.receive(UnreadableInbound("console", "KeyError", b"{", delivery="u"))
    monkeypatch.setattr(Sessions, "forget_old", break_down)
    talk.stage.clock.advance(40 * DAY)
    await talk.stage.app.sweeps.old_rows()
    assert await talk.count("quarantine") == 0


# Heads of the records that are evidence


async def test_a_receipt_and_the_log_say_where_the_record_ends(talk: Talk) -> None:
    await talk.links()
    app = talk.stage.app
    head = (await app.database.read(app.store.heads))["consents"]
    assert head.number == 1
    assert any(f"Mark in our record: {head}." in text for text in talk.said)
    with capture_logs() as logged:
        await app.sweeps.tell_heads()
    assert {"ledger": "consents", "rows": 1, "head": head.letters}.items() <= logged[0].items()
    with capture_logs() as logged:
        await talk.stage.restart()
    assert "ledger_head" in {each["event"] for each in logged}
