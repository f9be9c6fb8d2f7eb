"""How long each table keeps what it has: nothing longer than it must, and the evidence for good."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest

from conversations.allowance import Allowance, Limit
from conversations.session import Idle
from storage import deliveries
from storage.quarantine import KEPT, Quarantine
from storage.sealing import Keyring
from storage.store import Store
from tests.scenes import ADA, AGREEMENT, ASKING_OTP, LINKED, NOON, RULES, session_at

store = Store.under(Keyring.parse(Keyring.generate_key()), RULES)
FAR = NOON + timedelta(days=366)
THREE = Allowance(Limit("three", 3, timedelta(hours=1)), "number:x")
# What removes the rows that nothing needs any more, by table.
SWEPT: dict[str, Callable[[sqlite3.Connection], int]] = {
    "sessions": lambda db: store.sessions.forget_old(db, FAR),
    "deliveries": lambda db: deliveries.forget_old(db, FAR),
    "outbox": lambda db: store.outbox.forget_old(db, FAR),
    "spends": lambda db: store.counters.forget_old(db, FAR),
    "quarantine": lambda db: store.quarantine.forget_old(db, FAR),
}


def use_everything(db: sqlite3.Connection) -> None:
    """A row in each table that a customer's turn writes to."""
    store.sessions.save(db, session_at(Idle()), NOON)
    store.accounts.keep(db, ADA, LINKED)
    store.consents.record(db, ADA, AGREEMENT, NOON, withdrawn=False)
    store.counters.reserve(db, [THREE], NOON)
    store.outbox.add(db, b"lane", "message", b"hello", NOON, NOON + timedelta(hours=24))
    store.quarantine.add(db, "console", "strange", b"{", NOON)
    deliveries.claim(db, "console", "7", NOON)


def rows(db: sqlite3.Connection) -> dict[str, int]:
    tables = (*SWEPT, "accounts", "consents")
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608


@pytest.mark.parametrize("table", SWEPT)
def test_what_nothing_needs_any_more_is_removed_from_its_table_and_from_no_other(
    db: sqlite3.Connection, table: str
) -> None:
    use_everything(db)
    before = rows(db)
    assert SWEPT[table](db) == 1
    assert rows(db) == before | {table: 0}


def test_lines_and_evidence_stay_until_they_are_withdrawn(db: sqlite3.Connection) -> None:
    use_everything(db)
    for sweep in SWEPT.values():
        sweep(db)
    assert {table for table, count in rows(db).items() if count} == {"accounts", "consents"}


def test_nothing_is_removed_that_was_written_just_now(db: sqlite3.Connection) -> None:
    use_everything(db)
    store.sessions.save(db, session_at(ASKING_OTP), NOON)
    before = rows(db)
    for forget in (store.sessions, store.outbox, store.counters, store.quarantine, deliveries):
        assert forget.forget_old(db, NOON) == 0
    assert rows(db) == before


def test_what_could_not_be_read_is_kept_for_an_operator_and_no_longer(db: sqlite3.Connection) -> None:
    table = Quarantine(store.keyring)
    table.add(db, "console", "no JSON", b'{"text": "my passport"}', NOON)
    assert table.count(db) == 1
    assert table.forget_old(db, NOON + KEPT) == 0
    assert table.forget_old(db, NOON + KEPT + timedelta(seconds=1)) == 1


def test_what_could_not_be_read_is_sealed_for_its_own_row(db: sqlite3.Connection) -> None:
    table = Quarantine(store.keyring)
    for text in (b"first passport", b"second passport"):
        table.add(db, "console", "no JSON", text, NOON)
    contents = dict(db.execute("SELECT id, sealed FROM quarantine").fetchall())
    opened = [
        store.keyring.open(sealed, table="quarantine", column="sealed", row=str(number))
        for number, sealed in contents.items()
    ]
    assert opened == [b"first passport", b"second passport"]
    assert not [sealed for sealed in contents.values() if b"passport" in sealed]
