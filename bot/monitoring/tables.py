"""What stands in the tables, and on the disk under them, as gauges. Counted at most every few seconds."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple, get_args

from prometheus_client import CollectorRegistry, Gauge

from conversations.session import Step
from storage.codec import TAGS
from storage.database import Database
from storage.errors import StorageError
from storage.keys.sealed_columns import SEALED_COLUMNS
from storage.ledger_head import Head
from storage.store import Store
from storage.transaction import Transaction

FRESH = 5.0  # seconds for which the figures are told again: anybody may ask, and as often as they like
RECOUNTED_EVERY = 60.0  # how long those of the accounts are: all rows are looked at for them, some at a time
_STEPS = tuple(TAGS[step] for step in get_args(Step))
_TABLES = (*(column.place.table for column in SEALED_COLUMNS), "chat_names", "link_tokens")


class _Figures(NamedTuple):
    """What stands in the tables."""

    sessions: dict[str, int]
    waiting: int
    aside: int
    kept_posts: int
    posts_wait: timedelta
    cases: int
    events_failed: int
    events_wait: timedelta
    paused: bool
    heads: dict[str, Head]


class TableMetrics:
    """The gauges of one database, from when it is watched."""

    def __init__(self, registry: CollectorRegistry, prefix: str, seconds: Callable[[], float]) -> None:
        def gauge(name: str, what: str, *labels: str) -> Gauge:
            return Gauge(f"{prefix}_{name}", what, labels, registry=registry)

        self._sessions = gauge("sessions", "Sessions by the step at which they stand", "step")
        self._waiting = gauge("outbox_waiting", "Outbox messages that should have been sent by now")
        self._aside = gauge("quarantine_held", "Unreadable deliveries that are kept")
        self._kept_posts = gauge("posts_waiting", "Posts that wait for the process that leads")
        self._posts_wait = gauge("posts_waiting_seconds", "Since the oldest of them was posted; 0 for none")
        self._held = gauge("accounts_held", "Accounts of linked lines")
        self._missing = gauge("accounts_missing", "Of those, how many the provider does not know just now")
        self._cases = gauge("cases_open", "Customers who asked for a person and wait for one")
        self._events_failed = gauge("events_failed", "Events that the business's system did not take, given up")
        self._events_wait = gauge(
            "events_waiting_seconds", "Since the oldest event that the business's system has not taken yet; 0 for none"
        )
        self._paused = gauge("paused", "1 while an operator has paused the linking of lines")
        self._rows = gauge("ledger_rows", "Rows of a record that is evidence, as its last one says", "ledger")
        self._heads = gauge("ledger_head", "Its head without the row, as a number", "ledger")
        self._unopened = gauge("unopened_rows", "Rows met since the start that no key opens, or were moved", "table")
        for table in _TABLES:
            self._unopened.labels(table).set(0)
        self._tell_steps({})
        self._size = gauge("database_bytes", "The database and its log on disk")
        self._healthy = gauge("database_healthy", "0 once the disk has failed for good")
        self._leads = gauge("leads", "1 while this process carries the service on, 0 while it stands by")
        self._epoch = gauge("lease_epoch", "By what number it leads, or led; the next to lead has the next one")
        self._free = gauge("disk_free_bytes", "Room on the disk under the database; NaN where it is on none of ours")
        self._free.set(float("nan"))
        self._healthy.set(1)  # also of a process that stands by: one whose database failed ends
        self._seconds = seconds
        self._recount_at = float("-inf")
        self._watched: tuple[Database, Store, Callable[[], datetime]] | None = None

    def watch(self, database: Database, store: Store, now: Callable[[], datetime], folder: Path | None) -> None:
        """From now on tell of this database too; what stands in its tables as of the latest `refresh`."""
        self._watched = database, store, now
        self._size.set_function(lambda: float(database.size))
        self._healthy.set_function(lambda: float(database.failure is None))
        self._leads.set_function(lambda: float(database.is_certain))
        self._epoch.set(database.lease.epoch if database.lease else 0)
        if folder:
            self._free.set_function(lambda: _room_in(folder))

    async def refresh(self) -> None:
        """Count what stands in the tables. A database that cannot answer keeps its last figures."""
        if self._watched is None:
            return
        database, store, now = self._watched
        try:
            figures = await database.read(lambda tx: _count(tx, store, now()))
            await self._count_accounts(database, store)
        except StorageError:
            return
        self._tell(figures)
        for table in _TABLES:
            self._unopened.labels(table).set(len(store.keyring.unopened.get(table, ())))

    async def _count_accounts(self, database: Database, store: Store) -> None:
        if self._seconds() >= self._recount_at:
            self._recount_at = self._seconds() + RECOUNTED_EVERY
            held, missing = await store.accounts.counts.count(database)
            self._held.set(held)
            self._missing.set(missing)

    def _tell(self, figures: _Figures) -> None:
        self._tell_steps(figures.sessions)
        self._waiting.set(figures.waiting)
        self._aside.set(figures.aside)
        self._kept_posts.set(figures.kept_posts)
        self._posts_wait.set(figures.posts_wait.total_seconds())
        self._cases.set(figures.cases)
        self._events_failed.set(figures.events_failed)
        self._events_wait.set(figures.events_wait.total_seconds())
        self._paused.set(figures.paused)
        for name, head in figures.heads.items():
            self._rows.labels(name).set(head.number)
            self._heads.labels(name).set(head.value)

    def _tell_steps(self, sessions: dict[str, int]) -> None:
        self._sessions.clear()
        for step, number in {**dict.fromkeys(_STEPS, 0), **sessions}.items():
            self._sessions.labels(step).set(number)


def _count(tx: Transaction, store: Store, now: datetime) -> _Figures:
    return _Figures(
        sessions=store.sessions.count(tx),
        waiting=store.outbox.count_due(tx, now),
        aside=store.quarantine.count(tx),
        kept_posts=store.kept_posts.count(tx),
        posts_wait=now - (store.kept_posts.waiting_since(tx) or now),
        cases=store.sessions.count_cases(tx, now),
        events_failed=store.events.count_failed(tx, now),
        events_wait=now - (store.events.waiting_since(tx, now) or now),
        paused=store.pauses.find(tx) is not None,
        heads=store.heads(tx),
    )


def _room_in(folder: Path) -> float:
    try:
        return float(shutil.disk_usage(folder).free)
    except OSError:
        return float("nan")
