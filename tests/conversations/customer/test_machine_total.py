"""Every event at every step, in every circumstance: answered, never raised, led on as the map says, and told in words.

A step, event or choice that is new makes the first test fail until it has its example in tests/scenes.py or
tests/happenings.py.
"""

from datetime import timedelta
from functools import cache
from typing import get_args

from conversations.choice import Choice
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    Chosen,
    CustomerLeft,
    Event,
    FromCustomer,
    FromProvider,
    FromSystem,
    LimitReached,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    ProviderUnreachable,
    Restarted,
    StatementRead,
    SummaryFetched,
    SummaryPending,
    TimeRanOut,
    TransactionsFetched,
    UsageFetched,
    WarningDue,
)
from conversations.customer.stepping import step
from conversations.customer.turn import Turn
from conversations.effects import LookForAccount, Say, UnlinkAtProvider
from conversations.line_events import AboutAccount, DataReady, EndPosted
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
    Waiting,
)
from tests.explored import Scene, events_for, few_of_each_class
from tests.for_every import for_every
from tests.happenings import customer_events, house_events, provider_events
from tests.records import ConsentsOnRecord
from tests.scenes import NOON, RULES, STEPS, classes_of, sessions
from tests.texts import flaws_in_any_language

# The whole map of a conversation: which step can follow which. It is written out here and nowhere else.
LETTING_GO = {ChoosingLine, ConfirmingUnlink, Idle}  # unlink, delete, cancel: from everywhere
ARROWS: dict[type, set[type]] = {
    Idle: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp, FetchingSummary, ReadingLine, NarrowingConsent},
    AskingConsent: {ChoosingScopes, AskingNumber, AskingNetwork, SendingOtp},
    ChoosingScopes: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp},
    AskingNumber: {AskingConsent, ChoosingScopes, AskingNetwork, SendingOtp},
    AskingNetwork: {AskingConsent, ChoosingScopes, AskingNumber, SendingOtp},
    SendingOtp: {AskingNetwork, AskingOtp},
    AskingOtp: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp, CheckingOtp},
    CheckingOtp: {AskingOtp, ExchangingCode},
    ExchangingCode: {AskingNetwork, FetchingSummary},
    FetchingSummary: {ReadingLine},
    ReadingLine: {ShowingTransactions},
    ShowingTransactions: {AskingConsent, ReadingLine, NarrowingConsent},
    ChoosingLine: {AskingConsent, ReadingLine, NarrowingConsent},
    NarrowingConsent: {AskingConsent, ReadingLine},
    ConfirmingUnlink: {*get_args(Waiting), ReadingLine, NarrowingConsent},
}

# What each step waits for. Anything else that a provider may say is late, or was never asked for.
AWAITED: dict[type, set[type]] = {
    SendingOtp: {OtpSent, ProviderRefused, ProviderUnreachable, LimitReached},
    CheckingOtp: {OtpVerified, ProviderRefused, ProviderUnreachable, LimitReached},
    ExchangingCode: {AccountOpened, ProviderRefused, ProviderUnreachable},
    FetchingSummary: {SummaryFetched, SummaryPending, ProviderRefused, ProviderUnreachable},
    ReadingLine: {
        *(SummaryFetched, TransactionsFetched, StatementRead, UsageFetched, SummaryPending),
        *(ProviderRefused, ProviderUnreachable, LimitReached),
    },
}
# The answers of the provider that the customer may not hear of, and why.
QUIET_ANSWERS = {
    (CheckingOtp, OtpVerified): "the code is exchanged at once",
    (ExchangingCode, AccountOpened): "the summary is fetched at once",
    (ExchangingCode, ProviderRefused): "the same code is exchanged again",
    (ExchangingCode, ProviderUnreachable): "the same code is exchanged again",
    (FetchingSummary, SummaryPending): "the customer was told once, and the summary is asked for again",
    (FetchingSummary, ProviderRefused): "the customer was told once that it takes longer",
    (FetchingSummary, ProviderUnreachable): "the customer was told once that it takes longer",
}
# Where the end of a session is not told, and why.
QUIET_ENDS = {
    Idle: "nothing ends",
    ShowingTransactions: "what was shown was shown",
    ChoosingLine: "nothing was begun",
    FetchingSummary: "the customer was told once that it takes longer",
}
WARNED = {AskingNumber, AskingNetwork, AskingOtp}  # elsewhere nothing typed would be lost


