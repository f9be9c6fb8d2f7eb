"""What is understood at every step: help, cancel, back, language, a person, oddities, codes out of place, the clock."""

from conversations.choice import Choice
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    CustomerLeft,
    MessageUnreadable,
    Oddity,
    OddityReceived,
    ProviderRefused,
    WarningDue,
)
from conversations.effects import CheckOtp, DeleteMessage, Say
from conversations.languages import LANGUAGES
from conversations.refusal import Refusal
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
from tests.for_every import for_every
from tests.scenes import (
    AGREEMENT,
    ASKING_OTP,
    INVITATION,
    LINKED,
    NUMBER,
    session_at,
    sessions,
)
from tests.talk import Talk

EVERYWHERE = list({type(session.step): session for session in sessions()}.values())
UNDER_WAY = (SendingOtp, CheckingOtp, ExchangingCode, FetchingSummary, ReadingLine)
ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)
everywhere = for_every("session", EVERYWHERE)


@everywhere
def test_help_says_what_can_be_done_here_and_what_can_be_typed_always(session: Session) -> None:
    talk = Talk(session).types("help")
    assert talk.keys[0].startswith("help-")
    assert talk.keys[0] == "help-linked" or talk.keys[1] == "help-words"
    assert talk.step == session.step


@everywhere
@for_every(("word", "told"), [("person", "Ngozi on 0700 555 0100"), ("privacy", "kudi.example/privacy")])
def test_a_person_and_the_privacy_notice_are_one_word_away(session: Session, word: str, told: str) -> None:
    talk = Talk(session).types(word)
    assert told in talk.text
    assert talk.step == session.step


@everywhere
@for_every("word", ["is this real?", "Is this a scam", "who are you?", "na 419"])
def test_is_this_real_gives_the_proof_and_the_place_stays(session: Session, word: str) -> None:
    talk = Talk(session).types(word)
    assert talk.keys[0] == ("proof-code" if isinstance(session.step, AskingOtp) else "proof")
    assert ("proof-agent" in talk.keys) == (session.offer is not None)
    assert talk.step == session.step


@for_every("language", ["en", "pcm"])
@for_every("at", [Idle(), ConfirmingUnlink(LINKED.account)])
@for_every("said", ["is this real?", "I gave my code to somebody"])
def test_with_a_line_linked_nobody_is_told_to_type_what_would_undo_an_unlinking(
    said: str, at: Idle | ConfirmingUnlink, language: str
) -> None:
    talk = Talk(session_at(at, lines=(LINKED,), language=language)).types(said)
    assert '"unlink"' in talk.text
    assert '"cancel"' not in talk.text
    assert '"cancel"' in Talk(session_at(AskingConsent(), language=language)).types(said).text


@for_every("said", ["who is Tunde?", "who be Tunde", "what are the two words", "wetin be the two words"])
def test_who_the_agent_is_and_the_two_words_are_the_proof(said: str) -> None:
    assert "proof-agent" in Talk(session_at(AskingConsent(), offer=INVITATION)).types(said).keys


def test_the_proof_names_agent_reference_and_match_words() -> None:
    text = Talk(session_at(AskingConsent(), offer=INVITATION)).taps(Choice.PROOF).text
    assert "Your agent is Tunde, reference K7M-4Q2. The two words on their screen must be mango river." in text
    assert "If they differ, this is not from them" in text  # which screen they have in their hand, nobody here knows
    assert "it cannot move money" in text
    assert "Nobody from Kudi Loans will ever ask you for it" in text


def test_the_proof_is_four_lines_and_one_for_whoever_holds_the_code() -> None:
    who, sms, whom_to_call, _ = Talk(session_at(AskingNumber(AGREEMENT))).types("is this real?").text.split("\n\n")
    assert "assistant of Kudi Loans" in who
    assert "SMS comes from MTN or Airtel" in sms
    assert "call Kudi Loans on a number you already know" in whom_to_call
    at_the_code = Talk(session_at(ASKING_OTP)).types("is this real?").text
    assert "\n" not in at_the_code
    assert len(at_the_code) < len(sms + whom_to_call)


@everywhere
def test_the_language_can_be_changed_and_the_place_stays(session: Session) -> None:
    talk = Talk(session).types("language")
    assert talk.offered == list(map(Choice, LANGUAGES))
    talk.types("2")
    assert (talk.session.language, talk.step) == ("pcm", session.step)
    assert "Na Pidgin" in talk.text
    assert talk.types("english").session.language == "en"


@everywhere
def test_cancel_ends_whatever_was_begun(session: Session) -> None:
    talk = Talk(session).types("cancel")
    assert talk.text
    asks_to_unlink = isinstance(session.step, ShowingTransactions | ConfirmingUnlink)
    asks_which = Choice.UNLINK in session.dialog.offered and len(session.lines) > 1
    asks = ChoosingLine if asks_which else ConfirmingUnlink if asks_to_unlink else Idle | FetchingSummary
    assert isinstance(talk.step, asks)
    assert isinstance(talk.step, FetchingSummary) == isinstance(session.step, FetchingSummary)


@for_every(
    ("at", "reached"),
    [
        (AskingNumber(AGREEMENT), AskingConsent()),
        (ASKING_NETWORK, AskingNumber(AGREEMENT)),
        (ASKING_OTP, ASKING_NETWORK),
        (AskingConsent(), AskingConsent()),
        (Idle(), Idle()),
    ],
)
def test_back_goes_one_step_back_and_never_in_a_circle(at: AskingOtp, reached: object) -> None:
    assert Talk(session_at(at)).types("back").step == reached


