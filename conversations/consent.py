"""What a customer agreed to: the terms, the words that were shown, the end, and why it ended. Never the asking itself.

What is on record of an agreement never follows what the business asks of others later.
"""

import base64
import hashlib
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto

from msgspec import Struct

from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden
from conversations.lagos import months_after

# Raised whenever the consent text changes its meaning, so that a record names the text that was agreed to.
TEXT_VERSION = "2026-12"


class Scope(StrEnum):
    """What of a line is read, each agreed to by itself. The values stand on disk, and in what other programs hear."""

    IDENTITY = "identity"
    BALANCES = "balances"
    TRANSACTIONS = "transactions"


Scopes = tuple[Scope, ...]
EVERY_SCOPE: Scopes = tuple(Scope)


class EndReason(StrEnum):
    """Why an agreement ended. The values stand on disk."""

    CUSTOMER = "customer"  # unlinked or deleted, by themselves
    TIME = "time"  # its date had come
    UNUSED = "unused"  # nothing was read for as long as was said
    RENEWED = "renewed"  # a newer agreement of the same chat stands in its place
    OTHER_CHAT = "other-chat"  # another holder of the line ended it for all
    NETWORK = "network"
    AGE = "age"
    OPERATOR = "operator"


class Terms(Struct, frozen=True):
    """What is asked: by whom, what for, what is read, for how many months, and after how many days unused it ends.

    `adult` is the age that the owner's birth date is looked at for, once, where it is not among what is read; 0: never.
    """

    business: str = ""
    purpose: str = ""
    months: int = 12
    unused_days: int = 180
    reads: Scopes = EVERY_SCOPE
    adult: int = 0


class Asked(Discreet, frozen=True):
    """The terms as they were put to one customer: the very words, and by whose link (empty without one)."""

    terms: Terms
    words: Hidden[str]
    agent: str = ""
    link: str = ""

    @property
    def digest(self) -> str:
        """What tells these words from every other."""
        return hashlib.sha256(self.words.encode()).hexdigest()[:16]


class Agreement(Struct, frozen=True):
    """One consent: when (UTC), to which version of the text, in which language; `reference` is on the receipt.

    `until` and `unused_days` end it. Agreements of the first release have neither until they are given them.
    `reads` is what may be read under it; before that could be chosen, it was all.
    """

    reference: str
    at: datetime
    language: str
    version: str = TEXT_VERSION
    until: datetime | None = None
    unused_days: int | None = None
    reads: Scopes = EVERY_SCOPE


class Receipt(Discreet, frozen=True):
    """One agreement as it is on record. `asked` is None where the first release noted none of it.

    Since `narrowed_at` less may be read than was agreed to then; what may be stands with the agreement. At `page`
    anybody can see whether it holds.
    """

    agreement: Agreement
    asked: Asked | None = None
    ended_at: datetime | None = None
    why: EndReason | None = None  # None for an end of the first release too, which was always the customer's own
    narrowed_at: datetime | None = None
    page: Hidden[str] = ""


class ShownAs(Enum):
    """How a customer wants to see what is on record of their agreements."""

    RECEIPTS = auto()
    CARDS = auto()  # one for each line: who may see what
    IN_SHORT = auto()  # a sentence of that for each
    SEEN = auto()  # the same, for who asks what is seen
    FILE = auto()  # with all else that is held of the chat


class EndNotice(Struct, frozen=True):
    """The customer was told that their consent ends at `end`; `shown` tells the words that offered to go on."""

    end: datetime
    shown: str


def agree(contact: Contact, language: str, now: datetime, terms: Terms | None = None) -> Agreement:
    """The agreement of one contact at one moment; the same moment gives the same reference."""
    terms = terms or Terms()
    digest = hashlib.sha256(f"{contact}|{now.isoformat()}".encode()).digest()
    reference = f"C-{base64.b32encode(digest[:5]).decode()}"
    until = months_after(now, terms.months)
    return Agreement(reference, now, language, until=until, unused_days=terms.unused_days, reads=terms.reads)


def yes_or_no(reads: Scopes) -> dict[str, str]:
    """What is read, as the sentences that name it select by."""
    return {scope.value: "yes" if scope in reads else "no" for scope in Scope}


def end_of(agreement: Agreement, used_at: datetime) -> tuple[datetime, EndReason] | None:
    """When it ends by itself, last used at `used_at`, and why; None where that was never said."""
    if agreement.until is None or agreement.unused_days is None:
        return None
    unused = used_at + timedelta(days=agreement.unused_days)
    return (unused, EndReason.UNUSED) if unused < agreement.until else (agreement.until, EndReason.TIME)


def has_ended(receipt: Receipt, now: datetime) -> datetime | None:
    """When it ended: as is on record, or by its date, whatever was carried out by then. None while it holds."""
    until = receipt.agreement.until
    return receipt.ended_at or (until if until and until <= now else None)


def chain(previous: bytes, record: bytes) -> bytes:
    """The link of an append-only chain: changing or removing any record changes every later link."""
    return hashlib.sha256(previous + hashlib.sha256(record).digest()).digest()
