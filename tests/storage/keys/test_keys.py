"""Whether the keys at hand are those of the database is known before anything is read, and each wrong one is named."""

from collections.abc import Callable

import pytest

from storage.keys.canaries import admit_keys, find_misfits, read_canaries
from storage.keys.census import count_unopened, take_census
from storage.keys.sealed_columns import SEALED_COLUMNS
from storage.keys.uses import list_keys
from storage.sealing import Keyring, show_id
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.raw import columns_of
from tests.scenes import NOON
from tests.storage.keys.keys_stage import MIDDLE, NEW, OLD, all_sealed, ring, use_all

OTHER = Keyring.generate_key()


def id_of(key: str) -> str:
    return show_id(ring(key).ids[0])


def as_this_release(tx: Transaction) -> None:
    """Started with the oldest key, then with all of them, and used with each."""
    for keys in ([OLD], [MIDDLE, OLD], [NEW, MIDDLE, OLD]):
        assert admit_keys(tx, ring(*keys), NOON) == []
        use_all(tx, ring(*keys))


def as_the_first_release(tx: Transaction) -> None:
    """The same without a canary."""
    as_this_release(tx)
    tx.execute("DELETE FROM keys")


@pytest.fixture(params=[as_this_release, as_the_first_release])
def used(request: pytest.FixtureRequest, tx: Transaction) -> Transaction:
    """A database that knew three keys."""
    fill: Callable[[Transaction], None] = request.param
    fill(tx)
    return tx


def test_every_table_with_a_sealed_column_is_known(tx: Transaction) -> None:
    assert {table for table, column in columns_of(tx) if column == "sealed"} == {
        column.table for column in SEALED_COLUMNS
    }
    use_all(tx, ring(OLD))
    assert {table for table, _ in all_sealed(tx)} == {column.table for column in SEALED_COLUMNS}
    assert count_unopened(tx, ring(OLD)) == {}


@pytest.mark.parametrize(
    "keyring",
    [
        ring(NEW, MIDDLE, OLD),
        ring(MIDDLE, NEW, OLD),
        ring(OTHER, NEW, MIDDLE, OLD),
        ring(NEW, MIDDLE, OLD, index_key=OLD),
        ring(OLD, MIDDLE, NEW, index_key=OLD),
    ],
    ids=["as they were", "another in front", "a new one in front", "the index key said", "only the index key counts"],
)
def test_the_keys_of_the_database_are_taken(used: Transaction, keyring: Keyring) -> None:
    assert find_misfits(used, keyring) == []
    assert admit_keys(used, keyring, NOON) == []
    assert admit_keys(used, keyring, NOON) == []


@for_every(
    ("keyring", "missing", "indexing"),
    [
        (ring(NEW, OLD), [MIDDLE], None),
        (ring(MIDDLE, OLD), [NEW], None),
        (ring(NEW, MIDDLE), [OLD], "missing"),
        (ring(OLD, MIDDLE, NEW), [], "in the wrong place"),
        (ring(NEW, OLD, MIDDLE), [], "in the wrong place"),
        (ring(OTHER), [NEW, MIDDLE, OLD], "missing"),
        (ring(NEW, MIDDLE, OLD, index_key=OTHER), [], "in the wrong place"),
        (ring(NEW, MIDDLE, OLD, index_key=NEW), [], "in the wrong place"),
        (ring(NEW, MIDDLE, index_key=OTHER), [OLD], "missing"),
    ],
)
def test_each_key_that_is_missing_or_in_the_wrong_place_is_named(
    used: Transaction, keyring: Keyring, missing: list[str], indexing: str | None
) -> None:
    before = (all_sealed(used), read_canaries(used))
    problems = admit_keys(used, keyring, NOON)
    named = {key for key in missing if any(problem.startswith(f"Key {id_of(key)} is missing") for problem in problems)}
    assert named == set(missing)
    judged = indexing and (before[1] or take_census(used).keys() & set(keyring.ids))  # by canaries, or by what opens
    assert len(problems) == len(missing) + bool(judged)
    assert not judged or (f" is {indexing}: " in problems[-1] and "INDEX_KEY" in problems[-1])
    assert (all_sealed(used), read_canaries(used)) == before
    assert not any(key in problem for key in (OLD, MIDDLE, NEW, OTHER) for problem in problems)


def test_a_new_database_takes_any_key_and_then_only_that(tx: Transaction) -> None:
    assert admit_keys(tx, ring(NEW), NOON) == []
    assert admit_keys(tx, ring(OTHER), NOON) != []
    assert admit_keys(tx, ring(OTHER, NEW), NOON) == []


