"""Whatever somebody answers to an invitation opens its link, unless they are busy or want something of their own."""

from conversations.choice import Choice
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    CustomerLeft,
    Event,
    LinkOpened,
    MessageUnreadable,
    Oddity,
    OddityReceived,
    OptedOut,
    TextReceived,
    TimeRanOut,
)
from conversations.customer.template_reply import AT_REST, OWN_WISHES, answers_template
from conversations.secret import LinkToken
from conversations.session import AskingConsent, Idle, Session
from tests.for_every import for_every
from tests.happenings import house_events, provider_events
from tests.scenes import ADA, FOR_ONE_LINE, LINKED, MEMORY, session_at, sessions

NEW = Session(ADA)
ANSWERS: tuple[Event, ...] = (
    *map(
        TextReceived,
        ("ok", "Ok.", "yes", "no", "who is this?", "help", "is this real?", "0803 123 4567", "👍"),
    ),
    ButtonTapped("continue"),
    ButtonTapped("See what it is"),
    LinkOpened(),
    ContactShared("", proven=False),
    OddityReceived(Oddity.VOICE),
)


@for_every("event", ANSWERS)
def test_anything_is_an_answer(event: Event) -> None:
    assert answers_template(NEW, event)
    assert answers_template(session_at(Idle(), offer=FOR_ONE_LINE), event)


@for_every(
    "event",
    [
        OptedOut(),
        CustomerLeft(),
        MessageUnreadable(),
        TimeRanOut(),
        LinkOpened(FOR_ONE_LINE),
        LinkOpened(stale=True),
        LinkOpened(token=LinkToken("token-of-22-characters")),
        TextReceived("482913"),
        *map(TextReceived, ("delete", "pidgin", "privacy", "person")),
        *house_events(),
        *provider_events(1),
    ],
)
def test_but_what_ends_everything_what_is_a_code_and_what_is_wanted_for_itself(event: Event) -> None:
    assert not answers_template(NEW, event)


@for_every("session", [*sessions()])
def test_nobody_is_taken_out_of_something_else(session: Session) -> None:
    assert answers_template(session, TextReceived("hello")) is isinstance(session.step, AT_REST)


def test_a_bare_ok_at_a_consent_of_ones_own_is_an_answer_to_it_and_whoever_says_that_they_agree_has_agreed() -> None:
    own = session_at(AskingConsent())
    for text in ("ok", "OK", "yes", "ok thanks"):
        assert answers_template(own, TextReceived(text))
        assert not answers_template(session_at(AskingConsent(), offer=FOR_ONE_LINE), TextReceived(text))
    for text in ("I agree", "no", "is it free", "0803 123 4567", "1"):
        assert not answers_template(own, TextReceived(text))


def test_who_has_a_line_goes_on_using_it_by_word_and_by_number() -> None:
    linked = session_at(Idle(), lines=(LINKED,))
    for text in ("balance", "1", "transactions", "unlink", "receipt"):
        assert not answers_template(linked, TextReceived(text))
    assert answers_template(linked, TextReceived("ok"))


def test_who_was_interrupted_goes_on_with_one_tap() -> None:
    remembered = session_at(Idle(), memory=MEMORY)
    assert not answers_template(remembered, TextReceived("1"))
    assert not answers_template(remembered, ButtonTapped(Choice.RESUME.value, remembered.dialog.prompt))


def test_no_answer_to_a_question_is_a_wish_of_its_own() -> None:
    assert not OWN_WISHES & {Choice.AGREE, Choice.DECLINE, Choice.BEGIN, Choice.HELP, Choice.PROOF}
