"""The sessions table: found again, due in time, forgotten in time, and never in the way when it cannot be read."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from conversations.contact import Contact
from conversations.session import AskingConsent, AskingNumber, Idle, Rules, Session
from storage.sealing import Keyring
from storage.sessions import UNDER_WAY, Sessions
from tests.scenes import (
    ADA,
    AGREEMENT,
    ASKING_OTP,
    LINKED,
    MEMORY,
    NOON,
    RULES,
    STEPS,
    session_at,
)

BOLA = Contact("console", "bola")
ENDS = NOON + RULES.session
table = Sessions(Keyring.parse(Keyring.generate_key()), RULES)


def save(db: sqlite3.Connection, session: Session, now: datetime = NOON) -> None:
    table.save(db, session, now)


def of(contact: Contact, session: Session) -> Session:
    return replace(session, contact=contact)


@pytest.mark.parametrize("session", [session_at(at) for at in STEPS], ids=lambda session: type(session.step).__name__)
def test_a_session_is_found_again_without_its_lines(db: sqlite3.Connection, session: Session) -> None:
    save(db, session)
    assert table.load(db, ADA) == replace(session, lines=())
    assert table.load(db, BOLA) is None


def test_a_contact_has_one_row_and_the_newest_session_in_it(db: sqlite3.Connection) -> None:
    save(db, session_at(AskingConsent()))
    save(db, session_at(ASKING_OTP))
    assert db.execute("SELECT count(*) FROM sessions").fetchone() == (1,)
    assert table.load(db, ADA) == session_at(ASKING_OTP)
    assert table.count(db) == {"AskingOtp": 1}


def test_lines_are_kept_in_their_own_table_only(db: sqlite3.Connection) -> None:
    save(db, session_at(Idle(), lines=(LINKED,)))
    loaded = table.load(db, ADA)
    assert loaded is not None
    assert loaded.lines == ()


# What is due


def test_a_session_is_due_to_be_warned_and_then_to_be_ended(db: sqlite3.Connection) -> None:
    save(db, session_at(ASKING_OTP))
    for moment, due in [
        (ENDS - timedelta(minutes=3, seconds=1), []),
        (ENDS - timedelta(minutes=3), [(ADA, False)]),
        (ENDS - timedelta(milliseconds=1), [(ADA, False)]),
        (ENDS, [(ADA, True)]),
    ]:
        assert table.due(db, moment) == due


def test_who_was_warned_is_not_due_to_be_warned_again(db: sqlite3.Connection) -> None:
    save(db, session_at(ASKING_OTP, warned=True))
    assert table.due(db, ENDS - timedelta(seconds=1)) == []
    assert table.due(db, ENDS) == [(ADA, True)]


def test_an_idle_contact_is_never_due(db: sqlite3.Connection) -> None:
    save(db, session_at(Idle(), memory=MEMORY))
    assert table.due(db, NOON + timedelta(days=1)) == []


def test_no_more_are_due_at_once_than_asked_for(db: sqlite3.Connection) -> None:
    for number in range(5):
        save(db, of(Contact("console", str(number)), session_at(ASKING_OTP)))
    assert len(table.due(db, ENDS, most=3)) == 3


@pytest.mark.parametrize("at", STEPS, ids=lambda at: type(at).__name__)
def test_after_a_restart_those_are_found_whose_call_was_cut_off(db: sqlite3.Connection, at: object) -> None:
    save(db, session_at(at))  # type: ignore[arg-type]
    assert (table.under_way(db) == [ADA]) == (type(at).__name__ in UNDER_WAY)


# What is forgotten


def test_a_session_is_forgotten_when_what_it_remembers_is(db: sqlite3.Connection) -> None:
    save(db, session_at(Idle(), memory=MEMORY))
    assert table.forget_old(db, MEMORY.until - timedelta(milliseconds=1)) == 0
    assert table.forget_old(db, MEMORY.until) == 1
    assert table.load(db, ADA) is None


def test_an_idle_contact_with_nothing_to_remember_is_forgotten_after_a_day(db: sqlite3.Connection) -> None:
    save(db, session_at(Idle()))
    assert table.forget_old(db, NOON + timedelta(hours=23)) == 0
    assert table.forget_old(db, NOON + timedelta(hours=24)) == 1


def test_a_session_that_is_under_way_is_not_forgotten(db: sqlite3.Connection) -> None:
    save(db, session_at(ASKING_OTP))
    assert table.forget_old(db, NOON + timedelta(days=30)) == 0


# What cannot be read


def test_a_session_of_a_key_that_is_gone_is_as_none(db: sqlite3.Connection) -> None:
    old, new = Keyring.generate_key(), Keyring.generate_key()
    Sessions(Keyring.parse(f"{new},{old}"), RULES).save(db, session_at(ASKING_OTP), NOON)
    assert Sessions(Keyring.parse(old), RULES).load(db, ADA) is None


def test_a_session_that_was_tampered_with_is_as_none_and_makes_way_for_the_others(db: sqlite3.Connection) -> None:
    save(db, session_at(ASKING_OTP))
    save(db, of(BOLA, session_at(ASKING_OTP)))
    db.execute("UPDATE sessions SET sealed = x'01020304' WHERE contact = ?", (table.key(ADA),))
    assert table.load(db, ADA) is None
    assert table.due(db, ENDS) == [(BOLA, True)]
    assert db.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


def test_a_session_that_was_moved_to_another_contact_is_as_none(db: sqlite3.Connection) -> None:
    save(db, session_at(ASKING_OTP))
    db.execute("UPDATE sessions SET contact = ?", (table.key(BOLA),))
    assert table.load(db, BOLA) is None


def test_a_session_of_another_release_is_as_none(db: sqlite3.Connection) -> None:
    save(db, session_at(AskingNumber(AGREEMENT)))
    sealed = table.keyring.seal(b'{"contact": 7}', table="sessions", column="sealed", row=table.key(ADA))
    db.execute("UPDATE sessions SET sealed = ?", (sealed,))
    assert table.load(db, ADA) is None


def test_the_spans_are_settings(db: sqlite3.Connection) -> None:
    brief = Sessions(table.keyring, Rules(warning=timedelta(minutes=1), memory=timedelta(hours=1)))
    brief.save(db, session_at(ASKING_OTP), NOON)
    assert brief.due(db, ENDS - timedelta(minutes=2)) == []
    assert brief.due(db, ENDS - timedelta(minutes=1)) == [(ADA, False)]
    brief.save(db, session_at(Idle()), NOON)
    assert brief.forget_old(db, NOON + timedelta(hours=1)) == 1
