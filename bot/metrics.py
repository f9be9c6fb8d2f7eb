"""What is counted and timed, for Prometheus. Labels come from closed sets; never a person, a number or a text.

Each number is named once, here; the rest of the program calls methods.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.metrics import MetricWrapperBase

from bot.ports import Inbound, UnreadableInbound
from conversations.effects import CheckOtp, Immediate, RequestOtp
from conversations.events import Event, OtpSent, OtpVerified
from conversations.facts import Stuck
from conversations.traits import traits_of
from conversations.turn import Turn
from storage.database import Database
from storage.errors import StorageError
from storage.ledger_head import Head
from storage.store import Store
from storage.transaction import Transaction

if TYPE_CHECKING:
    from bot.turns.engine import TurnOutcome

M = TypeVar("M", bound=MetricWrapperBase)

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_PREFIX = "telcolink"
_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)
_SLOW = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
_FRESH = 5.0  # seconds for which the figures of the tables are told again: anybody may ask, and as often as they like
_SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)
_STAGES: dict[type[Immediate] | type[Event], str] = {
    RequestOtp: "requested",
    OtpSent: "sent",
    CheckOtp: "checked",
    OtpVerified: "verified",
}

disable_created_metrics()  # type: ignore[no-untyped-call] # each a second time series that nothing asks for


class _Children(Generic[M]):
    """A metric's children, by the values of its labels. The metric itself takes longer to find one than it to count."""

    def __init__(self, metric: M) -> None:
        self._metric: M = metric
        self._found: dict[tuple[str, ...], M] = {}

    def __call__(self, *labels: str) -> M:
        child = self._found.get(labels)
        if child is None:
            child = self._found[labels] = self._metric.labels(*labels)
        return child


