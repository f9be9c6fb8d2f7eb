"""Which group a balance belongs to, by one table of its unit and of words in its name. Never the network's name for it.

Names are free text of the network, so that a balance of which neither tells anything is in a group of its own.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from conversations.account import Balance, Money, Unit


class BalanceGroup(StrEnum):
    """In the order in which they are shown; each has its `group-…` in the wording files."""

    AIRTIME = "airtime"
    BONUS = "bonus"  # airtime that was given
    DATA = "data"
    CALLS = "calls"  # voice and SMS
    ROAMING = "roaming"  # whatever its unit
    OTHER = "other"


_ROAMING = re.compile(r"\broam", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:bonus(?:es)?|promo|rewards?|free|gifts?|cash ?back)\b", re.IGNORECASE)
_DATA = re.compile(r"\b(?:data|internet)\b", re.IGNORECASE)
_BY_UNIT = {
    Unit.GIGABYTE: BalanceGroup.DATA,
    Unit.MINUTE: BalanceGroup.CALLS,
    Unit.MESSAGE: BalanceGroup.CALLS,
}


def group_of(balance: Balance) -> BalanceGroup:
    if _ROAMING.search(balance.name):
        return BalanceGroup.ROAMING
    if isinstance(balance.amount, Money):
        return BalanceGroup.BONUS if _GIVEN.search(balance.name) else BalanceGroup.AIRTIME
    if _DATA.search(balance.name):
        return BalanceGroup.DATA
    return _BY_UNIT.get(balance.amount.unit, BalanceGroup.OTHER)


def grouped(balances: Sequence[Balance]) -> Iterator[tuple[BalanceGroup, list[Balance]]]:
    """Those groups that there are, each in the network's own order."""
    for group in BalanceGroup:
        members = [each for each in balances if group_of(each) is group]
        if members:
            yield group, members
