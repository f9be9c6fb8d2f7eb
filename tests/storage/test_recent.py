"""What was sealed a moment ago is not opened again; what anything else has sealed always is."""

import pytest

from conversations.changing import replace
from conversations.session import Session
from storage import recent
from storage.recent import Recent
from storage.sealed import Sealed, SealedBytes
from storage.sealing import Keyring
from tests.scenes import ADA

KEYRING = Keyring.parse(Keyring.generate_key())
NOBODYS = Keyring.parse(Keyring.generate_key())  # opens nothing of the other's
COLUMN = Sealed(SealedBytes("sessions"), Session)
ROW, OTHER = b"row", b"other row"
SESSION = Session(ADA)


def test_what_was_sealed_is_at_hand() -> None:
    column = Recent(COLUMN)
    sealed = column.seal(KEYRING, ROW, SESSION)
    assert column.open(NOBODYS, ROW, sealed) is SESSION
    assert Recent(COLUMN).open(NOBODYS, ROW, sealed) is None


def test_what_was_sealed_elsewhere_since_is_opened() -> None:
    column = Recent(COLUMN)
    column.seal(KEYRING, ROW, SESSION)
    newer = replace(SESSION, attempt=7)
    assert column.open(KEYRING, ROW, COLUMN.seal(KEYRING, ROW, newer)) == newer


def test_a_seal_that_was_moved_to_another_row_does_not_open_there() -> None:
    column = Recent(COLUMN)
    assert column.open(KEYRING, OTHER, column.seal(KEYRING, ROW, SESSION)) is None


def test_what_was_deleted_is_at_hand_no_more() -> None:
    column = Recent(COLUMN)
    sealed = column.seal(KEYRING, ROW, SESSION)
    column.forget(ROW)
    assert column.open(NOBODYS, ROW, sealed) is None
    sealed = column.seal(KEYRING, ROW, SESSION)
    column.forget_all()
    assert column.open(NOBODYS, ROW, sealed) is None


def test_no_more_is_at_hand_than_what_was_used_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "MOST", 2)
    column = Recent(COLUMN)
    rows = {row: column.seal(KEYRING, row, SESSION) for row in (b"one", b"two")}
    column.open(KEYRING, b"one", rows[b"one"])
    column.seal(KEYRING, b"three", SESSION)
    assert column.open(NOBODYS, b"one", rows[b"one"]) is SESSION
    assert column.open(NOBODYS, b"two", rows[b"two"]) is None
