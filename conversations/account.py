"""What a linked line tells: identity, balances, transactions; and how they are masked. (placeholder: contract only)"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class DataStatus(StrEnum):
    """How far the provider is with the data of a line."""

    AVAILABLE = "available"
    PARTIAL = "partial"
    PROCESSING = "processing"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in kobo (1/100 naira). Negative when airtime was borrowed."""

    kobo: int
    currency: str = "NGN"


class Unit(StrEnum):
    """What a balance that is not money is counted in."""

    GIGABYTE = "gb"
    MINUTE = "minute"
    MESSAGE = "sms"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something other than money; `unit_name` is the network's word where `unit` is OTHER."""

    value: Decimal
    unit: Unit
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """One balance under the name that the network gives it (free text, cleaned)."""

    name: str
    amount: Money | Quantity = field(repr=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the network says owns the line. Every field may be missing."""

    full_name: str | None = field(default=None, repr=False)
    gender: str | None = field(default=None, repr=False)  # "female", "male", or the network's other word
    born: date | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Summary:
    """What the customer is shown; None where the provider gave nothing."""

    identity: Identity | None
    balances: tuple[Balance, ...] | None
    as_of: datetime


@dataclass(frozen=True, slots=True)
class AccountDetails:
    """The provider's own record of a line: how far its data is, and what it holds (`identity`, `balance`, …)."""

    status: DataStatus
    retrieved: frozenset[str] | None = None  # None: the provider does not say


class Direction(StrEnum):
    """Whether money came in or went out."""

    CREDIT = "credit"
    DEBIT = "debit"


@dataclass(frozen=True, slots=True)
class Transaction:
    """One movement of airtime. `at` is UTC; `narration` is the network's text, cleaned."""

    direction: Direction
    amount: Money = field(repr=False)
    narration: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TransactionPage:
    """One page, newest first. `more` says whether another follows."""

    transactions: tuple[Transaction, ...]
    page: int
    more: bool


def mask_name(name: str) -> str:
    """`Adaeze Okafor` → `A••••• O•••••`: enough for the owner to recognise, too little for anybody else."""
    raise NotImplementedError


def clean(text: str, limit: int = 64) -> str:
    """Free text of the network made safe to show: no control, bidi or formatting characters, at most `limit` long."""
    raise NotImplementedError
