"""A code that is waited for does not stay, however and wherever it was written."""

from datetime import timedelta

from conversations.changing import replace
from conversations.customer.events import (
    AccountOpened,
    Oddity,
    OddityReceived,
    OtpVerified,
    ProviderRefused,
    SummaryPending,
    TextReceived,
    TimeRanOut,
)
from conversations.customer.typed_codes import holds_code_at
from conversations.effects import DeleteMessage, ReadLine
from conversations.memory import Case
from conversations.reading import Reading
from conversations.refusal import Refusal
from conversations.session import AskingNumber, AskingOtp, CheckingOtp, ChoosingLine, Idle, ReadingLine, Session, Step
from tests.for_every import for_every
from tests.scenes import ACCOUNT, AGREEMENT, CODE, LINKED, NOON, OTHER_LINKED, STEPS, sessions
from tests.scenes import session_at as scene
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


@for_every("text", WRITTEN)
@for_every("step", [ASKING, CHECKING])
def test_a_text_that_holds_a_code_is_taken_out_once(step: AskingOtp | CheckingOtp, text: str) -> None:
    talk = Talk(replace(session_at(type(step)), step=step)).hears(TextReceived(text, "m7"))
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert talk.turn.effects[0] == DeleteMessage("m7")


@for_every("oddity", list(Oddity))
@for_every("text", WRITTEN)
def test_so_is_what_cannot_be_an_answer(oddity: Oddity, text: str) -> None:
    talk = Talk(session_at(AskingOtp)).hears(OddityReceived(oddity, text, "m7"))
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert talk.keys[0] == "code-not-typed"
    assert type(talk.step) is AskingOtp


@for_every("text", ["", "no sms yet", "0803 123 4567", "I dey wait since 10:45", "123", "my line 08031234567"])
def test_what_holds_none_stays(text: str) -> None:
    talk = Talk(session_at(AskingOtp)).hears(OddityReceived(Oddity.PHOTO, text, "m7"))
    assert talk.wishes(DeleteMessage) == []
    assert not holds_code_at(session_at(AskingOtp), text)


@for_every("session", list(sessions()))
def test_a_bare_code_stays_at_no_step(session: Session) -> None:
    for event in (TextReceived("482913", "m7"), OddityReceived(Oddity.EDITED, "482913", "m7")):
        assert Talk(session).hears(event).wishes(DeleteMessage) == [DeleteMessage("m7")]


@for_every(
    ("event", "told"),
    [
        (OddityReceived(Oddity.PHOTO, "482913", "m7"), "code-not-typed"),
        (TextReceived("x" * 1500 + " 482913", "m7"), "code-wrong-length"),
    ],
)
@for_every("case", [None, Case(NOON + timedelta(hours=1), told=True)])
def test_what_is_taken_out_unused_is_told_of_even_while_a_person_is_waited_for(
    event: OddityReceived | TextReceived, told: str, case: Case | None
) -> None:
    talk = Talk(replace(session_at(AskingOtp), step=ASKING, case=case)).hears(event)
    assert talk.keys[0] == told


def test_one_that_comes_when_the_time_is_over_does_not_stay_either() -> None:
    talk = Talk(session_at(AskingOtp)).waits(minutes=30).hears(TextReceived("my_482913_code", "m7"))
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]


# Where the channel cannot take it out, they are asked to


def test_a_wrong_code_is_to_be_deleted_as_well_as_the_right_one() -> None:
    talk = Talk(replace(session_at(AskingOtp), step=ASKING)).hears(TextReceived("482913", "m7"))
    assert not talk.asks_to_delete  # nothing is said yet
    talk.gets(ProviderRefused, Refusal.WRONG_CODE)
    assert (talk.keys[0], talk.asks_to_delete) == ("wrong-code", True)
    talk.types("where is it?")
    assert not talk.asks_to_delete


def test_it_is_asked_once_and_not_with_what_comes_later() -> None:
    talk = Talk(replace(session_at(AskingOtp), step=ASKING)).hears(TextReceived("482913", "m7"))
    talk.gets(OtpVerified, CODE).gets(AccountOpened, ACCOUNT).gets(SummaryPending)
    assert (talk.keys, talk.asks_to_delete) == (["summary-processing"], True)
    talk.waits(minutes=12).hears(TimeRanOut())
    assert (talk.keys, talk.asks_to_delete) == (["summary-later"], False)


@for_every("text", WRITTEN)
def test_whatever_holds_a_code_unused_is_to_be_deleted(text: str) -> None:
    assert Talk(session_at(AskingOtp)).hears(OddityReceived(Oddity.PHOTO, text, "m7")).asks_to_delete


# What only looks like one


def test_a_small_amount_behind_a_linked_line_is_no_code() -> None:
    talk = Talk(scene(Idle(), lines=(LINKED,))).types("5000")
    assert (talk.keys[0], talk.wishes(DeleteMessage)) == ("not-understood", [])
    for code in ("482913", "250000"):
        assert Talk(scene(Idle(), lines=(LINKED,))).types(code).keys[0] == "code-out-of-place"
    assert Talk(scene(Idle(), requests=(NOON,))).types("5000").keys[0] == "code-out-of-place"


@for_every(
    ("at", "typed"), [(AskingNumber(AGREEMENT), "O8O3 123 4567"), (AskingNumber(AGREEMENT), "5000"), (Idle(), "5000")]
)
def test_a_number_with_letters_for_zeros_and_an_amount_before_any_code_was_sent_are_none(at: Step, typed: str) -> None:
    talk = Talk(scene(at)).types(typed)
    assert (talk.asks_to_delete, talk.wishes(DeleteMessage)) == (False, [])
    assert Talk(scene(at)).types("482913").asks_to_delete


def test_the_beginning_of_a_number_chooses_the_line() -> None:
    talk = Talk(scene(ChoosingLine(Reading.BALANCE), lines=(LINKED, OTHER_LINKED))).types("0803")
    assert (type(talk.step), talk.wishes(DeleteMessage)) == (ReadingLine, [])
    assert talk.wishes(ReadLine)[0].account == LINKED.account


def test_one_that_fits_two_lines_asks_again_and_is_no_code() -> None:
    talk = Talk(scene(ChoosingLine(Reading.BALANCE), lines=(LINKED, OTHER_LINKED))).types("4567")
    assert (talk.keys, talk.wishes(DeleteMessage)) == (["not-understood", "ask-which-line"], [])
    assert Talk(scene(ChoosingLine(Reading.BALANCE), lines=(LINKED, OTHER_LINKED))).types("1122").wishes(DeleteMessage)


@for_every("typed", ["123456", "0312", "31234"])
def test_figures_from_the_middle_of_a_number_choose_no_line_and_do_not_stay(typed: str) -> None:
    talk = Talk(scene(ChoosingLine(Reading.BALANCE), lines=(LINKED, OTHER_LINKED))).types(typed)
    assert talk.wishes(DeleteMessage)
