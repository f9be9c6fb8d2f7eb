"""The kept_posts table: what was posted to who stands by, sealed, until who leads has taken it. Never what it means.

While keys are turned one process has a newer one than another: a post is sealed with the newest that both have.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from conversations.discretion import Discreet, Hidden
from storage.codec import from_ms, to_ms
from storage.errors import NoKeyShared, StorageBusy
from storage.keys.canaries import newest_in_use
from storage.sealed import SealedBytes
from storage.sealing import PREFIX_BYTES, Keyring, key_id_in
from storage.transaction import Transaction

MOST = 10_000  # that wait; what is posted beyond them is refused, upon which most platforms post it again
BATCH = 200
KEPT = timedelta(hours=48)  # what nobody could take until then is out of its time, as an inbound id is

_BODIES = SealedBytes("kept_posts")


class KeptPost(Discreet, frozen=True):
    """What was posted to the address `door`. `body` is None where no key opens it; `key` is the one that would."""

    number: int
    door: str
    at: datetime
    body: Hidden[bytes | None]
    key: bytes | None = None


class KeptPosts(Struct, frozen=True):
    """Keeps posts, and hands them out in their order, within a transaction that the caller holds."""

    keyring: Keyring

    def keep(self, tx: Transaction, door: str, body: bytes, now: datetime) -> None:
        """Raises `NoKeyShared`, and `StorageBusy` while too many wait."""
        key = newest_in_use(tx, self.keyring)
        if key is None:
            raise NoKeyShared("whoever leads has none of the keys of this process")
        number = tx.next_number("kept_posts")
        row = (number, door, to_ms(now), _BODIES.seal_by(self.keyring, key, number, body), MOST)
        query = (
            "INSERT INTO kept_posts (id, door, at, sealed) SELECT ?, ?, ?, ?"
            " WHERE (SELECT count(*) FROM kept_posts) < ?"
        )
        if not tx.execute(query, row).rowcount:
            raise StorageBusy("too many posts wait for a process that leads")

    def oldest(self, tx: Transaction, after: int = 0) -> list[KeptPost]:
        """A batch of those behind the number `after`, in the order in which they came."""
        query = "SELECT id, door, at, sealed FROM kept_posts WHERE id > ? ORDER BY id LIMIT ?"
        rows = tx.execute(query, (after, BATCH)).fetchall()
        return [self._open(*row) for row in rows]

    def _open(self, number: int, door: str, at: int, sealed: bytes) -> KeptPost:
        body = _BODIES.open(self.keyring, number, sealed)
        return KeptPost(number, door, from_ms(at), body, key_id_in(sealed[:PREFIX_BYTES]))

    def drop(self, tx: Transaction, numbers: Iterable[int]) -> None:
        """They were taken."""
        tx.executemany("DELETE FROM kept_posts WHERE id = ?", [(number,) for number in numbers])

    def waiting_since(self, tx: Transaction) -> datetime | None:
        """When the oldest of them was posted."""
        row = tx.execute("SELECT at FROM kept_posts ORDER BY id LIMIT 1").fetchone()
        return from_ms(row[0]) if row else None

    def count(self, tx: Transaction) -> int:
        return int(tx.execute("SELECT count(*) FROM kept_posts").fetchone()[0])

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM kept_posts WHERE at < ?", (to_ms(now - KEPT),)).rowcount
