"""Group commit: work goes in, is written by one task in groups, and its results come out once on disk. Never SQL."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Self, TypeVar

from storage.backend import Backend, Lease, passed
from storage.errors import CommitUnknown, StorageBusy, StorageClosed, StorageError, StorageFailed, voids_transaction
from storage.jobs import Expects, Job, Work, nothing
from storage.migrations import Migration
from storage.place import DatabasePlace, ServerUrl
from storage.sqlite.connection import MEMORY
from storage.sqlite.file import SqliteFile
from storage.transaction import Wanted

__all__ = ["MEMORY", "Database", "Work"]

T = TypeVar("T")

GROUP_SIZE = 256
QUEUE_SIZE = 5_000
LOOK_EVERY = 0.25  # seconds between two looks whether a commit was kept, or the lease renewed


class Database:
    """One database, written by one task of this process in groups.

    All work that waits when a commit ends shares the next one, so one sync serves up to `GROUP_SIZE` callers.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._waiting: deque[Job[Any]] = deque()
        self._wake = asyncio.Event()
        self._failure: asyncio.Future[StorageFailed] = asyncio.get_running_loop().create_future()
        self._closing = False
        # Told of every commit: how many jobs shared it, and the seconds until it was synced.
        self.on_commit: Callable[[int, float], None] = lambda jobs, seconds: None
        self._writer = asyncio.create_task(self._write(), name="database writer")

    @classmethod
    async def open(
        cls,
        place: DatabasePlace,
        *,
        wait_for_lock: timedelta = timedelta(0),
        migrations: tuple[Migration, ...] | None = None,
    ) -> Self:
        """Open or create it, checked, with this release's tables; a file alone. `MEMORY` is no file at all.

        Raises `DatabaseLocked` when another process still has the file after `wait_for_lock`, `DatabaseUnreachable`
        when the server does not answer by then, `DatabaseReadOnly` when it takes no writes, `DatabaseUnfit`,
        `DatabaseCorrupt`, `DatabaseTooNew`, `MigrationFailed`; `OSError` when the file or its folder cannot be used.
        """
        if isinstance(place, ServerUrl):
            from storage.postgres.server import PostgresServer  # noqa: PLC0415 - its driver is heavy

            return cls(await PostgresServer.open(place, wait_for_lock, migrations))
        return cls(await SqliteFile.open(place, wait_for_lock, migrations))

    async def open_beside(self) -> "Database":
        """A second one, of a server, for rows of their own: its groups wait for nobody who has the database."""
        return Database(await self._backend.open_beside())

    async def run(self, work: Work[T], wanted: tuple[Wanted, ...] = (), expects: Expects = nothing) -> T:
        """Run `work` on the database's thread, whole and alone; its result once it is committed and synced.

        `wanted` are the rows that it is expected to ask for: they are read with those of its neighbours; and so is what
        it `expects` to ask for besides, as those tell. It changes nothing and raises nothing.

        What `work` raises undoes its own changes, not its neighbours', and is raised here. It must neither
        begin nor end a transaction, nor leave a deferred constraint broken: that would end the database.
        Cancelling the caller does not stop the work; whether it was done is to be read back.
        Raises `StorageBusy`, `StorageFull`, `StorageFailed`, `StorageClosed`.
        """
        return await self.submit(work, wanted, expects).answer

    def submit(self, work: Work[T], wanted: tuple[Wanted, ...] = (), expects: Expects = nothing) -> Job[T]:
        """The same, in the queue when this returns: before whatever is asked from now on. Its `answer` is to come."""
        self._check_open()
        if len(self._waiting) >= QUEUE_SIZE:
            raise StorageBusy(f"{QUEUE_SIZE} are waiting")
        job: Job[T] = Job(work, asyncio.get_running_loop().create_future(), wanted, expects)
        self._waiting.append(job)
        self._wake.set()
        return job

    # Reading shares the one connection, and a group that changes nothing costs no sync.
    read = run

    async def checkpoint(self) -> bool:
        """Empty the log into the file, so that what was deleted is gone from both. Raises as `run` does.

        False if another program that reads the file kept the log from being emptied: try again later.
        """
        self._check_open()
        return await asyncio.shield(asyncio.create_task(self._noting(self._backend.checkpoint())))

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return self._backend.size

    @property
    def found(self) -> int:
        """In which shape it was opened: what is missing to this release's was applied since."""
        return self._backend.found

    @property
    def lease(self) -> Lease | None:
        """What is to be held by whoever carries the service on; None where the file is this process's alone."""
        return self._backend.lease

    async def certain(self) -> None:
        """Return while nobody else carries the service on: at once, or when the lease was renewed.

        To be asked before what cannot be undone: a process that was stopped does not know it when it goes on. Raises
        as `run` does.
        """
        while not self.is_certain:
            self._check_open()
            await asyncio.sleep(LOOK_EVERY)

    @property
    def is_certain(self) -> bool:
        """Whether nobody else does, as far as is known by now."""
        return (lease := self._backend.lease) is None or passed() < lease.certain_until

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
        """The writer's life: group after group, until the database is closed. It owns the backend."""
        try:
            while group := await self._next_group():
                await self._commit(group)
                await self._tend()
        except BaseException as error:
            self._note_failure(error)
            raise
        finally:
            await self._backend.close()

    async def _next_group(self) -> list[Job[Any]]:
        """Wait for work and take what is there; nothing when the database is closing and all is done."""
        await asyncio.sleep(0)  # those who were answered just now may have more: it can share the next sync
        while not self._waiting and not self._closing:
            self._wake.clear()
            await self._wake.wait()
        group = [self._waiting.popleft() for _ in range(min(GROUP_SIZE, len(self._waiting)))]
        for job in group:
            job.begun = True
        return group

    async def _commit(self, group: list[Job[Any]]) -> None:
        begun = time.monotonic()
        try:
            await self._backend.commit(group)
        except CommitUnknown:
            await self._settle_doubt(group)
        except BaseException as error:
            for job in group:
                job.fail(_failure(error))
            self._note_failure(error)
            if not isinstance(error, Exception):
                raise
        else:
            self.on_commit(len(group), time.monotonic() - begun)
            for job in group:
                job.settle()

    async def _settle_doubt(self, group: list[Job[Any]]) -> None:
        """Nobody of the group is told anything before it is known whether it was kept."""
        try:
            kept = await self._find_out()
        except BaseException as error:
            for job in group:
                job.fail(_failure(error))
            self._note_failure(error)
            if not isinstance(error, Exception):
                raise
            return
        for job in group:
            if kept:
                job.settle()
            else:
                job.fail(StorageBusy("the connection was lost: nothing was done"))

    async def _find_out(self) -> bool:
        """Who comes meanwhile is turned away."""
        while (kept := await self._backend.find_out()) is None:
            if self._closing:
                raise StorageFailed("the connection was lost during a commit: whether it was kept is unknown")
            self._turn_away(StorageBusy("the database cannot be reached"))
            await asyncio.sleep(LOOK_EVERY)
        return kept

    def _turn_away(self, error: StorageError) -> None:
        for job in self._waiting:
            job.fail(_failure(error))
        self._waiting.clear()

    async def _tend(self) -> None:
        if not self._failure.done():
            with suppress(StorageError):  # noted below, where it matters
                await self._noting(self._backend.tend())

    async def _noting(self, work: Awaitable[T]) -> T:
        try:
            return await work
        except StorageError as error:
            self._note_failure(error)
            raise

    def _note_failure(self, error: BaseException) -> None:
        """Stop for good unless the error was one that passes."""
        failure = _failure(error)
        if isinstance(failure, StorageFailed) and not self._failure.done():
            self._failure.set_result(failure)
            self._turn_away(failure)

    def _check_open(self) -> None:
        if self._failure.done():
            raise StorageFailed(str(self._failure.result()))
        if self._closing:
            raise StorageClosed("the database was closed")


def _failure(error: BaseException) -> StorageError:
    """What a caller is told, each a copy of their own; what storage did not foresee is a failure for good."""
    if isinstance(error, StorageError) and voids_transaction(error):
        return type(error)(str(error))
    return StorageFailed(f"{type(error).__name__}: {error}")
