"""The accounts table: lines that can be read again, found by contact and by account, and gone when forgotten."""

import json
import sqlite3
from dataclasses import replace
from datetime import timedelta

from conversations.contact import Contact
from conversations.secret import AccountId
from storage.accounts import Accounts, Owned
from storage.codec import encode
from storage.sealing import Keyring
from tests.scenes import ACCOUNT, ADA, JUST_LINKED, LINKED, NOON, OTHER_ACCOUNT, OTHER_LINKED

BOLA = Contact("console", "bola")
table = Accounts(Keyring.parse(Keyring.generate_key()))


def test_lines_are_found_by_their_contact_oldest_first(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, OTHER_LINKED)
    table.keep(db, ADA, LINKED)
    assert table.of(db, ADA) == (LINKED, OTHER_LINKED)
    assert table.of(db, BOLA) == ()


def test_the_owner_is_found_by_the_account_alone(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, LINKED)
    assert table.owner(db, ACCOUNT) == ADA
    assert table.owner(db, OTHER_ACCOUNT) is None


def test_a_line_that_is_kept_again_replaces_itself(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, JUST_LINKED)
    table.keep(db, ADA, replace(JUST_LINKED, summary_due=None))
    assert table.of(db, ADA) == (replace(JUST_LINKED, summary_due=None),)
    assert table.due(db, NOON + timedelta(days=1)) == []


def test_a_line_that_somebody_else_links_is_theirs(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, LINKED)
    table.keep(db, BOLA, LINKED)
    assert (table.of(db, ADA), table.owner(db, ACCOUNT)) == ((), BOLA)


def test_a_forgotten_line_is_gone_and_its_neighbours_are_not(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, LINKED)
    table.keep(db, ADA, OTHER_LINKED)
    table.forget(db, ACCOUNT)
    table.forget(db, AccountId("never heard of"))
    assert table.of(db, ADA) == (OTHER_LINKED,)


def test_a_line_keeps_the_reference_of_the_link_that_it_came_by(db: sqlite3.Connection) -> None:
    line = replace(LINKED, reference="K7M-4Q2")
    table.keep(db, ADA, line)
    assert table.of(db, ADA) == (line,)


def test_a_line_of_the_release_that_kept_no_reference_comes_back_with_none(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, LINKED)
    written = json.loads(encode(Owned(ADA, LINKED), Owned))
    del written["line"]["reference"]
    ((key,),) = db.execute("SELECT id FROM accounts").fetchall()
    sealed = table.keyring.seal(json.dumps(written).encode(), table="accounts", column="sealed", row=key)
    db.execute("UPDATE accounts SET sealed = ?", (sealed,))
    assert table.of(db, ADA) == (LINKED,)


def test_a_summary_that_did_not_come_is_due_in_its_time(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, JUST_LINKED)
    table.keep(db, ADA, OTHER_LINKED)
    assert table.due(db, NOON + timedelta(minutes=4, seconds=59)) == []
    assert table.due(db, NOON + timedelta(minutes=5)) == [Owned(ADA, JUST_LINKED)]


def test_a_row_that_cannot_be_opened_is_as_none(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, JUST_LINKED)
    table.keep(db, ADA, OTHER_LINKED)
    db.execute("UPDATE accounts SET sealed = x'00' WHERE due_at IS NOT NULL")
    assert table.of(db, ADA) == (OTHER_LINKED,)
    assert table.owner(db, ACCOUNT) is None
    assert table.due(db, NOON + timedelta(days=1)) == []


def test_one_account_cannot_stand_in_for_another(db: sqlite3.Connection) -> None:
    table.keep(db, ADA, LINKED)
    table.keep(db, BOLA, OTHER_LINKED)
    rows = dict(db.execute("SELECT id, sealed FROM accounts").fetchall())
    for (key, _), sealed in zip(rows.items(), reversed(rows.values()), strict=True):
        db.execute("UPDATE accounts SET sealed = ? WHERE id = ?", (sealed, key))
    assert table.owner(db, ACCOUNT) is None
    assert table.of(db, ADA) == ()
