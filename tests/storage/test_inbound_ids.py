"""Which deliveries have had their turn: each once, whatever its order, and for as long as a platform may repeat it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.inbound_ids import KEPT, InboundIds
from storage.lookup import DELIVERY_BYTES
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.raw import memory
from tests.scenes import NOON

INBOUND_IDS = InboundIds(Keyring.parse(Keyring.generate_key()))
YEAR = timedelta(days=365)
PLATFORMS_REPEAT_FOR = timedelta(hours=24)


def test_a_delivery_is_claimed_once(tx: Transaction) -> None:
    assert not INBOUND_IDS.seen(tx, "console", "7")
    assert INBOUND_IDS.claim(tx, "console", "7", NOON)
    assert INBOUND_IDS.seen(tx, "console", "7")
    assert not INBOUND_IDS.claim(tx, "console", "7", NOON + timedelta(hours=47))


def test_the_same_id_on_another_channel_is_another_delivery(tx: Transaction) -> None:
    assert INBOUND_IDS.claim(tx, "console", "7", NOON)
    assert INBOUND_IDS.claim(tx, "other", "7", NOON)


def test_a_lower_id_than_the_last_is_no_repeat(tx: Transaction) -> None:
    assert all(INBOUND_IDS.claim(tx, "console", number, NOON) for number in ("900", "899", "1", "901"))


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.text(max_size=3).filter(str.isprintable)), max_size=30))
def test_whatever_is_repeated_in_whatever_order_counts_once(arrived: list[tuple[str, str]]) -> None:
    with memory() as tx:
        assert sum(INBOUND_IDS.claim(tx, channel, delivery, NOON) for channel, delivery in arrived) == len(set(arrived))


def test_a_claim_outlasts_the_time_in_which_a_platform_repeats(tx: Transaction) -> None:
    INBOUND_IDS.claim(tx, "console", "7", NOON)
    assert INBOUND_IDS.forget_old(tx, NOON + PLATFORMS_REPEAT_FOR * 2) == 0
    assert INBOUND_IDS.forget_old(tx, NOON + KEPT + timedelta(seconds=1)) == 1
    assert INBOUND_IDS.claim(tx, "console", "7", NOON + timedelta(hours=49))


def test_a_turn_that_is_undone_has_not_claimed_its_delivery(tx: Transaction) -> None:
    tx.execute("SAVEPOINT turn")
    INBOUND_IDS.claim(tx, "console", "7", NOON)
    tx.execute("ROLLBACK TO turn")
    assert INBOUND_IDS.claim(tx, "console", "7", NOON)


def test_what_can_be_posted_again_for_longer_is_known_for_longer(tx: Transaction) -> None:
    INBOUND_IDS.claim(tx, "console", "7", NOON, YEAR)
    assert INBOUND_IDS.forget_old(tx, NOON + YEAR) == 0
    assert not INBOUND_IDS.claim(tx, "console", "7", NOON + YEAR, YEAR)
    assert INBOUND_IDS.forget_old(tx, NOON + YEAR + timedelta(seconds=1)) == 1


def test_no_id_stands_in_the_clear(tx: Transaction) -> None:
    INBOUND_IDS.claim(tx, "console", "SM0123456789abcdef", NOON)
    ((kept,),) = tx.execute("SELECT id FROM inbound_ids").fetchall()
    assert isinstance(kept, bytes)
    assert len(kept) == DELIVERY_BYTES
    assert not InboundIds(Keyring.parse(Keyring.generate_key())).seen(tx, "console", "SM0123456789abcdef")


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_plain_ids_of_the_first_release_are_hidden_and_still_known(tx: Transaction) -> None:
    tx.execute("INSERT INTO inbound_ids VALUES ('console', 'SM7', 0), ('other', '12', 0)")
    INBOUND_IDS.claim(tx, "console", "8", NOON)
    assert INBOUND_IDS.hide_plain(tx) == 2
    assert INBOUND_IDS.hide_plain(tx) == 0
    assert INBOUND_IDS.seen(tx, "console", "SM7")
    assert INBOUND_IDS.seen(tx, "other", "12")
    assert INBOUND_IDS.seen(tx, "console", "8")
    assert {len(kept) for (kept,) in tx.execute("SELECT id FROM inbound_ids")} == {DELIVERY_BYTES}
