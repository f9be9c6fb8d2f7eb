"""What a linked line tells: identity, balances, transactions; and how they are shown. Never how they were fetched."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from conversations.discretion import Discreet, Hidden


class DataStatus(StrEnum):
    """How far the provider is with the data of a line."""

    AVAILABLE = "available"
    PARTIAL = "partial"
    PROCESSING = "processing"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"


class Money(Struct, frozen=True):
    """An amount in kobo (1/100 naira). Negative when airtime was borrowed."""

    kobo: int
    currency: str = "NGN"


class Unit(StrEnum):
    """What a balance that is not money is counted in."""

    GIGABYTE = "gb"
    MINUTE = "minute"
    MESSAGE = "sms"
    OTHER = "other"


class Quantity(Struct, frozen=True):
    """An amount of something other than money; `unit_name` is the network's word where `unit` is OTHER."""

    value: Decimal
    unit: Unit
    unit_name: str = ""


class Balance(Discreet, frozen=True):
    """One balance under the name that the network gives it (free text, cleaned)."""

    name: str
    amount: Hidden[Money | Quantity]


class Identity(Discreet, frozen=True):
    """Who the network says owns the line. Every field may be missing."""

    full_name: Hidden[str | None] = None
    gender: Hidden[str | None] = None  # "female", "male", or the network's other word
    born: Hidden[date | None] = None


class Summary(Struct, frozen=True):
    """What the customer is shown; None where the provider gave nothing.

    `as_of` is when the network gave the balances, None where that is not known: it was asked anew and did not answer,
    which `refreshed` says. `anew_at` is when it was asked, where that was too short a time ago to be asked again.
    """

    identity: Identity | None
    balances: tuple[Balance, ...] | None
    as_of: datetime | None
    refreshed: bool = True
    anew_at: datetime | None = None


class AccountDetails(Struct, frozen=True):
    """The provider's own record of a line: how far its data is, and what it holds (`identity`, `balance`, …)."""

    status: DataStatus
    retrieved: frozenset[str] | None = None  # None: the provider does not say


class Missing(Struct, frozen=True):
    """The provider does not know the account, which may be our fault: `asked` so often `since`, next at `again_at`."""

    since: datetime
    again_at: datetime
    asked: int = 1


class Rumour(Struct, frozen=True):
    """The provider has posted that the account is gone, or that its customer has to `log_in` there again.

    `heard` so often `since`; the provider is asked about it next at `again_at`.
    """

    since: datetime
    again_at: datetime
    heard: int = 1
    log_in: bool = False


class Direction(StrEnum):
    """Whether money came in or went out."""

    CREDIT = "credit"
    DEBIT = "debit"


class LineTransaction(Discreet, frozen=True):
    """One movement of airtime. `at` is UTC; `narration` is the network's text, cleaned.

    `name` tells it from all others of its line, "" where the provider gives it none; `after` is the balance after it.
    """

    direction: Direction
    amount: Hidden[Money]
    narration: Hidden[str]
    at: datetime
    name: str = ""
    after: Hidden[Money | None] = None


class TransactionPage(Struct, frozen=True):
    """One page, newest first. `more` says whether another follows, `total` how many there are on all, where known.

    One that is `unfinished` was not read to its end, for that took too long: asked for again, it goes on from there.

    `unread` are rows that are in no shape, such as one without a date. `read_at` is when it was read, where the
    provider has not answered since.
    """

    transactions: tuple[LineTransaction, ...]
    page: int
    more: bool
    unread: int = 0
    total: int | None = None
    read_at: datetime | None = None
    unfinished: bool = False


class Statement(Struct, frozen=True):
    """All that moved in a time, newest first. Not `whole`: the provider stopped answering, and what is older lacks."""

    transactions: tuple[LineTransaction, ...]
    unread: int = 0
    whole: bool = True


def age_on(born: date, today: date) -> int:
    """Whole years on the day `today`; one more from the birthday on, 1 March for who was born on 29 February."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def mask_name(name: str) -> str:
    """`Adaeze Ngozi Okafor` → `Adaeze N. O.`: the first name and initials, as its owner reads and hears it.

    How long the other names are is not told.
    """
    first, *others = tidy_name(name).split() or [""]
    initials = (re.search(r"[^\W\d_]", word) for word in others)
    return " ".join((first, *(f"{initial[0].upper()}." for initial in initials if initial)))


def tidy_name(name: str) -> str:
    """A cleaned name that does not shout: `ADAEZE O'BRIEN-OJO` → `Adaeze O'Brien-Ojo`, `SA'ADATU` → `Sa'adatu`.

    Words in mixed case are their owner's choice and stay.
    """
    words = clean(name).split(" ")
    quiet = all(word == word.lower() for word in words)
    return " ".join(_capitalised(word) if quiet or word == word.upper() else word for word in words)


def clean(text: str, limit: int = 64) -> str:
    """Free text of the network made safe to show: no control, bidi or formatting characters, at most `limit` long."""
    text = text[:_READ_AT_MOST]
    if text.isascii() and text.isprintable():  # as most is: nothing to normalize, and nothing hidden
        shown = text.translate(_WITHOUT_FORMATTING)
    else:
        shown = "".join(map(_shown, unicodedata.normalize("NFC", text)))
    line = " ".join(shown.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


_READ_AT_MOST = 1000  # normalization takes quadratic time on hostile text

_CHAT_FORMATTING = "*_~`"  # bold, italic, struck and fixed-width text in the chats
_WITHOUT_FORMATTING = str.maketrans(dict.fromkeys(_CHAT_FORMATTING, " "))

# After a hyphen or dot, and after the apostrophe of a one-letter prefix (O'Brien, N'Golo; but Sa'adatu, Ma'aruf).
_CAPITALS = re.compile(r"\b[^\W\d_]['\u2019][^\W\d_]|(?:^|[-.])[^\W\d_]")
_GENERATIONS = frozenset({"II", "III", "IV"})


def _capitalised(word: str) -> str:
    if word in _GENERATIONS:
        return word
    return _CAPITALS.sub(lambda letter: letter[0].upper(), word.lower())


def _shown(character: str) -> str:
    if character.isspace() or character in _CHAT_FORMATTING:
        return " "
    invisible = unicodedata.category(character).startswith("C")  # control, format, surrogate, private, unassigned
    return "" if invisible else character
