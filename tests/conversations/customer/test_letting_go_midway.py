"""Who asks for an end while a line is being linked, and thinks better of it, goes on where they stood."""

from datetime import timedelta

from conversations.choice import Choice
from conversations.customer.events import TimeRanOut
from conversations.effects import RecordConsent
from conversations.session import AskingOtp, CheckingOtp, ConfirmingUnlink, Idle, Waiting
from tests.for_every import for_every
from tests.scenes import ACCOUNT, AGREEMENT, ASKING_OTP, BEGUN, LINKED, NOON, session_at
from tests.talk import Talk


@for_every("at", BEGUN)
@for_every("word", ["no", "No, keep it", "back", "never mind"])
def test_a_no_goes_on_where_it_was_and_asks_that_again(at: Waiting, word: str) -> None:
    talk = Talk(session_at(at)).types("delete")
    assert (talk.step, talk.keys) == (ConfirmingUnlink(None, at), ["ask-delete"])
    talk = talk.types(word)
    assert (talk.step, talk.keys[0]) == (at, "kept")
    assert talk.offered == list(session_at(at).dialog.offered)


@for_every("at", BEGUN)
def test_the_question_takes_no_time_from_what_was_begun_and_gives_none(at: Waiting) -> None:
    begun = session_at(at)
    asked = Talk(begun).types("delete")
    assert asked.session.expires_at == asked.types("no").session.expires_at == begun.expires_at


def test_the_code_that_was_sent_before_still_counts() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("delete").types("no").types("123456")
    assert isinstance(talk.step, CheckingOtp)


def test_asking_twice_loses_nothing_either() -> None:
    talk = Talk(session_at(ASKING_OTP, lines=(LINKED,))).types("delete").types("unlink")
    assert talk.step == ConfirmingUnlink(ACCOUNT, ASKING_OTP)
    assert talk.types("no").step == ASKING_OTP


def test_a_yes_ends_what_was_begun_and_its_agreement() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("delete").taps(Choice.CONFIRM)
    assert (talk.step, talk.session.memory) == (Idle(), None)
    assert talk.wishes(RecordConsent) == [RecordConsent(AGREEMENT, withdrawn=True)]


def test_a_question_that_nobody_answers_leaves_what_one_tap_resumes_with() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("delete").waits(minutes=10).hears(TimeRanOut())
    assert (talk.step, talk.keys[0]) == (Idle(), "unanswered")
    memory = talk.session.memory
    assert memory is not None
    assert memory.number == ASKING_OTP.claim.line.number


def test_a_code_that_is_over_by_then_is_not_asked_for_again() -> None:
    begun = session_at(ASKING_OTP, expires_at=NOON + timedelta(minutes=1))
    talk = Talk(begun).types("delete").waits(minutes=2).types("no")
    assert not isinstance(talk.step, AskingOtp)
    assert talk.step == Idle()
