"""The deliveries table: which messages of a platform have had their turn. Never what was in them."""

import sqlite3
from datetime import datetime, timedelta

from storage.codec import to_ms

# Platforms repeat for up to 24 hours, and their ids need not grow, so ids are kept as a set, twice as long.
KEPT = timedelta(hours=48)


def claim(db: sqlite3.Connection, channel: str, delivery: str, now: datetime) -> bool:
    """Whether this is the first time that the delivery is seen; if so it is marked."""
    cursor = db.execute(
        "INSERT OR IGNORE INTO deliveries (channel, id, at) VALUES (?, ?, ?)", (channel, delivery, to_ms(now))
    )
    return cursor.rowcount == 1


def seen(db: sqlite3.Connection, channel: str, delivery: str) -> bool:
    return (
        db.execute("SELECT 1 FROM deliveries WHERE channel = ? AND id = ?", (channel, delivery)).fetchone() is not None
    )


def forget_old(db: sqlite3.Connection, now: datetime) -> int:
    return db.execute("DELETE FROM deliveries WHERE at < ?", (to_ms(now - KEPT),)).rowcount
