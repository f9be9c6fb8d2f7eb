"""A database of PostgreSQL's as groups of work are committed to it, lost and found again. Never the queue of work."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any, Self, TypeVar

import psycopg

from storage.backend import Lease
from storage.errors import (
    CommitLost,
    CommitUnknown,
    DatabaseLocked,
    StorageBusy,
)
from storage.jobs import Job
from storage.migrations import Migration, read_twins
from storage.place import ServerUrl
from storage.postgres.committing import commit
from storage.postgres.connection import ask, connect
from storage.postgres.hearing import hear
from storage.postgres.lease import HELD, ServiceLease
from storage.postgres.schema import migrate, read_version
from storage.postgres.session import ServerSession
from storage.postgres.transaction import Server

T = TypeVar("T")

POLL = 0.2  # seconds between two looks at a server that does not let us in yet
SIZE_EVERY = 60.0  # seconds for which the size is good enough

_SIZE = (
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class"
    " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
)
_END_OF = "SELECT pg_xact_status($1::xid8)"


class PostgresServer:
    """One connection, used by one thread of ours. It is made anew when it is lost."""

    def __init__(
        self,
        url: ServerUrl,
        thread: ThreadPoolExecutor,
        connection: Server | None,
        newest: int,
        found: int,
        *,
        alone: bool = True,
    ) -> None:
        """Without a connection it is made when it is needed."""
        self._url = url
        self._newest, self._alone = newest, alone
        self.found = found  # the number of the last migration when it was opened
        self._thread = thread
        self._session = ServerSession(url, connection)
        self._fence: int | None = None  # the epoch of the lease under which it is written
        self.lease: Lease = ServiceLease(newest, self._work_under, self._ask, partial(hear, url))
        self._doubt = "", ""  # the transaction of which it is not known whether it was kept, and in which history
        self._size, self._size_until = 0, 0.0

    @classmethod
    async def open(
        cls, url: ServerUrl, patience: timedelta = timedelta(0), migrations: Sequence[Migration] | None = None
    ) -> Self:
        """As `Database.open` says; by default with the migrations of this release."""
        migrations = read_twins() if migrations is None else migrations
        thread = ThreadPoolExecutor(1, "database")
        try:
            connection, found = await _on(thread, partial(_prepare, url, migrations, patience.total_seconds()))
            return cls(url, thread, connection, migrations[-1].number, found)
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def open_beside(self) -> Self:
        """Another connection to it, whose groups wait for nobody, and under no lease."""
        return type(self)(self._url, ThreadPoolExecutor(1, "database"), None, self._newest, self._newest, alone=False)

    async def commit(self, jobs: Sequence[Job[Any]]) -> None:
        """All jobs; tried once more where the connection was lost before they could have been kept."""
        await _on(self._thread, partial(self._commit, jobs))

    async def find_out(self) -> bool | None:
        """Whether the transaction in doubt was kept, None while nobody says. `CommitLost` if nobody ever will."""
        return await _on(self._thread, self._find_out)

    async def tend(self) -> None:
        """See now and then how large it has become."""
        if time.monotonic() >= self._size_until:
            await _on(self._thread, self._measure)

    async def checkpoint(self) -> bool:
        """The server sees to that itself, in its own time."""
        return True

    async def close(self) -> None:
        await _on(self._thread, self._let_go)
        self._thread.shutdown(wait=False)

    @property
    def size(self) -> int:
        """Bytes of our tables and their indexes, as they were a minute ago."""
        return self._size

    async def _ask(self, statement: str) -> tuple[Any, ...]:
        """What gives one row, outside of any transaction, and so without waiting for our lock."""
        return await _on(self._thread, lambda: ask(self._session.get(), statement))

    def _work_under(self, epoch: int) -> None:
        self._fence = epoch

    # On the thread

    def _commit(self, jobs: Sequence[Job[Any]]) -> None:
        try:
            try:
                self._attempt(jobs)
            except StorageBusy as busy:
                if not self._session.may_be_anew(busy):
                    raise
                self._attempt(jobs)
        except CommitUnknown as unknown:
            self._doubt = unknown.identity, self._session.history
            raise

    def _attempt(self, jobs: Sequence[Job[Any]]) -> None:
        commit(self._session.get(), jobs, self._fence, alone=self._alone)

    def _find_out(self) -> bool | None:
        """A server that crashed gives numbers again of which nothing had come to its disk, to whoever asks next."""
        identity, history = self._doubt
        try:
            ((said,),) = self._session.get().execute(_END_OF, (identity,)).fetchall()
        except psycopg.errors.InvalidParameterValue:  # it was given to nobody, as far as this server knows
            return False
        except (StorageBusy, psycopg.Error):
            return None
        if said == "in progress":
            return None
        if said == "committed" and self._session.history != history:
            raise CommitLost(
                "the server crashed or another took over during a commit: it is unknown whether it was kept"
            )
        return bool(said == "committed")

    def _measure(self) -> None:
        self._size_until = time.monotonic() + SIZE_EVERY
        with suppress(psycopg.Error, StorageBusy):
            ((self._size,),) = self._session.get().execute(_SIZE).fetchall()

    def _let_go(self) -> None:
        self._session.close()


def _prepare(url: ServerUrl, migrations: Sequence[Migration], patience: float) -> tuple[Server, int]:
    """A connection to a database of this release's schema, tried for until `patience` seconds are over; its shape
    before.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return _open(url, migrations)
        except (StorageBusy, DatabaseLocked):
            if time.monotonic() >= until:
                raise
        time.sleep(POLL)


def _open(url: ServerUrl, migrations: Sequence[Migration]) -> tuple[Server, int]:
    connection = connect(url)
    try:
        _give_way_to_an_earlier_release(connection, migrations[-1].number)
        found = migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection, found


def _give_way_to_an_earlier_release(connection: Server, newest: int) -> None:
    """Raises `DatabaseLocked` while somebody leads who would find the tables changed below them."""
    if 0 < read_version(connection) < newest and _is_led(connection):
        raise DatabaseLocked("a process of an earlier release")


def _is_led(connection: Server) -> bool:
    """An earlier release may know of no leases."""
    return ask(connection, "SELECT to_regclass('leases') IS NOT NULL") == (True,) and ask(connection, HELD) == (True,)


async def _on(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    """Done to its end, also where the caller is cancelled."""
    return await asyncio.get_running_loop().run_in_executor(thread, work)
