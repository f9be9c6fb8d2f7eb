"""The accounts table: lines that can be read again, found by contact and by account, and gone when forgotten."""

import json
from dataclasses import replace
from datetime import timedelta

from conversations.contact import Contact
from conversations.secret import AccountId
from storage.accounts import Accounts, Owned
from storage.codec import encode
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.scenes import ACCOUNT, ADA, JUST_LINKED, LINKED, NOON, OTHER_ACCOUNT, OTHER_LINKED

BOLA = Contact("console", "bola")
table = Accounts(Keyring.parse(Keyring.generate_key()))


def test_lines_are_found_by_their_contact_oldest_first(tx: Transaction) -> None:
    table.keep(tx, ADA, OTHER_LINKED)
    table.keep(tx, ADA, LINKED)
    assert table.of(tx, ADA) == (LINKED, OTHER_LINKED)
    assert table.of(tx, BOLA) == ()


def test_the_owner_is_found_by_the_account_alone(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    assert table.owner(tx, ACCOUNT) == ADA
    assert table.owner(tx, OTHER_ACCOUNT) is None


def test_a_line_that_is_kept_again_replaces_itself(tx: Transaction) -> None:
    table.keep(tx, ADA, JUST_LINKED)
    table.keep(tx, ADA, replace(JUST_LINKED, summary_due=None))
    assert table.of(tx, ADA) == (replace(JUST_LINKED, summary_due=None),)
    assert table.due(tx, NOON + timedelta(days=1)) == []


def test_a_line_that_somebody_else_links_is_theirs(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    table.keep(tx, BOLA, LINKED)
    assert (table.of(tx, ADA), table.owner(tx, ACCOUNT)) == ((), BOLA)


def test_a_forgotten_line_is_gone_and_its_neighbours_are_not(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    table.keep(tx, ADA, OTHER_LINKED)
    table.forget(tx, ACCOUNT)
    table.forget(tx, AccountId("never heard of"))
    assert table.of(tx, ADA) == (OTHER_LINKED,)


def test_a_line_keeps_the_reference_of_the_link_that_it_came_by(tx: Transaction) -> None:
    line = replace(LINKED, reference="K7M-4Q2")
    table.keep(tx, ADA, line)
    assert table.of(tx, ADA) == (line,)


def test_a_line_of_the_release_that_kept_no_reference_comes_back_with_none(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    written = json.loads(encode(Owned(ADA, LINKED), Owned))
    del written["line"]["reference"]
    ((key,),) = tx.execute("SELECT id FROM accounts").fetchall()
    sealed = table.keyring.seal(json.dumps(written).encode(), table="accounts", column="sealed", row=key)
    tx.execute("UPDATE accounts SET sealed = ?", (sealed,))
    assert table.of(tx, ADA) == (LINKED,)


def test_a_summary_that_did_not_come_is_due_in_its_time(tx: Transaction) -> None:
    table.keep(tx, ADA, JUST_LINKED)
    table.keep(tx, ADA, OTHER_LINKED)
    assert table.due(tx, NOON + timedelta(minutes=4, seconds=59)) == []
    assert table.due(tx, NOON + timedelta(minutes=5)) == [Owned(ADA, JUST_LINKED)]


def test_a_row_that_cannot_be_opened_is_as_none(tx: Transaction) -> None:
    table.keep(tx, ADA, JUST_LINKED)
    table.keep(tx, ADA, OTHER_LINKED)
    tx.execute("UPDATE accounts SET sealed = x'00' WHERE due_at IS NOT NULL")
    assert table.of(tx, ADA) == (OTHER_LINKED,)
    assert table.owner(tx, ACCOUNT) is None
    assert table.due(tx, NOON + timedelta(days=1)) == []


def test_one_account_cannot_stand_in_for_another(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    table.keep(tx, BOLA, OTHER_LINKED)
    rows = dict(tx.execute("SELECT id, sealed FROM accounts").fetchall())
    for (key, _), sealed in zip(rows.items(), reversed(rows.values()), strict=True):
        tx.execute("UPDATE accounts SET sealed = ? WHERE id = ?", (sealed, key))
    assert table.owner(tx, ACCOUNT) is None
    assert table.of(tx, ADA) == ()
