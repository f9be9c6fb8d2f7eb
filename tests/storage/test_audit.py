"""What an agent did is on record as it was, sealed, and no row of it is changed or taken out unseen."""

from datetime import timedelta

import pytest

from conversations.agents.turn import Act
from conversations.contact import Contact
from storage import ledger
from storage.audit import Audit, AuditEntry
from storage.ledger import Period
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.raw import everything_in
from tests.scenes import NOON

TUNDE, BISI = Contact("console", "tunde-2001"), Contact("console", "2002")
KEYRING = Keyring.parse(Keyring.generate_key())
AUDIT = Audit(KEYRING)


@pytest.fixture
def kept(tx: Transaction) -> Transaction:
    """Five acts, by turns Tunde's and Bisi's."""
    for number in range(5):
        agent = BISI if number % 2 else TUNDE
        AUDIT.record(tx, agent, Act.LINK_MADE, f"K7M-4Q{number + 2}", NOON + timedelta(minutes=number))
    return tx


def test_an_act_is_found_by_whose_it_was(kept: Transaction) -> None:
    assert [entry.about for entry in AUDIT.of(kept, BISI)] == ["K7M-4Q3", "K7M-4Q5"]
    assert AUDIT.of(kept, TUNDE)[0] == AuditEntry(TUNDE, Act.LINK_MADE, "K7M-4Q2", NOON)
    assert AUDIT.of(kept, Contact("console", "2003")) == []


def test_every_act_comes_back(tx: Transaction) -> None:
    for act in Act:
        AUDIT.record(tx, TUNDE, act, "", NOON)
    assert sorted(entry.act for entry in AUDIT.of(tx, TUNDE)) == sorted(Act)


def test_an_untouched_chain_is_whole(kept: Transaction) -> None:
    assert AUDIT.first_broken(kept) is None


@pytest.mark.parametrize("row", range(1, 6))
def test_a_row_that_is_taken_out_is_missed(kept: Transaction, row: int) -> None:
    kept.execute("DELETE FROM audit WHERE id = ?", (row,))
    assert AUDIT.first_broken(kept) == row


def test_a_long_record_is_read_page_by_page(kept: Transaction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "PAGE", 2)
    newest_first = [f"K7M-4Q{number}" for number in (6, 5, 4, 3, 2)]
    assert [entry.about for _, entry in AUDIT.ledger.entries(kept) if entry] == newest_first
    of_tunde = AUDIT.ledger.entries(kept, TUNDE, Period(since=NOON + timedelta(minutes=1)))
    assert [entry.about for _, entry in of_tunde if entry] == ["K7M-4Q6", "K7M-4Q4"]
    assert AUDIT.first_broken(kept) is None
    next(some := AUDIT.ledger.entries(kept))
    kept.execute("DELETE FROM audit WHERE id < 4")
    assert [number for number, _ in some] == [4]  # no more than a page was there
    assert AUDIT.first_broken(kept) == 1


def test_a_changed_text_is_named(kept: Transaction) -> None:
    """By somebody who even has the keys to seal it again."""
    (sealed,) = kept.execute("SELECT sealed FROM audit WHERE id = 3").fetchone()
    entry = KEYRING.open(sealed, table="audit", column="sealed", row="3").replace(b"link-made", b"link-seen")
    changed = KEYRING.seal(entry, table="audit", column="sealed", row="3")
    kept.execute("UPDATE audit SET sealed = ? WHERE id = 3", (changed,))
    assert AUDIT.first_broken(kept) == 3


def test_nothing_of_an_act_stands_in_the_clear(kept: Transaction) -> None:
    dump = everything_in(kept)
    for hidden in ("K7M-4Q3", "tunde-2001", "link-made"):
        assert hidden not in dump
        assert hidden.encode().hex().upper() not in dump
