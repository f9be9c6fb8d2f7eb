"""The accounts table: lines that can be read again, found by contact and by account, and gone when forgotten."""

import json
from collections.abc import Callable, Collection
from datetime import timedelta

import pytest

from conversations.account import Missing, Rumour
from conversations.changing import replace
from conversations.contact import Contact
from conversations.secret import AccountId
from storage.accounts import Accounts, Owned
from storage.codec import encode, to_ms
from storage.group import Group
from storage.sealing import Keyring
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction
from tests.scenes import ACCOUNT, ADA, JUST_LINKED, LINKED, NOON, NUMBER, OTHER_ACCOUNT, OTHER_LINKED

BOLA = Contact("console", "bola")
table = Accounts(Keyring.parse(Keyring.generate_key()))


def test_lines_are_found_by_their_contact_oldest_first(tx: Transaction) -> None:
    table.keep(tx, ADA, OTHER_LINKED)
    table.keep(tx, ADA, LINKED)
    assert table.of(tx, ADA) == (LINKED, OTHER_LINKED)
    assert table.of(tx, BOLA) == ()


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_within_a_group_they_stand_as_they_will_also_after_a_clock_was_set_back(tx: Transaction) -> None:
    """The numbers of a list must be those of the next one."""
    assert isinstance(tx, SqliteTransaction)
    group = Group(tx)
    assert table.of(group, ADA) == ()
    for line in (OTHER_LINKED, LINKED):
        table.keep(group, ADA, line)
    assert table.of(group, ADA) == (LINKED, OTHER_LINKED)


def test_the_holders_are_found_by_the_account_alone(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    assert table.holders(tx, ACCOUNT) == (Owned(ADA, LINKED),)
    assert table.holders(tx, OTHER_ACCOUNT) == ()


def test_a_line_that_is_kept_again_replaces_itself(tx: Transaction) -> None:
    table.keep(tx, ADA, JUST_LINKED)
    table.keep(tx, ADA, replace(JUST_LINKED, summary_due=None))
    assert table.of(tx, ADA) == (replace(JUST_LINKED, summary_due=None),)
    assert table.due(tx, NOON + timedelta(days=1)) == []


def test_a_line_that_another_chat_links_has_two_holders(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    assert not table.is_held_elsewhere(tx, ADA, NUMBER)
    table.keep(tx, BOLA, LINKED)
    assert (table.of(tx, ADA), table.of(tx, BOLA)) == ((LINKED,), (LINKED,))
    assert {owned.contact for owned in table.holders(tx, ACCOUNT)} == {ADA, BOLA}
    assert table.is_held_elsewhere(tx, ADA, NUMBER)
    table.forget(tx, BOLA, ACCOUNT)
    assert (table.of(tx, ADA), table.is_held(tx, ACCOUNT)) == ((LINKED,), True)


def test_holders_are_found_by_the_number_also_where_the_accounts_differ(tx: Transaction) -> None:
    anew = replace(LINKED, account=OTHER_ACCOUNT, linked_at=NOON)
    table.keep(tx, ADA, LINKED)
    table.keep(tx, BOLA, anew)
    assert table.of_number(tx, NUMBER) == (Owned(ADA, LINKED), Owned(BOLA, anew))


def test_the_row_of_one_holder_cannot_stand_in_for_another_of_the_same_account(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    table.keep(tx, BOLA, replace(LINKED, reference="K7M-4Q2"))
    (first, second) = [content for (content,) in tx.execute("SELECT sealed FROM accounts ORDER BY contact")]
    tx.execute("UPDATE accounts SET sealed = ? WHERE sealed = ?", (b"-", second))
    tx.execute("UPDATE accounts SET sealed = ? WHERE sealed = ?", (second, first))
    assert table.of(tx, ADA) == table.of(tx, BOLA) == ()


def test_accounts_that_the_provider_does_not_know_are_due_again(tx: Transaction) -> None:
    lost = replace(LINKED, missing=Missing(NOON, NOON + timedelta(hours=8)))
    for contact, line in ((ADA, lost), (BOLA, lost), (ADA, OTHER_LINKED)):
        table.keep(tx, contact, line)
    assert table.due(tx, NOON + timedelta(hours=7)) == []
    assert {owned.contact for owned in table.due(tx, NOON + timedelta(hours=8))} == {ADA, BOLA}


def test_a_line_of_which_an_end_was_posted_is_due(tx: Transaction) -> None:
    rumoured = replace(LINKED, rumour=Rumour(NOON, NOON + timedelta(minutes=1)))
    table.keep(tx, ADA, rumoured)
    assert table.due(tx, NOON) == []
    assert table.due(tx, NOON + timedelta(minutes=1)) == [Owned(ADA, rumoured)]


def test_a_forgotten_line_is_gone_and_its_neighbours_are_not(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    table.keep(tx, ADA, OTHER_LINKED)
    table.forget(tx, ADA, ACCOUNT)
    table.forget(tx, ADA, AccountId("never heard of"))
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


@pytest.mark.parametrize("find", [Accounts.due, Accounts.to_tend])
def test_rows_that_cannot_be_read_take_no_place_of_those_that_can(
    tx: Transaction, find: Callable[..., Collection[Owned]]
) -> None:
    for number in range(5):
        late = NOON - timedelta(hours=5 - number)
        line = replace(JUST_LINKED, account=AccountId(f"account-{number}"), summary_due=late, tend_at=late)
        table.keep(tx, ADA, line)
    tx.execute("UPDATE accounts SET sealed = ? WHERE tend_at < ?", (b"\0", to_ms(NOON - timedelta(hours=2))))
    for most, expected in ((1, ["account-3"]), (2, ["account-3", "account-4"]), (3, ["account-3", "account-4"])):
        assert [owned.line.account.reveal() for owned in find(table, tx, NOON, most=most)] == expected


def test_a_row_that_cannot_be_opened_is_as_none(tx: Transaction) -> None:
    table.keep(tx, ADA, JUST_LINKED)
    table.keep(tx, ADA, OTHER_LINKED)
    tx.execute("UPDATE accounts SET sealed = ? WHERE due_at IS NOT NULL", (b"\0",))
    assert table.of(tx, ADA) == (OTHER_LINKED,)
    assert table.holders(tx, ACCOUNT) == ()
    assert table.due(tx, NOON + timedelta(days=1)) == []


def test_one_account_cannot_stand_in_for_another(tx: Transaction) -> None:
    table.keep(tx, ADA, LINKED)
    table.keep(tx, BOLA, OTHER_LINKED)
    rows = dict(tx.execute("SELECT id, sealed FROM accounts").fetchall())
    for (key, _), sealed in zip(rows.items(), reversed(rows.values()), strict=True):
        tx.execute("UPDATE accounts SET sealed = ? WHERE id = ?", (sealed, key))
    assert table.holders(tx, ACCOUNT) == ()
    assert table.of(tx, ADA) == ()