def test_a_key_with_which_nothing_is_sealed_may_go_and_come_back(tx: Transaction) -> None:
    admit_keys(tx, ring(MIDDLE, OLD), NOON)
    use_all(tx, ring(OLD))
    assert admit_keys(tx, ring(NEW, OLD), NOON) == []
    assert admit_keys(tx, ring(MIDDLE, NEW, OLD), NOON) == []
    use_all(tx, ring(MIDDLE, NEW, OLD))
    assert len(admit_keys(tx, ring(NEW, OLD), NOON)) == 1


def test_a_start_with_the_same_keys_reads_no_row(tx: Transaction) -> None:
    admit_keys(tx, ring(NEW, OLD), NOON)
    use_all(tx, ring(NEW, OLD))
    for column in SEALED_COLUMNS:
        tx.execute(f"ALTER TABLE {column.table} RENAME COLUMN sealed TO away")
    assert admit_keys(tx, ring(OTHER, NEW, OLD), NOON) == []


def test_a_canary_that_was_altered_is_told(tx: Transaction) -> None:
    admit_keys(tx, ring(OLD), NOON)
    tx.execute("UPDATE keys SET canary = ? WHERE purpose = 'seal'", (b"\x01" * 40,))
    assert "does not open" in admit_keys(tx, ring(OLD), NOON)[0]


@pytest.mark.parametrize("length", [40, 1, 0], ids=["cut", "nearly emptied", "emptied"])
def test_one_altered_row_of_a_first_release_keeps_nobody_out(tx: Transaction, length: int) -> None:
    use_all(tx, ring(OLD))
    tx.execute("UPDATE sessions SET sealed = substr(sealed, 1, ?)", (length,))
    assert admit_keys(tx, ring(OLD), NOON) == []
    assert count_unopened(tx, ring(OLD)) == {"sessions": 1}


def test_the_list_says_of_each_key_what_it_seals_and_whether_it_may_go(tx: Transaction) -> None:
    as_this_release(tx)
    uses = list_keys(ring(OTHER, NEW, OLD), read_canaries(tx), take_census(tx))
    said = {show_id(use.key): (use.role, use.may_go.split(":")[0]) for use in uses}
    assert said == {
        id_of(OTHER): ("newest", "no"),
        id_of(NEW): ("old", "no"),
        id_of(OLD): ("old, look-up", "no"),
        id_of(MIDDLE): ("missing", "no"),
    }
    assert {use.rows["consents"] for use in uses if use.rows} == {2}


def test_the_oldest_key_may_go_once_it_seals_nothing_and_is_the_index_key(tx: Transaction) -> None:
    admit_keys(tx, ring(NEW, OLD), NOON)
    use_all(tx, ring(NEW, OLD))
    alone, apart = ring(NEW, OLD), ring(NEW, OLD, index_key=OLD)
    (_, kept), (_, goes) = (list_keys(each, read_canaries(tx), take_census(tx)) for each in (alone, apart))
    assert kept.may_go == "no: first set INDEX_KEY to it"
    assert goes.may_go == "yes: from ENCRYPTION_KEYS"
    assert admit_keys(tx, ring(NEW, index_key=OLD), NOON) == []


def test_an_index_key_that_is_another_may_go_and_the_right_one_is_missing(tx: Transaction) -> None:
    admit_keys(tx, ring(OTHER, OLD), NOON)
    apart = ring(NEW, index_key=OTHER)
    said = {show_id(use.key): (use.role, use.may_go) for use in list_keys(apart, read_canaries(tx), take_census(tx))}
    assert said == {
        id_of(NEW): ("newest", "no: it seals"),
        id_of(OTHER): ("not used", "yes: from INDEX_KEY, where another belongs"),
        id_of(OLD): ("missing, look-up", "no: it is needed"),
    }
    use_all(tx, ring(OTHER))
    (_, moved, _) = list_keys(apart, read_canaries(tx), take_census(tx))
    assert (moved.role, moved.may_go) == ("missing", "no: it is needed")


def test_a_table_of_another_release_is_passed_over(tx: Transaction) -> None:
    use_all(tx, ring(OLD))
    tx.execute("ALTER TABLE agent_sessions RENAME TO desks")
    tx.execute("DROP TABLE keys")
    assert not tx.has_table("keys")
    assert find_misfits(tx, ring(OLD)) == []
    assert len(find_misfits(tx, ring(NEW))) == 1
