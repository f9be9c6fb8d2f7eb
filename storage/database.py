"""The database for the rest of the program: work goes in, results come out once on disk. Never SQL."""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

from storage.connection import MEMORY, Connection, checkpoint
from storage.errors import StorageBusy, StorageClosed, StorageError, StorageFailed, storage_error
from storage.group import Job, Work, commit
from storage.lockfile import LockFile
from storage.migrations import Migration, read_migrations

__all__ = ["MEMORY", "Database", "Work"]

T = TypeVar("T")

GROUP_SIZE = 256
QUEUE_SIZE = 5_000
LOG_LIMIT = 4 * 1024 * 1024  # bytes of write-ahead log after which it is moved into the file


class Database:
    """One SQLite file, held by this process alone, written by one task in groups.

    All work that waits when a commit ends shares the next one, so one sync serves up to `GROUP_SIZE` callers.
    """

    def __init__(self, path: Path, connection: Connection, opened: AsyncExitStack) -> None:
        self._path = path
        self._connection = connection
        self._opened = opened
        self._waiting: deque[Job[Any]] = deque()
        self._wake = asyncio.Event()
        self._failure: asyncio.Future[StorageFailed] = asyncio.get_running_loop().create_future()
        self._closing = False
        self._checkpoint_at = LOG_LIMIT
        # Told of every commit: how many jobs shared it, and the seconds until it was synced.
        self.on_commit: Callable[[int, float], None] = lambda jobs, seconds: None
        self._writer = asyncio.create_task(self._write(), name="database writer")

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        wait_for_lock: timedelta = timedelta(0),
        migrations: tuple[Migration, ...] | None = None,
    ) -> Self:
        """Open or create the file, alone, checked, with this release's tables. `MEMORY` is no file at all.

        Raises `DatabaseLocked` when another process still has it after `wait_for_lock`, `DatabaseCorrupt`,
        `DatabaseTooNew`, `MigrationFailed`; `OSError` when the file or its folder cannot be used.
        """
        migrations = read_migrations() if migrations is None else migrations
        async with AsyncExitStack() as opened:
            if path != MEMORY:
                path = _real(path)
                lock = await LockFile.acquire(_beside(path, ".lock"), wait_for_lock)
                opened.callback(lock.release)
            connection = await Connection.open(path, migrations)
            opened.push_async_callback(connection.close)
            return cls(path, connection, opened.pop_all())

    async def run(self, work: Work[T]) -> T:
        """Run `work` on the database's thread, whole and alone; its result once it is committed and synced.

        What `work` raises undoes its own changes, not its neighbours', and is raised here. It must neither
        begin nor end a transaction, nor leave a deferred constraint broken: that would end the database.
        Cancelling the caller does not stop the work; whether it was done is to be read back.
        Raises `StorageBusy`, `StorageFull`, `StorageFailed`, `StorageClosed`.
        """
        self._check_open()
        if len(self._waiting) >= QUEUE_SIZE:
            raise StorageBusy(f"{QUEUE_SIZE} are waiting")
        job: Job[T] = Job(work, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        self._wake.set()
        return await job.answer

    # Reading shares the one connection, and a group that changes nothing costs no sync.
    read = run

    async def checkpoint(self) -> bool:
        """Empty the log into the file, so that what was deleted is gone from both. Raises as `run` does.

        False if another program that reads the file kept the log from being emptied: try again later.
        """
        self._check_open()
        return await asyncio.shield(asyncio.create_task(self._checkpoint()))

    @property
    def size(self) -> int:
        """Bytes on disk: the file and its log."""
        return _length(self._path) + self._log_length()

    @property
    def failure(self) -> StorageFailed | None:
        """Why the disk failed for good, if it did."""
        return self._failure.result() if self._failure.done() else None

    async def wait_failed(self) -> StorageFailed:
        """Wait until the disk has failed for good. The process must then end: nothing more is kept."""
        return await asyncio.shield(self._failure)

    async def close(self) -> None:
        """Finish what waits, refuse what comes, empty the log, let go of the lock. May be called again."""
        self._closing = True
        self._wake.set()
        await asyncio.wait({self._writer})

    async def _write(self) -> None:
        """The writer's life: group after group, until the database is closed. It owns connection and lock."""
        async with self._opened:
            try:
                while group := await self._next_group():
                    await self._commit(group)
                    await self._keep_log_short()
            except BaseException as error:
                self._note_failure(error)
                raise

    async def _next_group(self) -> list[Job[Any]]:
        """Wait for work and take what is there; nothing when the database is closing and all is done."""
        await asyncio.sleep(0)  # those who were answered just now may have more: it can share the next sync
        while not self._waiting and not self._closing:
            self._wake.clear()
            await self._wake.wait()
        return [self._waiting.popleft() for _ in range(min(GROUP_SIZE, len(self._waiting)))]

    async def _commit(self, group: list[Job[Any]]) -> None:
        begun = time.monotonic()
        try:
            await self._connection.call(partial(commit, jobs=group))
        except BaseException as error:
            for job in group:
                job.fail(storage_error(error))
            self._note_failure(error)
            if not isinstance(error, Exception):
                raise
        else:
            self.on_commit(len(group), time.monotonic() - begun)
            for job in group:
                job.settle()

    async def _keep_log_short(self) -> None:
        if self._log_length() > self._checkpoint_at and not self._failure.done():
            with suppress(StorageError):  # noted where it matters
                await self._checkpoint()

    async def _checkpoint(self) -> bool:
        try:
            return await self._connection.call(checkpoint)
        except sqlite3.Error as error:
            self._note_failure(error)
            raise storage_error(error) from error
        finally:
            # If the log could not be emptied, the next try comes after as much again.
            self._checkpoint_at = self._log_length() + LOG_LIMIT

    def _log_length(self) -> int:
        return _length(_beside(self._path, "-wal"))

    def _note_failure(self, error: BaseException) -> None:
        """Stop for good unless the error was one that passes."""
        failure = storage_error(error)
        if isinstance(failure, StorageFailed) and not self._failure.done():
            self._failure.set_result(failure)
            for job in self._waiting:
                job.fail(storage_error(error))
            self._waiting.clear()

    def _check_open(self) -> None:
        if self._failure.done():
            raise StorageFailed(str(self._failure.result()))
        if self._closing:
            raise StorageClosed("the database was closed")


def _real(path: Path) -> Path:
    """Where the file really is, so that two links to it have one lock."""
    return path.resolve()


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
