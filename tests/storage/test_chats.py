"""Where a chat is: found by every name of the person, sealed, and forgotten when nothing needs it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from conversations.agents.session import Agent
from conversations.changing import replace
from conversations.consent import agree
from conversations.contact import Contact
from conversations.linked_line import Claim, LinkedLine
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.secret import AccountId
from storage.accounts import Accounts
from storage.agents import Agents
from storage.chats import FIRST, KEPT, Chat, ChatAddress, ChatMark, Chats
from storage.database import MEMORY, Database
from storage.place import DatabasePlace
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.storage.conftest import KINDS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER, USER = "+2348031234567", "NG.1A2B3C4D5E6F7890"
ADA, BEN = Contact("whatsapp", NUMBER), Contact("whatsapp", "NG.BEN")
CHAT = Chat(ChatAddress(ADA, NUMBER, USER, "SM1"), NOW)


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open(MEMORY)
    yield database
    await database.close()


@pytest.fixture
def chats() -> Chats:
    return Chats(Keyring.parse(Keyring.generate_key()))


async def keep(database: Database, chats: Chats, chat: Chat, *names: str) -> None:
    def work(tx: Transaction) -> None:
        chats.keep(tx, chat)
        for name in names:
            chats.name(tx, chat.place.contact, name)

    await database.run(work)


async def forget(database: Database, chats: Chats, now: datetime) -> int:
    """How many went."""
    count = "SELECT count(*) FROM chats"
    before = await database.read(lambda tx: tx.execute(count).fetchone()[0])
    after: ChatMark | None = FIRST
    while after:
        after = await database.run(partial(chats.forget_old, now=now, after=after))
    return int(before - await database.read(lambda tx: tx.execute(count).fetchone()[0]))


async def test_a_chat_is_found_by_its_contact_and_by_every_name(database: Database, chats: Chats) -> None:
    await keep(database, chats, CHAT, NUMBER, USER)
    assert await database.read(lambda tx: chats.find(tx, ADA)) == CHAT
    for name in (NUMBER, USER):
        assert await database.read(lambda tx, name=name: chats.named(tx, "whatsapp", name)) == CHAT  # type: ignore[misc]
    assert await database.read(lambda tx: chats.named(tx, "telegram", NUMBER)) is None
    assert await database.read(lambda tx: chats.find(tx, BEN)) is None


async def test_a_name_that_was_moved_leads_to_nobody_and_is_noted(database: Database, chats: Chats) -> None:
    """Its row is in the clear, and what is sealed in the chat says who goes by it."""
    await keep(database, chats, CHAT, NUMBER, USER)
    await keep(database, chats, replace(CHAT, place=ChatAddress(BEN, "NG.BEN", "NG.BEN", "SM2")), "NG.BEN")
    moved = "UPDATE chat_names SET contact = (SELECT contact FROM chat_names WHERE name = ?) WHERE name = ?"
    rows = [chats.wanted_name("whatsapp", name)[1][0] for name in (NUMBER, "NG.BEN")]
    await database.run(lambda tx: tx.execute(moved, (rows[0], rows[1])).rowcount)
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", "NG.BEN")) is None
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", NUMBER)) == CHAT
    assert chats.keyring.unopened == {"chat_names": {rows[1]}}


async def test_whoever_went_by_another_name_before_is_found_by_that_too(database: Database, chats: Chats) -> None:
    known = replace(CHAT, place=replace(CHAT.place, names=("+2348039999999",)))
    await keep(database, chats, known, NUMBER, USER, "+2348039999999")
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", "+2348039999999")) == known


@pytest.mark.parametrize(
    "change",
    [{"window_closed": True}, {"opted_out": True}, {"template_sent": True}, {"heard_at": NOW + KEPT}],
)
async def test_a_chat_that_is_kept_again_is_changed(
    database: Database, chats: Chats, change: dict[str, object]
) -> None:
    await keep(database, chats, CHAT, NUMBER)
    changed = replace(CHAT, **change)  # type: ignore[arg-type]
    await keep(database, chats, changed)
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", NUMBER)) == changed


async def test_a_name_means_who_had_it_last(database: Database, chats: Chats) -> None:
    await keep(database, chats, CHAT, NUMBER)
    other = replace(CHAT, place=ChatAddress(BEN, NUMBER, "NG.BEN", "SM2"))
    await keep(database, chats, other, NUMBER)
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", NUMBER)) == other
    assert await database.read(lambda tx: chats.find(tx, ADA)) == CHAT


async def test_who_has_been_silent_for_long_is_forgotten_with_their_names(database: Database, chats: Chats) -> None:
    await keep(database, chats, CHAT, NUMBER, USER)
    assert await forget(database, chats, NOW + KEPT) == 0
    assert await forget(database, chats, NOW + KEPT + timedelta(seconds=1)) == 1
    assert await database.read(lambda tx: tx.execute("SELECT count(*) FROM chat_names").fetchone()) == (0,)


@pytest.mark.parametrize("place", KINDS, indirect=True)
@pytest.mark.parametrize("at_once", [1, 2, 3, 6, 7])
async def test_many_who_have_been_silent_are_looked_at_some_at_a_time_and_each_once(
    place: DatabasePlace, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is kept is passed by; also where several were heard in the same moment."""
    monkeypatch.setattr("storage.chats.AT_ONCE", at_once)
    database, chats, steps = await Database.open(place), Chats(Keyring.parse(Keyring.generate_key())), list[int]()
    try:
        for number in range(6):
            person = Contact("whatsapp", f"NG.{number}")
            heard_at = NOW + timedelta(seconds=number // 3)
            chat = Chat(ChatAddress(person, person.address, "", "SM"), heard_at, opted_out=number % 2 == 0)
            await keep(database, chats, chat, person.address)
        database.on_commit = lambda jobs, seconds: steps.append(jobs)
        later = NOW + 2 * KEPT
        assert await forget(database, chats, later) == 3
        assert len(steps) == 6 // at_once + 1 + 2  # and two that count
        assert await forget(database, chats, later) == 0
        left = await database.read(lambda tx: [chats.named(tx, "whatsapp", f"NG.{number}") for number in range(6)])
        assert [chat is not None for chat in left] == [True, False] * 3
    finally:
        await database.close()


async def test_whoever_is_heard_with_others_or_in_the_moment_in_which_they_are_forgotten_has_a_chat_and_a_name(
    database: Database, chats: Chats
) -> None:
    """All this shares one transaction, in which what was put waits and what was read is known."""
    await keep(database, chats, CHAT, NUMBER)
    long_after = NOW + KEPT + timedelta(days=1)
    again = replace(CHAT, heard_at=long_after)
    other = replace(again, place=ChatAddress(BEN, "NG.BEN", "NG.BEN", "SM2"))
    before, forgotten, *_, found, last = await asyncio.gather(
        database.run(lambda tx: chats.named(tx, "whatsapp", NUMBER), (chats.wanted_name("whatsapp", NUMBER),)),
        database.run(lambda tx: chats.forget_old(tx, long_after)),
        keep(database, chats, other, "NG.BEN"),
        keep(database, chats, again, NUMBER),
        database.run(lambda tx: chats.named(tx, "whatsapp", NUMBER)),
        database.run(lambda tx: chats.find(tx, BEN), (chats.wanted(BEN),)),
    )
    assert (before, forgotten, found, last) == (CHAT, None, again, other)
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", NUMBER)) == again
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", "NG.BEN")) == other


async def test_a_chat_at_hand_is_as_it_stands_on_the_disk(database: Database, chats: Chats) -> None:
    async def read(contact: Contact) -> Chat | None:
        return await database.read(lambda tx: Chats(chats.keyring).find(tx, contact))

    assert chats.at_hand(ADA) is None
    await keep(database, chats, replace(CHAT, heard_at=NOW + timedelta(microseconds=1_999), window_closed=True))
    at_hand = chats.at_hand(ADA)
    assert at_hand
    assert at_hand == await read(ADA)
    await database.run(lambda tx: chats.silence(tx, ADA))
    assert chats.at_hand(ADA) is None
    assert await database.read(lambda tx: chats.find(tx, ADA)) == replace(at_hand, opted_out=True)
    assert chats.at_hand(ADA) == await read(ADA)
    assert await forget(database, chats, NOW + 10 * KEPT) == 0
    assert chats.at_hand(ADA) == await read(ADA)
    await keep(database, chats, CHAT)
    assert await forget(database, chats, NOW + 10 * KEPT) == 1
    assert chats.at_hand(ADA) is None


async def test_not_everybody_who_ever_wrote_is_at_hand(
    database: Database, chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.recent.MOST", 1)
    other = replace(CHAT, place=ChatAddress(BEN, "NG.BEN", "", "SM2"))
    await keep(database, chats, CHAT)
    await keep(database, chats, other)
    assert (chats.at_hand(ADA), chats.at_hand(BEN)) == (None, other)
    assert await database.read(lambda tx: chats.find(tx, ADA)) == CHAT


async def test_who_opted_out_or_has_a_linked_line_is_not_forgotten(database: Database, chats: Chats) -> None:
    await keep(database, chats, replace(CHAT, opted_out=True))
    await keep(database, chats, replace(CHAT, place=ChatAddress(BEN, "NG.BEN", "", "SM2")))
    claim = Claim(agree(BEN, "en", NOW), Line(PhoneNumber(NUMBER), Network.MTN), proven=True)
    line = LinkedLine(AccountId("account"), claim, NOW)
    await database.run(lambda tx: Accounts(chats.keyring).keep(tx, BEN, line))
    assert await forget(database, chats, NOW + 10 * KEPT) == 0


async def test_an_agent_is_not_forgotten_while_they_are_one(database: Database, chats: Chats) -> None:
    """Whoever gets their number next must still be seen to be another person."""
    agents = Agents(chats.keyring)
    await keep(database, chats, CHAT, NUMBER, USER)
    await database.run(lambda tx: agents.keep(tx, Agent(ADA, "Ada Obi", NOW)))
    assert await forget(database, chats, NOW + 10 * KEPT) == 0
    assert await database.read(lambda tx: chats.named(tx, "whatsapp", NUMBER)) == CHAT
    await database.run(lambda tx: agents.drop(tx, ADA))
    assert await forget(database, chats, NOW + 10 * KEPT) == 1


async def test_an_administrator_is_not_forgotten_while_the_settings_name_them(database: Database, chats: Chats) -> None:
    await keep(database, chats, CHAT, NUMBER, USER)
    await keep(database, chats, replace(CHAT, place=ChatAddress(BEN, "NG.BEN", "", "SM2")))
    named = replace(chats, admins=frozenset({ADA, BEN}))
    assert await forget(database, named, NOW + 10 * KEPT) == 0
    named = replace(chats, admins=frozenset({ADA}))
    assert await forget(database, named, NOW + 10 * KEPT) == 1
    assert await database.read(lambda tx: chats.find(tx, ADA)) == CHAT


async def test_a_row_of_a_key_that_is_gone_is_as_none(database: Database, chats: Chats) -> None:
    await keep(database, chats, CHAT, NUMBER)
    await database.run(lambda tx: tx.execute("UPDATE chats SET sealed = x'00'"))
    assert await database.read(lambda tx: chats.find(tx, ADA)) is None


async def test_neither_numbers_nor_ids_stand_in_the_row(database: Database, chats: Chats) -> None:
    await keep(database, chats, CHAT, NUMBER, USER)
    for table in ("chats", "chat_names"):
        rows = await database.read(lambda tx, table=table: tx.execute(f"SELECT * FROM {table}").fetchall())  # type: ignore[misc]  # noqa: S608
        stored = b"".join(value for row in rows for value in row if isinstance(value, bytes))
        assert NUMBER.encode() not in stored
        assert USER.encode() not in stored


def test_nobody_is_shown_by_accident() -> None:
    assert NUMBER not in repr(CHAT)
    assert USER not in repr(CHAT)
