"""Which deliveries have had their turn: each once, whatever its order, and for as long as a platform may repeat it."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from storage import inbound_ids
from storage.transaction import Transaction
from tests.raw import memory
from tests.scenes import NOON

PLATFORMS_REPEAT_FOR = timedelta(hours=24)


def test_a_delivery_is_claimed_once(tx: Transaction) -> None:
    assert not inbound_ids.seen(tx, "console", "7")
    assert inbound_ids.claim(tx, "console", "7", NOON)
    assert inbound_ids.seen(tx, "console", "7")
    assert not inbound_ids.claim(tx, "console", "7", NOON + timedelta(hours=47))


def test_the_same_id_on_another_channel_is_another_delivery(tx: Transaction) -> None:
    assert inbound_ids.claim(tx, "console", "7", NOON)
    assert inbound_ids.claim(tx, "other", "7", NOON)


def test_a_lower_id_than_the_last_is_no_repeat(tx: Transaction) -> None:
    assert all(inbound_ids.claim(tx, "console", number, NOON) for number in ("900", "899", "1", "901"))


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.text(max_size=3).filter(str.isprintable)), max_size=30))
def test_whatever_is_repeated_in_whatever_order_counts_once(arrived: list[tuple[str, str]]) -> None:
    with memory() as tx:
        assert sum(inbound_ids.claim(tx, channel, delivery, NOON) for channel, delivery in arrived) == len(set(arrived))


def test_a_claim_outlasts_the_time_in_which_a_platform_repeats(tx: Transaction) -> None:
    inbound_ids.claim(tx, "console", "7", NOON)
    assert inbound_ids.forget_old(tx, NOON + PLATFORMS_REPEAT_FOR * 2) == 0
    assert inbound_ids.forget_old(tx, NOON + inbound_ids.KEPT + timedelta(seconds=1)) == 1
    assert inbound_ids.claim(tx, "console", "7", NOON + timedelta(hours=49))


def test_a_turn_that_is_undone_has_not_claimed_its_delivery(tx: Transaction) -> None:
    tx.execute("SAVEPOINT turn")
    inbound_ids.claim(tx, "console", "7", NOON)
    tx.execute("ROLLBACK TO turn")
    assert inbound_ids.claim(tx, "console", "7", NOON)
