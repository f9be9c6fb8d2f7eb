"""A file is given out once, within its time, to whoever has its token."""

from datetime import timedelta

from conversations.rules import Rules
from conversations.secret import FileToken
from storage.one_time_files import LIFE, LONGEST_TOKEN, OneTimeFile, OneTimeFiles
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import NOON

files = OneTimeFiles(Keyring.parse(Keyring.generate_key()))
TOKEN, OTHER = FileToken("token"), FileToken("other")
FILE = OneTimeFile("figures.png", "image/png", b"\x89PNG\x00")


def test_it_is_given_out_once(tx: Transaction) -> None:
    files.put_up(tx, TOKEN, FILE, NOON)
    assert files.take(tx, OTHER, NOON) is None
    assert files.take(tx, TOKEN, NOON) == FILE
    assert files.take(tx, TOKEN, NOON) is None


def test_what_no_token_can_be_is_not_looked_for(tx: Transaction) -> None:
    longer = FileToken("t" * (LONGEST_TOKEN + 1))
    looked_up = files.keyring.index.cache_info().currsize  # type: ignore[attr-defined]
    assert files.wanted(longer) == ()
    assert files.take(tx, longer, NOON) is None
    assert files.keyring.index.cache_info().currsize == looked_up  # type: ignore[attr-defined]


def test_after_its_time_it_is_given_to_nobody_and_swept(tx: Transaction) -> None:
    files.put_up(tx, TOKEN, FILE, NOON)
    files.put_up(tx, OTHER, FILE, NOON + timedelta(minutes=1))
    assert files.take(tx, TOKEN, NOON + LIFE) is None
    assert files.forget_old(tx, NOON + LIFE) == 1
    assert files.take(tx, OTHER, NOON + LIFE) == FILE


def test_after_a_clock_was_set_back_it_is_given_out_for_no_longer_than_any_other(tx: Transaction) -> None:
    files.put_up(tx, TOKEN, FILE, NOON + timedelta(hours=9))
    files.put_up(tx, OTHER, FILE, NOON - timedelta(minutes=1))
    assert Store.under(files.keyring, Rules()).put_time_right(tx, NOON)
    assert files.forget_old(tx, NOON + LIFE - timedelta(minutes=1)) == 1
    assert files.take(tx, TOKEN, NOON + LIFE) is None


def test_neither_the_token_nor_the_file_stands_in_the_row(tx: Transaction) -> None:
    files.put_up(tx, TOKEN, FILE, NOON)
    row = tx.execute("SELECT token, sealed FROM one_time_files").fetchone()
    assert not any(text in bytes(cell) for cell in row for text in (b"token", b"PNG", b"figures"))
