"""What was posted to who stands by is kept in its order, sealed, until it was taken or is too old."""

from datetime import timedelta

import pytest

from storage import kept_posts
from storage.errors import NoKeyShared, StorageBusy
from storage.kept_posts import KEPT, KeptPosts
from storage.keys.canaries import admit_keys
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.scenes import NOON
from tests.storage.keys.keys_stage import MIDDLE, NEW, OLD, ring

posts = KeptPosts(Keyring.parse(Keyring.generate_key()))


def bodies(tx: Transaction) -> list[bytes | None]:
    return [post.body for post in posts.oldest(tx)]


def test_they_are_handed_out_in_their_order_batch_by_batch(tx: Transaction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_posts, "BATCH", 2)
    for body in (b"1", b"2", b"3"):
        posts.keep(tx, "/telegram", body, NOON)
    first = posts.oldest(tx)
    assert [(post.door, post.at, post.body) for post in first] == [("/telegram", NOON, b"1"), ("/telegram", NOON, b"2")]
    assert [post.body for post in posts.oldest(tx, after=first[-1].number)] == [b"3"]


def test_what_was_taken_is_gone_and_its_number_never_given_again(tx: Transaction) -> None:
    posts.keep(tx, "/telegram", b"1", NOON)
    (first,) = posts.oldest(tx)
    posts.drop(tx, [first.number])
    posts.keep(tx, "/telegram", b"2", NOON)
    (second,) = posts.oldest(tx)
    assert second.number > first.number
    assert posts.count(tx) == 1


def test_no_more_are_kept_than_may_wait(tx: Transaction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_posts, "MOST", 1)
    posts.keep(tx, "/telegram", b"1", NOON)
    with pytest.raises(StorageBusy):
        posts.keep(tx, "/telegram", b"2", NOON)
    assert bodies(tx) == [b"1"]


def test_what_nobody_could_take_is_forgotten(tx: Transaction) -> None:
    posts.keep(tx, "/telegram", b"old", NOON)
    posts.keep(tx, "/telegram", b"new", NOON + timedelta(seconds=1))
    assert posts.forget_old(tx, NOON + KEPT + timedelta(milliseconds=1)) == 1
    assert bodies(tx) == [b"new"]


def test_a_body_is_sealed_and_opens_under_its_own_key_alone(tx: Transaction) -> None:
    posts.keep(tx, "/telegram", b"0803 123 4567", NOON)
    assert b"4567" not in bytes(tx.execute("SELECT sealed FROM kept_posts").fetchone()[0])
    (unopened,) = KeptPosts(Keyring.parse(Keyring.generate_key())).oldest(tx)
    assert unopened.body is None


def test_it_is_sealed_with_the_newest_key_that_whoever_leads_has_too(tx: Transaction) -> None:
    admit_keys(tx, ring(MIDDLE, OLD), NOON)
    for keyring in (ring(NEW, MIDDLE, OLD), ring(OLD), ring(MIDDLE, OLD)):
        KeptPosts(keyring).keep(tx, "/telegram", b"{", NOON)
    assert [post.key for post in posts.oldest(tx)] == [ring(key).ids[0] for key in (MIDDLE, OLD, MIDDLE)]
    assert [post.body for post in KeptPosts(ring(MIDDLE, OLD)).oldest(tx)] == [b"{"] * 3


def test_nothing_is_kept_that_whoever_leads_could_not_open(tx: Transaction) -> None:
    admit_keys(tx, ring(NEW, MIDDLE, index_key=OLD), NOON)
    with pytest.raises(NoKeyShared):
        KeptPosts(ring(OLD)).keep(tx, "/telegram", b"{", NOON)
    admit_keys(tx, ring(NEW, index_key=OLD), NOON)  # the other sealed nothing, and is in use no more
    with pytest.raises(NoKeyShared):
        KeptPosts(ring(MIDDLE)).keep(tx, "/telegram", b"{", NOON)
    assert posts.count(tx) == 0
