"""The transactional outbox: what must still be sent, in order for each lane (its ordering key). Never how."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct

from conversations.discretion import Discreet, Hidden
from storage.codec import from_ms, to_ms
from storage.outbox_rows import ADD, BILL, DROP, FORGET, HELD, SENT, WAITING, leaving
from storage.sealed import SealedBytes
from storage.sealing import Keyring
from storage.transaction import OneMore, Transaction, Wanted

KEPT = timedelta(hours=48)  # how long the row of a sent message answers for it

COLUMNS = "id, lane, kind, sealed, tries, due_at, drop_at, rest"

_MS = timedelta(milliseconds=1)
_BODIES = SealedBytes("outbox")
_AT_ONCE = timedelta()


class MessageState(StrEnum):
    """How far a message is. Those from `sent` on are what a platform reports of a message that it took."""

    WAITING = "waiting"
    HELD = "held"  # until the person writes again
    SENT = "sent"
    FAILED = "failed"
    DELIVERED = "delivered"
    READ = "read"

    def is_news_after(self, earlier: "MessageState") -> bool:
        """Whether a report of this takes a message further: reports come in any order, and more than once."""
        return earlier in _REPORTED and _REPORTED.index(self) > _REPORTED.index(earlier)


_REPORTED = (MessageState.SENT, MessageState.FAILED, MessageState.DELIVERED, MessageState.READ)


class OutboxMessage(Discreet, frozen=True):
    """One thing to be sent. `lane` keeps the order; `body` is its content; after `drop_at` it no longer matters.

    `rest` is how long before `due_at` that was set, nothing for what was due at once. `source` is what `body` was made
    of, and `asked_at` when what it answers came in, where that was in this process.
    """

    number: int
    lane: bytes
    kind: str
    body: Hidden[bytes]
    tries: int
    due_at: datetime
    drop_at: datetime
    rest: timedelta = _AT_ONCE
    source: Hidden[Any] = None
    asked_at: datetime | None = None

    def due_from(self, now: datetime) -> datetime:
        """When it is due for who looks now: what was dated by a clock that was ahead rests no longer than it was to."""
        return min(self.due_at, now + self.rest)


class Outbox(Struct, frozen=True):
    """Adds, reads and settles messages within a transaction that the caller holds."""

    keyring: Keyring

    def add(  # noqa: PLR0913 - a row's content
        self,
        tx: Transaction,
        lane: bytes,
        kind: str,
        body: bytes,
        now: datetime,
        drop_at: datetime,
        *,
        rest: timedelta = _AT_ONCE,
        source: object = None,
        asked_at: datetime | None = None,
    ) -> OutboxMessage:
        number, due_at = tx.next_number("outbox"), now + rest
        row = (number, lane, kind, to_ms(due_at), to_ms(drop_at), rest // _MS, _BODIES.seal(self.keyring, number, body))
        tx.put(ADD, row, (WAITING, (lane,), OneMore((lane, kind, number))))
        return OutboxMessage(number, lane, kind, body, 0, due_at, drop_at, rest, source, asked_at)

    def waiting(self, tx: Transaction) -> list[OutboxMessage]:
        """Everything that is not sent yet, oldest first. What no key opens stays where it is, and is left out."""
        query = f"SELECT {COLUMNS} FROM outbox WHERE state = 'waiting'"  # noqa: S608 - a constant
        # Asked for in the order of their ids, SQLite reads the whole table, which has that order, and not the index.
        return opened(self.keyring, sorted(tx.execute(query).fetchall()))

    def postpone(self, tx: Transaction, number: int, tries: int, now: datetime, rest: timedelta) -> None:
        """To be tried (again) when it has rested, also what the platform took and then failed to deliver."""
        query = "UPDATE outbox SET state = 'waiting', tries = ?, due_at = ?, rest = ? WHERE id = ?"
        tx.execute(query, (tries, to_ms(now + rest), rest // _MS, number))

    def hurry(self, tx: Transaction, lane: bytes, now: datetime) -> None:
        """What waits in this lane is due now."""
        tx.execute(
            "UPDATE outbox SET due_at = ?, rest = 0 WHERE lane = ? AND state = 'waiting' AND due_at > ?",
            (to_ms(now), lane, to_ms(now)),
        )

    def join(self, tx: Transaction, number: int, body: bytes, others: Iterable[int], drop_at: datetime) -> None:
        """The message says what the others would have said as well, until `drop_at`, and they are not sent."""
        sealed = _BODIES.seal(self.keyring, number, body)
        tx.execute("UPDATE outbox SET sealed = ?, drop_at = ? WHERE id = ?", (sealed, to_ms(drop_at), number))
        tx.executemany("DELETE FROM outbox WHERE id = ?", [(other,) for other in others])

    def hold(self, tx: Transaction, number: int) -> None:
        """The platform lets it through only after the person's next message."""
        tx.execute("UPDATE outbox SET state = 'held' WHERE id = ?", (number,))

    def hold_unless_heard(self, tx: Transaction, number: int, heard_at: datetime | None) -> bool:
        """The same; False where they have written since `heard_at` (None: ever), for then nothing would release it."""
        newer = "SELECT 1 FROM chats WHERE chats.contact = outbox.lane AND chats.heard_at > ?"
        query = f"UPDATE outbox SET state = 'held' WHERE id = ? AND NOT EXISTS ({newer})"  # noqa: S608 - a constant
        return tx.execute(query, (number, to_ms(heard_at) if heard_at else 0)).rowcount == 1

    def release(self, tx: Transaction, lane: bytes, now: datetime) -> list[OutboxMessage]:
        """What was held in this lane waits to be sent again; in its order, and without what no longer matters."""
        if not tx.find(HELD, lane):
            return []
        tx.execute("DELETE FROM outbox WHERE lane = ? AND state = 'held' AND drop_at <= ?", (lane, to_ms(now)))
        query = f"SELECT {COLUMNS} FROM outbox WHERE lane = ? AND state = 'held' ORDER BY id"  # noqa: S608
        messages = opened(self.keyring, tx.execute(query, (lane,)).fetchall())
        tx.execute("UPDATE outbox SET state = 'waiting' WHERE lane = ? AND state = 'held'", (lane,))
        return messages

    def sent(
        self,
        tx: Transaction,
        number: int,
        lane: bytes,
        receipt: str | None,
        prompt: int = 0,
        shown_at: datetime | None = None,
    ) -> None:
        """The platform took what waited. It stays only where it reports, under `receipt`, what becomes of it.

        `prompt` is the number of the question that it asked, 0 for none; from `shown_at` on it is taken to be on the
        screen, if nothing is reported before.
        """
        if receipt is None:
            return self.drop(tx, number, lane)
        row = (receipt, prompt, to_ms(shown_at) if shown_at else None, number)
        return tx.put(SENT, row, *leaving(number, lane))

    def drop(self, tx: Transaction, number: int, lane: bytes) -> None:
        """What waits in this lane will not be sent, or was."""
        tx.put(DROP, (number,), *leaving(number, lane))

    def clear_lane(self, tx: Transaction, lane: bytes) -> int:
        """Nothing that waits or is held there will be sent. The highest number of it, 0 where there was none."""
        waiting = tx.execute("DELETE FROM outbox WHERE lane = ? AND state = 'waiting' RETURNING id", (lane,)).fetchall()
        held = tx.execute("DELETE FROM outbox WHERE lane = ? AND state = 'held' RETURNING id", (lane,)).fetchall()
        return max((number for (number,) in waiting + held), default=0)  # one statement would use neither's index

    def wanted(self, lane: bytes) -> Wanted:
        """What `waiting_in` asks for."""
        return WAITING, (lane,)

    def wanted_held(self, lane: bytes) -> Wanted:
        """What `release` asks for."""
        return HELD, (lane,)

    def waiting_in(self, tx: Transaction, lane: bytes) -> dict[str, int]:
        """How many of each kind wait in this lane."""
        return Counter(kind for _, kind, _ in tx.find(WAITING, lane))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        """What a platform reports on, and charges for, is counted by the day of Lagos before it goes.

        Not what waits: it goes when its turn comes, and what no key opens is never given up for that alone.
        """
        until = (to_ms(now - KEPT),)
        tx.execute(BILL, until)
        return tx.execute(FORGET, until).rowcount

    def count_in(self, tx: Transaction, lane: bytes) -> int:
        """How many of one lane are still to be sent, or wait for the person to write."""
        query = "SELECT count(*) FROM outbox WHERE lane = ? AND state IN ('waiting', 'held')"
        return int(tx.execute(query, (lane,)).fetchone()[0])

    def count_due(self, tx: Transaction, now: datetime) -> int:
        """How many should have been sent by now: not what is to rest until later, but what is tried again."""
        query = "SELECT count(*) FROM outbox WHERE state = 'waiting' AND (due_at <= ? OR rest = 0 OR tries > 0)"
        return int(tx.execute(query, (to_ms(now),)).fetchone()[0])


def opened(keyring: Keyring, rows: Iterable[tuple[Any, ...]]) -> list[OutboxMessage]:
    """The messages of these rows (`COLUMNS`), without those that no key opens."""
    messages = []
    for number, lane, kind, sealed, tries, due_at, drop_at, rest in rows:
        body = _BODIES.open(keyring, number, sealed)
        if body is not None:
            times = from_ms(due_at), from_ms(drop_at), rest * _MS
            messages.append(OutboxMessage(number, lane, kind, body, tries, *times))
    return messages
