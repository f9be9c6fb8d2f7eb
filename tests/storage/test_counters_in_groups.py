"""What many spend in one transaction is counted in memory, and comes to what counting one by one comes to."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from conversations.allowance import Allowance, Limit
from storage.counters import Counters
from storage.group import Group
from storage.sealing import Keyring
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.raw import connection_of, memory
from tests.scenes import NOON

TABLE = Counters(Keyring.parse(Keyring.generate_key()))
MOSTS = (1, 2, 31, 32, 33, 40, 70)  # of what is more than a page, only the end of it is read
ALLOWANCES = [Allowance(Limit(f"{most}", most, timedelta(minutes=most)), "all") for most in MOSTS]
SPENDS = "SELECT key, at FROM spends ORDER BY 1, 2"
STEPS = (0, 0, 1, 5, 60, 300, -30)  # seconds from one piece of work to the next: a clock may be set back

Errand = Callable[[Transaction], object]


@contextmanager
def both() -> Iterator[tuple[SqliteTransaction, SqliteTransaction]]:
    with memory() as one, memory() as other:
        assert isinstance(one, SqliteTransaction)
        assert isinstance(other, SqliteTransaction)
        yield one, other


def errand(chance: random.Random, now: datetime) -> Errand:
    """Some spends, or what is given back; or spends in a part that is undone."""
    allowances, times, kind = chance.sample(ALLOWANCES, 2), chance.randrange(1, 20), chance.random()

    def spend(tx: Transaction) -> list[object]:
        return [TABLE.reserve(tx, allowances, now) for _ in range(times)]

    def fail(tx: Transaction) -> None:
        with suppress(LookupError), tx.part():
            spend(tx)
            raise LookupError

    def give_back(tx: Transaction) -> None:
        TABLE.give_back(tx, allowances)

    return spend if kind < 0.7 else fail if kind < 0.8 else give_back


def counted(tx: Transaction) -> list[tuple[bytes, int]]:
    return tx.execute(SPENDS).fetchall()


@for_every("seed", range(8))
def test_as_if_each_had_been_counted_by_itself(seed: int) -> None:
    chance, now = random.Random(seed), NOON
    with both() as (shared, alone):
        for _ in range(12):
            group = Group(shared)
            for _ in range(chance.randrange(1, 10)):
                now += timedelta(seconds=chance.choice(STEPS))
                do = errand(chance, now)
                assert do(group) == do(alone)
            group.write_out()
            assert counted(shared) == counted(alone)


def test_what_was_spent_is_read_once_for_a_group_and_written_once() -> None:
    with both() as (tx, _):
        statements: list[str] = []
        connection_of(tx).set_trace_callback(statements.append)
        group = Group(tx, [each for allowance in ALLOWANCES for each in TABLE.wanted([allowance])])
        for allowance in ALLOWANCES:
            assert TABLE.reserve(group, [allowance], NOON) is None
        assert [each[:6] for each in statements] == ["SELECT"]
        group.write_out()
        assert len(statements) == 1 + len(ALLOWANCES)


def test_what_is_given_back_of_more_than_are_allowed_by_now_opens_nothing() -> None:
    """As after a start with another setting."""
    before, after = (Allowance(Limit("x", most, timedelta(hours=1)), "all") for most in (70, 33))
    with both() as (tx, _):
        for _ in range(34):
            TABLE.reserve(tx, [before], NOON)
        group = Group(tx)
        assert TABLE.reserve(group, [after], NOON) is not None
        TABLE.give_back(group, [after])
        assert TABLE.reserve(group, [after], NOON) is not None
        TABLE.give_back(group, [after])
        assert TABLE.reserve(group, [after], NOON) is None
