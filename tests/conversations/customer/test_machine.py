"""The rules of the machine, one after the other, and the whole way of a customer."""

from datetime import timedelta
from itertools import permutations

from conversations.choice import Choice
from conversations.customer.events import (
    AccountOpened,
    LinkOpened,
    OtpSent,
    OtpVerified,
    ProviderUnreachable,
    Restarted,
    SummaryFetched,
    TimeRanOut,
)
from conversations.effects import (
    CheckOtp,
    DeleteMessage,
    ExchangeForAccount,
    FetchSummary,
    ReadLine,
    RecordConsent,
    RequestOtp,
)
from conversations.line_events import DataReady
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    CheckingOtp,
    ExchangingCode,
    Idle,
    SendingOtp,
)
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    CLAIM,
    CODE,
    FORM,
    MEMORY,
    NOON,
    REFERENCE,
    STEPS,
    name_of,
    session_at,
    sessions,
)
from tests.talk import Talk


def test_a_customer_links_a_line_in_five_messages() -> None:
    talk = Talk()
    talk.hears(LinkOpened()).taps(Choice.AGREE).types("0803 123 4567").taps(Choice.MTN)
    talk.gets(OtpSent, REFERENCE, FORM)
    assert "MTN has sent a 6-digit code by SMS to 0803 ••• 4567" in talk.text
    talk.types("482913", "message-5")
    assert [wish.code.reveal() for wish in talk.wishes(CheckOtp)] == ["482913"]
    assert talk.wishes(DeleteMessage) == [DeleteMessage("message-5")]
    talk.gets(OtpVerified, CODE)
    assert talk.wishes(ExchangeForAccount) == [ExchangeForAccount(talk.session.attempt, CODE)]
    talk.gets(AccountOpened, ACCOUNT)
    assert talk.wishes(FetchSummary) == [FetchSummary(talk.session.attempt, ACCOUNT)]
    talk.gets(SummaryFetched, SUMMARIES[0])
    assert talk.keys == ["linked", "summary", "as-of", "summary-masked", "receipt", "receipt-next"]
    assert talk.step == Idle()


@for_every("doubts", [["is this real?", "help", "language", "1"], ["0803", "which number?", "glo", "99"]])
def test_even_with_doubts_on_the_way_eight_messages_are_enough(doubts: list[str]) -> None:
    talk, sent = Talk(), 0
    answers = ["hello", "yes", "08031234567", "mtn"]
    for text in [answers[0], *doubts[:1], answers[1], *doubts[1:2], answers[2], *doubts[2:3], answers[3]]:
        talk.types(text)
        sent += 1
    talk.gets(OtpSent, REFERENCE, FORM).types("482 913")
    assert isinstance(talk.step, CheckingOtp)
    assert sent + 1 <= 8


# 1 and 2: answers, and the end


def test_a_session_past_its_end_hears_of_it_before_anything_else_and_once() -> None:
    talk = Talk(session_at(AskingNumber(AGREEMENT))).waits(minutes=10).types("0803 123 4567")
    assert talk.keys == ["time-ran-out", "ask-resume"]
    assert talk.hears(TimeRanOut()).keys == []


def test_the_end_that_comes_too_early_is_no_end() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=9, seconds=59).hears(TimeRanOut())
    assert (talk.session, talk.keys) == (session_at(ASKING_OTP), [])


@for_every("at", STEPS)
def test_every_session_reaches_its_end_when_nothing_more_happens(at: object) -> None:
    talk = Talk(session_at(at)).waits(minutes=11).hears(TimeRanOut())  # type: ignore[arg-type]
    assert (talk.step, talk.session.expires_at) == (Idle(), None)


def test_a_code_that_is_typed_too_late_is_taken_out_of_the_chat_and_not_checked() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=10).types("482913", "message-9")
    assert talk.wishes(DeleteMessage) == [DeleteMessage("message-9")]
    assert talk.wishes(CheckOtp) == []
    assert talk.keys == ["time-ran-out", "ask-resume-line"]


def test_who_asks_for_something_after_the_end_gets_it() -> None:
    talk = Talk(session_at(AskingNumber(AGREEMENT))).waits(minutes=10).types("help")
    assert talk.keys[:3] == ["time-ran-out", "ask-resume", "help-idle"]


def test_one_tap_after_the_end_goes_on() -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, CLAIM.line.number, proven=False)))
    talk.waits(minutes=10).hears(TimeRanOut()).taps(Choice.RESUME)
    assert talk.step == AskingNetwork(AGREEMENT, CLAIM.line.number, proven=False)


def test_what_is_remembered_is_forgotten_after_a_day() -> None:
    talk = Talk(session_at(Idle(), memory=MEMORY)).waits(hours=23).types("continue")
    assert talk.session.memory is None
    assert talk.step == AskingConsent()


# 3: once for each action


def test_a_second_tap_on_a_network_asks_for_no_second_code() -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, CLAIM.line.number, proven=False)))
    assert len(talk.taps(Choice.MTN).wishes(RequestOtp)) == 1
    assert talk.taps(Choice.MTN).wishes(RequestOtp) == []
    assert (talk.keys, talk.turn.toast is not None) == ([], True)


