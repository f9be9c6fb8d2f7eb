"""The outbox table: what must still be sent, in order for each lane. Never how it is sent."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.codec import from_ms, to_ms
from storage.errors import Unsealable
from storage.sealing import Keyring

KEPT = timedelta(hours=48)  # how long the row of a sent message answers for it


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to be sent. `lane` keeps the order; `body` is its content; after `drop_at` it no longer matters."""

    number: int
    lane: bytes
    kind: str
    body: bytes
    tries: int
    due_at: datetime
    drop_at: datetime


@dataclass(frozen=True, slots=True)
class Outbox:
    """Adds, reads and settles letters within a transaction that the caller holds."""

    keyring: Keyring

    def add(
        self, db: sqlite3.Connection, lane: bytes, kind: str, body: bytes, due_at: datetime, drop_at: datetime
    ) -> Letter:
        cursor = db.execute(
            "INSERT INTO outbox (lane, kind, due_at, drop_at) VALUES (?, ?, ?, ?)",
            (lane, kind, to_ms(due_at), to_ms(drop_at)),
        )
        number = cursor.lastrowid or 0
        sealed = self.keyring.seal(body, table="outbox", column="sealed", row=str(number))
        db.execute("UPDATE outbox SET sealed = ? WHERE id = ?", (sealed, number))
        return Letter(number, lane, kind, body, 0, due_at, drop_at)

    def waiting(self, db: sqlite3.Connection) -> list[Letter]:
        """Everything that is not sent yet, oldest first. What cannot be read any more is dropped and left out."""
        query = "SELECT id, lane, kind, sealed, tries, due_at, drop_at FROM outbox WHERE state = 'waiting' ORDER BY id"
        letters = []
        for number, lane, kind, sealed, tries, due_at, drop_at in db.execute(query).fetchall():
            try:
                body = self.keyring.open(sealed, table="outbox", column="sealed", row=str(number))
            except Unsealable:
                self.drop(db, number)
            else:
                letters.append(Letter(number, lane, kind, body, tries, from_ms(due_at), from_ms(drop_at)))
        return letters

    def postpone(self, db: sqlite3.Connection, number: int, tries: int, due_at: datetime) -> None:
        db.execute("UPDATE outbox SET tries = ?, due_at = ? WHERE id = ?", (tries, to_ms(due_at), number))

    def sent(self, db: sqlite3.Connection, number: int, receipt: str | None) -> None:
        """The platform took it. What it said is not kept; the platform's name for it is, while it may still report."""
        if receipt is None:
            db.execute("DELETE FROM outbox WHERE id = ?", (number,))
        else:
            db.execute("UPDATE outbox SET state = 'sent', sealed = NULL, receipt = ? WHERE id = ?", (receipt, number))

    def drop(self, db: sqlite3.Connection, number: int) -> None:
        db.execute("DELETE FROM outbox WHERE id = ?", (number,))

    def clear_lane(self, db: sqlite3.Connection, lane: bytes) -> int:
        """The recipient is gone: nothing of theirs will be sent."""
        return db.execute("DELETE FROM outbox WHERE lane = ? AND state = 'waiting'", (lane,)).rowcount

    def forget_old(self, db: sqlite3.Connection, now: datetime) -> int:
        return db.execute("DELETE FROM outbox WHERE drop_at < ?", (to_ms(now - KEPT),)).rowcount

    def count(self, db: sqlite3.Connection) -> int:
        return int(db.execute("SELECT count(*) FROM outbox WHERE state = 'waiting'").fetchone()[0])
