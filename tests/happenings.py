"""Everything that can happen to a conversation, from each side, hostile texts included. Never what follows from it."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from conversations.account import (
    Balance,
    Direction,
    Identity,
    LineTransaction,
    Money,
    Quantity,
    Statement,
    Summary,
    TransactionPage,
    Unit,
)
from conversations.allowance import Limit, Refused
from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import EndReason, Receipt, Scope, ShownAs
from conversations.consent_events import ConsentDue, ReceiptsFound
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    Chosen,
    ContactShared,
    CustomerLeft,
    Event,
    LimitReached,
    LinkOpened,
    MessageUnreadable,
    Oddity,
    OddityReceived,
    OldButtonTapped,
    OptedOut,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    ProviderUnreachable,
    Restarted,
    StatementRead,
    SummaryFetched,
    SummaryPending,
    TextReceived,
    TimeRanOut,
    TransactionsFetched,
    UsageFetched,
    WarningDue,
)
from conversations.intents.given import (
    CodeHeard,
    Heard,
    NetworkHeard,
    NumberAmiss,
    NumberHeard,
    SelectionHeard,
    TextHeard,
    WhichCode,
    WhichNumber,
)
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import AskBack, Meant, NotUnderstood, Why
from conversations.line_events import (
    AccountFound,
    AccountMissing,
    DataReady,
    EndingMeant,
    EndPosted,
    LineEnded,
    LineShared,
    NarrowedElsewhere,
    Withdrew,
)
from conversations.link import Unsent
from conversations.link_events import LinkEnded, LinkHanded, TemplateUnsent
from conversations.network import Network, OtherNetwork
from conversations.on_behalf import Because, EndedOnBehalf
from conversations.phone import NumberProblem
from conversations.refusal import Refusal
from conversations.secret import AccountId, OtpCode, SessionReference
from conversations.usage import History, Stopped, usage_of
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKED,
    CODE,
    FOR_ONE_LINE,
    FORM,
    INVITATION,
    NOON,
    NUMBER,
    OTHER_NUMBER,
)

IDENTITY = Identity("Adaeze Okafor", "female", date(1994, 5, 14))
BALANCES = (
    Balance("Main Balance", Money(123_450)),
    Balance("Data", Quantity(Decimal("1.5"), Unit.GIGABYTE)),
    Balance("", Money(-5_000)),
    Balance("Roaming", Quantity(Decimal(30), Unit.MINUTE)),
    Balance("Night", Quantity(Decimal("2.25"), Unit.OTHER, "Points")),
)
SUMMARIES = (
    Summary(IDENTITY, BALANCES, NOON),
    Summary(None, None, NOON),
    Summary(Identity(gender="other", born=date(1994, 5, 14)), (), NOON),
    Summary(Identity("Chidi Eze", born=date(2010, 1, 31)), BALANCES, NOON),
    Summary(None, BALANCES, None, refreshed=False),
)
MOVEMENTS = tuple(
    LineTransaction(direction, Money(kobo), "Airtime", NOON - timedelta(days=days))
    for direction, kobo, days in ((Direction.CREDIT, 50_000, 1), (Direction.DEBIT, 12_345, 2), (Direction.DEBIT, 0, 40))
)
PAGES = (
    TransactionPage(MOVEMENTS, 1, more=True),
    TransactionPage(MOVEMENTS, 2, more=False),
    TransactionPage((), 1, more=False),
    TransactionPage(MOVEMENTS[:1], 1, more=True, unfinished=True),
    TransactionPage((), 2, more=False, unread=1),
    TransactionPage(MOVEMENTS[:1], 1, more=False, unread=3, read_at=NOON - timedelta(days=1, minutes=5)),
)
STATEMENTS = (
    Statement(MOVEMENTS),
    Statement(MOVEMENTS[:1], unread=2, whole=False),
    Statement((), whole=False),
)
USAGES = (
    usage_of(History(MOVEMENTS, NOON)),
    usage_of(History((), NOON)),
    usage_of(History(MOVEMENTS, NOON, 2, Stopped.SLOW)),
)
HEARD: tuple[Heard, ...] = (
    NumberHeard(NUMBER),
    NumberHeard(OTHER_NUMBER, Network.AIRTEL, identity=True),
    NumberHeard(NUMBER, OtherNetwork.GLO),
    WhichNumber((NUMBER, OTHER_NUMBER)),
    *map(NumberAmiss, NumberProblem),
    NetworkHeard(Network.MTN),
    NetworkHeard(OtherNetwork.GLO),
    CodeHeard(OtpCode("482913")),
    WhichCode(),
    SelectionHeard(Choice.TRANSACTIONS),
    SelectionHeard(Choice.STATEMENT),
    *(Meant(intent) for intent in (*Topic, *Courtesy) if intent is not Courtesy.OPT_OUT),  # that is OptedOut
    AskBack((Choice.AGREE,), Why.NOT_SAID),
    AskBack((Choice.MTN, Choice.AIRTEL), Why.SEVERAL),
    AskBack((Choice.BALANCE, Choice.TRANSACTIONS), Why.SEVERAL),
    AskBack((Choice.CANCEL,), Why.IN_PASSING),
    AskBack((Courtesy.OPT_OUT,), Why.IN_PASSING),
    NotUnderstood(),
)
LIMITS = tuple(
    Limit(name, 1, timedelta(hours=1))
    for name in (
        "otp_requests_per_number_day",
        "otp_requests_per_contact_day",
        "otp_requests_per_prefix_hour",
        "otp_requests_per_hour",
    )
)
FIRST_RELEASE = replace(AGREEMENT, version="2026-11", until=None, unused_days=None)
RECEIPTS = (
    Receipt(AGREEMENT, ASKED),
    Receipt(replace(AGREEMENT, reference="C-ANOTHER1"), ASKED),
    Receipt(AGREEMENT, ASKED, page="https://bot.example/r/abcdefghij"),
    Receipt(FIRST_RELEASE),
    Receipt(replace(AGREEMENT, reads=(Scope.IDENTITY, Scope.TRANSACTIONS)), ASKED, narrowed_at=NOON),
    *(Receipt(AGREEMENT, asked, NOON, why) for asked in (ASKED, None) for why in (*EndReason, None)),
)
HOSTILE = (
    "",
    " ",
    "?",
    "0",
    "7",
    "482913",
    "482 913",
    "0803 123 4567",
    "0802 123 4567",
    "0803",
    "+44 7911 123456",
    "mtn",
    "glo",
    "hello",
    "/start",
    "/start K7M4Q2",
    "{ $business } { -brand }",
    "None",
    "' OR 1=1 --",
    "\ud800\x00\u202e",
    "😀" * 50,
    "ﷺ" * 99,
    "9" * 1_000,
    "\n\n\n",
)


def provider_events(attempt: int) -> Iterator[Event]:
    """Everything that the provider, or the limiter in its place, may answer to `attempt`."""
    yield OtpSent(attempt, SessionReference("reference-2"), FORM)
    yield OtpVerified(attempt, CODE)
    yield AccountOpened(attempt, ACCOUNT)
    yield AccountOpened(attempt, AccountId("account-9"))
    yield from (SummaryFetched(attempt, summary) for summary in SUMMARIES)
    yield SummaryPending(attempt)
    yield from (TransactionsFetched(attempt, page) for page in PAGES)
    yield from (UsageFetched(attempt, usage) for usage in USAGES)
    yield from (StatementRead(attempt, statement) for statement in STATEMENTS)
    yield from (ProviderRefused(attempt, refusal) for refusal in Refusal)
    yield ProviderRefused(attempt, Refusal.TOO_MANY_REQUESTS, NOON + timedelta(minutes=2))
    yield ProviderUnreachable(attempt)
    yield from (LimitReached(attempt, Refused(limit, NOON + timedelta(hours=13))) for limit in LIMITS)


def customer_events(prompt: int) -> Iterator[Event]:
    """Everything that a customer may send while question number `prompt` stands."""
    yield from (TextReceived(text, "m1") for text in HOSTILE)
    yield from (TextReceived(choice.value) for choice in Choice)
    yield from (ButtonTapped(choice.value, number) for choice in Choice for number in (prompt, prompt - 1, None))
    yield ButtonTapped("no such button", prompt)
    yield from (Chosen(choice) for choice in Choice)
    yield from (TextHeard(heard, "a text") for heard in HEARD)
    yield OldButtonTapped()
    yield from (ContactShared(number, proven) for number in ("+2348031234567", "12") for proven in (True, False))
    yield LinkOpened()
    yield LinkOpened(stale=True)
    yield LinkOpened(INVITATION)
    yield LinkOpened(FOR_ONE_LINE)
    yield from map(OddityReceived, Oddity)
    yield MessageUnreadable()
    yield CustomerLeft()
    yield OptedOut()
    yield from (Withdrew(everything) for everything in (False, True))
    yield EndingMeant()


def house_events() -> Iterator[Event]:
    yield from (WarningDue(), TimeRanOut(), Restarted())
    yield from (LinkEnded(INVITATION.reference), LinkEnded(FOR_ONE_LINE.reference, quietly=True), LinkEnded("Q2W-3E4"))
    yield from (LinkHanded(INVITATION.reference, "Bisi Ade"), LinkHanded("Q2W-3E4", "Bisi Ade"))
    yield from (TemplateUnsent(INVITATION.reference, why) for why in Unsent)
    yield from (EndedOnBehalf(because, (ACCOUNT,)) for because in Because)
    yield from (EndedOnBehalf(because, None) for because in Because)
    yield EndedOnBehalf(Because.LOST, (AccountId("account-9"),))
    yield from (
        ReceiptsFound(()),
        ReceiptsFound(RECEIPTS, unreadable=1),
        ReceiptsFound(RECEIPTS[:1], RECEIPTS[0].agreement.reference),
        ReceiptsFound(RECEIPTS, shown=ShownAs.CARDS),
        ReceiptsFound(RECEIPTS, shown=ShownAs.IN_SHORT),
        ReceiptsFound(RECEIPTS, shown=ShownAs.SEEN),
        ReceiptsFound((), shown=ShownAs.FILE, held="{}"),
    )
    for account in (ACCOUNT, AccountId("account-9")):
        yield from (make(account) for make in (DataReady, EndPosted, AccountFound, AccountMissing, ConsentDue))
        yield AccountMissing(account, among_many=True)
        yield from (EndPosted(account, log_in, doubtful=True) for log_in in (True, False))
        yield from (AccountFound(account, 1, readable) for readable in (True, False))
        yield DataReady(account, NOON - timedelta(hours=1))
        yield LineShared(account, "WhatsApp")
        yield from (NarrowedElsewhere(account, scope, "Telegram") for scope in Scope)
        yield from (LineEnded(account, why, channel) for why in EndReason for channel in ("", "Telegram"))
