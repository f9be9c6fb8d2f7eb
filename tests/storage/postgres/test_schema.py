"""PostgreSQL's migrations lead to the tables that SQLite's lead to, each whole or not at all, whoever applies them."""

import asyncio

import pytest

from storage.database import Database
from storage.errors import DatabaseTooNew, DatabaseTooOld, MigrationFailed
from storage.looking import is_there, open_read_only
from storage.migrations import Migration, read_migrations, read_twins
from storage.place import ServerUrl
from storage.postgres.connection import connect
from storage.postgres.schema import read_version
from storage.transaction import Transaction
from tests.local_postgres import LocalPostgres
from tests.raw import columns_of, memory

ONE = Migration(1, "0001_people.sql", "CREATE TABLE people (id BIGINT PRIMARY KEY);")
TWO = Migration(2, "0002_letters.sql", "CREATE TABLE letters (sender BIGINT REFERENCES people); -- the last word")


@pytest.fixture
def place(postgres: LocalPostgres) -> ServerUrl:
    return postgres.place()


async def bring(place: ServerUrl, *migrations: Migration) -> None:
    database = await Database.open(place, migrations=migrations)
    await database.close()


def version(place: ServerUrl) -> int:
    with connect(place) as connection:
        return read_version(connection)


def columns(place: ServerUrl) -> set[tuple[str, str]]:
    with open_read_only(place) as tx:
        return columns_of(tx)


def test_both_databases_have_the_same_tables_and_columns(postgres: LocalPostgres) -> None:
    with memory() as file, postgres.transaction() as server:
        assert columns_of(file) == columns_of(server)


def test_every_migration_of_one_has_its_twin_in_the_other() -> None:
    ours, twins = read_migrations(), read_twins()
    (first, *others), since = twins, {each.name for each in ours if each.number > twins[0].number}
    assert first.number in {each.number for each in ours}
    assert since - {each.name for each in others} == set(), "they lack a twin in storage/migrations/postgres/"
    assert {each.name for each in others} - since == set(), "twins of none in storage/migrations/"
    assert [each.number for each in ours[-len(twins) :]] == [each.number for each in twins]


async def test_only_what_is_missing_is_applied(place: ServerUrl) -> None:
    assert (is_there(place), version(place)) == (False, 0)
    await bring(place, ONE)
    await bring(place, ONE, TWO)
    await bring(place, ONE, TWO)
    assert columns(place) == {("people", "id"), ("letters", "sender")}
    assert (is_there(place), version(place)) == (True, 2)


async def test_a_newer_schema_is_refused_and_left_alone(place: ServerUrl) -> None:
    await bring(place, ONE, TWO)
    with pytest.raises(DatabaseTooNew, match="schema is 2, this release knows 1"):
        await bring(place, ONE)
    assert version(place) == 2


@pytest.mark.parametrize("broken", ["CREATE TABLE half (a INT); CREATE TABLE people (b INT);", "CREATE TABLE half ("])
async def test_a_migration_that_fails_is_undone_whole_and_the_one_before_it_stays(
    place: ServerUrl, broken: str
) -> None:
    with pytest.raises(MigrationFailed, match=r"0002_broken\.sql"):
        await bring(place, ONE, Migration(2, "0002_broken.sql", broken))
    assert (columns(place), version(place)) == ({("people", "id")}, 1)


async def test_processes_that_start_at_once_apply_each_migration_once(place: ServerUrl) -> None:
    await asyncio.gather(*(bring(place, ONE, TWO) for _ in range(4)))
    assert version(place) == 2


async def test_whoever_looks_sees_one_moment_and_changes_nothing(place: ServerUrl) -> None:
    database = await Database.open(place, migrations=(ONE,))

    def add(tx: Transaction) -> None:
        tx.execute("INSERT INTO people (id) SELECT count(*) FROM people")

    await database.run(add)
    with open_read_only(place) as tx:
        assert tx.execute("SELECT count(*) FROM people").fetchone() == (1,)
        await database.run(add)
        assert tx.execute("SELECT count(*) FROM people").fetchone() == (1,)
        with pytest.raises(Exception, match="read-only"):
            add(tx)
    await database.close()


async def test_what_an_older_releases_database_has_not_is_told_as_that(place: ServerUrl) -> None:
    await bring(place, ONE)
    with pytest.raises(DatabaseTooOld, match="its schema is 1, "), open_read_only(place) as tx:
        tx.execute("SELECT * FROM ledgers")
