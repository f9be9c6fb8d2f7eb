"""The lease on the service: which of several processes carries it on, and until when. Never what that one does.

Time is the server's, for the processes' clocks differ. A lease that has run out is the first one's who asks; each
holder has a number of its own, its epoch, and what a former one still asks for is refused by that (`fence`). Where
the server's clock was set back, what is left of one would last as much longer: it lasts as if it had just been renewed.
"""

import math
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from storage.backend import News, passed
from storage.errors import DatabaseTooNew, LeaseLost
from storage.postgres.dialect import LOCK_CLASS, Query
from storage.transaction import Transaction

LASTS = timedelta(seconds=9)  # from its latest renewal
SILENT_FOR = timedelta(seconds=1)  # by then who has the lock and says nothing was stopped

_NAME = "service"
_NOW = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
_UNTIL = f"{_NOW} + CAST(? AS BIGINT)"
_LONGEST = f"{_NOW} + {LASTS // timedelta(milliseconds=1)}"

HELD = f"SELECT EXISTS (SELECT 1 FROM leases WHERE name = '{_NAME}' AND until >= {_NOW})"  # noqa: S608
_HELD_BY_THIS_CLOCK = (
    f"SELECT EXISTS (SELECT 1 FROM leases WHERE name = '{_NAME}' AND until BETWEEN {_NOW} AND {_LONGEST})"  # noqa: S608
)
# Who has our lock and lets the server wait, as a process that was stopped: one at work goes on within milliseconds.
# What seems to come from the future is of before the clock was set back.
_SILENT = (
    "SELECT pid, coalesce(abs(extract(epoch FROM clock_timestamp() - state_change)) > %s, TRUE) AS stopped"  # noqa: S608
    " FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted"
    f" AND (classid, objid, objsubid) = ({LOCK_CLASS}, current_schema()::regnamespace::oid, 2)"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND wait_event_type = 'Client'"
)
_LOOK = (
    "SELECT schema, CASE WHEN held THEN FALSE ELSE (SELECT count(pg_terminate_backend(pid)) FILTER (WHERE stopped)"  # noqa: S608
    f" = count(*) FROM ({_SILENT}) AS silent) END"
    f" FROM (SELECT max(number) AS schema, ({_HELD_BY_THIS_CLOCK}) AS held FROM schema_version) AS known"
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
        ask: Callable[[str], Awaitable[tuple[Any, ...]]],
        hear: Callable[[Callable[[News], None]], Awaitable[None]],
    ) -> None:
        self._newest = newest
        self._fence = fence
        self._ask = ask
        self._hear = hear
        self._asked_at = 0.0  # when it was taken or renewed, by our clock; the server's has begun later
        self.certain_until = math.inf
        self.epoch = 0

    def take(self, tx: Transaction, owner: str) -> int | None:
        self._asked_at = passed()
        ((schema,),) = tx.execute("SELECT max(number) FROM schema_version")
        self._check_schema(schema)
        shorten = f"UPDATE leases SET until = {_UNTIL} WHERE name = ? AND until > {_UNTIL}"  # noqa: S608
        tx.execute(shorten, (_lasts(), _NAME, _lasts()))
        query = (
            f"INSERT INTO leases (name, owner, epoch, until) VALUES (?, ?, 1, {_UNTIL}) ON CONFLICT (name) DO UPDATE"  # noqa: S608
            f" SET owner = excluded.owner, epoch = leases.epoch + 1, until = excluded.until WHERE leases.until < {_NOW}"
            " RETURNING epoch"
        )
        row = tx.execute(query, (_NAME, owner, _lasts())).fetchone()
        return int(row[0]) if row else None

    async def is_free(self) -> bool:
        """Nobody gets in line behind who was stopped with the lock in hand: its session is ended after a second."""
        schema, free = await self._ask(_LOOK % SILENT_FOR.total_seconds())
        self._check_schema(schema)
        return bool(free)

    def announce(self, tx: Transaction, news: News) -> None:
        tx.execute("SELECT pg_notify(?, ?)", (HEARD_ON, news.value))

    async def hear(self, tell: Callable[[News], None]) -> None:
        await self._hear(tell)

    def fence(self, epoch: int) -> None:
        self._fence(epoch)
        self.epoch = epoch
        self.note_renewed()

    def note_renewed(self) -> None:
        self.certain_until = self._asked_at + LASTS.total_seconds()

    def renew(self, tx: Transaction, epoch: int) -> None:
        self._asked_at = passed()
        query = f"UPDATE leases SET until = {_UNTIL} WHERE name = ? AND epoch = ?"  # noqa: S608
        check(tx.execute(query, (_lasts(), _NAME, epoch)).rowcount == 1)

    def give_up(self, tx: Transaction, epoch: int) -> None:
        tx.execute("UPDATE leases SET until = 0 WHERE name = ? AND epoch = ?", (_NAME, epoch))

    def _check_schema(self, number: int) -> None:
        if number > self._newest:
            raise DatabaseTooNew(number, self._newest)


def _lasts() -> int:
    return LASTS // timedelta(milliseconds=1)


def check(held: bool) -> None:
    if not held:
        raise LeaseLost("another process carries the service on")
