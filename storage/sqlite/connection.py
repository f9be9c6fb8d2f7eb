"""The one connection to the file: opening it, checking it, running a function on it. Never a transaction."""

import asyncio
import os
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import aiosqlite

from storage.errors import DatabaseCorrupt
from storage.migrations import Migration
from storage.sqlite.failures import storage_error
from storage.sqlite.schema import check_ours, migrate

T = TypeVar("T")

MEMORY = Path(":memory:")

BUSY_TIMEOUT = 0.5  # seconds; only another program can hold the file, and all our callers wait for it
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # an acknowledged commit survives power loss
    "secure_delete = ON",  # deleted rows are overwritten with zeros
    "trusted_schema = OFF",
    "mmap_size = 0",  # an I/O error must be an error, not a signal
    "temp_store = MEMORY",  # nothing personal in temporary files
    "wal_autocheckpoint = 0",  # SQLite ignores a sync error in its own checkpoints; `checkpoint` does not
)


class Connection(aiosqlite.Connection):
    """aiosqlite's connection and thread, with one more way to use it: a whole function at a time.

    A cancelled caller cannot tear a function apart, as it can a chain of awaited statements.
    """

    @classmethod
    async def open(cls, path: Path, migrations: Sequence[Migration]) -> Self:
        """A connection to a sound database of this release's schema. Raises as `prepare`, and `OSError`."""
        if path != MEMORY:
            _create_private(path)
        connect = partial(sqlite3.connect, path, timeout=BUSY_TIMEOUT, isolation_level=None, cached_statements=512)
        connection = cls(connect, iter_chunk_size=64)
        opening = asyncio.create_task(connection._open(migrations))
        try:
            # Cancelled while its thread connects, aiosqlite would leave the connection open and forget it.
            await asyncio.shield(opening)
        except BaseException:
            await asyncio.gather(asyncio.shield(opening), return_exceptions=True)
            await connection.close()
            raise
        return connection

    found = 0  # the shape that it had

    async def _open(self, migrations: Sequence[Migration]) -> None:
        await self
        self.found = await self.call(partial(prepare, migrations=migrations))

    async def call(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run `function` on the connection's thread. If the caller is cancelled, it still runs to its end."""
        try:
            # Protected members, because aiosqlite offers single statements only.
            result: T = await self._execute(function, self._conn)  # type: ignore[no-untyped-call]
        except Exception as error:  # noqa: BLE001 - it is raised again
            # Its frame holds what holds the error, and the whole group with it until the collector comes.
            raise error.with_traceback(_own_part(error.__traceback__))  # noqa: B904 - it is the same error
        return result


def _own_part(trace: TracebackType | None) -> TracebackType | None:
    """What happened in the function: behind our frame and aiosqlite's."""
    for _ in range(2):
        trace = trace.tb_next if trace else None
    return trace


def prepare(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    """Check, set, migrate; from which shape.

    Raises `DatabaseUnfit`, `DatabaseTooNew`, `MigrationFailed`, and as `storage_error` says.
    """
    try:
        check_ours(connection)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        _check(connection)
        found = migrate(connection, migrations)
        # What a dead process left in the log may be in the system's cache only; this syncs it.
        checkpoint(connection)
    except sqlite3.Error as error:
        raise storage_error(error) from error
    return found


def checkpoint(connection: sqlite3.Connection) -> bool:
    """Move the log into the file, sync that, and empty the log: what was deleted is then gone from both.

    False if another program that is reading kept the log from being emptied. Raises as `storage_error` says.
    """
    try:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise storage_error(error) from error
    return not busy


def _check(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise DatabaseCorrupt(" ".join(verdict.split()))


def _create_private(path: Path) -> None:
    """The file, readable by its owner only; SQLite gives its side files the same mode."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)