class Metrics:
    """The counters of one process, in a registry of their own. Cheap enough to be called on every turn."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        """`seconds` tells how much time passes."""
        self._seconds = seconds
        self._stale_at = 0.0
        self._registry = CollectorRegistry()
        ProcessCollector(namespace=_PREFIX, registry=self._registry)
        self._tables: tuple[Database, Store] | None = None

        self._turns = self._counters("turns", "Turns by what happened and what came of it", "event", "outcome")
        self._repeats = self._counters("inbound_repeated", "Inbound messages that had been seen before", "channel")
        self._unreadable = self._counters("quarantined", "Deliveries put aside because unreadable", "channel")
        self._attempts = self._counters("outbox_attempts", "Attempts at messages of the outbox", "kind", "outcome")
        self._messages = self._counters("messages", "Messages to people, by what came of them", "channel", "outcome")
        self._replies = self._histograms("reply_seconds", "From what came in to the reply sent", _SLOW, "channel")
        self._calls = self._histograms("provider_seconds", "Calls of the provider", _SLOW, "operation", "outcome")
        self._limits = self._counters("limits_reached", "Spends refused because a limit was reached", "limit")
        self._otps = self._counters("otp", "How far one-time passwords came", "stage")
        self._stuck = self._counters("stuck", "Customers who do not go on by themselves", "step", "reason")
        self._agents_otps = self._counter("agent_otp_refused", "Texts like a one-time password in an agent's chat")
        self._joins = self._counter("joins_refused", "Tries to become an agent that were refused")
        self._groups = self._histogram("commit_jobs", "Jobs that shared a commit", _SIZES)
        self._commits = self._histogram("commit_seconds", "Commits, until synced", _FAST)

        self._sessions = self._gauge("sessions", "Sessions by the step at which they stand", "step")
        self._waiting = self._gauge("outbox_waiting", "Outbox messages that are still to be sent")
        self._aside = self._gauge("quarantine_held", "Unreadable deliveries that are kept")
        self._held = self._gauge("accounts_held", "Accounts of linked lines")
        self._missing = self._gauge("accounts_missing", "Of those, how many the provider does not know just now")
        self._rows = self._gauge("ledger_rows", "Rows of a record that is evidence, as its last one says", "ledger")
        self._heads = self._gauge("ledger_head", "Its head without the row, as a number", "ledger")
        self._unopened = self._gauge("unopened_rows", "Rows met since the start that no key opens", "table")
        self._size = self._gauge("database_bytes", "The database and its log on disk")
        self._healthy = self._gauge("database_healthy", "0 once the disk has failed for good")

    def turn(self, inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> None:
        """A turn that is on disk."""
        channel = inbound.channel if isinstance(inbound, UnreadableInbound) else inbound.contact.channel
        event = UnreadableInbound if isinstance(inbound, UnreadableInbound) else type(inbound.event)
        self._turns(event.__name__, _verdict(inbound, outcome)).inc()
        if outcome.repeated:
            self._repeats(channel).inc()
        elif isinstance(inbound, UnreadableInbound):
            self._unreadable(channel).inc()
        else:
            self._count_otps(inbound.event, outcome.immediate)
            self._count_stuck(outcome.turn)

    def outbox_attempt(self, kind: str, outcome: str) -> None:
        """An attempt at one: `sent`, `held`, `postponed`, `gone`, `refused`, `dropped` or `unreadable`."""
        self._attempts(kind, outcome).inc()

    def message(self, channel: str, outcome: str) -> None:
        """An attempt to hand a message to a channel: `sent`, or the error in a word."""
        self._messages(channel, outcome).inc()

    def reply(self, channel: str, seconds: float) -> None:
        """The first message of a reply was taken by the channel, `seconds` after what it answers had come in."""
        self._replies(channel).observe(seconds)

    def provider_call(self, operation: str, outcome: str, seconds: float) -> None:
        """One try at the provider; an outcome is `done`, `silent` or a `Refusal`."""
        self._calls(operation, outcome).observe(seconds)

    def limit_reached(self, limit: str) -> None:
        """Something was not done because of the limit of this name."""
        self._limits(limit).inc()

    def agent_otp_refused(self) -> None:
        """An agent typed what looks like a customer's one-time password."""
        self._agents_otps.inc()

    def join_refused(self) -> None:
        """Somebody tried to become an agent with a code that is none, or that is not for them."""
        self._joins.inc()

    def commit(self, jobs: int, seconds: float) -> None:
        """`jobs` were committed together and synced within `seconds`."""
        self._groups.observe(jobs)
        self._commits.observe(seconds)

    def watch(self, database: Database, store: Store) -> None:
        """From now on tell of this database too; what stands in its tables as of the latest `refresh`."""
        self._tables = database, store
        self._size.set_function(lambda: float(database.size))
        self._healthy.set_function(lambda: float(database.failure is None))

    async def refresh(self) -> None:
        """Count what stands in the tables, unless that was done just now.

        A database that cannot answer keeps its last figures.
        """
        if self._tables is None or self._seconds() < self._stale_at:
            return
        self._stale_at = self._seconds() + _FRESH
        database, store = self._tables
        try:
            figures = await database.read(lambda tx: _count(tx, store))
        except StorageError:
            return
        self._sessions.clear()
        for step, number in figures.sessions.items():
            self._sessions.labels(step).set(number)
        self._waiting.set(figures.waiting)
        self._aside.set(figures.aside)
        self._held.set(figures.held)
        self._missing.set(figures.missing)
        for name, head in figures.heads.items():
            self._rows.labels(name).set(head.number)
            self._heads.labels(name).set(head.value)
        for table, rows in store.keyring.unopened.items():
            self._unopened.labels(table).set(len(rows))

    def render(self) -> bytes:
        """All of it in Prometheus's text format, which is `CONTENT_TYPE`."""
        return generate_latest(self._registry)

    def _count_otps(self, event: Event, wishes: tuple[Immediate, ...]) -> None:
        for kind in (type(event), *map(type, wishes)):
            if stage := _STAGES.get(kind):
                self._otps(stage).inc()

    def _count_stuck(self, turn: Turn | None) -> None:
        if turn and isinstance(turn.fact, Stuck):
            place = traits_of(turn.session.step).place
            self._stuck(place.value if place else "at rest", turn.fact.reason.value).inc()

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"{_PREFIX}_{name}", what, labels, registry=self._registry)

    def _counters(self, name: str, what: str, *labels: str) -> _Children[Counter]:
        return _Children(self._counter(name, what, *labels))

    def _gauge(self, name: str, what: str, *labels: str) -> Gauge:
        return Gauge(f"{_PREFIX}_{name}", what, labels, registry=self._registry)

    def _histogram(self, name: str, what: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"{_PREFIX}_{name}", what, labels, buckets=buckets, registry=self._registry)

    def _histograms(self, name: str, what: str, buckets: tuple[float, ...], *labels: str) -> _Children[Histogram]:
        return _Children(self._histogram(name, what, buckets, *labels))


def _verdict(inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> str:
    if outcome.repeated:
        return "repeated"
    if isinstance(inbound, UnreadableInbound):
        return "quarantined"
    return "answered" if outcome.messages or outcome.immediate else "unanswered"


class _Figures(NamedTuple):
    """What stands in the tables."""

    sessions: dict[str, int]
    waiting: int
    aside: int
    held: int
    missing: int
    heads: dict[str, Head]


def _count(tx: Transaction, store: Store) -> _Figures:
    waiting, aside = store.outbox.count(tx), store.quarantine.count(tx)
    held, missing = store.accounts.count(tx)
    return _Figures(store.sessions.count(tx), waiting, aside, held, missing, store.heads(tx))
