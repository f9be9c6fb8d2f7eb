"""What can happen to a conversation: past facts, from the customer, the provider or the clock. Never what follows."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from conversations.account import Statement, Summary, TransactionPage
from conversations.allowance import Refused
from conversations.choice import Choice
from conversations.consent_events import FromConsents
from conversations.intents.hearing import TextHeard
from conversations.line_events import AboutAccount, AboutHolders, EndingMeant, Withdrew
from conversations.link import LinkOffer
from conversations.link_events import AboutLink
from conversations.network import Network
from conversations.otp import OtpForm
from conversations.refusal import Refusal
from conversations.secret import AccountId, ExchangeCode, LinkToken, SessionReference
from conversations.usage import Usage


# From the customer
@dataclass(frozen=True, slots=True)
class TextReceived:
    """Something typed. `message` names it on its platform, so that it can be deleted there.

    `quoted` is the number of the question that it was typed under: 0 for one not known any more, None for none.
    `seen` is that of the newest on the screen then: 0 for none yet, None where the channel cannot tell.
    """

    text: str = field(repr=False)
    message: str = ""
    quoted: int | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ButtonTapped:
    """A button of the question number `prompt`; None where the channel cannot tell which question it belonged to."""

    button: str
    prompt: int | None = None


@dataclass(frozen=True, slots=True)
class ContactShared:
    """A contact card. `proven` when the channel vouches that it is the sender's own number and not forwarded."""

    number: str = field(repr=False)
    proven: bool


@dataclass(frozen=True, slots=True)
class LinkOpened:
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


@dataclass(frozen=True, slots=True)
class OddityReceived:
    """Something that cannot be an answer. `text` stands in it or under it; `message` is as in `TextReceived`."""

    oddity: Oddity
    text: str = field(default="", repr=False)
    message: str = ""


@dataclass(frozen=True, slots=True)
class MessageUnreadable:
    """Something of the customer's could not be read, and was put aside."""


@dataclass(frozen=True, slots=True)
class CustomerLeft:
    """The bot was blocked, or the chat is gone."""


@dataclass(frozen=True, slots=True)
class OptedOut:
    """They want to hear nothing more. The channel sees to it that they do not; one last message may say so."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer that the question offers, or one that is understood everywhere; `of` the line on that network."""

    choice: Choice
    of: Network | None = None


@dataclass(frozen=True, slots=True)
class OldButtonTapped:
    """A button of an earlier question."""


# From the provider: each names the attempt that it answers


@dataclass(frozen=True, slots=True)
class OtpSent:
    attempt: int
    reference: SessionReference
    form: OtpForm


@dataclass(frozen=True, slots=True)
class OtpVerified:
    attempt: int
    code: ExchangeCode


@dataclass(frozen=True, slots=True)
class AccountOpened:
    attempt: int
    account: AccountId


@dataclass(frozen=True, slots=True)
class SummaryFetched:
    attempt: int
    summary: Summary


@dataclass(frozen=True, slots=True)
class SummaryPending:
    """The provider is still reading the line."""

    attempt: int


@dataclass(frozen=True, slots=True)
class TransactionsFetched:
    attempt: int
    page: TransactionPage


@dataclass(frozen=True, slots=True)
class UsageFetched:
    """Six months of the line were read, and added up."""

    attempt: int
    usage: Usage = field(repr=False)


@dataclass(frozen=True, slots=True)
class StatementRead:
    attempt: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class ProviderRefused:
    """A known no."""

    attempt: int
    refusal: Refusal
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProviderUnreachable:
    """No answer: what was asked may or may not have happened."""

    attempt: int


@dataclass(frozen=True, slots=True)
class LimitReached:
    """The attempt was not made: an allowance is used up."""

    attempt: int
    refused: Refused


# From the clock and the service


@dataclass(frozen=True, slots=True)
class WarningDue:
    """The session ends soon."""


@dataclass(frozen=True, slots=True)
class TimeRanOut:
    """The session's end has come."""


@dataclass(frozen=True, slots=True)
class Restarted:
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
