"""The looks table: until when a platform's own log was looked through for what never came in. Never what was found."""

import sqlite3
from datetime import datetime

from storage.codec import from_ms, to_ms


def until(db: sqlite3.Connection, channel: str, now: datetime) -> datetime:
    """Who has never looked begins now: a disk may be new because the old one was lost."""
    db.execute("INSERT OR IGNORE INTO looks (channel, until) VALUES (?, ?)", (channel, to_ms(now)))
    (moment,) = db.execute("SELECT until FROM looks WHERE channel = ?", (channel,)).fetchone()
    return from_ms(moment)


def note(db: sqlite3.Connection, channel: str, moment: datetime) -> None:
    """Everything until then was found and taken in. It never goes back."""
    db.execute("UPDATE looks SET until = max(until, ?) WHERE channel = ?", (to_ms(moment), channel))
