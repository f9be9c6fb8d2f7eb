"""A small database of notes, and what tests do with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.database import Work
from storage.migrations import Migration
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction

NOTES = (Migration(1, "0001_notes.sql", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT UNIQUE);"),)


def write(text: str) -> Work[int]:
    def work(connection: Transaction) -> int:
        (number,) = connection.execute("INSERT INTO notes (text) VALUES (?) RETURNING id", (text,)).fetchone()
        return int(number)

    return work


def read(connection: Transaction) -> list[str]:
    return [text for (text,) in connection.execute("SELECT text FROM notes ORDER BY id")]


def pragma(name: str) -> Work[object]:
    return lambda connection: connection.execute(f"PRAGMA {name}").fetchone()[0]


def from_outside(path: Path) -> list[str]:
    """What another program that opens the file finds in it."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return read(SqliteTransaction(connection))


def log_length(path: Path) -> int:
    """Bytes in the write-ahead log beside the file; 0 if there is none."""
    log = path.with_name(path.name + "-wal")
    return log.stat().st_size if log.exists() else 0


def modes(path: Path) -> dict[str, str]:
    """Who may do what with the file and those beside it, by name."""
    return {file.name: oct(file.stat().st_mode & 0o777) for file in path.parent.iterdir()}
