"""A database of the first release opens, and everybody in it goes on where they stood."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.outbox.payloads import ChatMessage, payload_of
from conversations.agents.session import Agent, AgentSession, AskingWhichNumber
from conversations.choice import Choice
from conversations.contact import Contact
from conversations.link import Link, Milestone
from conversations.rules import Rules
from conversations.secret import AccountId, JoinCode, LinkToken
from conversations.session import AskingOtp, Idle, Session
from storage import inbound_scans
from storage.codec import decode, encode
from storage.database import Database
from storage.errors import Unsealable
from storage.keys.admission import admit
from storage.migrations import read_migrations
from storage.outbox import MessageState
from storage.sealing import Keyring
from storage.sqlite.connection import prepare
from storage.sqlite.transaction import SqliteTransaction
from storage.store import Store
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.raw import blank_memory
from tests.storage.first_release import (
    AGENT,
    DESK,
    DESK_SEALED,
    EVENT,
    KEY,
    LINK,
    LINKED,
    MID_CODE,
    OUTBOX,
    POSTED,
    write_first_release,
)
from tests.storage.writings import assert_stands_in

STORE = Store.under(Keyring.parse(KEY), Rules())
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
ADA, CHIDI, TUNDE = Contact("console", "3001"), Contact("console", "3002"), Contact("console", "2001")
WRITES_ON = Contact("whatsapp", "+2348031234567")

# What the first release found `console:2001` by.
TUNDES_ROW = "399c2d01ff1fd9897034474389c1b5f2ed74f0d72bffdb82e47d7ee3b1a5639f"

# How many rows each table had, under today's names.
KEPT = {
    **dict.fromkeys(["accounts", "agents", "agent_sessions", "join_codes", "links", "link_tokens"], 1),
    **dict.fromkeys(["chats", "chat_names", "events", "spends", "inbound_ids", "inbound_scans"], 1),
    "sessions": 2,
    "consents": 2,
    "audit": 3,
    "outbox": len(OUTBOX),
}


@pytest.fixture
def tx() -> Iterator[Transaction]:
    """What the first release left, after the first start of this one."""
    with blank_memory() as connection:
        write_first_release(connection)
        prepare(connection, read_migrations())
        yield SqliteTransaction(connection)


def test_it_has_todays_shape_and_nothing_is_lost(tx: Transaction) -> None:
    assert tx.execute("PRAGMA user_version").fetchone() == (len(read_migrations()),)
    counted = {table: _count(tx, table) for table in KEPT}
    assert counted == KEPT


def _count(tx: Transaction, table: str) -> int:
    return int(tx.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a table of ours


def test_a_linked_customer_still_has_their_line(tx: Transaction) -> None:
    session = STORE.sessions.load(tx, ADA)
    assert session
    assert (session.step, session.dialog.offered[0]) == (Idle(), Choice.BALANCE)
    (line,) = STORE.accounts.of(tx, ADA)
    assert (line.account, line.reference) == (AccountId("account-1"), "N6K-4G8")
    assert [owned.contact for owned in STORE.accounts.holders(tx, AccountId("account-1"))] == [ADA]


def test_the_consent_for_a_linked_line_is_seen_to_at_once(tx: Transaction) -> None:
    """The first release named no moment at which it ends."""
    (owned,) = STORE.accounts.to_tend(tx, NOON)
    assert (owned.contact, owned.line.end, owned.line.claim.agreement.until) == (ADA, None, None)


def test_a_customer_in_the_middle_of_a_code_goes_on_with_it(tx: Transaction) -> None:
    session = STORE.sessions.load(tx, CHIDI)
    assert session
    assert isinstance(session.step, AskingOtp)
    assert (session.step.reference.reveal(), session.step.tries_left) == ("ref", 3)
    assert session.offer
    assert (session.offer.reference, session.offer.words) == ("H4T-4W9", ("owl", "pillow"))
    due = STORE.sessions.due(tx, NOON + timedelta(minutes=10))
    assert due == [(CHIDI, True)]
    assert STORE.sessions.count(tx) == {"Idle": 1, "AskingOtp": 1}


def test_an_agent_and_their_dialog_are_found(tx: Transaction) -> None:
    agent = STORE.agents.find_named(tx, "TUNDE  Ojo")
    assert agent
    assert agent.contact == TUNDE
    session = STORE.agents.session(tx, TUNDE)
    assert session
    assert isinstance(session.step, AskingWhichNumber)
    grant = STORE.agents.find_join_code(tx, JoinCode("ET7D6-R6XWE"))
    assert grant
    assert grant.name == "Ngozi Eze"


def test_an_agents_link_is_opened_by_its_token(tx: Transaction) -> None:
    link = STORE.links.opened_by(tx, LinkToken("WqQLvGRg2PReVADALA5vye"))
    assert link
    assert (link.reference, link.milestone, link.customer) == ("H4T-4W9", Milestone.CODE_SENT, CHIDI)
    assert link.template_chat == "Chat"


def test_who_opted_out_still_has(tx: Transaction) -> None:
    chat = STORE.chats.named(tx, "whatsapp", "NG.1")
    assert chat
    assert chat.place.contact == WRITES_ON
    assert (chat.opted_out, chat.template_sent, chat.window_closed) == (True, True, False)


def test_everything_in_the_outbox_can_still_be_sent(tx: Transaction) -> None:
    lane = STORE.sessions.key(ADA)
    waiting = STORE.outbox.waiting(tx)
    released = STORE.outbox.release(tx, lane, NOON)
    assert [message.kind for message in waiting] == [kind for kind, state, _ in OUTBOX if state == MessageState.WAITING]
    assert [message.number for message in released] == [2]
    payloads = [payload_of(message) for message in (*waiting, *released)]
    assert all(payloads)
    assert isinstance(payloads[0], ChatMessage)
    assert payloads[0] == payloads[-1]


def test_the_events_are_told_as_they_were_written(tx: Transaction) -> None:
    (event,) = STORE.events.latest(tx, NOON)
    assert event.id == EVENT
    assert event.body
    assert json.loads(event.body) == POSTED


def test_the_records_are_whole_and_go_on(tx: Transaction) -> None:
    chains = (STORE.consents, STORE.audit)
    assert [chain.first_broken(tx) for chain in chains] == [None, None]
    (given,) = STORE.consents.of(tx, CHIDI)
    agreed = given.agreement
    STORE.consents.record(tx, CHIDI, agreed, NOON, withdrawn=True)
    assert STORE.consents.first_broken(tx) is None
    assert [entry.about for entry in STORE.audit.of(tx, TUNDE)] == [
        "Tunde Ojo",
        "N6K-4G8",
    ]


@for_every(("table", "last"), [("consents", 2), ("audit", 3)])
def test_a_last_row_that_was_taken_out_before_the_upgrade_is_missed(table: str, last: int) -> None:
    first_broken = STORE.consents.first_broken if table == "consents" else STORE.audit.first_broken
    with blank_memory() as connection:
        write_first_release(connection)
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (last,))  # noqa: S608 - a table of ours
        prepare(connection, read_migrations())
        assert first_broken(SqliteTransaction(connection)) == last


async def test_its_file_is_opened_by_the_service(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        write_first_release(connection)
    database = await Database.open(path)
    await admit(database, STORE.keyring, NOON)
    assert await database.read(STORE.sessions.count) == {"Idle": 1, "AskingOtp": 1}
    await database.close()


def test_what_was_taken_in_and_counted_stays_so(tx: Transaction) -> None:
    assert STORE.inbound_ids.hide_plain(tx) == 1
    assert STORE.inbound_ids.seen(tx, "console", "7")
    assert inbound_scans.until(tx, "whatsapp", NOON + timedelta(hours=1)) == NOON


def test_what_the_first_release_sealed_opens_in_its_place_alone() -> None:
    keyring, row = Keyring.parse(KEY), bytes.fromhex(TUNDES_ROW)
    sealed = bytes.fromhex(DESK_SEALED)
    assert keyring.contact(TUNDE) == row
    assert json.loads(keyring.open(sealed, table="desks", column="sealed", row=row)) == DESK
    with pytest.raises(Unsealable):
        keyring.open(sealed, table="agent_sessions", column="sealed", row=row)


def test_todays_rows_are_in_the_words_of_the_first_release() -> None:
    """So that neither a renamed class nor a renamed field changes what stands on the disk."""
    for kind, written in ((Session, LINKED), (Session, MID_CODE), (Link, LINK), (AgentSession, DESK), (Agent, AGENT)):
        again = json.loads(encode(decode(json.dumps(written).encode(), kind), kind))
        assert_stands_in(again, written)
