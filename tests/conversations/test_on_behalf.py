"""What the operator ends for a customer: exactly that, at every step, with the reason on record and in the chat."""

from conversations.changing import replace
from conversations.consent import EndReason
from conversations.customer.stepping import step
from conversations.customer.turn import Turn
from conversations.effects import ForgetCustomer, ForgetLine, RecordConsent, Say, UnlinkAtProvider
from conversations.on_behalf import Because, EndedOnBehalf
from conversations.rules import Rules
from conversations.session import ChoosingLine, ConfirmingUnlink, Idle, Session, Step
from conversations.wording import render
from tests.for_every import for_every
from tests.scenes import ACCOUNT, AGREEMENT, ASKING_OTP, BUSINESS, LINKED, MEMORY, NOON, OTHER_LINKED, session_at

REASONS = {
    Because.ASKED: "as you asked",
    Because.LOST: "lost or in other hands",
    Because.TRICKED: "tricked you",
    Because.AGAIN: "once more: you had",
}


def ended(session: Session, event: EndedOnBehalf) -> Turn:
    return step(session, event, NOON, Rules())


def told(turn: Turn) -> str:
    said = [effect for effect in turn.durable if isinstance(effect, Say)]
    return "\n".join(render(each, "en", BUSINESS).text for each in said)


def both(at: Step) -> Session:
    return session_at(at, lines=(LINKED, OTHER_LINKED))


@for_every("because", Because)
@for_every("everything", [True, False])
def test_the_customer_hears_what_was_done_and_why(because: Because, *, everything: bool) -> None:
    turn = ended(both(Idle()), EndedOnBehalf(because, None if everything else (ACCOUNT,)))
    assert REASONS[because] in told(turn)
    assert "If you did not want this" in told(turn)


def test_one_line_ends_and_the_other_stays() -> None:
    turn = ended(both(Idle()), EndedOnBehalf(Because.LOST, (ACCOUNT,)))
    assert turn.session.lines == (OTHER_LINKED,)
    assert ForgetLine(ACCOUNT, EndReason.OPERATOR) in turn.effects
    assert UnlinkAtProvider(ACCOUNT) in turn.effects
    (record,) = (each for each in turn.records if isinstance(each, RecordConsent))
    assert (record.withdrawn, record.why) == (True, EndReason.OPERATOR)


@for_every("at", [ChoosingLine(None), ConfirmingUnlink(ACCOUNT)])
def test_a_question_about_the_line_ends_with_it(at: Step) -> None:
    assert isinstance(ended(both(at), EndedOnBehalf(Because.ASKED, (ACCOUNT,))).session.step, Idle)


def test_another_line_that_is_being_linked_goes_on() -> None:
    turn = ended(both(ASKING_OTP), EndedOnBehalf(Because.ASKED, (ACCOUNT,)))
    assert turn.session.step == ASKING_OTP


def test_an_account_that_is_not_theirs_any_more_says_nothing() -> None:
    turn = ended(session_at(Idle(), lines=(OTHER_LINKED,)), EndedOnBehalf(Because.ASKED, (ACCOUNT,)))
    assert turn.effects == ()


def test_whoever_is_forgotten_in_the_middle_leaves_no_agreement_running() -> None:
    session = replace(both(ASKING_OTP), memory=MEMORY)
    turn = ended(session, EndedOnBehalf(Because.TRICKED, None))
    withdrawn = [each.agreement for each in turn.records if isinstance(each, RecordConsent) and each.withdrawn]
    assert AGREEMENT in withdrawn
    assert ForgetCustomer(EndReason.OPERATOR) in turn.effects
    assert (turn.session.lines, turn.session.memory, turn.session.own_number) == ((), None, None)
    assert isinstance(turn.session.step, Idle)
