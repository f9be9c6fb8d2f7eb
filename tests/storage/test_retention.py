"""How long each table keeps what it has: nothing longer than it must, and the evidence for good."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from conversations.allowance import Allowance, Limit
from conversations.session import Idle
from storage.quarantine import KEPT, Quarantine
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import ADA, AGREEMENT, ASKING_OTP, LINKED, NOON, RULES, session_at

store = Store.under(Keyring.parse(Keyring.generate_key()), RULES)
FAR = NOON + timedelta(days=366)
THREE = Allowance(Limit("three", 3, timedelta(hours=1)), "number:x")
# What removes the rows that nothing needs any more, by table.
SWEPT: dict[str, Callable[[Transaction], int]] = {
    "sessions": lambda tx: store.sessions.forget_old(tx, FAR),
    "inbound_ids": lambda tx: store.inbound_ids.forget_old(tx, FAR),
    "outbox": lambda tx: store.outbox.forget_old(tx, FAR),
    "spends": lambda tx: store.counters.forget_old(tx, FAR),
    "quarantine": lambda tx: store.quarantine.forget_old(tx, FAR),
}


def use_everything(tx: Transaction) -> None:
    """A row in each table that a customer's turn writes to."""
    store.sessions.save(tx, session_at(Idle()), NOON)
    store.accounts.keep(tx, ADA, LINKED)
    store.consents.record(tx, ADA, AGREEMENT, NOON, withdrawn=False)
    store.counters.reserve(tx, [THREE], NOON)
    told = store.outbox.add(tx, b"lane", "message", b"hello", NOON, NOON + timedelta(hours=24))
    store.outbox.hold(tx, told.number)
    store.quarantine.add(tx, "console", "strange", b"{", NOON)
    store.inbound_ids.claim(tx, "console", "7", NOON)


def rows(tx: Transaction) -> dict[str, int]:
    tables = (*SWEPT, "accounts", "consents")
    return {table: tx.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608


@pytest.mark.parametrize("table", SWEPT)
def test_what_nothing_needs_any_more_is_removed_from_its_table_and_from_no_other(tx: Transaction, table: str) -> None:
    use_everything(tx)
    before = rows(tx)
    assert SWEPT[table](tx) == 1
    assert rows(tx) == before | {table: 0}


def test_lines_and_evidence_stay_until_they_are_withdrawn(tx: Transaction) -> None:
    use_everything(tx)
    for sweep in SWEPT.values():
        sweep(tx)
    assert {table for table, count in rows(tx).items() if count} == {"accounts", "consents"}


def test_nothing_is_removed_that_was_written_just_now(tx: Transaction) -> None:
    use_everything(tx)
    store.sessions.save(tx, session_at(ASKING_OTP), NOON)
    before = rows(tx)
    for forget in (store.sessions, store.outbox, store.counters, store.quarantine, store.inbound_ids):
        assert forget.forget_old(tx, NOON) == 0
    assert rows(tx) == before


def test_what_could_not_be_read_is_kept_for_an_operator_and_no_longer(tx: Transaction) -> None:
    table = Quarantine(store.keyring)
    table.add(tx, "console", "no JSON", b'{"text": "my passport"}', NOON)
    assert table.count(tx) == 1
    assert table.forget_old(tx, NOON + KEPT) == 0
    assert table.forget_old(tx, NOON + KEPT + timedelta(seconds=1)) == 1


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b'{"id": 31, "text": "48 29-13"}', b'{"id": 00, "text": "00 00-00"}'),
        ("code \u0664 %D9%A4 \\u0664".encode(), b"code 0 %00%00 \\u0000"),
        ("⁴⁸② ➂ %e2%91%a3".encode(), b"000 0 %00%00%00"),
        (b"\xff482913\xb2", b"\xff000000\xb2"),
    ],
)
def test_no_figure_of_what_could_not_be_read_is_kept(tx: Transaction, content: bytes, kept: bytes) -> None:
    Quarantine(store.keyring).add(tx, "console", "no JSON", content, NOON)
    ((number, sealed),) = tx.execute("SELECT id, sealed FROM quarantine").fetchall()
    assert store.keyring.open(sealed, table="quarantine", column="sealed", row=str(number)) == kept


def test_what_could_not_be_read_is_sealed_for_its_own_row(tx: Transaction) -> None:
    table = Quarantine(store.keyring)
    for text in (b"first passport", b"second passport"):
        table.add(tx, "console", "no JSON", text, NOON)
    contents = dict(tx.execute("SELECT id, sealed FROM quarantine").fetchall())
    opened = [
        store.keyring.open(sealed, table="quarantine", column="sealed", row=str(number))
        for number, sealed in contents.items()
    ]
    assert opened == [b"first passport", b"second passport"]
    assert not [sealed for sealed in contents.values() if b"passport" in sealed]
