"""What is said to who asks what is seen of them: what holds of their lines now, or that nothing is."""

import pytest

from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import EVERY_SCOPE, Scope
from conversations.scope_steps import ChoosingScopes
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, ConfirmingUnlink, Idle, Step
from tests.for_every import for_every
from tests.scenes import (
    AGREEMENT,
    ASKING_OTP,
    BALANCES_ALONE,
    LINKED,
    MEMORY,
    NUMBER,
    OTHER_LINKED,
    session_at,
)
from tests.talk import Talk

ASKED = (
    *("what can they see now", "what can they see", "do they see my transactions", "do they still see my balance"),
    *("can they still see my line", "are they still reading my line", "can kudi see when i buy airtime"),
    *("will kudi see when i borrow airtime", "if I buy data will they know"),
    *("wetin dem fit see now", "dem still dey see my balance", "una go know when I load card"),
    *("if I borrow airtime una go see am", "una still dey see my transactions", "dem don stop to see my line?"),
    *("does kudi see my name", "what else can they see", "are my transactions still visible"),
    *("can you still read my line", "have they stopped seeing my transactions", "is kudi still reading my data"),
)
NARROWED = replace(AGREEMENT, reads=(Scope.IDENTITY, Scope.TRANSACTIONS))


def linked() -> Talk:
    return Talk(session_at(Idle(), lines=(LINKED,)))


@for_every("asked", ASKED)
def test_of_a_linked_line_it_is_what_its_agreement_lets_be_seen(asked: str) -> None:
    talk = linked().types(asked)
    assert talk.keys == ["account-line", "seen-else"], asked
    assert "can see your name, gender and date of birth, your balances, your transactions." in talk.text
    assert talk.offered == [Choice.CHOOSE, Choice.STOP_SHARING]


@pytest.mark.parametrize("asked", ["what can they see now", "do they see my transactions", "wetin dem fit see now"])
def test_what_was_hidden_is_not_among_it_any_more(asked: str) -> None:
    text = linked().types("choose").taps(Choice.HIDE_TRANSACTIONS).types(asked).text
    assert "can see your name, gender and date of birth, your balances." in text
    assert "ransactions" not in text


def test_what_was_left_out_before_agreeing_is_not_among_it() -> None:
    assert "can see your balances." in Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).types("what can they see").text


def test_of_several_lines_each_is_told() -> None:
    talk = Talk(session_at(Idle(), lines=(BALANCES_ALONE, OTHER_LINKED))).types("what can they see now")
    assert talk.keys == ["account-line", "account-line", "seen-else"]
    assert "transactions" in talk.text


@for_every("asked", ASKED)
def test_without_a_line_it_is_nothing(asked: str) -> None:
    talk = Talk(session_at(Idle())).types(asked)
    assert talk.keys == ["answer-what-seen-none"] or (talk.keys == ["nothing-linked"] and "line" in asked), asked
    assert "no line is linked here" in talk.text.casefold()


def test_after_unlinking_it_is_nothing() -> None:
    talk = linked().types("unlink").taps(Choice.CONFIRM)
    assert talk.types("what can they see now").text.startswith("Nothing now: no line is linked here.")
    assert talk.types("who can see my data").text.startswith("Nobody now: no line is linked here.")


@for_every("at", [AskingNumber(NARROWED), AskingNetwork(NARROWED, NUMBER, proven=False)])
def test_who_has_agreed_to_less_hears_of_no_more(at: Step) -> None:
    text = Talk(session_at(at)).types("what can they see").text
    assert "Nothing now" in text
    assert "sees only your name, gender and date of birth, your transactions." in text


def test_so_does_who_can_go_on() -> None:
    memory = replace(MEMORY, agreement=NARROWED)
    text = Talk(session_at(Idle(), memory=memory)).types("what can they see").text
    assert "Once one is, Kudi Loans sees only your name, gender and date of birth, your transactions." in text


@for_every("at", [AskingConsent(), ChoosingScopes(EVERY_SCOPE[1:], EVERY_SCOPE[:1])])
def test_before_agreeing_it_is_what_would_be_agreed_to(at: Step) -> None:
    talk = Talk(session_at(at)).types("can kudi see when i buy airtime")
    assert talk.keys[0] == "answer-what-seen"
    assert talk.text.startswith("If you agree, Kudi Loans sees only")


@for_every("at", [AskingNumber(AGREEMENT), ASKING_OTP])
def test_who_links_another_line_hears_of_those_that_are_linked(at: Step) -> None:
    talk = Talk(session_at(at, lines=(BALANCES_ALONE,))).types("what can they see now")
    assert talk.keys[:2] == ["account-line", "seen-else"]
    assert type(talk.step) is type(at)


def test_at_the_question_whether_to_delete_it_is_asked_again() -> None:
    talk = Talk(session_at(ConfirmingUnlink(None))).types("what can they see now")
    assert talk.keys == ["answer-what-seen-none", "ask-delete"]


def test_that_calls_are_not_seen_names_nothing_that_was_not_agreed_to() -> None:
    talk = Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).types("can they see my calls")
    assert talk.keys == ["answer-calls"]
    assert "transactions" not in talk.text


@for_every("asked", ["can you buy airtime for me", "can i buy airtime", "i want to buy airtime"])
def test_who_wants_airtime_bought_is_not_told_what_is_seen(asked: str) -> None:
    assert linked().types(asked).keys == ["answer-money"]
