"""Jobs that share a transaction read and write as sets, and are answered as if each statement were done at once."""

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any

from storage.group import Group
from storage.jobs import Job, Work
from storage.sqlite.committing import commit
from storage.sqlite.transaction import Numbers, SqliteTransaction
from storage.transaction import Transaction, Wanted
from tests.for_every import for_every
from tests.storage.clinic import KEEP, NAMES, OF_OWNER, PET, VISITS, clinic, visit


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


def visit_of(name: str) -> Work[int]:
    return lambda tx: visit(tx, name)


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

    with clinic() as connection:
        assert attempt(connection, visit_of("Bingo"), count, visit_of("Bingo"), count)[1::2] == [1, 2]


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
    def fail(tx: Transaction) -> None:
        visit(tx, "Bingo")
        raise LookupError

    with clinic() as connection:
        assert attempt(connection, visit_of("Bingo"), fail, visit_of("Bingo"))[::2] == [1, 3]
        connection.execute("DELETE FROM visits")
        assert attempt(connection, visit_of("Bingo")) == [4]


def test_what_is_expected_is_read_with_all_that_waits_and_takes_the_place_of_nothing_that_is_known() -> None:
    with clinic() as connection:
        group = Group(SqliteTransaction(connection, Numbers()))
        group.want([(VISITS, (name,)) for name in NAMES])
        visit(group, "Bingo")
        assert [group.find(VISITS, name) for name in ("Jack", "Bingo")] == [(), (("Bingo", 1),)]
        visit(group, "Bingo")
        group.want([(VISITS, ("Bingo",)), (VISITS, ("Mimi",))])
        group.find_each(VISITS, [("Rex",)])
        assert group.find(VISITS, "Bingo") == (("Bingo", 1), ("Bingo", 2))


def test_a_statement_for_no_row_forgets_nothing_that_is_known() -> None:
    with clinic() as connection:
        told: list[str] = []
        group = Group(SqliteTransaction(connection, Numbers()))
        age_of(group, "Bingo")
        connection.set_trace_callback(told.append)
        group.executemany("DELETE FROM pets WHERE name = ?", [])
        age_of(group, "Bingo")
        assert told == []
