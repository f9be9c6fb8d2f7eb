"""Rate limits by sliding windows: the spends of each allowance, and when. Never how much is allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from conversations.allowance import Allowance, Limit, Refused, decide
from storage.codec import from_ms, to_ms
from storage.lookup import of_allowance
from storage.sealing import Keyring
from storage.transaction import Transaction, Write

# Twice as long as its window and never less than this, so that a clock that jumps opens no limit.
KEPT = timedelta(hours=49)
_SPEND = Write("spends", "INSERT INTO spends (key, at, forget_at) VALUES (?, ?, ?)")


@dataclass(frozen=True, slots=True)
class Counters:
    """Reserves allowances in the same transaction as the step that spends them: no race, and never one too many."""

    keyring: Keyring

    def reserve(self, tx: Transaction, allowances: Sequence[Allowance], now: datetime) -> Refused | None:
        """Spend one of each allowance, or none at all and the refusal that lasts longest."""
        keys = [of_allowance(self.keyring, allowance) for allowance in allowances]
        pairs = zip(allowances, keys, strict=True)
        refusals = [refused for pair in pairs if (refused := self._refusal(tx, *pair, now))]
        if refusals:
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

    def _refusal(self, tx: Transaction, allowance: Allowance, key: bytes, now: datetime) -> Refused | None:
        limit = allowance.limit
        query = "SELECT at FROM spends WHERE key = ? ORDER BY at DESC LIMIT 1 OFFSET ?"
        row = tx.execute(query, (key, limit.most - 1)).fetchone()
        return decide(limit, from_ms(row[0]) if row else None, now)


def _life(limit: Limit) -> timedelta:
    return max(KEPT, 2 * limit.within)