def test_a_code_that_is_typed_twice_is_checked_once() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913", "first")
    assert talk.types("482913", "second").wishes(CheckOtp) == []
    assert talk.wishes(DeleteMessage) == [DeleteMessage("second")]


@for_every("at", [SendingOtp(1, CLAIM), CheckingOtp(1, ASKING_OTP)])
@for_every("event", [ProviderUnreachable(1), Restarted()])
def test_an_outcome_that_is_unknown_is_said_and_never_tried_again_by_itself(at: object, event: object) -> None:
    talk = Talk(session_at(at)).hears(event)  # type: ignore[arg-type]
    assert talk.keys[0] in {"sending-unknown", "check-unknown"}
    assert talk.turn.immediate == ()


# 4: late answers are tested for every pair in test_machine_total


def test_an_account_that_opens_after_the_customer_cancelled_is_given_back() -> None:
    talk = Talk(session_at(ExchangingCode(1, CLAIM, CODE, NOON))).types("cancel")
    assert "No line was linked" in talk.text
    before = talk.session
    talk.hears(AccountOpened(1, ACCOUNT))
    assert [name_of(effect) for effect in talk.turn.effects] == ["UnlinkAtProvider"]
    assert talk.session == before


# 5: the order of things


def test_no_code_is_asked_for_without_an_agreement_that_was_recorded() -> None:
    talk = Talk().hears(LinkOpened())
    assert talk.types("0803 123 4567").types("mtn").turn.immediate == ()
    (recorded,) = talk.taps(Choice.AGREE).wishes(RecordConsent)
    talk.types("0803 123 4567").types("mtn")
    assert isinstance(talk.step, SendingOtp)
    assert talk.step.claim.agreement == recorded.agreement
    assert not recorded.withdrawn


# 6: buttons, words and numbers


@for_every("answer", ["mtn", "MTN", " Mtn. ", "m t n", "1", "my line is on mtn", "/mtn", "Na MTN o!"])
def test_a_network_may_be_typed_in_any_way(answer: str) -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, CLAIM.line.number, proven=False))).types(answer)
    assert len(talk.wishes(RequestOtp)) == 1


# 7: the time that a step gives


def test_a_step_forward_gives_ten_minutes_more_and_a_question_asked_again_does_not() -> None:
    talk = Talk().hears(LinkOpened()).waits(minutes=4).types("what?")
    assert talk.session.expires_at == NOON + timedelta(minutes=10)
    assert talk.types("yes").session.expires_at == NOON + timedelta(minutes=14)


def test_a_code_is_awaited_no_longer_than_the_provider_keeps_its_request() -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, CLAIM.line.number, proven=False))).taps(Choice.MTN)
    talk.waits(seconds=14).gets(OtpSent, REFERENCE, FORM)
    assert talk.session.expires_at == NOON + timedelta(minutes=10)


def test_a_code_that_is_typed_in_the_last_second_still_has_its_answer_awaited() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=9, seconds=59).types("482913")
    assert talk.session.expires_at == NOON + timedelta(minutes=10, seconds=29)
    assert isinstance(talk.waits(seconds=10).gets(OtpVerified, CODE).step, ExchangingCode)


# What the platforms and people bring


@for_every("order", list(permutations(["yes", "0803 123 4567", "mtn"])))
def test_answers_that_arrive_in_any_order_lead_to_one_code_once_they_are_repeated(order: tuple[str, ...]) -> None:
    talk, requests = Talk().hears(LinkOpened()), 0
    for text in [*order, "yes", "0803 123 4567", "mtn"]:
        requests += len(talk.types(text).wishes(RequestOtp))
        assert talk.text or talk.wishes(RequestOtp)
    assert requests == 1


def test_a_summary_that_comes_by_itself_does_not_disturb_another_line_being_linked() -> None:
    talk = Talk(session_at(ASKING_OTP, lines=())).hears(DataReady(ACCOUNT))
    assert (talk.step, talk.turn.effects) == (ASKING_OTP, ())


def test_every_call_has_an_attempt_of_its_own() -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, CLAIM.line.number, proven=False)))
    attempts = []
    talk.taps(Choice.MTN)
    attempts += [wish.attempt for wish in talk.wishes(RequestOtp)]
    talk.gets(OtpSent, REFERENCE, FORM).types("482913")
    attempts += [wish.attempt for wish in talk.wishes(CheckOtp)]
    talk.gets(OtpVerified, CODE)
    attempts += [wish.attempt for wish in talk.wishes(ExchangeForAccount)]
    talk.gets(AccountOpened, ACCOUNT)
    attempts += [wish.attempt for wish in talk.wishes(FetchSummary)]
    talk.gets(SummaryFetched, SUMMARIES[0]).types("balance")
    attempts += [wish.attempt for wish in talk.wishes(ReadLine)]
    assert attempts == sorted(set(attempts))
    assert len(attempts) == 5


def test_a_session_shows_nothing_of_a_person_in_its_repr() -> None:
    shown = " ".join(map(repr, sessions()))
    private = ("8031234567", "803 123", "account-1", "exchange-1", "reference-1", "ada")
    assert [each for each in private if each in shown] == []
