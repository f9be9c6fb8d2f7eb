"""Who links a second line and does not finish: it is offered to go on, as it is to whoever has none linked."""

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import TimeRanOut
from conversations.session import AskingNetwork, AskingOtp, Idle, SendingOtp
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKING_OTP, LINKED, OTHER_NUMBER, PROVEN, session_at
from tests.talk import Talk

STEPS = [AskingNetwork(AGREEMENT, OTHER_NUMBER, proven=False), replace(ASKING_OTP, claim=PROVEN)]


@for_every("step", STEPS)
def test_at_the_end_of_its_time_one_tap_goes_on(step: AskingNetwork | AskingOtp) -> None:
    talk = Talk(session_at(step, lines=(LINKED,))).waits(minutes=11).hears(TimeRanOut())
    assert (talk.keys, talk.offered) == (["time-ran-out", "ask-resume-line"], [Choice.RESUME, Choice.BEGIN])
    assert isinstance(talk.taps(Choice.RESUME).step, AskingNetwork | SendingOtp)


@for_every("step", STEPS)
def test_after_a_cancel_one_word_does(step: AskingNetwork | AskingOtp) -> None:
    talk = Talk(session_at(step, lines=(LINKED,))).types("cancel")
    assert (talk.types("yes").keys, talk.step) == (["reply-ok"], Idle())
    assert isinstance(talk.waits(hours=2).types("continue").step, AskingNetwork | SendingOtp)


@for_every("step", STEPS)
def test_what_was_begun_is_not_lost_by_asking_for_an_end_and_keeping_it(step: AskingNetwork | AskingOtp) -> None:
    talk = Talk(session_at(step, lines=(LINKED,))).types("unlink").types("no")
    assert (talk.keys[0], talk.step, talk.session.lines) == ("kept", step, (LINKED,))


@for_every("step", STEPS)
def test_nor_is_it_by_saying_nothing_more(step: AskingNetwork | AskingOtp) -> None:
    talk = Talk(session_at(step, lines=(LINKED,))).types("unlink").waits(minutes=11).hears(TimeRanOut())
    assert (talk.keys, talk.session.lines) == (["unanswered", "ask-resume-line"], (LINKED,))


def test_with_nothing_begun_to_continue_shows_what_there_is() -> None:
    assert Talk(session_at(Idle(), lines=(LINKED,))).types("continue").keys == ["menu"]
