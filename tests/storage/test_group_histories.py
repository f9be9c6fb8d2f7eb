"""The same history done by a group and statement by statement tells the same and leaves the same."""

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress

from storage.group import Group
from storage.sqlite.transaction import Numbers, SqliteTransaction
from storage.transaction import OneLess, Transaction
from tests.for_every import for_every
from tests.storage.clinic import KEEP, LEAVE, LOSE, NAMES, OF_OWNER, OWNERS, PET, VISITS, clinic, visit


def keep(tx: Transaction, name: str, owner: str, number: int) -> None:
    """Of whom it was before is not known here, so whatever is known of owners is asked for again."""
    tx.put(KEEP, (name, owner, number))


def lose(tx: Transaction, name: str, owner: str, number: int) -> None:
    tx.put(LOSE, (name,), (PET, (name,), ()), *((OF_OWNER, (each,), None) for each in OWNERS))


def keep_telling(tx: Transaction, name: str, owner: str, number: int) -> None:
    """Who it is now is told, and all owners are to be asked for again."""
    tx.put(KEEP, (name, owner, number), (PET, (name,), ((name, owner, number),)), (OF_OWNER, None, None))


def leave(tx: Transaction, name: str, owner: str, number: int) -> None:
    tx.put(LEAVE, (number, name), (VISITS, (name,), OneLess(number)))


def expect(tx: Transaction, name: str, owner: str, number: int) -> None:
    """A group reads all of it with the next that is asked for, as it is then, and nothing that it knows better."""
    if isinstance(tx, Group):
        tx.want([(rows, (each,)) for rows in (PET, VISITS) for each in NAMES])


def grow_old(tx: Transaction, name: str, owner: str, number: int) -> None:
    tx.execute("UPDATE pets SET age = age + 1 WHERE owner = ?", (owner,))


Act = Callable[[Transaction, str, str, int], object]
ACTS: tuple[Act, ...] = (
    keep,
    keep_telling,
    lose,
    lambda tx, name, owner, number: visit(tx, name),
    leave,
    expect,
    grow_old,
    lambda tx, name, owner, number: tx.find(PET, name),
    lambda tx, name, owner, number: tx.find(OF_OWNER, owner),
    lambda tx, name, owner, number: tx.find_each(VISITS, [(each,) for each in NAMES[: number % 3]]),
    lambda tx, name, owner, number: tx.find(VISITS, name),
    lambda tx, name, owner, number: tx.execute("SELECT count(*), sum(age) FROM pets").fetchone(),
)


def act_apart(chance: random.Random, acts: Sequence[Act], tx: Transaction, depth: int) -> list[object]:
    """Some of what work may do, and parts of it within each other, each of which may fail; what it was told."""
    told: list[object] = []
    with suppress(LookupError), tx.part():
        for _ in range(chance.randrange(1, 5)):
            if depth < 2 and chance.random() < 0.2:
                told += act_apart(chance, acts, tx, depth + 1)
            else:
                told.append(chance.choice(acts)(tx, chance.choice(NAMES), chance.choice(OWNERS), chance.randrange(9)))
        if chance.random() < 0.3:
            raise LookupError
    return told


def live(seed: int, tx: Transaction, connection: sqlite3.Connection) -> tuple[list[object], list[object]]:
    """Of few kinds of acts at a time, for some undo what others would meet: any statement forgets what is known."""
    chance = random.Random(seed)
    acts = chance.sample(ACTS, chance.randrange(3, 8))
    connection.execute("BEGIN")
    told = [act_apart(chance, acts, tx, 0) for _ in range(20)]
    if isinstance(tx, Group):
        tx.write_out()
    connection.execute("COMMIT")
    pets = connection.execute("SELECT * FROM pets ORDER BY name").fetchall()
    return [told], pets + connection.execute("SELECT * FROM visits ORDER BY id").fetchall()


@for_every("seed", range(100))
def test_a_history_reads_and_leaves_the_same_as_statement_by_statement(seed: int) -> None:
    wanted = [(rows, (each,)) for rows in (PET, VISITS) for each in NAMES[:2]]
    with clinic() as one, clinic() as other:
        grouped = live(seed, Group(SqliteTransaction(one, Numbers()), wanted), one)
        assert grouped == live(seed, SqliteTransaction(other), other)
