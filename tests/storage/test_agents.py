"""Agents, their join codes and their sessions are kept sealed and found by whoever asks rightly."""

from datetime import timedelta

import pytest

from conversations.agents.session import Agent, AgentSession, AskingNote, Draft, JoinGrant, ShownMenu
from conversations.changing import replace
from conversations.choice import Choice
from conversations.contact import Contact
from conversations.dialog import Dialog
from conversations.network import Network
from conversations.secret import JoinCode
from storage.agents import Agents
from storage.lookup import of_contact
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.conversations.agents.scenes import AGENT_STEPS
from tests.for_every import for_every
from tests.raw import everything_in
from tests.scenes import ADA, NOON

TUNDE = Agent(Contact("console", "tunde-2001"), "Tunde Ojo", NOON)
BISI = Agent(Contact("console", "2002"), "bisi Ade", NOON)
BOSS = Contact("console", "1000")
CODE = JoinCode("9QMAC-TDHV6")
GRANT = JoinGrant("Ngozi Eze", BOSS, NOON + timedelta(hours=24))
AGENTS = Agents(Keyring.parse(Keyring.generate_key()), {BOSS})


def test_an_agent_is_found_by_contact_and_by_name_however_it_is_written(tx: Transaction) -> None:
    AGENTS.keep(tx, TUNDE)
    assert AGENTS.find(tx, TUNDE.contact) == TUNDE
    assert AGENTS.find_named(tx, "  tunde  OJO ") == TUNDE
    assert AGENTS.find(tx, ADA) is None
    assert AGENTS.find_named(tx, "Tunde") is None


def test_an_administrator_is_one_by_the_settings_alone(tx: Transaction) -> None:
    nameless = AGENTS.find(tx, BOSS)
    assert nameless
    assert (nameless.name, nameless.admin) == ("", True)
    AGENTS.keep(tx, replace(nameless, name="Mama Boss"))
    named = replace(nameless, name="Mama Boss", appointed=True)
    assert AGENTS.find(tx, BOSS) == named
    AGENTS.keep(tx, replace(TUNDE, admin=True))
    assert AGENTS.find(tx, TUNDE.contact) == replace(TUNDE, appointed=True)
    assert Agents(AGENTS.keyring).find(tx, BOSS) == replace(named, admin=False)


def test_the_list_is_by_name(tx: Transaction) -> None:
    for agent in (TUNDE, BISI):
        AGENTS.keep(tx, agent)
    assert AGENTS.all(tx) == (BISI, TUNDE)


def test_two_agents_cannot_have_one_name(tx: Transaction) -> None:
    AGENTS.keep(tx, TUNDE)
    with pytest.raises(Exception, match=r"(?i)unique"), tx.part():
        AGENTS.keep(tx, replace(BISI, name="TUNDE ojo"))


def test_who_is_removed_leaves_nothing(tx: Transaction) -> None:
    AGENTS.keep(tx, TUNDE)
    AGENTS.keep_session(tx, TUNDE.contact, AgentSession("pcm"))
    AGENTS.drop(tx, TUNDE.contact)
    assert AGENTS.find(tx, TUNDE.contact) is None
    assert AGENTS.session(tx, TUNDE.contact) is None


def test_a_join_code_is_found_by_its_code_until_it_is_spent(tx: Transaction) -> None:
    AGENTS.keep_join_code(tx, CODE, GRANT)
    assert AGENTS.find_join_code(tx, CODE) == GRANT
    assert AGENTS.find_join_code(tx, JoinCode("9QMAC-TDHV7")) is None
    AGENTS.spend_join_code(tx, CODE)
    assert AGENTS.find_join_code(tx, CODE) is None


def test_a_new_code_for_a_name_kills_the_old_one(tx: Transaction) -> None:
    AGENTS.keep_join_code(tx, CODE, GRANT)
    AGENTS.keep_join_code(tx, JoinCode("KWM7A-CTDHV"), replace(GRANT, name="ngozi eze"))
    assert AGENTS.find_join_code(tx, CODE) is None
    assert AGENTS.find_join_code(tx, JoinCode("KWM7A-CTDHV"))


