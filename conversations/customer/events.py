"""What can happen to a conversation: past facts, from the customer, the provider or the clock. Never what follows."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from conversations.account import Statement, Summary, TransactionPage
from conversations.allowance import Refused
from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import Scopes
from conversations.consent_events import FromConsents
from conversations.discretion import Discreet, Hidden
from conversations.intents.given import TextHeard
from conversations.line_events import AboutAccount, AboutHolders, EndingMeant, Withdrew
from conversations.link import LinkOffer
from conversations.link_events import AboutLink
from conversations.network import Network
from conversations.one_of import OneOf
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.refusal import Refusal
from conversations.secret import AccountId, ExchangeCode, LinkToken, SessionReference
from conversations.typed import LONGEST_TEXT
from conversations.usage import Usage


# From the customer
class TextReceived(Discreet, frozen=True):
    """Something typed. `message` names it on its platform, so that it can be deleted there.

    `quoted` is the number of the question that it was typed under: 0 for one not known any more, None for none.
    `seen` is that of the newest on the screen then: 0 for none yet, None where the channel cannot tell.
    """

    text: Hidden[str]
    message: str = ""
    quoted: int | None = None
    seen: int | None = None


class ButtonTapped(Struct, frozen=True):
    """A button of the question number `prompt`; None where the channel cannot tell which question it belonged to."""

    button: str
    prompt: int | None = None


class ContactShared(Discreet, frozen=True):
    """A contact card. `proven` when the channel vouches that it is the sender's own number and not forwarded."""

    number: Hidden[str]
    proven: bool


class LinkOpened(Struct, frozen=True):
    """The chat was opened (`/start`); by an agent's link where `token` is given.

    A channel gives the token; the conversation hears of the link's `offer` instead, or that it is `stale`: unknown,
    used, expired or cancelled, all the same to the one who opens it.
    """

    offer: LinkOffer | None = None
    stale: bool = False
    token: LinkToken | None = None


class Oddity(StrEnum):
    """What a chat can bring that is neither text nor a button nor a contact."""

    PHOTO = "photo"
    STICKER = "sticker"
    VOICE = "voice"
    FILE = "file"
    LOCATION = "location"
    EDITED = "edited"
    FORWARDED = "forwarded"
    OTHER = "other"


class OddityReceived(Discreet, frozen=True):
    """Something that cannot be an answer. `text` stands in it or under it; `message` is as in `TextReceived`."""

    oddity: Oddity
    text: Hidden[str] = ""
    message: str = ""


class MessageUnreadable(Struct, frozen=True):
    """Something of the customer's could not be read, and was put aside.

    Where it is not `known` whose it is, nothing is said beside that: even a menu tells that a line is linked.
    """

    known: bool = True


class CustomerLeft(Struct, frozen=True):
    """The bot was blocked, or the chat is gone."""


class OptedOut(Struct, frozen=True):
    """They want to hear nothing more. The channel sees to it that they do not; one last message may say so."""


class Chosen(Struct, frozen=True):
    """An answer that the question offers, or one that is understood everywhere; `of` the line there, or by number.

    `of_all`: it was said of every line, "unlink both". `named` is what of it is to be hidden.
    """

    choice: Choice
    of: Network | PhoneNumber | None = None
    of_all: bool = False
    named: Scopes = ()


class OldButtonTapped(Struct, frozen=True):
    """A button of an earlier question."""


# From the provider: each names the attempt that it answers


class OtpSent(Struct, frozen=True):
    attempt: int
    reference: SessionReference
    form: OtpForm


class OtpVerified(Struct, frozen=True):
    attempt: int
    code: ExchangeCode


class AccountOpened(Struct, frozen=True):
    attempt: int
    account: AccountId


class SummaryFetched(Struct, frozen=True):
    attempt: int
    summary: Summary


class SummaryPending(Struct, frozen=True):
    """The provider is still reading the line."""

    attempt: int


class TransactionsFetched(Struct, frozen=True):
    attempt: int
    page: TransactionPage


class UsageFetched(Discreet, frozen=True):
    """Six months of the line were read, and added up."""

    attempt: int
    usage: Hidden[Usage]


class StatementRead(Struct, frozen=True):
    attempt: int
    statement: Statement


class ProviderRefused(Struct, frozen=True):
    """A known no."""

    attempt: int
    refusal: Refusal
    until: datetime | None = None


class ProviderUnreachable(Struct, frozen=True):
    """No answer: what was asked may or may not have happened."""

    attempt: int


class LimitReached(Struct, frozen=True):
    """The attempt was not made: an allowance is used up."""

    attempt: int
    refused: Refused


# From the clock and the service


class WarningDue(Struct, frozen=True):
    """The session ends soon."""


class TimeRanOut(Struct, frozen=True):
    """The session's end has come."""


class Restarted(Struct, frozen=True):
    """The process starts again: whatever was under way has no answer any more."""


FromCustomer = (
    TextReceived
    | ButtonTapped
    | ContactShared
    | LinkOpened
    | OddityReceived
    | MessageUnreadable
    | Chosen
    | TextHeard
    | OldButtonTapped
    | CustomerLeft
    | OptedOut
    | Withdrew
    | EndingMeant
)
FromLinking = OtpSent | OtpVerified | AccountOpened
FromReading = SummaryFetched | SummaryPending | TransactionsFetched | StatementRead | UsageFetched
FromProvider = FromLinking | FromReading | ProviderRefused | ProviderUnreachable | LimitReached | AboutAccount
FromSystem = WarningDue | TimeRanOut | Restarted | FromConsents | AboutLink | AboutHolders
Event = FromCustomer | FromProvider | FromSystem
FROM_CUSTOMER, FROM_PROVIDER = OneOf[FromCustomer](FromCustomer), OneOf[FromProvider](FromProvider)
FROM_SYSTEM = OneOf[FromSystem](FromSystem)


def as_far_as_read(event: Event) -> Event:
    """The same event without the rest of a text that is longer than anybody's message: nothing is looked for there."""
    match event:
        case TextReceived(text) | OddityReceived(_, text) if len(text) > LONGEST_TEXT:
            return replace(event, text=text[:LONGEST_TEXT])
        case _:
            return event
