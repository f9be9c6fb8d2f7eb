"""What each step of a customer's conversation is like, in one table. Never which step follows which.

A step that is not in it is an error of types, wherever one of its traits matters. That a call is under way in a step
is said where the steps are (`session.UnderWay`).
"""

from datetime import datetime
from enum import Enum, auto
from typing import assert_never

from msgspec import Struct

from conversations.consent import Agreement
from conversations.intents.stages import Situation
from conversations.keys import Key
from conversations.link import Place
from conversations.linked_line import Claim
from conversations.memory import Memory
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    Session,
    ShowingTransactions,
    Step,
)


class Warns(Enum):
    """Whether a customer hears that the time is nearly over."""

    YES = auto()
    LATER = auto()  # an answer is awaited, and what follows may be a question again
    NO = auto()  # nothing would be lost


class Resumable(Struct, frozen=True):
    """What a step knows that one tap can resume with."""

    agreement: Agreement
    number: PhoneNumber | None = None
    proven: bool = False
    network: Network | None = None

    def until(self, end: datetime) -> Memory:
        return Memory(self.agreement, end, self.number, self.proven, self.network)


class Traits(Struct, frozen=True):
    """`place` is where an agent reads that their customer stands, None where no link is being followed.

    `situation` is how what is typed there is heard. `at_end` is what is said when the time is over, None for nothing;
    `on_cancel` when the customer gives up.
    """

    help: Key = "help-other"
    situation: Situation = Situation.BUSY
    place: Place | None = None
    remembers: Resumable | None = None
    warns: Warns = Warns.NO
    at_end: Key | None = None
    on_cancel: Key = "kept"


def traits_of(step: Step) -> Traits:  # noqa: C901, PLR0912 - a table
    """The table."""
    match step:
        case Idle():
            return Traits("help-idle", Situation.ENDED, on_cancel="nothing-to-cancel")
        case AskingConsent():
            # who is still reading is not pressed
            return _asking("help-consent", Situation.CONSENT, Place.CONSENT, None, warns=Warns.NO)
        case ChoosingScopes():
            return _asking("help-scopes", Situation.SCOPES, Place.CONSENT, None, warns=Warns.NO)
        case AskingNumber(agreement):
            return _asking("help-number", Situation.NUMBER, Place.NUMBER, Resumable(agreement))
        case AskingNetwork(agreement, number, proven):
            return _asking("help-network", Situation.NETWORK, Place.NETWORK, Resumable(agreement, number, proven))
        case SendingOtp(claim=claim):
            return _with_code(Place.SENDING, claim)
        case AskingOtp(claim=claim, tries_left=tries):
            situation = Situation.CODE if tries else Situation.NEW_CODE
            return _asking("help-otp", situation, Place.CODE, _known(claim), on_cancel="cancelled-code")
        case CheckingOtp(asked=asked):
            return _with_code(Place.CODE, asked.claim, Warns.LATER)
        case ExchangingCode(claim=claim):
            return _with_code(Place.CODE, claim)
        case FetchingSummary():
            return Traits(place=Place.SUMMARY, on_cancel="already-linked")
        case ReadingLine():
            return Traits(at_end="reading-failed")
        case ShowingTransactions():
            return Traits(situation=Situation.LINKED)
        case ChoosingLine():
            return Traits(situation=Situation.CHOOSING)
        case NarrowingConsent():
            return Traits(situation=Situation.NARROWING, at_end="unanswered")
        case ConfirmingUnlink(before=before):
            known = traits_of(before).remembers if before else None
            return Traits(situation=Situation.CONFIRMING, remembers=known, at_end="unanswered")
        case _:
            assert_never(step)


def situation_of(session: Session) -> Situation:
    """How what is typed is heard; at rest that is a matter of what there is."""
    if not isinstance(session.step, Idle):
        return traits_of(session.step).situation
    if session.lines:
        return Situation.LINKED
    return Situation.RESUMING if session.memory else traits_of(session.step).situation


def is_linking(step: Step) -> bool:
    """Whether a line is being linked and is not yet."""
    return traits_of(step).place not in (None, Place.SUMMARY)


def _asking(
    help_: Key,
    situation: Situation,
    place: Place,
    known: Resumable | None,
    *,
    warns: Warns = Warns.YES,
    on_cancel: Key = "cancelled",
) -> Traits:
    return Traits(help_, situation, place, known, warns, "time-ran-out", on_cancel)


def _with_code(place: Place, claim: Claim, warns: Warns = Warns.NO) -> Traits:
    """A call is under way about a code: whatever ends it now, nobody knows how that call ended."""
    return Traits("help-other", Situation.BUSY, place, _known(claim), warns, "time-ran-out-unknown", "cancelled-code")


def _known(claim: Claim) -> Resumable:
    return Resumable(claim.agreement, claim.line.number, claim.proven, claim.line.network)
