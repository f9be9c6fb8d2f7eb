"""What the movements of a line add up to. Never how they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from conversations.account import Direction, LineTransaction, Money


@dataclass(frozen=True, slots=True)
class Usage:
    """Airtime that came in and went out, in kobo, and in how many movements."""

    received: Money
    spent: Money
    count: int


def usage_of(transactions: Iterable[LineTransaction], since: datetime) -> Usage:
    """The sums over everything that happened at `since` or later."""
    recent = [each for each in transactions if each.at >= since]
    sums = {
        direction: sum(abs(each.amount.kobo) for each in recent if each.direction is direction)
        for direction in Direction
    }
    return Usage(Money(sums[Direction.CREDIT]), Money(sums[Direction.DEBIT]), len(recent))