@cache
def scenes_after_the_end() -> list[Scene]:
    """What a step was is over: one event of each class meets every session, of a few that are unlike in turn."""
    late = NOON + timedelta(minutes=11)
    met = (
        (session, each[place % len(each)])
        for place, session in enumerate(sessions())
        for each in few_of_each_class(events_for(session))
    )
    return [(session, event, ConsentsOnRecord(session).step(session, event, late, RULES)) for session, event in met]


def said(turn: Turn) -> list[Say]:
    return [effect for effect in turn.effects if isinstance(effect, Say)]


def shown(session: Session, event: Event) -> str:
    """A pair, for the message of a failed test; the texts here belong to nobody."""
    return f"{session.step!r} × {event!r} {getattr(event, 'text', '')!r}"


def test_every_step_event_and_choice_has_its_example(every_scene: list[Scene]) -> None:
    events = [event for _, event, _ in every_scene]
    assert {type(at) for at in STEPS} == classes_of(Step)
    assert {type(event) for event in events} == classes_of(Event)
    assert {event.choice for event in events if isinstance(event, Chosen)} == set(Choice)
    assert {event.button for event in events if isinstance(event, ButtonTapped)} > {choice.value for choice in Choice}


def test_the_map_of_steps_is_exactly_this(every_scene: list[Scene]) -> None:
    later = NOON + timedelta(minutes=3)  # a second code may be asked for after the first minute
    found = {arrow(session, turn.session) for session, _, turn in every_scene}
    for session, event, _ in every_scene:
        if isinstance(session.step, AskingOtp):
            found.add(arrow(session, step(session, event, later, RULES).session))
    drawn = {
        f"{kind.__name__} → {to.__name__}" for kind, reached in ARROWS.items() for to in reached | LETTING_GO | {kind}
    }
    assert found - drawn == set(), "not in ARROWS"
    assert drawn - found == set(), "in ARROWS, and no scene takes it"


def arrow(before: Session, after: Session) -> str:
    return f"{type(before.step).__name__} → {type(after.step).__name__}"


def test_everything_that_a_customer_sends_is_answered_or_set_to_work(every_scene: list[Scene]) -> None:
    for session, event, turn in every_scene + scenes_after_the_end():
        if isinstance(event, FromCustomer) and not isinstance(event, CustomerLeft):
            assert said(turn) or turn.immediate, shown(session, event)


def test_nothing_is_said_to_who_has_left(every_scene: list[Scene]) -> None:
    for session, event, turn in every_scene:
        if isinstance(event, CustomerLeft):
            assert not turn.effects, shown(session, event)


def test_an_answer_that_is_awaited_is_told_or_leads_on(every_scene: list[Scene]) -> None:
    quiet = set()
    for session, event, turn in every_scene:
        pair = (type(session.step), type(event))
        awaited = pair[1] in AWAITED.get(pair[0], ()) and getattr(event, "attempt", None) == session.attempt
        if awaited and not said(turn):
            quiet.add(pair)
            assert turn.immediate or turn.records, shown(session, event)
    assert quiet == set(QUIET_ANSWERS)


def test_an_answer_that_nobody_waits_for_changes_nothing(every_scene: list[Scene]) -> None:
    for session, event, turn in every_scene:
        awaited = type(event) in AWAITED.get(type(session.step), ())
        if not isinstance(event, FromProvider) or isinstance(event, AboutAccount):
            continue
        if not awaited or event.attempt != session.attempt:
            assert turn.session == session, shown(session, event)
            assert all(isinstance(effect, UnlinkAtProvider) for effect in turn.effects), shown(session, event)


