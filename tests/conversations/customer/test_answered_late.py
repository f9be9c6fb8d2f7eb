"""Who answers a question that is over: nothing was done, which is said, and it is asked anew; never done after all."""

from conversations.choice import Choice
from conversations.customer.events import TextReceived, TimeRanOut
from conversations.effects import ForgetLine, RecordConsent
from conversations.scope_steps import NarrowingConsent
from conversations.session import AskingConsent, ConfirmingUnlink, Idle
from tests.for_every import for_every
from tests.scenes import ACCOUNT, LINKED, session_at
from tests.talk import Talk

ASKED = [
    ("unlink", ConfirmingUnlink(ACCOUNT)),
    ("delete", ConfirmingUnlink(None)),
    ("choose", NarrowingConsent(ACCOUNT)),
]


def asked_a_day_ago(question: str) -> Talk:
    return Talk(session_at(Idle(), lines=(LINKED,))).types(question).waits(hours=25)


@for_every(("question", "step"), ASKED)
def test_a_figure_for_a_question_that_is_over_asks_it_anew_and_says_that_nothing_was_done(
    question: str, step: object
) -> None:
    shown = asked_a_day_ago(question)
    old = shown.session.dialog.prompt
    at_once = Talk(shown.session)
    at_once.now = shown.now
    for talk in (at_once, shown.hears(TimeRanOut())):
        talk.hears(TextReceived("1", "m1", seen=old))
        assert (talk.step, talk.session.lines) == (step, (LINKED,))
        assert not talk.wishes(ForgetLine)
        assert not talk.wishes(RecordConsent)


@for_every(("question", "step"), ASKED)
def test_a_yes_to_it_is_asked_what_to(question: str, step: object) -> None:
    told = asked_a_day_ago(question).hears(TimeRanOut())
    assert told.keys == ["unanswered", "ask-anew"]
    assert told.types("yes").step == step
    again = asked_a_day_ago(question).hears(TimeRanOut()).types("no")
    assert (again.step, again.keys) == (Idle(), ["reply-ok"])


def test_a_figure_for_a_consent_that_is_over_shows_it_anew() -> None:
    talk = Talk(session_at(AskingConsent())).waits(hours=25).hears(TimeRanOut())
    talk.hears(TextReceived("1", "m1", seen=7))
    assert (talk.step, talk.keys, talk.offered[0]) == (AskingConsent(), ["consent"], Choice.AGREE)


def test_any_other_answer_to_an_earlier_question_is_said_to_be_one() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("unlink").hears(TextReceived("1", "m1", seen=6))
    assert talk.text.startswith("That answers an earlier question, so nothing was done.")
