"""The inbound_scans table: until when a platform's own log was searched for what never came in. Never the finds."""

from datetime import datetime

from storage.codec import from_ms, to_ms
from storage.transaction import Transaction


def until(tx: Transaction, channel: str, now: datetime) -> datetime:
    """Who has never looked begins now: a disk may be new because the old one was lost."""
    begin = "INSERT INTO inbound_scans (channel, until) VALUES (?, ?) ON CONFLICT (channel) DO NOTHING"
    tx.execute(begin, (channel, to_ms(now)))
    (moment,) = tx.execute("SELECT until FROM inbound_scans WHERE channel = ?", (channel,)).fetchone()
    return from_ms(moment)


def note(tx: Transaction, channel: str, moment: datetime) -> None:
    """Everything until then was found and taken in. It never goes back."""
    later = "UPDATE inbound_scans SET until = ? WHERE channel = ? AND until < ?"
    tx.execute(later, (to_ms(moment), channel, to_ms(moment)))