def test_a_code_that_nobody_took_is_forgotten(tx: Transaction) -> None:
    AGENTS.keep_join_code(tx, CODE, GRANT)
    assert AGENTS.forget_old(tx, NOON) == 0
    assert AGENTS.forget_old(tx, GRANT.expires_at) == 1


@for_every("step", AGENT_STEPS)
def test_every_dialog_comes_back_whole(tx: Transaction, step: object) -> None:
    menu = ShownMenu(TUNDE.contact, "5eed")
    session = AgentSession("pcm", step, Dialog(7, (Choice.MTN, Choice.SKIP)), menu)  # type: ignore[arg-type]
    AGENTS.keep_session(tx, TUNDE.contact, session)
    assert AGENTS.session(tx, TUNDE.contact) == session


def test_a_session_of_the_release_that_knew_no_menus_comes_back_with_none(tx: Transaction) -> None:
    written = (
        b'{"language":"pcm","dialog":{"draft":{"number":null,"network":"mtn","note":"","language":""},'
        b'"dialog":"AskingNote"},"prompt":7,"offered":["skip","cancel"]}'
    )
    key = AGENTS.keyring.index(str(TUNDE.contact), "contact")
    sealed = AGENTS.keyring.seal(written, table="desks", column="sealed", row=key)
    tx.execute("INSERT INTO agent_sessions (contact, sealed) VALUES (?, ?)", (key, sealed))
    at = AskingNote(Draft(network=Network.MTN))
    assert AGENTS.session(tx, TUNDE.contact) == AgentSession(
        "pcm", at, Dialog(7, (Choice.SKIP, Choice.CANCEL)), menu=None
    )


def test_a_session_is_orphaned_when_nobody_is_an_agent_there(tx: Transaction) -> None:
    former = Contact("console", "1001")
    AGENTS.keep(tx, TUNDE)
    for contact in (TUNDE.contact, BOSS, former):
        AGENTS.keep_session(tx, contact, AgentSession(menu=ShownMenu(contact, "5eed")))
    assert AGENTS.drop_orphaned_sessions(tx) == (AgentSession(menu=ShownMenu(former, "5eed")),)
    assert AGENTS.drop_orphaned_sessions(tx) == ()
    kept = [contact for contact in (TUNDE.contact, BOSS, former) if AGENTS.session(tx, contact)]
    assert kept == [TUNDE.contact, BOSS]


def test_an_orphaned_session_of_another_release_goes_too_but_not_one_that_no_key_opens(tx: Transaction) -> None:
    key = of_contact(AGENTS.keyring, ADA)
    for sealed, left in ((b"\0", 1), (AGENTS.keyring.seal(b"7", table="desks", column="sealed", row=key), 0)):
        AGENTS.keep_session(tx, ADA, AgentSession())
        tx.execute("UPDATE agent_sessions SET sealed = ?", (sealed,))
        assert AGENTS.drop_orphaned_sessions(tx) == ()
        assert tx.execute("SELECT count(*) FROM agent_sessions").fetchone() == (left,)


def test_what_another_release_wrote_is_as_none(tx: Transaction) -> None:
    AGENTS.keep(tx, TUNDE)
    AGENTS.keep_session(tx, TUNDE.contact, AgentSession())
    AGENTS.keep_join_code(tx, CODE, GRANT)
    for table in ("agents", "agent_sessions", "join_codes"):
        tx.execute(f"UPDATE {table} SET sealed = ?", (b"\0",))  # noqa: S608
    assert AGENTS.find(tx, TUNDE.contact) is None
    assert AGENTS.session(tx, TUNDE.contact) is None
    assert AGENTS.find_join_code(tx, CODE) is None
    assert AGENTS.all(tx) == ()


def test_no_name_contact_or_code_stands_in_the_clear(tx: Transaction) -> None:
    AGENTS.keep(tx, TUNDE)
    AGENTS.keep_session(tx, TUNDE.contact, AgentSession())
    AGENTS.keep_join_code(tx, CODE, GRANT)
    dump = everything_in(tx)
    for hidden in ("Tunde", "tunde-2001", "Ngozi", "9QMAC", CODE.reveal().replace("-", "")):
        assert hidden not in dump
        assert hidden.encode().hex().upper() not in dump
