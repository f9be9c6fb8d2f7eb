"""Deduplication: the ids of the platform's messages that have had their turn. Never what was in them."""

from datetime import datetime, timedelta

from storage.codec import to_ms
from storage.transaction import Transaction

# Platforms repeat for up to 24 hours, and their ids need not grow, so ids are kept as a set, twice as long.
KEPT = timedelta(hours=48)


def claim(tx: Transaction, channel: str, delivery: str, now: datetime) -> bool:
    """Whether this is the first time that the delivery is seen; if so it is marked."""
    query = "INSERT INTO inbound_ids (channel, id, at) VALUES (?, ?, ?) ON CONFLICT (channel, id) DO NOTHING"
    return tx.execute(query, (channel, delivery, to_ms(now))).rowcount == 1


def seen(tx: Transaction, channel: str, delivery: str) -> bool:
    query = "SELECT 1 FROM inbound_ids WHERE channel = ? AND id = ?"
    return tx.execute(query, (channel, delivery)).fetchone() is not None


def forget_old(tx: Transaction, now: datetime) -> int:
    return tx.execute("DELETE FROM inbound_ids WHERE at < ?", (to_ms(now - KEPT),)).rowcount
