"""Agents, their invites and their desks are kept sealed and found by whoever asks rightly."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from conversations.agents.desk import Agent, AskingNote, Desk, Draft, Invite, ShownMenu
from conversations.choice import Choice
from conversations.contact import Contact
from conversations.network import Network
from conversations.secret import JoinCode
from storage.agents import Agents
from storage.sealing import Keyring
from tests.conversations.agents.scenes import DIALOGS
from tests.scenes import ADA, NOON

TUNDE = Agent(Contact("console", "tunde-2001"), "Tunde Ojo", NOON)
BISI = Agent(Contact("console", "2002"), "bisi Ade", NOON)
BOSS = Contact("console", "1000")
CODE = JoinCode("9QMAC-TDHV6")
INVITE = Invite("Ngozi Eze", BOSS, NOON + timedelta(hours=24))
AGENTS = Agents(Keyring.parse(Keyring.generate_key()), {BOSS})


def test_an_agent_is_found_by_contact_and_by_name_however_it_is_written(db: sqlite3.Connection) -> None:
    AGENTS.keep(db, TUNDE)
    assert AGENTS.find(db, TUNDE.contact) == TUNDE
    assert AGENTS.find_named(db, "  tunde  OJO ") == TUNDE
    assert AGENTS.find(db, ADA) is None
    assert AGENTS.find_named(db, "Tunde") is None


def test_an_administrator_is_one_by_the_settings_alone(db: sqlite3.Connection) -> None:
    nameless = AGENTS.find(db, BOSS)
    assert nameless
    assert (nameless.name, nameless.admin) == ("", True)
    AGENTS.keep(db, replace(nameless, name="Mama Boss"))
    assert AGENTS.find(db, BOSS) == replace(nameless, name="Mama Boss")
    AGENTS.keep(db, replace(TUNDE, admin=True))
    assert AGENTS.find(db, TUNDE.contact) == TUNDE
    assert Agents(AGENTS.keyring).find(db, BOSS) == replace(nameless, name="Mama Boss", admin=False)


def test_the_list_is_by_name(db: sqlite3.Connection) -> None:
    for agent in (TUNDE, BISI):
        AGENTS.keep(db, agent)
    assert AGENTS.all(db) == (BISI, TUNDE)


def test_two_agents_cannot_have_one_name(db: sqlite3.Connection) -> None:
    AGENTS.keep(db, TUNDE)
    with pytest.raises(sqlite3.IntegrityError):
        AGENTS.keep(db, replace(BISI, name="TUNDE ojo"))


def test_who_is_removed_leaves_nothing(db: sqlite3.Connection) -> None:
    AGENTS.keep(db, TUNDE)
    AGENTS.keep_desk(db, TUNDE.contact, Desk("pcm"))
    AGENTS.drop(db, TUNDE.contact)
    assert AGENTS.find(db, TUNDE.contact) is None
    assert AGENTS.desk(db, TUNDE.contact) is None


def test_an_invite_is_found_by_its_code_until_it_is_spent(db: sqlite3.Connection) -> None:
    AGENTS.keep_invite(db, CODE, INVITE)
    assert AGENTS.find_invite(db, CODE) == INVITE
    assert AGENTS.find_invite(db, JoinCode("9QMAC-TDHV7")) is None
    AGENTS.spend_invite(db, CODE)
    assert AGENTS.find_invite(db, CODE) is None


def test_a_new_invite_for_a_name_kills_the_old_one(db: sqlite3.Connection) -> None:
    AGENTS.keep_invite(db, CODE, INVITE)
    AGENTS.keep_invite(db, JoinCode("KWM7A-CTDHV"), replace(INVITE, name="ngozi eze"))
    assert AGENTS.find_invite(db, CODE) is None
    assert AGENTS.find_invite(db, JoinCode("KWM7A-CTDHV"))


def test_an_invite_that_nobody_took_is_forgotten(db: sqlite3.Connection) -> None:
    AGENTS.keep_invite(db, CODE, INVITE)
    assert AGENTS.forget_old(db, NOON) == 0
    assert AGENTS.forget_old(db, INVITE.expires_at) == 1


@pytest.mark.parametrize("dialog", DIALOGS, ids=repr)
def test_every_dialog_comes_back_whole(db: sqlite3.Connection, dialog: object) -> None:
    menu = ShownMenu(TUNDE.contact, "5eed")
    desk = Desk("pcm", dialog, 7, (Choice.MTN, Choice.SKIP), menu)  # type: ignore[arg-type]
    AGENTS.keep_desk(db, TUNDE.contact, desk)
    assert AGENTS.desk(db, TUNDE.contact) == desk


def test_a_desk_of_the_release_that_knew_no_menus_comes_back_with_none(db: sqlite3.Connection) -> None:
    written = (
        b'{"language":"pcm","dialog":{"draft":{"number":null,"network":"mtn","note":"","language":""},'
        b'"dialog":"AskingNote"},"prompt":7,"offered":["skip","cancel"]}'
    )
    key = AGENTS.keyring.index(str(TUNDE.contact), "contact")
    sealed = AGENTS.keyring.seal(written, table="desks", column="sealed", row=key)
    db.execute("INSERT INTO desks (contact, sealed) VALUES (?, ?)", (key, sealed))
    at = AskingNote(Draft(network=Network.MTN))
    assert AGENTS.desk(db, TUNDE.contact) == Desk("pcm", at, 7, (Choice.SKIP, Choice.CANCEL), menu=None)


def test_a_desk_is_deserted_when_nobody_is_an_agent_there(db: sqlite3.Connection) -> None:
    former = Contact("console", "1001")
    AGENTS.keep(db, TUNDE)
    for contact in (TUNDE.contact, BOSS, former):
        AGENTS.keep_desk(db, contact, Desk(menu=ShownMenu(contact, "5eed")))
    assert AGENTS.drop_deserted(db) == (Desk(menu=ShownMenu(former, "5eed")),)
    assert AGENTS.drop_deserted(db) == ()
    kept = [contact for contact in (TUNDE.contact, BOSS, former) if AGENTS.desk(db, contact)]
    assert kept == [TUNDE.contact, BOSS]


def test_a_deserted_desk_that_cannot_be_read_goes_too(db: sqlite3.Connection) -> None:
    AGENTS.keep_desk(db, ADA, Desk())
    db.execute("UPDATE desks SET sealed = x'00'")
    assert AGENTS.drop_deserted(db) == ()
    assert db.execute("SELECT count(*) FROM desks").fetchone() == (0,)


def test_what_another_release_wrote_is_as_none(db: sqlite3.Connection) -> None:
    AGENTS.keep(db, TUNDE)
    AGENTS.keep_desk(db, TUNDE.contact, Desk())
    AGENTS.keep_invite(db, CODE, INVITE)
    for query in (
        "UPDATE agents SET sealed = x'00'",
        "UPDATE desks SET sealed = x'00'",
        "UPDATE agent_invites SET sealed = x'00'",
    ):
        db.execute(query)
    assert AGENTS.find(db, TUNDE.contact) is None
    assert AGENTS.desk(db, TUNDE.contact) is None
    assert AGENTS.find_invite(db, CODE) is None
    assert AGENTS.all(db) == ()


def test_no_name_contact_or_code_stands_in_the_clear(db: sqlite3.Connection) -> None:
    AGENTS.keep(db, TUNDE)
    AGENTS.keep_desk(db, TUNDE.contact, Desk())
    AGENTS.keep_invite(db, CODE, INVITE)
    dump = "\n".join(db.iterdump())
    for hidden in ("Tunde", "tunde-2001", "Ngozi", "9QMAC", CODE.reveal().replace("-", "")):
        assert hidden not in dump
        assert hidden.encode().hex().upper() not in dump
