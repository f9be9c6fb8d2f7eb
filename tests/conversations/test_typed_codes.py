"""A code that is waited for does not stay, however and wherever it was written."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conversations.effects import DeleteMessage
from conversations.events import Oddity, OddityReceived, TextReceived
from conversations.memory import Case
from conversations.session import AskingOtp, CheckingOtp, Session
from conversations.typed_codes import holds_code_at
from tests.scenes import NOON, STEPS, sessions
from tests.talk import Talk

ASKING = next(step for step in STEPS if isinstance(step, AskingOtp) and step.tries_left)
CHECKING = next(step for step in STEPS if isinstance(step, CheckingOtp))
WRITTEN = (
    "482913",
    "482 913",
    "482913 482913",
    "482913482913",
    "code482913",
    "482913ok",
    "482_913",
    "482/913",
    "482,913",
    "4-8-2-9-1-3",
    "the man said 482913, is that it?",
    "four eight two nine one three",
    "new code please, 482913 does not work",
    "x" * 1500 + " 482913",
)


def session_at(kind: type) -> Session:
    return next(session for session in sessions() if type(session.step) is kind)


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("step", [ASKING, CHECKING], ids=["asking", "checking"])
def test_a_text_that_holds_a_code_is_taken_out_once(step: AskingOtp | CheckingOtp, text: str) -> None:
    talk = Talk(replace(session_at(type(step)), step=step)).hears(TextReceived(text, "m7"))
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert talk.turn.effects[0] == DeleteMessage("m7")


@pytest.mark.parametrize("oddity", list(Oddity))
@pytest.mark.parametrize("text", WRITTEN)
def test_so_is_what_cannot_be_an_answer(oddity: Oddity, text: str) -> None:
    talk = Talk(session_at(AskingOtp)).hears(OddityReceived(oddity, text, "m7"))
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert talk.keys[0] == "code-not-typed"
    assert type(talk.step) is AskingOtp


@pytest.mark.parametrize(
    "text", ["", "no sms yet", "0803 123 4567", "I dey wait since 10:45", "123", "my line 08031234567"]
)
def test_what_holds_none_stays(text: str) -> None:
    talk = Talk(session_at(AskingOtp)).hears(OddityReceived(Oddity.PHOTO, text, "m7"))
    assert talk.wishes(DeleteMessage) == []
    assert not holds_code_at(session_at(AskingOtp).step, text)


@pytest.mark.parametrize("session", list(sessions()), ids=lambda session: type(session.step).__name__)
def test_a_bare_code_stays_at_no_step(session: Session) -> None:
    for event in (TextReceived("482913", "m7"), OddityReceived(Oddity.EDITED, "482913", "m7")):
        assert Talk(session).hears(event).wishes(DeleteMessage) == [DeleteMessage("m7")]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (OddityReceived(Oddity.PHOTO, "482913", "m7"), "code-not-typed"),
        (TextReceived("four eight two nine one three", "m7"), "code-wrong-length"),
        (TextReceived("x" * 1500 + " 482913", "m7"), "code-wrong-length"),
    ],
)
@pytest.mark.parametrize("case", [None, Case(NOON + timedelta(hours=1), told=True)], ids=["asked", "with a person"])
def test_what_is_taken_out_unused_is_told_of_even_while_a_person_is_waited_for(
    event: OddityReceived | TextReceived, told: str, case: Case | None
) -> None:
    talk = Talk(replace(session_at(AskingOtp), step=ASKING, case=case)).hears(event)
    assert talk.keys[0] == told


def test_one_that_comes_when_the_time_is_over_does_not_stay_either() -> None:
    talk = Talk(session_at(AskingOtp)).waits(minutes=30).hears(TextReceived("my_482913_code", "m7"))
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
