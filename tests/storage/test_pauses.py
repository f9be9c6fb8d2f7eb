"""A pause stands in one sealed row until it ends, whatever becomes of the keys."""

from conversations.pause import Pause
from storage.pauses import Pauses
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.scenes import NOON

pauses = Pauses(Keyring.parse(Keyring.generate_key()))


def test_there_is_one_or_none(tx: Transaction) -> None:
    assert pauses.find(tx) is None
    pauses.begin(tx, Pause("back at 15:00", NOON))
    pauses.begin(tx, Pause("back at 16:00", NOON))
    assert pauses.find(tx) == Pause("back at 16:00", NOON)
    pauses.end(tx)
    pauses.end(tx)
    assert pauses.find(tx) is None


def test_its_words_are_sealed_and_without_their_key_it_holds_all_the_same(tx: Transaction) -> None:
    pauses.begin(tx, Pause("call 0803 123 4567", NOON))
    assert b"0803" not in bytes(tx.execute("SELECT sealed FROM pause").fetchone()[0])
    assert Pauses(Keyring.parse(Keyring.generate_key())).find(tx) == Pause()