def test_what_the_provider_says_of_an_account_by_itself_is_told_to_nobody(every_scene: list[Scene]) -> None:
    for session, event, turn in every_scene:
        if isinstance(event, DataReady) or (isinstance(event, EndPosted) and event.doubtful):
            assert not said(turn), shown(session, event)


def test_a_posted_end_that_may_be_an_earlier_one_is_asked_about_before_anything_follows(
    every_scene: list[Scene],
) -> None:
    for session, event, turn in every_scene:
        if not isinstance(event, EndPosted) or not event.doubtful:
            continue
        line, after = session.line_of(event.account), turn.session.line_of(event.account)
        assert (line is None) == (after is None), shown(session, event)
        asked = [effect.account for effect in turn.immediate if isinstance(effect, LookForAccount)]
        assert asked == ([event.account] if line and not line.rumour else []), shown(session, event)
        assert after is None or after.due_at, shown(session, event)


def test_a_session_is_warned_where_something_would_be_lost_and_once() -> None:
    for session in sessions():
        warned = type(session.step) in WARNED and not session.warned
        for minutes, due in ((6, False), (7, True)):
            turn = step(session, WarningDue(), NOON + timedelta(minutes=minutes), RULES)
            assert bool(said(turn)) == (warned and due), shown(session, WarningDue())


def test_after_a_restart_calls_are_settled_or_made_again_and_the_rest_is_untouched(every_scene: list[Scene]) -> None:
    for session, event, turn in every_scene:
        if isinstance(event, Restarted):
            one_time = isinstance(session.step, SendingOtp | CheckingOtp)
            reads_on = isinstance(session.step, ExchangingCode | FetchingSummary | ReadingLine)
            assert (bool(said(turn)), bool(turn.immediate)) == (one_time, reads_on), shown(session, event)
            assert one_time or turn.session == session, shown(session, event)


def test_the_end_of_a_session_comes_when_it_is_due_and_is_told_once(every_scene: list[Scene]) -> None:
    quiet = set()
    for session, event, turn in every_scene + scenes_after_the_end():
        if not isinstance(event, TimeRanOut):
            continue
        if turn.now < (session.expires_at or NOON):
            assert (turn.session, turn.effects) == (session, ()), shown(session, event)
        elif session.expires_at:
            assert turn.session.step == Idle(), shown(session, event)
            assert len(said(turn)) <= 1, shown(session, event)
        if turn.now > NOON and not said(turn):
            quiet.add(type(session.step))
    assert quiet == set(QUIET_ENDS)


def test_whatever_comes_after_the_end_finds_the_session_over_or_begins_another() -> None:
    for session, event, turn in scenes_after_the_end():
        assert turn.session.expires_at is None or turn.session.expires_at > turn.now, shown(session, event)


@for_every("kind", [FromCustomer, FromProvider, FromSystem])
def test_all_that_is_said_can_be_read_in_every_language(kind: type, every_scene: list[Scene]) -> None:
    seen = set()
    for session, event, turn in every_scene + scenes_after_the_end():
        for say in said(turn) if isinstance(event, kind) else ():
            words = tuple((each.key, repr(each.values)) for each in say.sentences)
            looks = (words, say.choices, say.asks_contact)
            if looks not in seen:
                seen.add(looks)
                assert flaws_in_any_language(say) == [], shown(session, event)


def test_the_sides_of_a_conversation_are_told_apart() -> None:
    assert all(isinstance(event, FromCustomer) for event in customer_events(1))
    assert all(isinstance(event, FromProvider) for event in provider_events(1))
    assert all(isinstance(event, FromSystem | AboutAccount) for event in house_events())
