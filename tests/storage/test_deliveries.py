"""Which deliveries have had their turn: each once, whatever its order, and for as long as a platform may repeat it."""

import sqlite3
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from storage import deliveries
from storage.connection import prepare
from storage.migrations import read_migrations
from tests.scenes import NOON

PLATFORMS_REPEAT_FOR = timedelta(hours=24)


def test_a_delivery_is_claimed_once(db: sqlite3.Connection) -> None:
    assert not deliveries.seen(db, "console", "7")
    assert deliveries.claim(db, "console", "7", NOON)
    assert deliveries.seen(db, "console", "7")
    assert not deliveries.claim(db, "console", "7", NOON + timedelta(hours=47))


def test_the_same_id_on_another_channel_is_another_delivery(db: sqlite3.Connection) -> None:
    assert deliveries.claim(db, "console", "7", NOON)
    assert deliveries.claim(db, "other", "7", NOON)


def test_a_lower_id_than_the_last_is_no_repeat(db: sqlite3.Connection) -> None:
    assert all(deliveries.claim(db, "console", number, NOON) for number in ("900", "899", "1", "901"))


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.text(max_size=3).filter(str.isprintable)), max_size=30))
def test_whatever_is_repeated_in_whatever_order_counts_once(arrived: list[tuple[str, str]]) -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    prepare(db, read_migrations()[:1])
    assert sum(deliveries.claim(db, channel, delivery, NOON) for channel, delivery in arrived) == len(set(arrived))
    db.close()


def test_a_claim_outlasts_the_time_in_which_a_platform_repeats(db: sqlite3.Connection) -> None:
    deliveries.claim(db, "console", "7", NOON)
    assert deliveries.forget_old(db, NOON + PLATFORMS_REPEAT_FOR * 2) == 0
    assert deliveries.forget_old(db, NOON + deliveries.KEPT + timedelta(seconds=1)) == 1
    assert deliveries.claim(db, "console", "7", NOON + timedelta(hours=49))


def test_a_turn_that_is_undone_has_not_claimed_its_delivery(db: sqlite3.Connection) -> None:
    db.execute("SAVEPOINT turn")
    deliveries.claim(db, "console", "7", NOON)
    db.execute("ROLLBACK TO turn")
    assert deliveries.claim(db, "console", "7", NOON)
