"""Two tables of animals and their visits, for what a group of jobs reads and writes. Never what is done with them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from storage.transaction import OneMore, RowSet, Transaction, Write
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


def visit(tx: Transaction, name: str) -> int:
    number = tx.next_number("visits")
    tx.put(VISIT, (number, name), (VISITS, (name,), OneMore((name, number))))
    return number
