"""What a conversation wants done: four kinds of wishes, told apart by their type. Never how it is done.

Durable    is written to the outbox with the turn and retried until it is delivered.
Record     is written to its table with the turn.
Question   is answered from the disk within the same turn.
Immediate  carries a secret or spends a one-time chance: never written, and never repeated by itself.
Passing    is shown at once where the channel can, and lost where it cannot: a toast.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field

from conversations.account import Statement
from conversations.allowance import Allowance
from conversations.choice import Choice
from conversations.consent import EVERY_SCOPE, Agreement, Asked, EndReason, Scope, Scopes, ShownAs
from conversations.discretion import Discreet, Hidden
from conversations.keys import Key
from conversations.linked_line import LinkedLine
from conversations.network import Line
from conversations.one_of import OneOf
from conversations.picture import Picture
from conversations.reading import NEWEST, Reading, TransactionFilter
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference


class Sentence(Discreet, frozen=True):
    """One entry of the wording files with the values that it names."""

    key: Key
    values: Hidden[Mapping[str, Any]] = field(default_factory=dict)


def sentence(key: Key, **values: Any) -> Sentence:
    return Sentence(key, values)


# Durable


class Say(Discreet, frozen=True):
    """One message: its sentences, and the answers that it offers under the question number `prompt`."""

    sentences: tuple[Sentence, ...]
    choices: tuple[Choice, ...] = ()
    prompt: int = 0
    asks_contact: bool = False  # where the channel can, offer to share one's own contact card
    puts_key_away: bool = False  # the contact was asked for before this, and is not any more
    labels: Hidden[Mapping[Choice, Mapping[str, Any]]] = field(default_factory=dict)  # what a label names
    qr: Hidden[str] = ""  # an address that is shown as a QR picture, the text below it
    picture: Hidden[Picture | None] = None  # of the figures that the text has in words
    last: bool = False  # said to somebody who wants to hear nothing more
    until: datetime | None = None  # when it no longer matters; None: as soon as any reply
    copies: str = ""  # what may be put into the clipboard with one tap
    file: Hidden[tuple[Statement, TransactionFilter] | None] = None  # goes along as a file
    held: Hidden[str] = ""  # all that is held of them, as JSON: goes along as a file


class DeleteMessage(Struct, frozen=True):
    """Take a message of the customer's out of the chat (and out of the platform's records) where that is possible."""

    message: str


class UnlinkAtProvider(Struct, frozen=True):
    """Give the account back to the provider, for as long as it takes; unless another chat holds it."""

    account: AccountId


class MenuItem(Struct, frozen=True):
    """A command that can be picked from a chat's menu, and what it does."""

    command: str
    does: str


class ShowMenu(Struct, frozen=True):
    """Have the menu of the person's own chat show these; none: what everybody's shows."""

    items: tuple[MenuItem, ...]


Durable = Say | DeleteMessage | UnlinkAtProvider | ShowMenu

# Records


class RecordConsent(Struct, frozen=True):
    """Append an agreement to the evidence, with what was `asked`; `withdrawn` says that it ended, and `why`.

    `narrowed`: it stands, and from now on no more than it says may be read.
    """

    agreement: Agreement
    withdrawn: bool = False
    asked: Asked | None = None
    why: EndReason = EndReason.CUSTOMER
    narrowed: bool = False


class KeepLine(Struct, frozen=True):
    """Keep a linked line, new or changed; `ready`: what it holds is there to be read, first told of it now."""

    line: LinkedLine
    ready: bool = False


class ForgetLine(Struct, frozen=True):
    """Make everything that this chat keeps of a line unreadable."""

    account: AccountId
    why: EndReason = EndReason.CUSTOMER


class TellHolders(Struct, frozen=True):
    """Have every other chat that holds the line hear that it is linked here too."""

    line: LinkedLine


class EndForHolders(Struct, frozen=True):
    """End the line in every other chat that holds it."""

    line: LinkedLine
    why: EndReason = EndReason.CUSTOMER


class NarrowForHolders(Struct, frozen=True):
    """Have it be read no more in every other chat that holds the line."""

    line: LinkedLine
    scope: Scope


class ForgetCustomer(Struct, frozen=True):
    """End the links that the customer is in the middle of, and keep nothing of them in any; and whatever they agreed to
    that has not ended yet, also what nothing was linked under and no session remembers.
    """

    why: EndReason = EndReason.CUSTOMER


class SilenceChat(Struct, frozen=True):
    """Have the chat get nothing more, longer than any session lasts, until they want it again."""


class ReturnAllowances(Struct, frozen=True):
    """Give back what was reserved for a call that is known not to have been made."""

    allowances: tuple[Allowance, ...]


OfLines = KeepLine | ForgetLine | TellHolders | EndForHolders
Record = OfLines | RecordConsent | NarrowForHolders | ForgetCustomer | SilenceChat | ReturnAllowances

# Questions


class FindReceipts(Struct, frozen=True):
    """What is on record of the chat's agreements: of one, where `reference` is given."""

    reference: str = ""
    shown: ShownAs = ShownAs.RECEIPTS


# Immediate


class RequestOtp(Struct, frozen=True):
    """Made only when every one of `allowances` could be reserved with the turn."""

    attempt: int
    line: Line
    allowances: tuple[Allowance, ...]


class CheckOtp(Struct, frozen=True):
    """Made only when every one of `allowances` could be reserved with the turn."""

    attempt: int
    reference: SessionReference
    code: OtpCode
    allowances: tuple[Allowance, ...]


class ExchangeForAccount(Struct, frozen=True):
    attempt: int
    code: ExchangeCode
    after: timedelta = timedelta()


class FetchSummary(Struct, frozen=True):
    """Of what it may hold, `reads` and no more is asked of the provider."""

    attempt: int
    account: AccountId
    after: timedelta = timedelta()
    reads: Scopes = EVERY_SCOPE


class ReadLine(Struct, frozen=True):
    attempt: int
    account: AccountId
    reading: Reading
    page: int = 1
    selection: TransactionFilter = NEWEST
    anew_at: datetime | None = None  # when the network was last asked for its balances, as far as is known here
    allowances: tuple[Allowance, ...] = ()  # as of `RequestOtp`; of one made again, none


class LookForAccount(Struct, frozen=True):
    """Ask whether the provider knows an account. Nobody waits for the answer.

    `heard` is how often it had posted that it does not, 0 where it never did.
    """

    attempt: int
    account: AccountId
    heard: int = 0


# Passing


class Toast(Struct, frozen=True):
    """A word on the tap that it answers, where the channel can show that."""

    sentence: Sentence


Immediate = RequestOtp | CheckOtp | ExchangeForAccount | FetchSummary | ReadLine | LookForAccount
Effect = Durable | Record | FindReceipts | Immediate | Toast
DURABLE, RECORDS, IMMEDIATE = OneOf[Durable](Durable), OneOf[Record](Record), OneOf[Immediate](Immediate)
