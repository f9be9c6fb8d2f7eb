"""A random customer, provider and clock against the machine: what must always hold, holds all the way."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from conversations.changing import replace
from conversations.choice import WORDLESS, Choice
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    ContactShared,
    CustomerLeft,
    Event,
    LinkOpened,
    MessageUnreadable,
    Oddity,
    OddityReceived,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    ProviderUnreachable,
    Restarted,
    SummaryFetched,
    TextReceived,
    TimeRanOut,
    TransactionsFetched,
    WarningDue,
)
from conversations.line_events import DataReady, EndPosted
from conversations.phone import PhoneNumber
from conversations.refusal import Refusal
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.secret import AccountId, SessionReference
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
)
from conversations.wording import words_of
from tests.happenings import HOSTILE, PAGES, SUMMARIES, provider_events
from tests.records import ConsentsOnRecord
from tests.scenes import ADA, CODE, FOR_ONE_LINE, FORM, INVITATION, NOON, NUMBER, RULES
from tests.watcher import Watcher

TEN_MINUTES, GRACE = timedelta(minutes=10), timedelta(seconds=30)
TEXTS = [*HOSTILE, *(word for choice in Choice if choice not in WORDLESS for word in words_of(choice.value))]
ACCOUNTS = [AccountId(f"account-{number}") for number in range(3)]
NOT_MADE = {Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS}
GAPS = RULES.limits.otp_request_gaps
WITHOUT_WORDS: list[Event] = [
    *(LinkOpened(offer) for offer in (None, INVITATION, FOR_ONE_LINE)),
    *(ContactShared(number, proven) for number in ("08031234567", "08021234567") for proven in (True, False)),
    *map(OddityReceived, Oddity),
    *(LinkOpened(stale=True), MessageUnreadable(), CustomerLeft()),
]
OUTCOMES = [Refusal.WRONG_CODE, Refusal.UNAVAILABLE, Refusal.REQUEST_EXPIRED, None]  # None: not known
# What brings each step forward: for the customer a text or a button, for the provider its good answer.
FORWARD: dict[type, str | Choice] = {
    AskingConsent: Choice.AGREE,
    ChoosingScopes: Choice.ALLOW,
    AskingNumber: "0803 123 4567",
    AskingNetwork: Choice.MTN,
    AskingOtp: "482913",
    ShowingTransactions: Choice.MORE,
    ChoosingLine: Choice.LINE_1,
    NarrowingConsent: Choice.KEEP,
    ConfirmingUnlink: Choice.CONFIRM,
}


class Conversations(RuleBasedStateMachine):
    """One contact, and everything that can happen to it in any order."""

    @initialize(own_number=st.sampled_from([NUMBER, None]), steps=st.integers(0, 6))
    def begins(self, own_number: PhoneNumber | None, steps: int) -> None:
        self.session = Session(ADA, own_number=own_number)
        self.now = NOON
        self.watcher = Watcher()
        self.record = ConsentsOnRecord(self.session)
        self.goes_on(steps, "link another line")

    # the customer

    @rule(steps=st.integers(1, 8), wish=st.sampled_from(["link another line", "transactions", "unlink"]))
    def goes_on(self, steps: int, wish: str) -> None:
        for _ in range(steps):
            answer = {**FORWARD, Idle: wish}.get(type(self.session.step))
            if isinstance(answer, Choice):
                self.hears(ButtonTapped(answer.value, self.session.dialog.prompt))
            else:
                self.hears(TextReceived(answer, "m1") if answer else self.good_answer())

    @rule(text=st.sampled_from(TEXTS) | st.text(max_size=40))
    def types(self, text: str) -> None:
        self.hears(TextReceived(text, "m1"))

    @rule(choice=st.sampled_from(Choice), old=st.integers(0, 2))
    def taps(self, choice: Choice, old: int) -> None:
        self.hears(ButtonTapped(choice.value, self.session.dialog.prompt - old))

    @rule(event=st.sampled_from(WITHOUT_WORDS))
    def sends_something_else(self, event: Event) -> None:
        self.hears(event)

    @precondition(lambda self: isinstance(self.session.step, AskingOtp))
    @rule(outcomes=st.lists(st.sampled_from([Refusal.WRONG_CODE, *OUTCOMES]), max_size=6))
    def tries_codes(self, outcomes: list[Refusal | None]) -> None:
        for refusal in outcomes:
            self.hears(TextReceived("482913", "m1"))
            attempt = self.session.attempt
            self.hears(ProviderRefused(attempt, refusal) if refusal else ProviderUnreachable(attempt))

    # the provider

    @rule(data=st.data(), late=st.sampled_from([0, 0, 0, 1, 2]))
    def answers(self, data: st.DataObject, late: int) -> None:
        event = data.draw(st.sampled_from(list(provider_events(self.session.attempt - late))))
        self.hears(self.fresh(event))

    @rule(account=st.sampled_from(ACCOUNTS), lost=st.booleans(), doubtful=st.booleans())
    def speaks_of_an_account(self, account: AccountId, lost: bool, doubtful: bool) -> None:
        self.hears(EndPosted(account, doubtful=doubtful) if lost else DataReady(account))

    # the clock and the service

    @rule(seconds=st.sampled_from([1, 20, 60, 121, 121, 400, 601, 90_000]))
    def waits(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.session.expires_at)
    @rule()
    def looks_at_the_clock(self) -> None:
        over = self.session.expires_at is not None and self.now >= self.session.expires_at
        self.hears(TimeRanOut() if over else WarningDue())
        assert not over or self.session.step == Idle()

    @rule()
    def restarts(self) -> None:
        self.hears(Restarted())

    def hears(self, event: Event) -> None:
        turn = self.record.step(self.session, event, self.now, RULES)
        self.watcher.see(self.session, event, turn)
        self.session = turn.session

    # the good answer of the provider to what is under way

    def good_answer(self) -> Event:
        attempt = self.session.attempt
        good = {
            SendingOtp: self.fresh(OtpSent(attempt, SessionReference(""), FORM)),
            CheckingOtp: OtpVerified(attempt, CODE),
            ExchangingCode: AccountOpened(attempt, ACCOUNTS[attempt % 3]),
            FetchingSummary: SummaryFetched(attempt, SUMMARIES[0]),
            ReadingLine: TransactionsFetched(attempt, PAGES[0]),
        }
        return good[type(self.session.step)]

    def fresh(self, event: Event) -> Event:
        """No two requests have the same reference."""
        if isinstance(event, OtpSent):
            return replace(event, reference=SessionReference(f"reference-{event.attempt}"))
        return event


TestConversations = Conversations.TestCase
TestConversations.settings = settings(stateful_step_count=40)
