"""Deduplication: which messages of a platform have had their turn. Never what was in them.

A message is known by a keyed value of the platform's id for it, and for as long as it could come again.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from storage.codec import to_ms
from storage.lookup import of_delivery
from storage.sealing import Keyring
from storage.transaction import RowSet, Transaction, Wanted, Write

# Platforms repeat for up to 24 hours, and their ids need not grow, so ids are kept as a set, twice as long. Longer
# where what was posted once can be posted again by who has recorded it: then the channel says so.
KEPT = timedelta(hours=48)

_ROWS = RowSet("inbound_ids", ("channel", "id"))
_CLAIM = Write("inbound_ids", "INSERT INTO inbound_ids (channel, id, forget_at) VALUES (?, ?, ?)")


class InboundIds(Struct, frozen=True):
    """Marks and recognises deliveries within a transaction that the caller holds."""

    keyring: Keyring

    def wanted(self, channel: str, delivery: str) -> Wanted:
        """What `claim` asks for."""
        return _ROWS, (channel, self.key(channel, delivery))

    def claim(self, tx: Transaction, channel: str, delivery: str, now: datetime, kept: timedelta = KEPT) -> bool:
        """Whether this is the first time that the delivery is seen; if so it is marked, for as long as `kept`."""
        key = (channel, self.key(channel, delivery))
        if tx.find(_ROWS, *key):
            return False
        tx.put(_CLAIM, (*key, to_ms(now + kept)), (_ROWS, key, (key,)))
        return True

    def seen(self, tx: Transaction, channel: str, delivery: str) -> bool:
        return bool(tx.find(_ROWS, channel, self.key(channel, delivery)))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM inbound_ids WHERE forget_at < ?", (to_ms(now),)).rowcount

    def hide_plain(self, tx: Transaction) -> int:
        """Put keyed values in the place of the plain ids that the first release left; how many there were."""
        rows = tx.execute("SELECT channel, id FROM inbound_ids").fetchall()
        plain = [(self.key(channel, delivery), channel, delivery) for channel, delivery in rows if _is_plain(delivery)]
        tx.executemany("UPDATE inbound_ids SET id = ? WHERE channel = ? AND id = ?", plain)
        return len(plain)

    def key(self, channel: str, delivery: str) -> bytes:
        """What a delivery is known by."""
        return of_delivery(self.keyring, channel, delivery)


def _is_plain(delivery: str | bytes) -> bool:
    return isinstance(delivery, str)
