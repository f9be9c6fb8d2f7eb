"""Rate limits by sliding windows: the spends of each allowance, and when. Never how much is allowed."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache

from msgspec import Struct

from conversations.allowance import Allowance, Limit, Refused, decide
from storage.codec import from_ms, to_ms
from storage.lookup import of_allowance
from storage.sealing import Keyring
from storage.transaction import Transaction, Write

# Twice as long as its window and never less than this, so that a clock that jumps opens no limit.
KEPT = timedelta(hours=49)
_SPEND = Write("spends", "INSERT INTO spends (key, at, forget_at) VALUES (?, ?, ?)")


class Counters(Struct, frozen=True):
    """Reserves allowances in the same transaction as the step that spends them: no race, and never one too many."""

    keyring: Keyring

    def reserve(self, tx: Transaction, allowances: Sequence[Allowance], now: datetime) -> Refused | None:
        """Spend one of each allowance, or none at all and the refusal that lasts longest."""
        keys = [of_allowance(self.keyring, allowance) for allowance in allowances]
        if refusals := list(self._refusals(tx, allowances, keys, now)):
            return max(refusals, key=lambda refused: refused.until)
        for each, key in zip(allowances, keys, strict=True):
            tx.put(_SPEND, (key, to_ms(now), to_ms(now + _life(each.limit))))
        return None

    def give_back(self, tx: Transaction, allowances: Sequence[Allowance]) -> None:
        """Undo the latest spend of each allowance: what it was for is known not to have happened."""
        latest = "DELETE FROM spends WHERE id = (SELECT id FROM spends WHERE key = ? ORDER BY at DESC LIMIT 1)"
        tx.executemany(latest, [(of_allowance(self.keyring, allowance),) for allowance in allowances])

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM spends WHERE forget_at < ?", (to_ms(now),)).rowcount

    def put_time_right(self, tx: Transaction, now: datetime, most: int = 2_000) -> bool:
        """A spend that lies in the future was of now at the latest: it refuses for no longer than one of now would.

        False if more may be left.
        """
        ahead = (
            "UPDATE spends SET at = ?, forget_at = forget_at - at + ?"
            " WHERE id IN (SELECT id FROM spends WHERE forget_at > ? AND at > ? LIMIT ?)"
        )
        moment = to_ms(now)
        return tx.execute(ahead, (moment, moment, to_ms(now + KEPT), moment, most)).rowcount < most

    def _refusals(
        self, tx: Transaction, allowances: Sequence[Allowance], keys: Sequence[bytes], now: datetime
    ) -> Iterator[Refused]:
        """All are asked for at once: each is a round trip where the database is elsewhere."""
        asked = [value for each, key in zip(allowances, keys, strict=True) for value in (key, each.limit.most - 1)]
        found = dict(tx.execute(_oldest_that_counts(len(keys)), asked).fetchall()) if keys else {}
        for place, each in enumerate(allowances):
            at = found.get(place)
            if refused := decide(each.limit, None if at is None else from_ms(at), now):
                yield refused


@cache
def _oldest_that_counts(keys: int) -> str:
    """Of each key the spend after which the next one is one too many, by the key's place."""
    one = "SELECT * FROM (SELECT {} AS place, at FROM spends WHERE key = ? ORDER BY at DESC LIMIT 1 OFFSET ?) AS of_{}"
    return " UNION ALL ".join(one.format(place, place) for place in range(keys))


def _life(limit: Limit) -> timedelta:
    return max(KEPT, 2 * limit.within)
