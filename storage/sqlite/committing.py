"""A group of jobs, attempted in one transaction and committed with one sync. Never the queue in which they wait."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

from storage.errors import WritesRefused
from storage.group import Group
from storage.jobs import Job
from storage.sqlite.failures import storage_error
from storage.sqlite.transaction import Numbers, SqliteTransaction


def commit(connection: sqlite3.Connection, jobs: Sequence[Job[Any]], numbers: Numbers | None = None) -> None:
    """Attempt all jobs and sync them to disk with one commit. If this raises, none of them was done.

    Where one of them put what cannot be written, each is attempted anew with its own statements, so that it fails
    alone. Raises a `StorageError`, or what is no `Exception` as it came.
    """
    numbers = numbers or Numbers()
    statements = SqliteTransaction(connection, numbers)
    try:
        _attempt(connection, jobs, Group(statements, chain.from_iterable(job.wanted for job in jobs)))
    except WritesRefused:
        _attempt(connection, jobs, statements)


def _attempt(connection: sqlite3.Connection, jobs: Sequence[Job[Any]], tx: Group | SqliteTransaction) -> None:
    try:
        connection.execute("BEGIN IMMEDIATE")
        for job in jobs:
            job.attempt(tx)
        if isinstance(tx, Group):
            tx.write_out()
        connection.execute("COMMIT")
    except BaseException as error:
        with suppress(sqlite3.Error):  # SQLite may have rolled back already
            connection.execute("ROLLBACK")
        if isinstance(error, Exception):
            raise storage_error(error) from error
        raise
