"""Webhook events: what the business's own systems are told of their links, and whether it arrived. Never a name.

An event is written with the turn that it tells of. Its webhook waits in the outbox, in its link's own lane.
"""

import json
import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from conversations.discretion import Discreet, Hidden
from storage.codec import encode, from_ms, to_ms, written
from storage.consents import Consents
from storage.ledger_head import Head
from storage.lookup import of_event_lane
from storage.outbox import Outbox, OutboxMessage
from storage.sealed import SealedBytes
from storage.sealing import Keyring
from storage.transaction import Transaction, Write

VERSION = 1  # of the body, as docs/events.md describes it; raised when a field changes its meaning or goes
# The type of each kind as it is posted, and all that is ever told: no identity of a customer, no number, no code.
TYPES: Mapping[str, str] = {
    "linked": "line.linked",
    "ready": "line.ready",
    "declined": "line.declined",
    "expired": "line.expired",
    "narrowed": "line.narrowed",
    "renewed": "line.renewed",
    "cancelled": "line.cancelled",
    "withdrawn": "line.withdrawn",
    "opened": "link.opened",
    "agreed": "link.agreed",
    "code-sent": "link.code_sent",
    "stuck": "link.stuck",
}
KINDS = frozenset(TYPES)
FIELDS = (
    "account_id",
    "reference",
    "external_reference",
    "after",
    "agent",
    "network",
    "consent_id",
    "scopes",
    "reason",
)
FIELDS_BESIDE: Mapping[str, tuple[str, ...]] = {"stuck": ("step",)}  # what only one kind tells
EventValue = str | tuple[str, ...] | None
OUTBOX_KIND = "event"  # the kind of the outbox's message
PATIENCE = timedelta(hours=24)  # how long a webhook is tried
KEPT = timedelta(days=30)  # how long an event can be sent again

_BODIES = SealedBytes("events")
_ADD = Write("events", "INSERT INTO events (id, kind, at, give_up_at, sealed) VALUES (?, ?, ?, ?, ?)")
_COLUMNS = "id, kind, at, tries, answer, delivered_at, give_up_at, sealed"


class WebhookPost(Struct, frozen=True):
    """What the outbox carries: the event's id. Its content stays in its own table alone."""

    event: str


