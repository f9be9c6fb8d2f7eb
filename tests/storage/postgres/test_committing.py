"""What a group costs on a server: a few round trips, however many turns share it; and what it asks of the session."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Never

import pytest
from psycopg.pq import Trace

from bot.ports import Inbound
from bot.turns.expecting import expected_by
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import TextReceived
from conversations.secret import FileToken
from storage.jobs import Job, Work
from storage.one_time_files import OneTimeFile
from storage.postgres.committing import commit
from storage.postgres.connection import connect
from storage.postgres.transaction import Server
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction, Wanted
from tests.local_postgres import LocalPostgres
from tests.scenes import ASKING_OTP, NOON, NUMBER, RULES, session_at

STORE = Store.under(Keyring.parse(Keyring.generate_key()), RULES)
STATEMENTS = 5  # to begin; to have the lock; to read; to write, each table once; to commit
PEOPLE = [Contact("console", f"{number}") for number in range(40)]


@pytest.fixture
def connection(postgres: LocalPostgres) -> Iterator[Server]:
    with connect(postgres.migrated) as connection:
        yield connection


def turn(contact: Contact) -> Work[bool]:
    """Claims, loads, saves and says, as every turn does."""

    def work(tx: Transaction) -> bool:
        first = STORE.inbound_ids.claim(tx, "console", contact.address, NOON)
        STORE.sessions.load(tx, contact)
        STORE.sessions.save(tx, replace(session_at(ASKING_OTP), contact=contact), NOON)
        STORE.outbox.add(tx, STORE.sessions.key(contact), "message", b"hello", NOON, NOON)
        return first

    return work


def jobs_of(*contacts: Contact) -> list[Job[Any]]:
    return [Job(turn(each), no_future(), wanted_by(each)) for each in contacts]


def wanted_by(contact: Contact) -> tuple[Wanted, ...]:
    return *STORE.wanted_by_turn(contact), STORE.inbound_ids.wanted("console", contact.address)


def no_future() -> asyncio.Future[Any]:
    """Nobody waits for it."""
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    loop.close()
    return future


@contextmanager
def traced(connection: Server) -> Iterator[Callable[[], list[str]]]:
    """What the client sent meanwhile, as libpq itself notes it."""
    with tempfile.TemporaryFile() as file:
        connection.pgconn.trace(file.fileno())
        connection.pgconn.set_trace_flags(Trace.SUPPRESS_TIMESTAMPS)
        yield lambda: [line for line in _lines(file.fileno()) if line.startswith("F")]
        connection.pgconn.untrace()


def _lines(file: int) -> list[str]:
    return Path(f"/proc/self/fd/{file}").read_text("utf-8", "replace").splitlines()


def test_a_group_of_turns_costs_two_round_trips_however_many_there_are(connection: Server) -> None:
    commit(connection, jobs_of(*PEOPLE[:2]))
    for number in (1, 8, 30):
        with traced(connection) as sent:
            commit(connection, jobs_of(*PEOPLE[-number:]))
            said = sent()
        assert sum("\tSync" in line for line in said) == 2
        assert sum("\tParse" in line for line in said) == STATEMENTS


def test_what_turns_expect_by_their_sessions_costs_one_more_round_trip_for_all_of_them(connection: Server) -> None:
    def ask(contact: Contact) -> Job[Any]:
        def work(tx: Transaction) -> bool:
            return STORE.accounts.is_held_elsewhere(tx, contact, NUMBER)

        inbound = Inbound(contact, TextReceived("482913"))
        return Job(work, no_future(), wanted_by(contact), partial(expected_by, STORE, lambda: RULES, inbound))

    commit(connection, jobs_of(*PEOPLE))
    with traced(connection) as sent:
        commit(connection, jobs := [ask(each) for each in PEOPLE])
        said = sent()
    assert sum("\tSync" in line for line in said) == 3
    assert [job._result for job in jobs] == [False] * len(PEOPLE)


def test_a_turn_whose_expectations_break_on_a_defect_holds_up_none_of_its_neighbours(connection: Server) -> None:
    def stumble(_: Transaction) -> Never:
        raise ZeroDivisionError

    ada, *others = (Contact("console", f"stumbling {number}") for number in range(3))
    broken: Job[Any] = Job(stumble, no_future(), wanted_by(ada), stumble)
    odd: Job[Any] = Job(turn(ada), no_future(), wanted_by(ada), stumble)
    commit(connection, jobs := [broken, odd, *jobs_of(*others)])
    assert isinstance(broken._error, ZeroDivisionError)
    assert [job._result for job in jobs[1:]] == [True] * 3


def test_whoever_asks_for_files_that_are_not_there_costs_no_more_than_one_who_does(connection: Server) -> None:
    files = STORE.one_time_files

    def ask(token: FileToken) -> Job[Any]:
        return Job(lambda tx: files.take(tx, token, NOON), no_future(), files.wanted(token))

    sent_for = []
    for number in (1, 100):
        with traced(connection) as sent:
            commit(connection, jobs := [ask(FileToken(f"none {each}")) for each in range(number)])
            sent_for.append(sum("\tParse" in line for line in sent()))
        assert [job._result for job in jobs] == [None] * number
    assert sent_for[0] == sent_for[1]


def test_a_file_that_is_asked_for_twice_within_a_group_is_given_once(connection: Server) -> None:
    files, token, file = STORE.one_time_files, FileToken("twice"), OneTimeFile("a.csv", "text/csv", b"1,2")
    commit(connection, [Job(lambda tx: files.put_up(tx, token, file, NOON), no_future())])
    jobs = [Job(lambda tx: files.take(tx, token, NOON), no_future(), files.wanted(token)) for _ in range(2)]
    commit(connection, jobs)
    assert [job._result for job in jobs] == [file, None]


def test_a_turn_that_is_repeated_within_its_group_is_known(connection: Server) -> None:
    jobs = jobs_of(Contact("console", "new"), Contact("console", "new"))
    commit(connection, jobs)
    assert [job._result for job in jobs] == [True, False]


def test_numbers_grow_from_group_to_group_whichever_process_asks(postgres: LocalPostgres, connection: Server) -> None:
    def number(tx: Transaction) -> int:
        return tx.next_number("outbox")

    given: list[int] = []
    with connect(postgres.migrated) as other:
        for each in (connection, other, connection):
            jobs: list[Job[Any]] = [Job(number, no_future()) for _ in range(40)]
            commit(each, jobs)
            given += [job._result for job in jobs]
    assert given == sorted(set(given))


def test_what_a_neighbour_wrote_is_cleared_with_its_lane_and_what_is_written_then_stays(connection: Server) -> None:
    def write(tx: Transaction) -> int:
        return STORE.outbox.add(tx, b"lane", "message", b"hello", NOON, NOON).number

    def clear(tx: Transaction) -> tuple[int, int]:
        return STORE.outbox.clear_lane(tx, b"lane"), write(tx)

    jobs: list[Job[Any]] = [Job(work, no_future()) for work in (write, write, clear, write)]
    commit(connection, jobs)
    _, second, (until, last), later = [job._result for job in jobs]
    assert until == second < last < later
    left = connection.execute("SELECT id FROM outbox WHERE lane = 'lane' ORDER BY id").fetchall()
    assert left == [(last,), (later,)]


def test_what_is_acknowledged_is_synced_whatever_the_session_says(connection: Server) -> None:
    def setting(tx: Transaction) -> str:
        told: str = tx.execute("SELECT current_setting('synchronous_commit')").fetchone()[0]
        return told

    connection.execute("SET synchronous_commit = off")
    job: Job[Any] = Job(setting, no_future())
    commit(connection, [job])
    assert job._result == "on"


def test_nothing_of_the_session_is_left_or_named(connection: Server) -> None:
    """A pooler gives the next transaction another session."""
    before = connection.execute("SELECT name, setting FROM pg_settings ORDER BY name").fetchall()
    commit(connection, jobs_of(PEOPLE[0]))
    assert connection.execute("SELECT name, setting FROM pg_settings ORDER BY name").fetchall() == before
    assert connection.execute("SELECT count(*) FROM pg_prepared_statements").fetchone() == (0,)
