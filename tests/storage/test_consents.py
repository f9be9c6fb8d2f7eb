"""The evidence of consent: complete, in order, and no row of it changed, moved or taken out unseen."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from conversations.consent import agree
from conversations.contact import Contact
from storage.consents import Consents, Evidence
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.raw import memory
from tests.scenes import ADA, NOON

BOLA = Contact("console", "bola")
table = Consents(Keyring.parse(Keyring.generate_key()))


@pytest.fixture
def kept(tx: Transaction) -> Transaction:
    """Five rows: Ada agrees and withdraws, Bola agrees three times."""
    record(tx, ADA, 0)
    record(tx, BOLA, 1)
    record(tx, ADA, 0, withdrawn=True)
    record(tx, BOLA, 3)
    record(tx, BOLA, 4)
    return tx


def record(tx: Transaction, contact: Contact, minute: int, *, withdrawn: bool = False) -> None:
    at = NOON + timedelta(minutes=minute)
    table.record(tx, contact, agree(contact, "en", at), at, withdrawn=withdrawn)


def test_everything_that_a_contact_agreed_to_and_withdrew_is_kept_in_order(kept: Transaction) -> None:
    agreement = agree(ADA, "en", NOON)
    assert table.of(kept, ADA) == [Evidence(ADA, agreement, False, NOON), Evidence(ADA, agreement, True, NOON)]
    assert [each.at.minute for each in table.of(kept, BOLA)] == [1, 3, 4]
    assert table.of(kept, Contact("console", "nobody")) == []


def test_a_whole_chain_is_found_whole(tx: Transaction, kept: Transaction) -> None:
    assert table.first_broken(kept) is None
    record(kept, ADA, 9)
    assert table.first_broken(tx) is None


def test_evidence_needs_every_key_that_ever_sealed_some(tx: Transaction) -> None:
    """As docs/operations.md says: a key that sealed evidence is never taken out of the list."""
    oldest, between, newest = (Keyring.generate_key() for _ in range(3))
    for keys in (oldest, f"{between},{oldest}", f"{newest},{between},{oldest}"):
        Consents(Keyring.parse(keys)).record(tx, ADA, agree(ADA, "en", NOON), NOON, withdrawn=False)
    assert Consents(Keyring.parse(f"{newest},{between},{oldest}")).first_broken(tx) is None
    assert Consents(Keyring.parse(f"{newest},{oldest}")).first_broken(tx) == 2


def test_an_empty_table_is_whole(tx: Transaction) -> None:
    assert table.first_broken(tx) is None


def swap(tx: Transaction) -> None:
    """The second and the third row change places, with all that is in them."""
    second, third = tx.execute("SELECT contact, at, sealed, link FROM consents WHERE id IN (2, 3)").fetchall()
    for number, row in ((2, third), (3, second)):
        tx.execute("UPDATE consents SET contact = ?, at = ?, sealed = ?, link = ? WHERE id = ?", (*row, number))


def forge(tx: Transaction) -> None:
    """Somebody with the keys rewrites a record in its own cell."""
    sealed = table.keyring.seal(b"{}", table="consents", column="sealed", row="2")
    tx.execute("UPDATE consents SET sealed = ? WHERE id = 2", (sealed,))


def statement(sql: str, *values: object) -> Callable[[Transaction], object]:
    return lambda tx: tx.execute(sql, values)


@pytest.mark.parametrize(
    ("tamper", "seen_at"),
    [
        (statement("UPDATE consents SET sealed = ? WHERE id = 2", b"\0"), 2),
        (statement("UPDATE consents SET at = at + 1 WHERE id = 2"), 2),
        (statement("UPDATE consents SET contact = (SELECT contact FROM consents WHERE id = 1) WHERE id = 2"), 2),
        (statement("UPDATE consents SET link = ? WHERE id = 2", b"\0"), 2),
        (forge, 2),
        (swap, 2),
        (statement("DELETE FROM consents WHERE id = 2"), 2),
        (statement("DELETE FROM consents WHERE id = 1"), 1),
        (statement("DELETE FROM consents WHERE id >= 4"), 4),
        (statement("DELETE FROM consents"), 1),
        (statement("INSERT INTO consents SELECT 6, contact, at, sealed, link FROM consents WHERE id = 5"), 6),
    ],
    ids=[
        "sealed",
        "moment",
        "contact",
        "link",
        "forged",
        "swapped",
        "second",
        "first",
        "last",
        "all",
        "copied",
    ],
)
def test_no_row_is_changed_moved_added_or_taken_out_unseen(
    kept: Transaction, tamper: Callable[[Transaction], object], seen_at: int
) -> None:
    tamper(kept)
    assert table.first_broken(kept) == seen_at


def test_rows_that_are_numbered_anew_to_close_a_gap_are_seen(kept: Transaction) -> None:
    kept.execute("DELETE FROM consents WHERE id = 2")
    kept.execute("UPDATE consents SET id = id - 1 WHERE id > 2")
    assert table.first_broken(kept) == 2


def test_last_rows_that_were_taken_out_are_still_missed_after_the_next_entry(kept: Transaction) -> None:
    kept.execute("DELETE FROM consents WHERE id >= 4")
    record(kept, ADA, 9)
    assert table.first_broken(kept) == 4


def test_evidence_is_not_removed_with_what_it_is_about(kept: Transaction) -> None:
    """There is no way to do so: the class can add and read."""
    assert [name for name in dir(table) if name.startswith(("forget", "drop", "delete", "remove"))] == []


def test_a_file_that_holds_what_no_column_of_ours_does_is_no_evidence() -> None:
    """SQLite keeps whatever somebody writes into it."""
    with memory() as tx:
        for minute in range(3):
            record(tx, ADA, minute)
        tx.execute("UPDATE consents SET contact = 'ada', at = 'never' WHERE id = 2")
        assert table.first_broken(tx) == 2