class EventState(StrEnum):
    """What became of an event so far."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


class BusinessEvent(Discreet, frozen=True):
    """One row. `body` is None when it cannot be unsealed; `answer` is what the receiver last said, "" before."""

    id: str
    kind: str
    at: datetime
    tries: int
    answer: str
    state: EventState
    body: Hidden[bytes | None]


class Events(Struct, frozen=True):
    """Adds, reads and settles events within a transaction that the caller holds.

    `wanted` is False where no system is to be told: then nothing is written at all.
    """

    keyring: Keyring
    wanted: bool = True

    def add(
        self,
        tx: Transaction,
        kind: str,
        link_reference: str | None,
        data: Mapping[str, EventValue],
        now: datetime,
    ) -> OutboxMessage | None:
        """Tell of one thing that happened to a link, or to a line linked without one (`link_reference` None).

        The message may go to the dispatcher at once; without that it is found in the outbox's next round.
        ValueError for a kind that is not in KINDS, or for data that is not in FIELDS.
        """
        if not self.wanted:
            return None
        event = f"evt_{secrets.token_hex(12)}"
        content = _content(kind, link_reference, data)
        sealed = _BODIES.seal(self.keyring, event, _body(kind, content, now, Consents(self.keyring).ledger.head(tx)))
        tx.put(_ADD, (event, kind, to_ms(now), to_ms(now + PATIENCE), sealed))
        lane = of_event_lane(self.keyring, subject_of(event, content))
        return Outbox(self.keyring).add(
            tx, lane, OUTBOX_KIND, encode(WebhookPost(event), WebhookPost), now, now + PATIENCE
        )

    def load(self, tx: Transaction, event: str, now: datetime) -> BusinessEvent | None:
        row = tx.execute(f"SELECT {_COLUMNS} FROM events WHERE id = ?", (event,)).fetchone()  # noqa: S608 - a constant
        return self._open(row, now) if row else None

    def latest(self, tx: Transaction, now: datetime, most: int = 200) -> list[BusinessEvent]:
        """The newest events, oldest first."""
        query = f"SELECT {_COLUMNS} FROM events ORDER BY number DESC LIMIT ?"  # noqa: S608 - a constant
        return [self._open(row, now) for row in reversed(tx.execute(query, (most,)).fetchall())]

    def all(
        self, tx: Transaction, now: datetime, *, only_failed: bool = False, since: datetime | None = None
    ) -> Iterator[BusinessEvent]:
        """Every event that is kept, oldest first, read one by one; or those alone that were given up, or are newer."""
        failed = " AND delivered_at IS NULL AND give_up_at <= ?" if only_failed else ""
        scope, values = f"at >= ?{failed}", [to_ms(since) if since else 0, *([to_ms(now)] if only_failed else [])]
        query = f"SELECT {_COLUMNS} FROM events WHERE {scope} ORDER BY number"  # noqa: S608 - texts of ours
        return (self._open(row, now) for row in tx.execute(query, values))

    def count(self, tx: Transaction) -> int:
        (number,) = tx.execute("SELECT count(*) FROM events").fetchone()
        return int(number)

    def count_failed(self, tx: Transaction, now: datetime) -> int:
        """How many were given up and have not been sent again."""
        query = "SELECT count(*) FROM events WHERE delivered_at IS NULL AND give_up_at <= ?"
        (number,) = tx.execute(query, (to_ms(now),)).fetchone()
        return int(number)

    def waiting_since(self, tx: Transaction, now: datetime) -> datetime | None:
        """When the oldest happened that was neither taken nor given up: the first that would be."""
        query = "SELECT at FROM events WHERE delivered_at IS NULL AND give_up_at > ? ORDER BY give_up_at LIMIT 1"
        row = tx.execute(query, (to_ms(now),)).fetchone()
        return from_ms(row[0]) if row else None

    def note(self, tx: Transaction, event: str, answer: str, now: datetime, state: EventState) -> None:
        """One more try, what came of it, and the state that it leaves the event in."""
        delivered_at = to_ms(now) if state is EventState.DELIVERED else None
        give_up_at = to_ms(now) if state is EventState.FAILED else None
        tx.execute(
            "UPDATE events SET tries = tries + 1, answer = ?, delivered_at = coalesce(?, delivered_at),"
            " give_up_at = coalesce(?, give_up_at) WHERE id = ?",
            (answer, delivered_at, give_up_at, event),
        )

    def settle_by_hand(self, tx: Transaction, event: str, answer: str, state: EventState, now: datetime) -> None:
        """It was posted beside the outbox: noted, and where it was taken, whatever waits in its lane is due."""
        self.note(tx, event, answer, now, state)
        lane = self.lane_of(tx, event)
        if lane and state is EventState.DELIVERED:
            Outbox(self.keyring).hurry(tx, lane, now)

    def lane_of(self, tx: Transaction, event: str) -> bytes | None:
        """In which it waits, or waited; None where that cannot be read."""
        row = tx.execute("SELECT sealed FROM events WHERE id = ?", (event,)).fetchone()
        body = _BODIES.open(self.keyring, event, row[0]) if row else None
        return of_event_lane(self.keyring, subject_of(event, json.loads(body)["data"])) if body else None

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM events WHERE at < ?", (to_ms(now - KEPT),)).rowcount

    def _open(self, row: tuple[str, str, int, int, str, int | None, int, bytes], now: datetime) -> BusinessEvent:
        event, kind, at, tries, answer, delivered_at, give_up_at, sealed = row
        body = _BODIES.open(self.keyring, event, sealed)
        waiting = EventState.WAITING if to_ms(now) < give_up_at else EventState.FAILED
        return BusinessEvent(
            event, kind, from_ms(at), tries, answer, EventState.DELIVERED if delivered_at else waiting, body
        )


def subject_of(event: str, content: Mapping[str, EventValue]) -> str:
    """What the order of events is kept for: the link, or the account of a line that came by none.

    `content` is the `data` of its body.
    """
    return str(content.get("reference") or content.get("after") or content.get("account_id") or event)


def _content(kind: str, reference: str | None, data: Mapping[str, EventValue]) -> dict[str, EventValue]:
    fields = (*FIELDS, *FIELDS_BESIDE.get(kind, ()))
    content: dict[str, EventValue] = {**dict.fromkeys(fields), **data, "reference": reference}
    if kind not in KINDS or set(content) - set(fields):
        raise ValueError("an event of a kind, or with data, that no system was promised")
    return content


def _body(kind: str, content: Mapping[str, EventValue], now: datetime, consents: Head) -> bytes:
    """The body as it is posted (standardwebhooks.com: `type`, `timestamp`, `data`).

    Whoever keeps it has the head of the record of consents as it was then, and can ask for it later.
    """
    body = {"type": TYPES[kind], "version": VERSION, "timestamp": written(now)}
    body |= {"consents_head": str(consents), "data": dict(content)}
    return json.dumps(body, separators=(",", ":")).encode()
