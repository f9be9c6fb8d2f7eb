"""One contact's linking as it stands: each step with exactly what is known by then. Never how one follows another."""

from datetime import datetime

from msgspec import Struct, field

from conversations.consent import Agreement, Scopes
from conversations.contact import Contact
from conversations.dialog import Dialog
from conversations.languages import DEFAULT_LANGUAGE
from conversations.link import LinkOffer
from conversations.linked_line import Claim, LinkedLine
from conversations.memory import Case, Memory
from conversations.network import Network
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.reading import NEWEST, Reading, TransactionFilter, Wish
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.secret import AccountId, ExchangeCode, SessionReference


class Idle(Struct, frozen=True):
    """Nothing is being linked."""


class AskingConsent(Struct, frozen=True):
    """The consent text was shown. `found` and `network` are what was said too early, kept for after the consent."""

    found: tuple[PhoneNumber, ...] = ()
    network: Network | None = None


class AskingNumber(Struct, frozen=True):
    """Agreed; waiting for the phone number. `found` are several that were given, of which one is the line's."""

    agreement: Agreement
    found: tuple[PhoneNumber, ...] = ()


class AskingNetwork(Struct, frozen=True):
    """The number is known; waiting for its network. `tried` did not work."""

    agreement: Agreement
    number: PhoneNumber
    proven: bool  # the channel vouches that the number is the customer's own
    tried: Network | None = None


class AskingOtp(Struct, frozen=True):
    """A code is on its way to the line; `requested_at` starts the provider's own clock.

    `unsure`: a check had no answer, and may have used the code up all the same.
    """

    claim: Claim
    reference: SessionReference
    form: OtpForm
    requested_at: datetime
    tries_left: int
    unsure: bool = False


class SendingOtp(Struct, frozen=True):
    """The provider is being asked to have a code sent. `before` is what to fall back on; `tried` did not work."""

    attempt: int
    claim: Claim
    before: AskingOtp | None = None
    tried: Network | None = None


class CheckingOtp(Struct, frozen=True):
    """A code is at the provider. The code itself is in memory only; `asked` is what to fall back on."""

    attempt: int
    asked: AskingOtp


class ExchangingCode(Struct, frozen=True):
    """The code was right and is being exchanged for the account ID; `obtained_at` starts its ten minutes."""

    attempt: int
    claim: Claim
    code: ExchangeCode
    obtained_at: datetime
    exchanges: int = 1


class FetchingSummary(Struct, frozen=True):
    """Linked; identity and balances are being read, `polls` times so far. `then` is what was asked for meanwhile.

    `unsaid`: nobody was told yet that the line is linked, for its owner's age may come with the first answer.
    """

    attempt: int
    account: AccountId
    polls: int = 0
    unsaid: bool = False
    then: tuple[Reading | Wish, ...] = ()


class ReadingLine(Struct, frozen=True):
    """A linked line is being read at the customer's wish; `page` counts from 1. `then` is what was asked for since."""

    attempt: int
    account: AccountId
    reading: Reading
    page: int = 1
    then: tuple[Reading | Wish, ...] = ()
    selection: TransactionFilter = NEWEST


class ShowingTransactions(Struct, frozen=True):
    """A page of transactions was shown; whether another follows. What is asked next is about the same ones."""

    account: AccountId
    page: int
    selection: TransactionFilter = NEWEST
    more: bool = True


class ChoosingLine(Struct, frozen=True):
    """Several lines are linked; waiting for which one the wish is about.

    `reading` None: it is to be unlinked; where it `renews`, to be shared for longer; where it `narrows`, less of it,
    perhaps without what was `named`.
    """

    reading: Reading | None
    renews: bool = False
    narrows: bool = False
    selection: TransactionFilter = NEWEST
    named: Scopes = ()


Waiting = AskingConsent | ChoosingScopes | AskingNumber | AskingNetwork | AskingOtp  # for a customer who links a line


class ConfirmingUnlink(Struct, frozen=True):
    """Waiting for a yes before consent is withdrawn: for one account, or for all that is known (`account` None).

    `before` is where a line was being linked, which goes on there after a "no".
    """

    account: AccountId | None
    before: Waiting | None = None


# A call to the provider is under way, which a restart cuts off.
UnderWay = SendingOtp | CheckingOtp | ExchangingCode | FetchingSummary | ReadingLine
Afterwards = ShowingTransactions | ChoosingLine | NarrowingConsent | ConfirmingUnlink
Step = Idle | Waiting | UnderWay | Afterwards


class Session(Struct, frozen=True):
    """One contact. `attempt` numbers the calls to the provider; `expires_at` is None when idle.

    `requests` are the times of OTP requests that may have sent an SMS. `own_number` is vouched for by the channel.
    `lines` and `held_elsewhere` (another chat holds the line that a code is asked for, or that was just linked) are
    looked up each time. `stumbles` counts messages in a row that led nowhere. `silent`: they want to hear nothing but
    what they ask for. `code_left`: a message with a code may still stand in their chat, and they were not asked yet to
    delete it. `consent_shown` tells the words of the consent text that was shown last from all others. `unshown` is the
    number of an agent's link that they neither typed nor proved; `after` the reference of the link that they had last.
    `strays` are the times when they typed a number that their link is not for.
    """

    contact: Contact
    language: str = DEFAULT_LANGUAGE
    step: Step = field(default_factory=Idle)
    expires_at: datetime | None = None
    warned: bool = False
    dialog: Dialog = field(default_factory=Dialog)
    attempt: int = 0
    requests: tuple[datetime, ...] = ()
    memory: Memory | None = None
    offer: LinkOffer | None = None
    lines: tuple[LinkedLine, ...] = ()
    own_number: PhoneNumber | None = None
    consent_shown: str = ""
    held_elsewhere: bool = False
    stumbles: int = 0
    case: Case | None = None
    silent: bool = False
    code_left: bool = False
    unshown: PhoneNumber | None = None
    after: str = ""
    strays: tuple[datetime, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever asked here: whatever is said then begins the conversation."""
        return isinstance(self.step, Idle) and not (self.dialog.prompt or self.lines or self.memory)

    @property
    def numbers(self) -> frozenset[PhoneNumber]:
        """Those that it is about: of the line that is being linked, and of the one that one tap resumes with."""
        return frozenset(filter(None, (*_numbers_at(self.step), self.memory.number if self.memory else None)))

    @property
    def known_numbers(self) -> frozenset[PhoneNumber]:
        """The same with the chat's own, and with that of an agent's link: all but those of the lines."""
        offered = self.offer.number if self.offer else None
        return self.numbers | frozenset(filter(None, (self.own_number, self.unshown, offered)))

    def line_of(self, account: AccountId) -> LinkedLine | None:
        return next((line for line in self.lines if line.account == account), None)


def _numbers_at(step: Step) -> tuple[PhoneNumber, ...]:
    match step:
        case AskingConsent(found=found) | ChoosingScopes(found=found) | AskingNumber(found=found):
            return found
        case AskingNetwork(number=number):
            return (number,)
        case SendingOtp(claim=claim) | AskingOtp(claim=claim) | ExchangingCode(claim=claim):
            return (claim.line.number,)
        case CheckingOtp(asked=asked):
            return (asked.claim.line.number,)
        case ConfirmingUnlink(before=Struct() as before):
            return _numbers_at(before)
        case _:
            return ()