def test_going_back_and_back_arrives_at_the_beginning() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("back").types("back").types("back").types("back")
    assert (talk.step, talk.keys[0]) == (AskingConsent(), "no-way-back")


# What is out of place


@everywhere
@for_every("oddity", Oddity)
def test_what_cannot_be_an_answer_is_said_to_be_none(session: Session, oddity: Oddity) -> None:
    talk = Talk(session).hears(OddityReceived(oddity))
    assert talk.keys[0] == f"oddity-{oddity.value}"
    assert talk.step == session.step


@everywhere
def test_what_could_not_be_read_is_asked_for_again(session: Session) -> None:
    talk = Talk(session).hears(MessageUnreadable())
    assert (talk.keys[0], talk.step) == ("message-unreadable", session.step)


@everywhere
def test_of_whom_it_may_not_be_nothing_else_is_told(session: Session) -> None:
    talk = Talk(session).hears(MessageUnreadable(known=False))
    assert (talk.keys, talk.step) == ([] if session.case else ["message-unreadable"], session.step)


@everywhere
def test_a_code_is_taken_out_of_the_chat_wherever_it_is_typed(session: Session) -> None:
    talk = Talk(session).types("my otp is 482913", "m3")
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m3")]
    assert bool(talk.wishes(CheckOtp)) == (isinstance(session.step, AskingOtp) and session.step.tries_left > 0)
    assert "482913" not in talk.text


@everywhere
def test_an_old_button_says_so_and_shows_where_we_are(session: Session) -> None:
    talk = Talk(session).hears(ButtonTapped("agree", session.dialog.prompt - 1))
    assert (talk.keys[0], talk.step) == ("old-button", session.step)
    assert len(talk.keys) > 1


@everywhere
def test_a_button_that_we_never_made_is_an_old_one(session: Session) -> None:
    assert Talk(session).hears(ButtonTapped("drop table", session.dialog.prompt)).keys[0] == "old-button"


@for_every("at", [AskingConsent(), ASKING_OTP, Idle()])
def test_a_contact_card_that_was_not_asked_for_is_not_taken(at: AskingConsent | AskingOtp | Idle) -> None:
    talk = Talk(session_at(at, lines=(LINKED,))).hears(ContactShared("08021234567", proven=True))
    assert (talk.keys[0], talk.step) == ("contact-out-of-place", at)


@for_every("session", [each for each in EVERYWHERE if isinstance(each.step, UNDER_WAY)])
@for_every("text", ["hello?", "0803 123 4567", "yes", "link another line", "/start"])
def test_whatever_is_typed_during_a_call_is_told_that_it_runs(session: Session, text: str) -> None:
    talk = Talk(session).types(text)
    assert talk.keys[0].startswith("still-")
    assert (talk.step, talk.turn.immediate) == (session.step, ())


# The clock


def test_three_minutes_before_the_end_a_customer_is_warned_with_the_time_that_is_left() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=7).hears(WarningDue())
    assert "You have 3 minutes left" in talk.text
    assert talk.hears(WarningDue()).wishes(Say) == []


def test_who_went_on_just_when_the_warning_was_due_is_warned_later() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=6).hears(WarningDue())
    assert talk.wishes(Say) == []
    assert talk.waits(minutes=1).hears(WarningDue()).keys == ["warning"]


def test_the_warning_leaves_the_buttons_of_the_question_alive() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=7).hears(WarningDue())
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER]
    assert talk.session.dialog.prompt == session_at(ASKING_OTP).dialog.prompt


def test_a_step_forward_may_be_warned_of_again() -> None:
    talk = Talk(session_at(AskingNumber(AGREEMENT))).waits(minutes=7).hears(WarningDue()).types("0803 123 4567")
    assert talk.waits(minutes=7).hears(WarningDue()).keys == ["warning"]


def test_a_warning_that_falls_into_a_check_comes_after_it() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=7).types("482913").hears(WarningDue())
    assert (talk.wishes(Say), talk.session.warned) == ([], False)
    assert talk.gets(ProviderRefused, Refusal.WRONG_CODE).hears(WarningDue()).keys == ["warning"]


def test_who_has_left_and_comes_back_goes_on() -> None:
    talk = Talk(session_at(ASKING_OTP)).hears(CustomerLeft())
    assert (talk.step, talk.turn.effects) == (Idle(), ())
    assert talk.types("hello").keys == ["reply-greeting", "ask-resume-line"]


@for_every(
    "typed",
    ["my agent words are lion table", "agent words na lion, table", "the words she told me: lion and table"],
)
def test_other_words_than_those_of_the_link_are_answered_as_such(typed: str) -> None:
    for at in (AskingConsent(), ASKING_OTP):
        talk = Talk(session_at(at, offer=INVITATION)).types(typed)
        assert talk.keys == ["answer-words-differ"]
        assert (Choice.CANCEL in talk.offered) == (at is ASKING_OTP)


@for_every("typed", ["my agent words are mango river", "the two words are river and mango"])
def test_the_same_words_are_answered_by_the_proof(typed: str) -> None:
    assert "proof-agent" in Talk(session_at(ASKING_OTP, offer=INVITATION)).types(typed).keys


@for_every("typed", ["the agent will come Monday morning", "lion table", "the words are hard"])
def test_what_is_no_pair_of_words_is_not_compared_with_them(typed: str) -> None:
    assert Talk(session_at(ASKING_OTP, offer=INVITATION)).types(typed).keys != ["answer-words-differ"]
