"""A file of SQLite's that this process alone holds, as groups of work are committed to it. Never the queue of work."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, Self

from storage.errors import DatabaseCorrupt, DatabaseMoved
from storage.jobs import Job
from storage.migrations import Migration, read_migrations
from storage.place import find_real
from storage.sqlite.committing import commit
from storage.sqlite.connection import MEMORY, Connection, checkpoint
from storage.sqlite.lockfile import LockFile, OwnLock, beside
from storage.sqlite.transaction import Numbers

LOG_LIMIT = 4 * 1024 * 1024  # bytes of write-ahead log after which it is moved into the file


class SqliteFile:
    """The file, its log, its lock and the one connection to it."""

    def __init__(self, path: Path, connection: Connection, opened: AsyncExitStack) -> None:
        self._path = path
        self._connection = connection
        self._opened = opened
        self._identity = _identity(path)
        self._numbers = Numbers()
        self._log = beside(path, "-wal")
        self._checkpoint_at = LOG_LIMIT

    @classmethod
    async def open(cls, path: Path, wait_for_lock: timedelta, migrations: Sequence[Migration] | None = None) -> Self:
        """As `Database.open` says; by default with the migrations of this release."""
        migrations = read_migrations() if migrations is None else migrations
        async with AsyncExitStack() as opened:
            if path != MEMORY:
                path = find_real(path)  # so that two links to it have one lock
                for kind in (LockFile, OwnLock):
                    opened.callback((await kind.acquire(path, wait_for_lock)).release)
            connection = await _open_sound(path, migrations)
            opened.push_async_callback(connection.close)
            return cls(path, connection, opened.pop_all())

    async def commit(self, jobs: Sequence[Job[Any]]) -> None:
        """All jobs, with one sync. Raises `DatabaseMoved` where no start would find what was written."""
        if _identity(self._path) != self._identity:
            await self._let_go()
        await self._connection.call(partial(commit, jobs=jobs, numbers=self._numbers))

    async def _let_go(self) -> NoReturn:
        """Its log stays behind, and would be written into the file that stands there at the next start."""
        await self.checkpoint()
        raise DatabaseMoved(f"{self._path.name} was moved, deleted or replaced while it was open")

    async def find_out(self) -> bool | None:
        """A commit to a file is done or it has failed for good."""
        return False

    async def tend(self) -> None:
        """Keep the log short."""
        if self._log_length() > self._checkpoint_at:
            await self.checkpoint()

    async def checkpoint(self) -> bool:
        """Empty the log into the file; False if another program that reads the file kept it from being emptied."""
        try:
            return await self._connection.call(checkpoint)
        finally:
            # If the log could not be emptied, the next try comes after as much again.
            self._checkpoint_at = self._log_length() + LOG_LIMIT

    async def close(self) -> None:
        """Close the connection, which empties the log, and let go of the lock."""
        await self._opened.aclose()

    @property
    def found(self) -> int:
        """The number of the last migration when it was opened."""
        return self._connection.found

    @property
    def lease(self) -> None:
        """Its lock keeps every other process out."""

    async def open_beside(self) -> "SqliteFile":
        raise NotImplementedError("a file is one process's alone")

    @property
    def size(self) -> int:
        """The file and its log."""
        return _length(self._path) + self._log_length()

    def _log_length(self) -> int:
        return _length(self._log)


async def _open_sound(path: Path, migrations: Sequence[Migration]) -> Connection:
    """Who is told that it is damaged has to know what."""
    try:
        return await Connection.open(path, migrations)
    except DatabaseCorrupt as damaged:
        raise DatabaseCorrupt(f"{path} is damaged: {damaged}") from damaged


def _identity(path: Path) -> tuple[int, int] | None:
    """Of what stands there; None where nothing does, or where none of it is on a disk."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
