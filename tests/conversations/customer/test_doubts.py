"""What people ask before they trust it: whether they must, what for, who asked; and what to do next."""

from conversations.choice import Choice
from conversations.customer.events import TextReceived
from conversations.customer.stepping import step
from conversations.effects import RequestOtp
from conversations.rules import Rules
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, AskingOtp, Idle, SendingOtp, Step
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKING_OTP, INVITATION, LINKED, MEMORY, NOON, NUMBER, USED_UP, session_at
from tests.talk import Talk

ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)


def test_it_is_said_that_it_is_their_choice_and_can_be_stopped() -> None:
    talk = Talk(session_at(AskingConsent())).types("is it compulsory")
    assert "It is your choice. If you decline, nothing is shared" in talk.text
    assert 'you can stop at any time: type "unlink"' in talk.text
    assert Choice.DECLINE in talk.offered


def test_who_did_not_ask_for_it_reads_who_asks_and_can_decline() -> None:
    talk = Talk(session_at(AskingConsent(), offer=INVITATION)).types("I don't know Tunde")
    assert talk.keys[0] == "proof"
    assert "Your agent is Tunde" in talk.text
    assert Choice.DECLINE in talk.offered


@for_every("at", [Idle(), AskingConsent()])
def test_without_a_line_it_is_said_how_to_be_forgotten_and_left_alone(at: Step) -> None:
    talk = Talk(session_at(at)).types("remove my number")
    assert 'To delete what I keep, type "delete"; to hear no more from me, "unsubscribe".' in talk.text


@for_every(
    ("at", "first"),
    [
        *((AskingNumber(AGREEMENT), "help-number"), (ASKING_NETWORK, "help-network")),
        *((ASKING_OTP, "help-otp"), (Idle(), "answer-next")),
    ],
)
def test_what_is_next_begins_with_what_is_theirs_to_do(at: Step, first: str) -> None:
    assert Talk(session_at(at)).types("what should I do now").keys[0] == first


def test_what_is_next_for_a_linked_line_is_nothing() -> None:
    assert Talk(session_at(Idle(), lines=(LINKED,))).types("what next").keys == ["answer-next-linked"]


@for_every(
    ("typed", "told"),
    [
        *(("why do you need my balance", "answer-why-details"), ("why una want see my balance", "answer-why-details")),
        *(("why do you need my date of birth", "answer-why-birth"), ("can they see my calls", "answer-calls")),
    ],
)
def test_whoever_asks_why_something_is_read_hears_that_and_how_to_leave_it_out(typed: str, told: str) -> None:
    talk = Talk(session_at(AskingConsent())).types(typed)
    assert talk.keys[0] == told
    assert told == "answer-calls" or 'type "choose"' in talk.text


# When the tries are used up, and while a code may not be asked for yet


@for_every("typed", ["what is wrong", "I don't have it", "mtn"])
def test_when_the_tries_are_used_up_it_is_only_said_that_a_new_code_is_needed(typed: str) -> None:
    talk = Talk(session_at(USED_UP)).types(typed)
    assert "no-code-yet" not in talk.keys
    assert talk.offered[:2] == [Choice.NEW_CODE, Choice.CHANGE_NUMBER]


@for_every(("typed", "follows"), [("continue", SendingOtp), ("start over", AskingNumber)])
def test_going_on_then_asks_for_a_new_code_and_starting_over_for_the_number(typed: str, follows: type) -> None:
    talk = Talk(session_at(USED_UP))
    assert isinstance(talk.waits(minutes=2).types(typed).step, follows)
    assert isinstance(Talk(session_at(ASKING_OTP)).types(typed).step, AskingOtp)
    assert Talk(session_at(USED_UP)).types("ok").keys == ["reply-ok"]


@for_every("typed", ["continue", "new code", "mtn"])
def test_who_comes_back_too_soon_is_told_what_to_tap_and_is_heard_then(typed: str) -> None:
    back = step(session_at(Idle(), memory=MEMORY, requests=(NOON,)), TextReceived("continue", "m1"), NOON, Rules())
    talk = Talk(back.session).types(typed)
    assert talk.keys == ["new-code-wait", "then-network-again"]
    assert "Then choose MTN again." in talk.text
    (asked,) = talk.waits(seconds=61).types(typed).wishes(RequestOtp)
    assert asked.line.number == NUMBER


# What is never needed, and a number that cannot be seen


@for_every("at", [Idle(), AskingConsent(), AskingNumber(AGREEMENT), ASKING_OTP])
def test_no_bvn_is_needed_at_any_step(at: Step) -> None:
    assert Talk(session_at(at)).types("do you want my BVN").keys[0] == "identity-not-needed"


def test_what_can_only_be_a_bvn_is_not_called_a_long_number() -> None:
    assert Talk(session_at(AskingNumber(AGREEMENT))).types("22212345678").keys == ["identity-not-needed"]


def test_a_pin_is_no_code_of_another_length() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("my pin is 1234")
    assert (talk.keys[0], talk.step) == ("pin-not-needed", ASKING_OTP)


def test_the_number_of_this_phone_is_pointed_to_where_it_cannot_be_seen() -> None:
    told = Talk(session_at(AskingNumber(AGREEMENT))).types("the one on this phone")
    assert told.keys == ["own-number-unseen"]
    assert Talk(session_at(AskingNumber(AGREEMENT))).types("no").step == AskingNumber(AGREEMENT)
    assert Talk(session_at(AskingNumber(AGREEMENT))).types("change number").keys == ["ask-number"]


def test_a_number_that_the_channel_does_not_show_cannot_be_chosen_but_what_else_was_meant_can() -> None:
    told = Talk(session_at(AskingNumber(AGREEMENT))).types("use this number, cancel")
    assert told.keys == ["own-number-unseen"]
    assert told.offered == [Choice.CANCEL]
    assert "I do not see the number of this phone" in told.text
