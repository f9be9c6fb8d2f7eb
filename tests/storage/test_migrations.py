"""Migrations are applied once, in order, each whole or not at all, and never backwards."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.errors import DatabaseTooNew, MigrationFailed
from storage.migrations import Migration, read_migrations
from storage.sqlite.schema import migrate
from tests.raw import blank_memory

ONE = Migration(1, "0001_people.sql", "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);")
TWO = Migration(
    2,
    "0002_letters.sql",
    "CREATE TABLE letters (id INTEGER PRIMARY KEY, sender INTEGER NOT NULL REFERENCES people ON DELETE CASCADE);",
)

THREE = Migration(3, "0003_towns.sql", "CREATE TABLE towns (id INTEGER PRIMARY KEY);")


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with blank_memory() as connection:
        yield connection


def version(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def tables(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]


def test_a_blank_database_gets_everything(connection: sqlite3.Connection) -> None:
    migrate(connection, [ONE, TWO])
    assert (tables(connection), version(connection)) == (["letters", "people"], 2)


def test_only_what_is_missing_is_applied(connection: sqlite3.Connection) -> None:
    migrate(connection, [ONE])
    migrate(connection, [ONE, TWO])
    migrate(connection, [ONE, TWO])
    assert (tables(connection), version(connection)) == (["letters", "people"], 2)


def test_a_newer_schema_is_refused_and_left_alone(connection: sqlite3.Connection) -> None:
    migrate(connection, [ONE, TWO])
    with pytest.raises(DatabaseTooNew, match=r"schema is 2, this release knows 1\). Start that release"):
        migrate(connection, [ONE])
    assert (tables(connection), version(connection)) == (["letters", "people"], 2)


@pytest.mark.parametrize(
    "broken",
    [
        "CREATE TABLE half (a); CREATE TABLE people (again);",
        "CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);",
        "CREATE TABLE half (a); this is no SQL;",
        "CREATE TABLE half (a); CREATE TABLE unfinished (",
    ],
)
def test_a_migration_that_fails_is_undone_whole_and_the_one_before_it_stays(
    connection: sqlite3.Connection, broken: str
) -> None:
    migrate(connection, [ONE])
    with pytest.raises(MigrationFailed, match=r"^0002_broken\.sql: "):
        migrate(connection, [ONE, Migration(2, "0002_broken.sql", broken), THREE])
    assert (tables(connection), version(connection)) == (["people"], 1)
    assert not connection.in_transaction


def test_a_new_database_has_all_or_nothing_and_it_is_said_what_failed(connection: sqlite3.Connection) -> None:
    with pytest.raises(MigrationFailed, match=r"^0002_broken\.sql: no such table"):
        migrate(connection, [ONE, Migration(2, "0002_broken.sql", "INSERT INTO nowhere VALUES (1);"), THREE])
    assert (tables(connection), version(connection)) == ([], 0)
    assert not connection.in_transaction


def test_all_of_a_new_database_is_one_transaction(tmp_path: Path) -> None:
    """Each is a sync, and there are many migrations."""
    begun = list[str]()
    with closing(sqlite3.connect(tmp_path / "new.db", isolation_level=None)) as connection:
        connection.set_trace_callback(begun.append)
        migrate(connection, read_migrations())
    assert [each for each in begun if each.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE;", "COMMIT"]


def test_a_migration_may_end_in_a_comment(connection: sqlite3.Connection) -> None:
    migrate(connection, [Migration(1, "0001_a.sql", "CREATE TABLE a (b) -- the last word")])
    assert version(connection) == 1


def test_rebuilding_a_table_keeps_the_rows_that_point_to_it(connection: sqlite3.Connection) -> None:
    migrate(connection, [ONE, TWO])
    connection.execute("INSERT INTO people VALUES (1, 'Ada')")
    connection.execute("INSERT INTO letters VALUES (1, 1)")
    rebuild = """
        CREATE TABLE new_people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO new_people SELECT * FROM people;
        DROP TABLE people;
        ALTER TABLE new_people RENAME TO people;
    """
    migrate(connection, [ONE, TWO, Migration(3, "0003_names.sql", rebuild)])
    assert connection.execute("SELECT * FROM letters").fetchall() == [(1, 1)]


def test_a_migration_that_leaves_a_row_pointing_to_nothing_is_undone(connection: sqlite3.Connection) -> None:
    migrate(connection, [ONE, TWO])
    connection.execute("INSERT INTO people VALUES (1, 'Ada')")
    connection.execute("INSERT INTO letters VALUES (1, 1)")
    with pytest.raises(MigrationFailed, match="a row of letters points to nothing"):
        migrate(connection, [ONE, TWO, Migration(3, "0003_forget.sql", "DELETE FROM people;")])
    assert connection.execute("SELECT name FROM people").fetchall() == [("Ada",)]


def test_foreign_keys_are_on_afterwards(connection: sqlite3.Connection) -> None:
    migrate(connection, [ONE, TWO])
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO letters VALUES (1, 99)")


def test_files_are_read_in_order_and_others_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "0002_b.sql").write_text("second")
    (tmp_path / "0001_a.sql").write_text("first")
    (tmp_path / "notes.txt").write_text("not SQL")
    assert read_migrations(tmp_path) == (
        Migration(1, "0001_a.sql", "first"),
        Migration(2, "0002_b.sql", "second"),
    )


@pytest.mark.parametrize("names", [["0002_b.sql"], ["0001_a.sql", "0003_c.sql"], ["0001_a.sql", "0001_b.sql"]])
def test_a_gap_or_a_number_used_twice_is_refused(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("")
    with pytest.raises(MigrationFailed, match="without gaps"):
        read_migrations(tmp_path)


def test_the_migrations_of_this_release_build_a_database_from_nothing(connection: sqlite3.Connection) -> None:
    release = read_migrations()
    migrate(connection, release)
    assert version(connection) == len(release)
