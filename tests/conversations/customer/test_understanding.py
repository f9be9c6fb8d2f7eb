"""What a text or a tap means: labels, words of every language, numbers, and old buttons."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from conversations.choice import ALWAYS, NETWORKS, TYPED_ALWAYS, WORDLESS, Choice
from conversations.customer.events import (
    ButtonTapped,
    Chosen,
    Event,
    LinkOpened,
    OldButtonTapped,
    OptedOut,
    TextReceived,
)
from conversations.customer.turn import Turn
from conversations.customer.understanding import read
from conversations.dialog import Dialog
from conversations.effects import Say
from conversations.intents.given import CodeHeard, Heard, NumberAmiss, NumberHeard, TextHeard
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import Meant, NotUnderstood
from conversations.phone import NumberProblem
from conversations.secret import OtpCode
from conversations.session import AskingConsent, AskingNumber, Idle, Session
from conversations.wording import LANGUAGES, render, words_of
from tests.for_every import for_every
from tests.scenes import (
    AGREEMENT,
    ASKING_OTP,
    BUSINESS,
    LINKED,
    MEMORY,
    NOON,
    NUMBER,
    RULES,
    session_at,
    sessions,
)

AT_NUMBER = session_at(AskingNumber(AGREEMENT))
at_every_step = for_every("session", list(sessions()))
OWN_WORDS = sorted(set(Choice) - WORDLESS - {Choice.MTN, Choice.AIRTEL})  # networks are heard as such, by any name


def meaning(text: str, session: Session = AT_NUMBER) -> Event:
    return read(session, TextReceived(text))


def chosen(text: str, session: Session = AT_NUMBER) -> Choice | None:
    event = meaning(text, session)
    return event.choice if isinstance(event, Chosen) else None


def asked(session: Session) -> tuple[Session, Say]:
    """The session as it stands after its question was asked, and the question."""
    turn = Turn(session, NOON, RULES).ask()
    say = turn.effects[-1]
    assert isinstance(say, Say)
    return turn.session, say


# Buttons and words are the same


@for_every("language", LANGUAGES)
@at_every_step
def test_every_label_may_be_typed_as_it_is_shown(session: Session, language: str) -> None:
    standing, say = asked(session)
    for button in render(say, language, BUSINESS).buttons:
        if button.choice not in {*WORDLESS, *NETWORKS, Choice.OWN_NUMBER}:  # numbers and networks, typed as such
            assert chosen(button.label, standing) == button.choice, button.label
            assert chosen(f" {button.label.upper()}! ", standing) == button.choice, button.label


@at_every_step
def test_every_answer_has_the_number_of_its_place(session: Session) -> None:
    standing, say = asked(session)
    for place, choice in enumerate(say.choices, start=1):
        assert chosen(str(place), standing) == (choice if standing.dialog.is_numbered else None)
    assert chosen(str(len(say.choices) + 1), standing) is None
    assert chosen("0", standing) is None


@for_every("choice", OWN_WORDS)
def test_every_word_of_every_language_means_its_answer_while_that_is_offered(choice: Choice) -> None:
    session = Session(AT_NUMBER.contact, step=AskingNumber(AGREEMENT), dialog=Dialog(0, (choice,)))
    for word in (choice.value, *words_of(choice.value)):
        assert chosen(word, session) == choice, word


def test_no_word_that_is_understood_everywhere_means_two_things() -> None:
    meanings: dict[str, set[Choice]] = defaultdict(set)
    for choice in TYPED_ALWAYS:
        for word in (choice.value, *words_of(choice.value)):
            meanings[word.casefold()].add(choice)
    assert {word: each for word, each in meanings.items() if len(each) > 1} == {}


@at_every_step
def test_no_word_means_two_answers_of_one_question(session: Session) -> None:
    _, say = asked(session)
    choices = set(say.choices) - WORDLESS
    words = [word for choice in choices for word in {each.casefold() for each in words_of(choice.value)}]
    assert [word for word in words if words.count(word) > 1] == []


@for_every(
    ("typed", "choice"),
    [
        ("HELP", Choice.HELP),
        ("?", Choice.HELP),
        ("/help", Choice.HELP),
        ("/balance@KudiLoansBot", Choice.BALANCE),
        ("  cancel. ", Choice.CANCEL),
        ("“stop”", Choice.CANCEL),
        ("*stop*", Choice.CANCEL),
        ("g\u200bo back", Choice.BACK),
        ("is   this real??", Choice.PROOF),
        ("na true?", Choice.PROOF),
        ("this is a scam, I will report you to the police and to everybody that I know in Lagos", Choice.PROOF),
        ("ok", None),
    ],
)
def test_words_are_read_as_people_write_them(typed: str, choice: Choice | None) -> None:
    assert chosen(typed) == choice


def test_a_word_that_has_two_meanings_has_the_one_that_is_offered() -> None:
    assert chosen("yes", session_at(AskingConsent())) == Choice.AGREE
    assert chosen("yes", session_at(Idle(), memory=MEMORY)) == Choice.RESUME
    assert chosen("another number", session_at(ASKING_OTP)) == Choice.CHANGE_NUMBER


@for_every("typed", ["start", "/start", "START", "/start@KudiLoansBot", "restart"])
def test_start_opens_the_chat_as_a_link_without_an_invitation_does(typed: str) -> None:
    assert meaning(typed) == LinkOpened()


@for_every(
    ("typed", "heard"),
    [
        ("", NotUnderstood()),
        (" ", NotUnderstood()),
        ("rain is falling", NotUnderstood()),
        ("0803 123 4567", NumberHeard(NUMBER)),
        ("11", NumberAmiss(NumberProblem.TOO_SHORT)),
        ("is it free?", Meant(Topic.FREE)),
        ("good morning", Meant(Courtesy.GREETING)),
    ],
)
def test_what_is_no_answer_is_told_as_it_was_heard(typed: str, heard: Heard) -> None:
    assert meaning(typed) == TextHeard(heard, typed)


def test_who_wants_to_hear_no_more_has_opted_out_in_whatever_words() -> None:
    assert meaning("please stop messaging me") == OptedOut()


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(meaning(text), TextHeard | Chosen | LinkOpened | OptedOut | OldButtonTapped)


# Buttons


def test_a_button_of_the_question_that_stands_is_its_answer() -> None:
    session = session_at(AskingConsent())
    assert read(session, ButtonTapped("agree", session.dialog.prompt)) == Chosen(Choice.AGREE)
    assert read(session, ButtonTapped("agree", None)) == Chosen(Choice.AGREE)


@for_every("tap", [ButtonTapped("agree", 6), ButtonTapped("mtn", 7), ButtonTapped("", 7)])
def test_a_button_of_an_earlier_question_is_old(tap: ButtonTapped) -> None:
    assert read(session_at(AskingConsent()), tap) == OldButtonTapped()


@for_every("choice", sorted(ALWAYS))
def test_an_old_button_that_does_no_harm_still_works(choice: Choice) -> None:
    assert read(session_at(ASKING_OTP), ButtonTapped(choice.value, 1)) == Chosen(choice)


@for_every("choice", [Choice.UNLINK, Choice.DELETE, Choice.CANCEL, Choice.CONFIRM, Choice.AGREE])
def test_an_old_button_that_would_change_something_does_not(choice: Choice) -> None:
    assert read(session_at(ASKING_OTP), ButtonTapped(choice.value, 1)) == OldButtonTapped()


def test_the_menu_works_from_any_old_message_while_nothing_is_under_way() -> None:
    session = session_at(Idle(), lines=(LINKED,))
    assert read(session, ButtonTapped("unlink", 1)) == Chosen(Choice.UNLINK)


def test_what_travels_in_a_button_is_short_and_plain() -> None:
    assert all(len(choice.value) <= 20 and choice.value.isascii() for choice in Choice)


# Texts that quote a question


@at_every_step
def test_a_text_under_an_earlier_question_answers_only_where_nothing_is_under_way(session: Session) -> None:
    standing, say = asked(session)
    for place, choice in enumerate(say.choices, start=1):
        answer = read(standing, TextReceived(str(place), quoted=standing.dialog.prompt - 1))
        assert answer == (Chosen(choice) if isinstance(standing.step, Idle) else OldButtonTapped())
        if standing.dialog.is_numbered:
            assert read(standing, TextReceived(str(place), quoted=standing.dialog.prompt)) == Chosen(choice)


@for_every("quoted", [0, 3])
def test_numbers_codes_and_words_for_every_step_count_under_any_question(quoted: int) -> None:
    standing, _ = asked(session_at(ASKING_OTP))
    code = TextReceived("482913", quoted=quoted)
    assert read(standing, code) == TextHeard(CodeHeard(OtpCode("482913")), "482913")
    assert read(standing, TextReceived("cancel", quoted=quoted)) == Chosen(Choice.CANCEL)
    assert read(standing, TextReceived("send a new code", quoted=quoted)) == OldButtonTapped()
