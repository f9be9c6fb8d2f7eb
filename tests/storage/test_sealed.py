"""A sealed column gives back what was put into it, and nothing where that cannot be read."""

from conversations.contact import Contact
from storage.sealed import RowKey, SealedBytes, sealed
from storage.sealing import Keyring
from tests.for_every import for_every

KEYRING, STRANGER = (Keyring.parse(Keyring.generate_key()) for _ in range(2))
ADA = Contact("console", "ada")
COLUMN = sealed("people", Contact)


@for_every("row", ["a reference", b"a look-up value", 7])
def test_a_value_comes_back_in_its_own_row_alone(row: RowKey) -> None:
    written = COLUMN.seal(KEYRING, row, ADA)
    assert COLUMN.open(KEYRING, row, written) == ADA
    assert COLUMN.open(KEYRING, "another row", written) is None
    assert sealed("others", Contact).open(KEYRING, row, written) is None
    assert COLUMN.open(STRANGER, row, written) is None


def test_a_number_is_sealed_for_as_its_digits() -> None:
    """So the first release did."""
    assert COLUMN.open(KEYRING, "7", COLUMN.seal(KEYRING, 7, ADA)) == ADA


@for_every("written", [b"", b"{}", b"not JSON"])
def test_what_another_release_wrote_is_as_none(written: bytes) -> None:
    assert COLUMN.open(KEYRING, 1, SealedBytes("people").seal(KEYRING, 1, written)) is None


def test_bytes_come_back_also_when_there_are_none() -> None:
    place = SealedBytes("bodies")
    assert place.open(KEYRING, 1, place.seal(KEYRING, 1, b"")) == b""
    assert place.open(STRANGER, 1, place.seal(KEYRING, 1, b"")) is None
