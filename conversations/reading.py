"""What a customer asks to see of a linked line, and which of its transactions. Never how it is read or shown."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from conversations.account import Direction
from conversations.lagos import date_in_lagos, month_end


class Reading(StrEnum):
    """What a customer asked to see of a linked line. The values stand on disk."""

    BALANCE = "balance"
    TRANSACTIONS = "transactions"
    USAGE = "usage"
    STATEMENT = "statement"  # transactions as a file
    IDENTITY = "identity"  # in full, once the number is proven


class Span(Struct, frozen=True):
    """Days in Lagos, both included."""

    first: date
    last: date

    def holds(self, at: datetime) -> bool:
        return self.first <= date_in_lagos(at) <= self.last

    @property
    def month(self) -> date | None:
        """The first day of the one calendar month that it is; None for any other span."""
        return self.first if self.first.day == 1 and self.last == month_end(self.first) else None


class TransactionFilter(Struct, frozen=True):
    """The newest of all, where nothing else is said."""

    span: Span | None = None
    way: Direction | None = None

    def holds(self, at: datetime, direction: Direction) -> bool:
        return self.way in (None, direction) and (self.span is None or self.span.holds(at))


NEWEST = TransactionFilter()


class Wish(Struct, frozen=True):
    """A reading of some transactions only."""

    reading: Reading
    selection: TransactionFilter
