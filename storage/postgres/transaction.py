"""A transaction of PostgreSQL's, and its statements as a group asks for them. Never which work shares it.

What nobody waits for is sent with the next statement whose answer somebody does: a group costs few round trips.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import zip_longest
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from storage.errors import StorageError, StorageFailed, WritesRefused
from storage.postgres import lease
from storage.postgres.dialect import LOCK_CLASS, Query, arrays_of, as_sets, at_once, numbered, together
from storage.postgres.failures import is_of_the_disk, storage_error
from storage.statements import Batch, Selected
from storage.transaction import Found, Key, Known, Rows, RowSet, Write, by_key

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
_IDENTITY: Query = ("SELECT pg_current_xact_id()::text", ())  # a value, as that of each `Inquiry`
_COMMIT: Query = ("COMMIT", ())
_BLOCK = 32  # numbers that are taken at once, where nobody has said how many will be needed

Inquiry = tuple[Query, Callable[[Any], None]]  # what gives one value, and who is told of it


class PostgresTransaction:
    """Statements on a connection; what fails within a part is undone alone, by a SAVEPOINT."""

    def __init__(self, connection: Server) -> None:
        self._connection = connection
        self._waiting: list[Query] = []
        self._asked: list[Inquiry] = []  # in one statement, after what waits
        self._begun = False
        self._wrote = False
        self._numbers: dict[str, list[int]] = {}
        self.identity: str | None = None  # PostgreSQL's own number of it, by which its end is known afterwards
        self.committing = False

    def begin(self, fence: int | None = None, *, alone: bool = True) -> None:
        """With its first statement. With a `fence` only while the lease is of that epoch: raises `LeaseLost`.

        Not `alone` it is beside whoever has the database, and waits for nobody.
        """
        # PATIENCE comes first: what it calls may do something, so that it is not left out, nor done later.
        self._waiting += [_BEGIN, (f"{LOCK} FROM ({PATIENCE}) AS patience" if alone else PATIENCE, ())]
        if fence is not None:
            self._asked.append((lease.FENCE, partial(_check_fence, fence)))

    def expect_writes(self, numbered_tables: Iterable[str], most: int) -> None:
        """Ask with the first statement for what the end will need, and for so many numbers of each of these tables."""
        self._asked.append((_IDENTITY, self._note_identity))
        for table in numbered_tables:
            self._asked.append((_numbers_of(table, most), partial(self._note_numbers, table)))

    def commit(self) -> None:
        """Everything is durable when this returns; nothing is asked of the server for work that asked nothing."""
        if not self._begun and not self._wrote:
            return
        if self._wrote and self.identity is None:
            self._ask((_IDENTITY, self._note_identity))
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

    def find_each(self, rows: RowSet, keys: Collection[Key]) -> list[Found]:
        ((_, selected),) = self.select({rows: keys})
        found = by_key(rows, keys, selected)
        return [found[key] for key in keys]

    def put(self, write: Write, values: Sequence[Any], *known: Known) -> None:
        self.execute(write.statement, values)

    def next_number(self, table: str) -> int:
        """From the table's own sequence, a block of them at once: those that are left are nobody's."""
        if not self._numbers.get(table):
            self._wrote = True
            self._ask((_numbers_of(table, _BLOCK), partial(self._note_numbers, table)))
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
        found: list[tuple[RowSet, Iterable[tuple[Any, ...]]]] = []
        asked = {rows: keys for rows, keys in wanted.items() if keys}
        self._ask(*((arrays_of(rows, keys), partial(_note_rows, found, rows)) for rows, keys in asked.items()))
        return found

    def write(self, batches: Iterable[Batch]) -> None:
        """Of each table one after the other, of all tables at once."""
        by_table: dict[str, list[Query]] = {}
        for batch in batches:
            self._wrote = True
            by_table.setdefault(batch[0].table, []).extend(as_sets(batch))
        for queries in zip_longest(*by_table.values()):
            self._waiting.append(at_once([query for query in queries if query]))

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

    def _ask(self, *asked: Inquiry) -> None:
        """All in one statement."""
        self._asked += asked
        if asked:
            self._send()

    def _send(self, *queries: Query) -> list[Cursor]:
        """In one round trip, with all that waits; the answers to `queries`."""
        asked, self._asked = self._asked, []
        together_asked = [together([query for query, _ in asked])] if asked else []
        sending, self._waiting = [*self._waiting, *together_asked, *queries], []
        cursors = [self._connection.cursor(binary=True) for _ in sending]
        self._begun = self._begun or bool(sending)
        if len(sending) == 1:
            cursors[0].execute(*sending[0])
        elif sending:
            with self._connection.pipeline():
                for cursor, query in zip(cursors, sending, strict=True):
                    cursor.execute(*query)
        answers = cursors[len(cursors) - len(queries) :]
        if asked:
            (values,) = cursors[len(cursors) - len(queries) - 1]
            for (_, tell), value in zip(asked, values, strict=True):
                tell(value)
        return answers

    def _note_identity(self, value: str) -> None:
        self.identity = value

    def _note_numbers(self, table: str, numbers: list[int]) -> None:
        self._numbers[table] = numbers[::-1]


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


def _check_fence(fence: int, epoch: int | None) -> None:
    lease.check(epoch == fence)


def _note_rows(found: list[tuple[RowSet, Iterable[tuple[Any, ...]]]], rows: RowSet, columns: Any) -> None:
    found.append((rows, () if columns[0] is None else zip(*columns, strict=True)))


def _numbers_of(table: str, most: int) -> Query:
    return "SELECT ARRAY(SELECT nextval($1::regclass) FROM generate_series(1, $2))", (f"{table}_id_seq", most)
