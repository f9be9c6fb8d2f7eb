"""The lease on the service: which of several processes carries it on, and until when. Never what that one does.

Time is the server's, for the processes' clocks differ. A lease that has run out is the first one's who asks; each
holder has a number of its own, its epoch, and what a former one still asks for is refused by that (`fence`).
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from storage.errors import DatabaseTooNew, LeaseLost
from storage.postgres.dialect import LOCK_CLASS, Query
from storage.transaction import Transaction

LASTS = timedelta(seconds=9)  # from its latest renewal

_NAME = "service"
_NOW = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
_UNTIL = f"{_NOW} + {LASTS // timedelta(milliseconds=1)}"

HELD = f"SELECT EXISTS (SELECT 1 FROM leases WHERE name = '{_NAME}' AND until >= {_NOW})"  # noqa: S608
_CUT_OFF = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_locks, leases WHERE locktype = 'advisory' AND granted"  # noqa: S608
    f" AND (classid, objid, objsubid) = ({LOCK_CLASS}, current_schema()::regnamespace::oid, 2)"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    f" AND name = '{_NAME}' AND until < {_NOW}"
)
HEARD_ON = "telcolink"  # a channel of the whole database: other installations in it may be heard too
FENCE: Query = ("SELECT epoch FROM leases WHERE name = $1", (_NAME,))


class ServiceLease:
    """Implements `Lease`. `newest` is the schema of this release.

    `fence` is told of the epoch to work under, `ask` runs a statement that needs no transaction of ours, `hear` waits
    for what is announced.
    """

    def __init__(
        self,
        newest: int,
        fence: Callable[[int], None],
        ask: Callable[[str], Awaitable[None]],
        hear: Callable[[Callable[[], None]], Awaitable[None]],
    ) -> None:
        self._newest = newest
        self._ask = ask
        self._hear = hear
        self.fence = fence

    def take(self, tx: Transaction, owner: str) -> int | None:
        ((schema,),) = tx.execute("SELECT max(number) FROM schema_version")
        if schema > self._newest:
            raise DatabaseTooNew(f"its schema is {schema}, this release knows {self._newest}")
        query = (
            f"INSERT INTO leases (name, owner, epoch, until) VALUES (?, ?, 1, {_UNTIL}) ON CONFLICT (name) DO UPDATE"  # noqa: S608
            f" SET owner = excluded.owner, epoch = leases.epoch + 1, until = excluded.until WHERE leases.until < {_NOW}"
            " RETURNING epoch"
        )
        row = tx.execute(query, (_NAME, owner)).fetchone()
        return int(row[0]) if row else None

    async def make_way(self) -> None:
        """A process that is stopped between the statements of one round trip keeps its lock, and no timeout ends it."""
        await self._ask(_CUT_OFF)

    def announce(self, tx: Transaction) -> None:
        tx.execute("SELECT pg_notify(?, '')", (HEARD_ON,))

    async def hear(self, tell: Callable[[], None]) -> None:
        await self._hear(tell)

    def renew(self, tx: Transaction, epoch: int) -> None:
        query = f"UPDATE leases SET until = {_UNTIL} WHERE name = ? AND epoch = ?"  # noqa: S608
        check(tx.execute(query, (_NAME, epoch)).rowcount == 1)

    def give_up(self, tx: Transaction, epoch: int) -> None:
        tx.execute("UPDATE leases SET until = 0 WHERE name = ? AND epoch = ?", (_NAME, epoch))


def check(held: bool) -> None:
    if not held:
        raise LeaseLost("another process carries the service on")
