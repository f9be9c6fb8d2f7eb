"""A transaction of PostgreSQL's, and its statements as a group asks for them. Never which work shares it.

What nobody waits for is sent with the next statement whose answer somebody does: a group costs few round trips.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from storage.errors import StorageError, StorageFailed, WritesRefused
from storage.group import Batch, Selected
from storage.postgres import lease
from storage.postgres.dialect import LOCK_CLASS, Query, as_sets, numbered, selection_of
from storage.postgres.failures import is_of_the_disk, storage_error
from storage.transaction import Found, Key, Known, Rows, RowSet, Write

Server = psycopg.Connection[tuple[Any, ...]]
Cursor = psycopg.Cursor[tuple[Any, ...]]

# Each statement sees what was committed before it, so also what the writer before us did while we waited for the lock.
_BEGIN: Query = ("BEGIN ISOLATION LEVEL READ COMMITTED", ())
# For this transaction only: behind a pooler the next one may have another session. A process that was stopped within
# one gives up its lock in time for the others, who wait for it a little longer than that. Not always: the time is not
# counted where a statement is not ended yet, nor after a Flush, which psycopg's pipelines end with. See `lease`.
PATIENCE = (
    "SELECT set_config('idle_in_transaction_session_timeout', '5s', TRUE), set_config('lock_timeout', '8s', TRUE),"
    " CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', TRUE) END"
)
# One writer at a time in each schema, whichever process it is, as SQLite has one in each file.
LOCK = f"SELECT pg_advisory_xact_lock({LOCK_CLASS}, current_schema()::regnamespace::oid::int4)"
_IDENTITY: Query = ("SELECT pg_current_xact_id()::text", ())
_COMMIT: Query = ("COMMIT", ())
_BLOCK = 32  # numbers that are taken at once, where nobody has said how many will be needed

Taker = Callable[[Cursor], None]


class PostgresTransaction:
    """Statements on a connection; what fails within a part is undone alone, by a SAVEPOINT."""

    def __init__(self, connection: Server) -> None:
        self._connection = connection
        self._waiting: list[tuple[Query, Taker | None]] = []
        self._begun = False
        self._wrote = False
        self._numbers: dict[str, list[int]] = {}
        self.identity: str | None = None  # PostgreSQL's own number of it, by which its end is known afterwards
        self.committing = False

    def begin(self, fence: int | None = None, *, alone: bool = True) -> None:
        """With its first statement. With a `fence` only while the lease is of that epoch: raises `LeaseLost`.

        Not `alone` it is beside whoever has the database, and waits for nobody.
        """
        self._waiting += [(query, None) for query in (_BEGIN, (PATIENCE, ()), *([(LOCK, ())] if alone else []))]
        if fence is not None:
            self._waiting.append((lease.FENCE, partial(_check_fence, fence)))

    def expect_writes(self, numbered_tables: Iterable[str], most: int) -> None:
        """Ask with the first statement for what the end will need, and for so many numbers of each of these tables."""
        self._waiting.append((_IDENTITY, self._note_identity))
        for table in numbered_tables:
            self._waiting.append((_numbers_of(table, most), partial(self._note_numbers, table)))

    def commit(self) -> None:
        """Everything is durable when this returns; nothing is asked of the server for work that asked nothing."""
        if not self._begun and not self._wrote:
            return
        if self._wrote and self.identity is None:
            self._note_identity(self._send(_IDENTITY)[0])
        if self._connection.info.transaction_status is TransactionStatus.IDLE:
            raise StorageFailed("the work ended the transaction")
        self.committing = True
        if self._send(_COMMIT)[0].statusmessage != "COMMIT":
            self.committing = False
            raise WritesRefused("a statement had failed")

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        self._wrote = self._wrote or not statement.startswith("SELECT")
        return self._send((numbered(statement), values))[0]

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        if queries := [(numbered(statement), row) for row in rows]:
            self._wrote = True
            self._send(*queries)

    def find(self, rows: RowSet, *key: Any) -> Found:
        ((_, found),) = self.select({rows: [key]})
        return tuple(found)

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        self.execute(write.statement, values)

    def next_number(self, table: str) -> int:
        """From the table's own sequence, a block of them at once: those that are left are nobody's."""
        if not self._numbers.get(table):
            self._wrote = True
            self._note_numbers(table, self._send(_numbers_of(table, _BLOCK))[0])
        return self._numbers[table].pop()

    def has_table(self, name: str) -> bool:
        return self._send(("SELECT to_regclass($1) IS NOT NULL", (name,)))[0].fetchone() == (True,)

    @contextmanager
    def part(self) -> Iterator[None]:
        self.begin_part()
        try:
            yield
            self.end_part()  # an error that was caught within it has undone it all the same, and is told here
        except Exception as error:
            if whole := self.judge(error):
                raise whole from error
            self.undo_part()
            raise

    # For a group

    def select(self, wanted: Mapping[RowSet, Collection[Key]]) -> Selected:
        asked = [rows for rows, keys in wanted.items() if keys]
        return list(zip(asked, self._send(*(selection_of(rows, wanted[rows]) for rows in asked)), strict=True))

    def write(self, batches: Iterable[Batch]) -> None:
        for batch in batches:
            self._wrote = True
            self._waiting += [(query, None) for query in as_sets(batch)]

    def begin_part(self) -> None:
        self._mark("SAVEPOINT part")

    def end_part(self) -> None:
        self._send(("RELEASE SAVEPOINT part", ()))

    def undo_part(self) -> None:
        self._mark("ROLLBACK TO SAVEPOINT part")
        self._mark("RELEASE SAVEPOINT part")

    def judge(self, error: BaseException) -> StorageError | None:
        return storage_error(error) if is_of_the_disk(error) else None

    def _mark(self, statement: str) -> None:
        try:
            self._send((statement, ()))
        except psycopg.Error as error:
            raise storage_error(error) from error

    def _send(self, *queries: Query) -> list[Cursor]:
        """In one round trip, with all that waits; the answers to `queries`."""
        sending, self._waiting = [*self._waiting, *((query, None) for query in queries)], []
        cursors = [self._connection.cursor(binary=True) for _ in sending]
        self._begun = self._begun or bool(sending)
        if len(sending) == 1:
            cursors[0].execute(*sending[0][0])
        elif sending:
            with self._connection.pipeline():
                for cursor, (query, _) in zip(cursors, sending, strict=True):
                    cursor.execute(*query)
        for cursor, (_, take) in zip(cursors, sending, strict=True):
            if take:
                take(cursor)
        return cursors[len(cursors) - len(queries) :]

    def _note_identity(self, cursor: Cursor) -> None:
        ((self.identity,),) = cursor.fetchall()

    def _note_numbers(self, table: str, cursor: Cursor) -> None:
        self._numbers[table] = [number for (number,) in reversed(cursor.fetchall())]


class GroupStatements(PostgresTransaction):
    """Without marks, each of which would be a round trip: what has to be undone alone voids the group.

    Then its pieces of work are attempted anew, each with its own statements and marks.
    """

    def begin_part(self) -> None:
        pass

    def end_part(self) -> None:
        pass

    def undo_part(self) -> None:
        raise WritesRefused("a part is to be undone alone")

    def judge(self, error: BaseException) -> StorageError | None:
        """After an error of any statement PostgreSQL takes no other in the transaction."""
        whole = super().judge(error)
        return WritesRefused(type(error).__name__) if whole is None and isinstance(error, psycopg.Error) else whole


def _check_fence(epoch: int, cursor: Cursor) -> None:
    lease.check(cursor.fetchall() == [(epoch,)])


def _numbers_of(table: str, most: int) -> Query:
    return "SELECT nextval($1::regclass) FROM generate_series(1, $2)", (f"{table}_id_seq", most)
