"""Sessions at every step of a conversation, and the values that they are made of. Never an expectation."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

from conversations.account import Direction, Missing, Rumour
from conversations.changing import replace
from conversations.consent import EVERY_SCOPE, Asked, Scope, agree
from conversations.contact import Contact
from conversations.customer.questions import question_of
from conversations.customer.terms import consent_asked
from conversations.dialog import Dialog
from conversations.link import LinkOffer
from conversations.linked_line import Claim, LinkedLine
from conversations.memory import Memory
from conversations.network import Line, Network
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.reading import Reading, Span, TransactionFilter, Wish
from conversations.rules import Rules
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.secret import AccountId, ExchangeCode, SessionReference
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
    Waiting,
)
from conversations.wording import Business

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
RULES = Rules()
ADA = Contact("console", "ada")
BUSINESS = Business("Kudi Loans", "your loan application", "Ngozi on 0700 555 0100", "https://kudi.example/privacy")
NUMBER, OTHER_NUMBER = PhoneNumber("+2348031234567"), PhoneNumber("+2348021234567")
AGREEMENT = agree(ADA, "en", NOON)
ASKED = Asked(BUSINESS.terms, "If you agree, Kudi Loans can see …")
CLAIM = Claim(AGREEMENT, Line(NUMBER, Network.MTN), proven=False)
PROVEN = Claim(AGREEMENT, Line(OTHER_NUMBER, Network.AIRTEL), proven=True)
FORM = OtpForm(6, 6, "Enter OTP")
REFERENCE, CODE = SessionReference("reference-1"), ExchangeCode("exchange-1")
ACCOUNT, OTHER_ACCOUNT = AccountId("account-1"), AccountId("account-2")
LINKED = LinkedLine(ACCOUNT, CLAIM, NOON - timedelta(days=2))
OTHER_LINKED = LinkedLine(OTHER_ACCOUNT, PROVEN, NOON - timedelta(days=1))
POSTPONED = LinkedLine(ACCOUNT, CLAIM, NOON - timedelta(hours=1), summary_due=NOON)
MISSING = replace(LINKED, missing=Missing(NOON - timedelta(hours=25), NOON, asked=3))
RUMOURED = replace(LINKED, rumour=Rumour(NOON - timedelta(minutes=4), NOON))
BALANCES_ALONE = replace(LINKED, claim=replace(CLAIM, agreement=replace(AGREEMENT, reads=(Scope.BALANCES,))))
JUST_LINKED = LinkedLine(ACCOUNT, CLAIM, NOON, summary_due=NOON + timedelta(minutes=5))
INVITATION = LinkOffer("K7M-4Q2", "Tunde", ("mango", "river"))
FOR_ONE_LINE = LinkOffer("P3X-9WD", "Bisi", ("drum", "lamp"), NUMBER, Network.MTN)
MEMORY = Memory(AGREEMENT, NOON + timedelta(hours=23), NUMBER, proven=False, network=Network.MTN)
OCTOBER = TransactionFilter(Span(date(2026, 10, 1), date(2026, 10, 31)))

ASKING_OTP = AskingOtp(CLAIM, REFERENCE, FORM, NOON, tries_left=3)
USED_UP = replace(ASKING_OTP, tries_left=0)
BEGUN: tuple[Waiting, ...] = (
    AskingConsent(),
    ChoosingScopes(EVERY_SCOPE[1:], EVERY_SCOPE[:1]),
    AskingNumber(AGREEMENT),
    AskingNetwork(AGREEMENT, NUMBER, proven=False),
    ASKING_OTP,
)
STEPS: tuple[Step, ...] = (
    Idle(),
    *BEGUN,
    AskingNetwork(AGREEMENT, OTHER_NUMBER, proven=True, tried=Network.AIRTEL),
    SendingOtp(1, CLAIM),
    SendingOtp(1, CLAIM, before=ASKING_OTP),
    USED_UP,
    replace(ASKING_OTP, form=OtpForm(0, 12, "Enter the code that T2 sent")),
    replace(ASKING_OTP, form=OtpForm(4, 8)),
    CheckingOtp(1, replace(ASKING_OTP, tries_left=2)),
    CheckingOtp(1, USED_UP),
    ExchangingCode(1, CLAIM, CODE, NOON),
    ExchangingCode(1, PROVEN, CODE, NOON, exchanges=3),
    FetchingSummary(1, ACCOUNT),
    FetchingSummary(1, ACCOUNT, polls=9),
    FetchingSummary(1, ACCOUNT, unsaid=True, then=(Reading.TRANSACTIONS,)),
    *(ReadingLine(1, ACCOUNT, reading) for reading in Reading),
    ReadingLine(1, ACCOUNT, Reading.BALANCE, then=(Reading.TRANSACTIONS, Reading.USAGE)),
    ReadingLine(1, ACCOUNT, Reading.TRANSACTIONS, then=(Wish(Reading.STATEMENT, OCTOBER),), selection=OCTOBER),
    ShowingTransactions(ACCOUNT, 1),
    ShowingTransactions(ACCOUNT, 2, TransactionFilter(way=Direction.CREDIT), more=False),
    ChoosingLine(Reading.BALANCE),
    ChoosingLine(Reading.STATEMENT, selection=OCTOBER),
    ChoosingLine(None),
    NarrowingConsent(ACCOUNT),
    ConfirmingUnlink(ACCOUNT),
    ConfirmingUnlink(None),
    *(ConfirmingUnlink(None, before) for before in BEGUN),
    ConfirmingUnlink(ACCOUNT, BEGUN[-1]),
)


def session_at(at: Step, **fields: Any) -> Session:
    """A session that stands at a step, as it would have come there: with its question asked."""
    session = Session(ADA, step=at, attempt=1, requests=(NOON,) if has_requested(at) else ())
    if not isinstance(at, Idle):
        session = replace(session, expires_at=NOON + RULES.session)
    if needs_line(at):
        session = replace(session, lines=(LINKED,))
    session = replace(session, **fields)
    if isinstance(at, AskingConsent | ChoosingScopes):
        session = replace(session, consent_shown=consent_asked(session, RULES.terms).digest)
    return replace(session, dialog=Dialog(7, question_of(session)[1]))


def has_requested(at: Step) -> bool:
    return isinstance(at, SendingOtp | AskingOtp | CheckingOtp | ExchangingCode)


def needs_line(at: Step) -> bool:
    return isinstance(
        at, FetchingSummary | ReadingLine | ShowingTransactions | ChoosingLine | NarrowingConsent | ConfirmingUnlink
    ) and not (isinstance(at, ConfirmingUnlink) and at.account is None)


def circumstances(at: Step) -> tuple[Session, ...]:
    """A step in the circumstances that change what is said there."""
    return (
        session_at(at),
        session_at(at, lines=(JUST_LINKED, OTHER_LINKED), offer=FOR_ONE_LINE, language="pcm"),
        session_at(at, own_number=NUMBER, memory=MEMORY, offer=INVITATION, warned=True),
    )


def special_sessions() -> tuple[Session, ...]:
    """What only some steps can be in."""
    return (
        session_at(FetchingSummary(1, ACCOUNT), lines=(POSTPONED,)),
        session_at(Idle(), lines=(LINKED,)),
        session_at(Idle(), lines=(POSTPONED,)),
        session_at(Idle(), lines=(MISSING,)),
        session_at(Idle(), lines=(RUMOURED,)),
        session_at(ASKING_OTP, held_elsewhere=True),
        session_at(Idle(), memory=Memory(AGREEMENT, NOON + timedelta(hours=1))),
        session_at(Idle(), lines=(BALANCES_ALONE, OTHER_LINKED)),
        *(session_at(at, lines=(BALANCES_ALONE,)) for at in (FetchingSummary(1, ACCOUNT), NarrowingConsent(ACCOUNT))),
        session_at(ReadingLine(1, ACCOUNT, Reading.TRANSACTIONS), lines=(BALANCES_ALONE,)),
        session_at(ChoosingScopes(EVERY_SCOPE[2:], found=(NUMBER,), network=Network.MTN)),
        *(session_at(ChoosingScopes(EVERY_SCOPE[2:]), offer=offer) for offer in (None, FOR_ONE_LINE)),
        session_at(AskingConsent((NUMBER,), Network.MTN)),
        session_at(AskingConsent((NUMBER, OTHER_NUMBER))),
        session_at(AskingNumber(AGREEMENT, (NUMBER, OTHER_NUMBER))),
        session_at(AskingNumber(AGREEMENT), stumbles=1),
        session_at(ASKING_OTP, stumbles=2),
    )


def sessions() -> Iterator[Session]:
    """Every step in all of its circumstances."""
    for at in STEPS:
        yield from circumstances(at)
    yield from special_sessions()


def name_of(value: object) -> str:
    return type(value).__name__


def classes_of(union: Any) -> set[type]:
    return set(get_args(union))
