"""Jobs that share a transaction read and write as sets, and are answered as if each statement were done at once."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from storage.group import Group
from storage.jobs import Job, Work
from storage.sqlite.committing import commit
from storage.sqlite.transaction import Numbers, SqliteTransaction
from storage.transaction import OneLess, OneMore, RowSet, Transaction, Wanted, Write
from tests.for_every import for_every
from tests.raw import blank_memory

TABLES = """
    CREATE TABLE pets (name TEXT PRIMARY KEY, owner TEXT NOT NULL, age INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX pets_of_owner ON pets (owner);
    CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, pet TEXT NOT NULL);
"""
PET = RowSet("pets", ("name",), ("owner", "age"))
OF_OWNER = RowSet("pets", ("owner",), ("name",), order="name")
VISITS = RowSet("visits", ("pet",), ("id",), order="id")
KEEP = Write(
    "pets",
    "INSERT INTO pets (name, owner, age) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, age = excluded.age",
)
LOSE = Write("pets", "DELETE FROM pets WHERE name = ?")
LEAVE = Write("visits", "DELETE FROM visits WHERE id = ? AND pet = ?")
VISIT = Write("visits", "INSERT INTO visits (id, pet) VALUES (?, ?)")
NAMES, OWNERS = ("Bingo", "Jack", "Mimi", "Sango"), ("Ada", "Ben")


@contextmanager
def clinic() -> Iterator[sqlite3.Connection]:
    with blank_memory() as connection:
        connection.executescript(TABLES)
        yield connection


def keep(tx: Transaction, name: str, owner: str, age: int) -> None:
    """Of whom it was before is not known here, so whatever is known of owners is asked for again."""
    tx.put(KEEP, (name, owner, age))


def age_of(tx: Transaction, name: str) -> int | None:
    rows = tx.find(PET, name)
    return rows[0][2] if rows else None


def grow(name: str) -> Work[int]:
    """One year older than it was, or one year old."""

    def work(tx: Transaction) -> int:
        age = (age_of(tx, name) or 0) + 1
        tx.put(KEEP, (name, "Ada", age), (PET, (name,), ((name, "Ada", age),)), (OF_OWNER, ("Ada",), None))
        return age

    return work


def attempt(connection: sqlite3.Connection, *works: Work[Any], wanted: tuple[Wanted, ...] = ()) -> list[Any]:
    """The works as one group; what each gave or raised."""
    loop = asyncio.new_event_loop()
    jobs = [Job(work, loop.create_future(), wanted) for work in works]
    commit(connection, jobs)
    for job in jobs:
        job.settle()
    loop.close()
    return [job.answer.exception() or job.answer.result() for job in jobs]


def statements_of(connection: sqlite3.Connection, act: Callable[[], object]) -> list[str]:
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    act()
    connection.set_trace_callback(None)
    return statements


def test_what_jobs_of_a_group_ask_for_is_read_once_for_all() -> None:
    with clinic() as connection:
        wanted = tuple((PET, (name,)) for name in NAMES)
        works = [grow(name) for name in NAMES]
        statements = statements_of(connection, lambda: attempt(connection, *works, wanted=wanted))
    assert len([each for each in statements if each.startswith("SELECT")]) == 1
    assert not any(each.startswith("SAVEPOINT") for each in statements)


def test_jobs_of_a_group_see_what_those_before_them_put() -> None:
    with clinic() as connection:
        assert attempt(connection, *[grow("Bingo")] * 3, wanted=((PET, ("Bingo",)),)) == [1, 2, 3]
        assert attempt(connection, grow("Bingo")) == [4]


def test_a_statement_sees_what_was_put_before_it() -> None:
    def count(tx: Transaction) -> int:
        grow("Bingo")(tx)
        return int(tx.execute("SELECT count(*) FROM visits JOIN pets ON pet = name").fetchone()[0])

    def visit(tx: Transaction) -> None:
        tx.put(VISIT, (tx.next_number("visits"), "Bingo"))

    with clinic() as connection:
        assert attempt(connection, visit, count, visit, count)[1::2] == [1, 2]


@for_every("by_statement", [False, True])
def test_a_job_that_fails_leaves_nothing_and_takes_nothing_with_it(*, by_statement: bool) -> None:
    def fail(tx: Transaction) -> None:
        grow("Bingo")(tx)
        if by_statement:
            tx.execute("UPDATE pets SET age = age + 10")
            assert age_of(tx, "Jack") == 11
        raise LookupError

    with clinic() as connection:
        outcomes = attempt(connection, grow("Jack"), fail, grow("Jack"), grow("Bingo"))
        assert [each for each in outcomes if not isinstance(each, LookupError)] == [1, 2, 1]
        assert connection.execute("SELECT name, age FROM pets").fetchall() == [("Bingo", 1), ("Jack", 2)]


def test_a_job_that_puts_what_cannot_be_written_fails_alone() -> None:
    def put_nothing(tx: Transaction) -> None:
        tx.put(KEEP, ("Mimi", None, 1))

    with clinic() as connection:
        first, wrong, second = attempt(connection, grow("Jack"), put_nothing, grow("Jack"))
        assert (first, second) == (1, 2)
        assert isinstance(wrong, sqlite3.IntegrityError)
        assert connection.execute("SELECT name, age FROM pets").fetchall() == [("Jack", 2)]


def test_a_number_is_given_once_whatever_becomes_of_its_row() -> None:
    def visit(tx: Transaction) -> int:
        number = tx.next_number("visits")
        tx.put(VISIT, (number, "Bingo"), (VISITS, ("Bingo",), OneMore(("Bingo", number))))
        return number

    def fail(tx: Transaction) -> None:
        visit(tx)
        raise LookupError

    with clinic() as connection:
        assert attempt(connection, visit, fail, visit)[::2] == [1, 3]
        connection.execute("DELETE FROM visits")
        assert attempt(connection, visit) == [4]


# The same history done in both ways


def act(chance: random.Random, tx: Transaction, depth: int = 0) -> list[object]:
    """Some things that work may do; what it was told."""
    told: list[object] = []
    for _ in range(chance.randrange(1, 5)):
        name, owner, age = chance.choice(NAMES), chance.choice(OWNERS), chance.randrange(9)
        match chance.randrange(10):
            case 0:
                keep(tx, name, owner, age)
            case 1:
                tx.put(LOSE, (name,), (PET, (name,), ()), *((OF_OWNER, (each,), None) for each in OWNERS))
            case 2:
                told.append(tx.find(PET, name))
            case 3:
                told.append(tx.find(OF_OWNER, owner))
            case 4:
                number = tx.next_number("visits")
                tx.put(VISIT, (number, name), (VISITS, (name,), OneMore((name, number))))
                told.append(tx.find(VISITS, name))
            case 5:
                told.append(tx.execute("SELECT count(*), sum(age) FROM pets").fetchone())
            case 6:
                tx.execute("UPDATE pets SET age = age + 1 WHERE owner = ?", (owner,))
            case 7:
                known = PET, (name,), ((name, owner, age),)
                tx.put(KEEP, (name, owner, age), known, (OF_OWNER, None, None))
            case 8:
                number = chance.randrange(1, 20)
                tx.put(LEAVE, (number, name), (VISITS, (name,), OneLess(number)))
            case _ if depth < 2:
                told += act_apart(chance, tx, depth + 1)
    return told


def act_apart(chance: random.Random, tx: Transaction, depth: int) -> list[object]:
    told: list[object] = []
    with suppress(LookupError), tx.part():
        told += act(chance, tx, depth)
        if chance.random() < 0.4:
            raise LookupError
    return told


def live(seed: int, tx: Transaction, connection: sqlite3.Connection) -> tuple[list[object], list[object]]:
    chance = random.Random(seed)
    connection.execute("BEGIN")
    told = [act_apart(chance, tx, 0) for _ in range(20)]
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


def test_a_statement_for_no_row_forgets_nothing_that_is_known() -> None:
    with clinic() as connection:
        told: list[str] = []
        group = Group(SqliteTransaction(connection, Numbers()))
        age_of(group, "Bingo")
        connection.set_trace_callback(told.append)
        group.executemany("DELETE FROM pets WHERE name = ?", [])
        age_of(group, "Bingo")
        assert told == []
