"""What each step asks and offers, in full and as a reminder."""

from conversations.choice import LANGUAGES, LINES, Choice
from conversations.customer.questions import labels_of, question_of, reminder_of
from conversations.customer.turn import Turn
from conversations.effects import Say
from conversations.otp import OtpForm
from conversations.reading import Reading
from conversations.session import AskingOtp, ChoosingLine, ConfirmingUnlink, Idle, Session
from tests.for_every import for_every
from tests.scenes import (
    ACCOUNT,
    ASKING_OTP,
    CLAIM,
    LINKED,
    MEMORY,
    NOON,
    NUMBER,
    OTHER_LINKED,
    REFERENCE,
    RULES,
    session_at,
    sessions,
)
from tests.talk import Talk

at_every_step = for_every("session", list(sessions()))
MOST_BUTTONS = 3  # that every channel shows under a message


@at_every_step
def test_every_step_has_a_question_that_says_something(session: Session) -> None:
    asked, choices = question_of(session)
    assert asked
    assert len(set(choices)) == len(choices)
    assert len(choices) <= MOST_BUTTONS or set(choices) <= set(LINES)


@at_every_step
def test_a_reminder_offers_the_same_answers_as_the_question(session: Session) -> None:
    assert reminder_of(session)[1] == question_of(session)[1]


@at_every_step
def test_whatever_is_offered_does_something(session: Session) -> None:
    """No answer of a question is met with "that answers an earlier question"."""
    standing = Turn(session, NOON, RULES).ask().session
    for choice in standing.dialog.offered:
        assert "old-button" not in Talk(standing).taps(choice).keys


@at_every_step
def test_what_is_offered_is_what_the_session_remembers_to_have_offered(session: Session) -> None:
    turn = Turn(session, NOON, RULES).ask()
    assert turn.session.dialog.offered == question_of(session)[1]
    assert turn.session.dialog.prompt == session.dialog.prompt + 1


def test_the_menu_of_an_idle_contact_fits_what_there_is() -> None:
    assert question_of(session_at(Idle()))[1] == (Choice.BEGIN,)
    assert question_of(session_at(Idle(), memory=MEMORY))[1] == (Choice.RESUME, Choice.BEGIN)
    assert Choice.UNLINK in question_of(session_at(Idle(), lines=(LINKED,), memory=MEMORY))[1]


def test_as_many_lines_are_offered_as_there_are_and_no_more_than_there_are_buttons() -> None:
    for count in range(8):
        session = session_at(ChoosingLine(Reading.BALANCE), lines=(LINKED,) * count)
        assert question_of(session)[1] == LINES[: min(count, len(LINES))]


def test_labels_name_the_lines_and_the_own_number() -> None:
    session = session_at(ChoosingLine(None), lines=(LINKED, OTHER_LINKED), own_number=NUMBER)
    labels = labels_of(session, (Choice.LINE_1, Choice.LINE_2, Choice.OWN_NUMBER))
    assert labels[Choice.LINE_2] == {"network": "Airtel", "number": "0802 ••• 4567"}
    assert labels[Choice.OWN_NUMBER] == {"number": "0803 123 4567"}


@for_every("hint", ["Enter the OTP sent to 08031234567", "Sent to 0803 123 4567.", "+234-803-1234567", "0803***4567"])
def test_a_hint_that_names_the_number_is_left_out_since_our_own_sentence_masks_it(hint: str) -> None:
    said, _ = question_of(session_at(AskingOtp(CLAIM, REFERENCE, OtpForm(6, 6, hint), NOON, 3)))
    assert [each.key for each in said] == ["ask-otp"]


@for_every("hint", ["", "OTP", "Enter OTP", "enter the otp.", "Enter code:"])
def test_a_hint_that_adds_nothing_is_left_out(hint: str) -> None:
    asking = AskingOtp(CLAIM, REFERENCE, OtpForm(6, 6, hint), NOON, 3)
    assert [sentence.key for sentence in question_of(session_at(asking))[0]] == ["ask-otp"]


def test_a_reminder_is_shorter_than_the_question_where_that_is_long() -> None:
    for session in sessions():
        asked, reminded = question_of(session)[0], reminder_of(session)[0]
        assert len(reminded) <= len(asked)
    assert reminder_of(session_at(ASKING_OTP))[0] == ()


def test_deleting_and_unlinking_ask_different_things() -> None:
    keys = {
        question_of(session_at(ConfirmingUnlink(account), lines=(LINKED,)))[0][0].key for account in (ACCOUNT, None)
    }
    assert keys == {"ask-unlink", "ask-delete"}


def test_every_language_can_be_chosen() -> None:
    assert set(LANGUAGES) <= set(Choice)


def test_the_key_that_shares_the_contact_goes_with_the_first_message_that_does_not_ask_for_it() -> None:
    talk = Talk().types("hello").taps(Choice.AGREE)
    texts = ("language", "english", "0803 123 4567", "help")
    told = [talk.wishes(Say)[-1], *(talk.types(text).wishes(Say)[-1] for text in texts)]
    assert [say.asks_contact for say in told] == [True, False, True, False, False]
    assert [say.puts_key_away for say in told] == [False, False, False, True, False]
