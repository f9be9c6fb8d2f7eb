"""Who puts it off, speaks of somebody else's line or only asks how: nothing ends, is sent or is kept for that."""

from typing import get_args

from conversations.choice import Choice
from conversations.customer.facts import OfferDeclined
from conversations.effects import CheckOtp, RecordConsent, RequestOtp, Say, sentence
from conversations.keys import Key
from conversations.network import Line, Network
from conversations.scope_steps import ChoosingScopes
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, CheckingOtp, Idle, Waiting
from conversations.wording import render
from tests.for_every import for_every
from tests.scenes import (
    AGREEMENT,
    ASKING_OTP,
    BEGUN,
    BUSINESS,
    FOR_ONE_LINE,
    INVITATION,
    LINKED,
    NUMBER,
    OTHER_NUMBER,
    session_at,
)
from tests.talk import Talk

ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)
HER_HUSBANDS = "that number is for my husband"


@for_every("at", [AskingConsent(), BEGUN[1]])
@for_every("said", ["remind me tomorrow", "not now", "I will do it later"])
def test_another_time_declines_no_link(at: AskingConsent | ChoosingScopes, said: str) -> None:
    talk = Talk(session_at(at, offer=INVITATION)).types(said)
    assert (talk.step, talk.keys, talk.turn.fact, talk.session.offer) == (Idle(), ["put-off"], None, INVITATION)
    assert talk.types("start").step == AskingConsent()
    alone = Talk(session_at(at)).types(said)
    assert (alone.keys, alone.turn.fact) == (["declined"], OfferDeclined())


@for_every("at", BEGUN[:-1])
@for_every("said", ["how do I cancel", "how i go take stop am"])
def test_who_asks_how_to_stop_is_told_and_stays(at: Waiting, said: str) -> None:
    talk = Talk(session_at(at)).types(said)
    assert (talk.step, talk.keys[0]) == (at, "ask-back-cancel")


@for_every("at", BEGUN[:2])
def test_a_yes_to_how_one_stops_is_no_consent(at: AskingConsent | ChoosingScopes) -> None:
    talk = Talk(session_at(at)).types("how do I cancel")
    agreeing = talk.offered[0]
    talk = talk.types("yes")
    assert (talk.step, talk.wishes(RecordConsent), talk.offered[0]) == (at, [], agreeing)
    assert talk.taps(agreeing).step != at


@for_every("said", ["somebody called me and asked for the code", "can I talk to a person", "are you a robot"])
def test_a_yes_to_what_was_said_last_is_no_consent_to_what_stood_above(said: str) -> None:
    talk = Talk(session_at(AskingConsent())).types(said).types("yes")
    assert (talk.step, talk.wishes(RecordConsent)) == (AskingConsent(), [])
    assert talk.types("I agree").wishes(RecordConsent)


@for_every("said", ["is it free", "what can they see", "help"])
def test_a_yes_to_the_question_that_stands_under_an_answer_is_one(said: str) -> None:
    assert Talk(session_at(AskingConsent())).types(said).types("yes").wishes(RecordConsent)


def test_nothing_that_is_asked_back_is_answered_by_a_yes() -> None:
    """But for what of a linked line is hidden, where there is no "yes"."""
    keys: tuple[Key, ...] = get_args(Key)
    asked = [sentence(key) for key in keys if key.startswith("ask-back-") and key != "ask-back-hide"]
    for language in ("en", "pcm"):
        assert not [said for said in asked if "?" in render(Say((said,)), language, BUSINESS).text]


def test_who_asks_how_to_change_the_number_keeps_the_code() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("how do i change number")
    assert talk.keys[0] == "change-by-button"
    assert isinstance(talk.types("123456").step, CheckingOtp)


def test_a_number_that_is_said_to_be_somebody_elses_is_forgotten() -> None:
    talk = Talk(session_at(AskingConsent())).types(NUMBER.spaced).types(HER_HUSBANDS)
    assert talk.keys[0] == "answer-others-line"
    talk = talk.types("yes")
    assert (type(talk.step), talk.wishes(RequestOtp)) == (AskingNumber, [])
    asked_which = Talk(session_at(ASKING_NETWORK)).types(HER_HUSBANDS)
    assert (asked_which.step, asked_which.keys[0]) == (AskingNumber(AGREEMENT), "answer-others-line")


def test_an_agents_link_is_for_its_number_alone_whoever_that_is_said_to_be() -> None:
    talk = Talk(session_at(ASKING_NETWORK, offer=FOR_ONE_LINE)).types(HER_HUSBANDS)
    assert (talk.step, talk.keys[0]) == (ASKING_NETWORK, "answer-others-line-link")


def test_a_linked_line_that_is_not_theirs_is_offered_its_end_and_no_other_line() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("not my line")
    assert (talk.step, talk.keys) == (Idle(), ["answer-others-line-linked"])


@for_every("word", ["cancel", "no"])
def test_who_gives_up_a_second_line_does_not_hear_that_none_is_linked(word: str) -> None:
    assert "No other line was linked this time." in Talk(session_at(AskingConsent(), lines=(LINKED,))).types(word).text
    assert "No line was linked this time." in Talk(session_at(AskingConsent())).types(word).text


@for_every("asked", ["is this a scam?", "somebody called me and asked for the code"])
def test_only_who_has_begun_is_told_how_to_cancel(asked: str) -> None:
    assert 'type "cancel"' in Talk(session_at(AskingNumber(AGREEMENT))).types(asked).text.replace("Type", "type")
    assert "cancel" not in Talk(session_at(Idle())).types(asked).text


def test_a_no_while_a_person_is_waited_for_declines_nothing() -> None:
    talk = Talk(session_at(AskingConsent(), offer=INVITATION)).types("can I talk to a person").types("no")
    assert (talk.step, talk.turn.fact, talk.keys) == (AskingConsent(), None, ["person-awaited"])
    assert talk.taps(Choice.RESUME).types("no").turn.fact == OfferDeclined()


@for_every("said", ["it is mtn not airtel", "na mtn no be airtel", "not airtel, mtn", "i port from airtel to mtn"])
def test_a_network_that_is_put_right_is_the_one_that_is_left(said: str) -> None:
    (asked,) = Talk(session_at(ASKING_NETWORK)).types(said).wishes(RequestOtp)
    assert asked.line == Line(NUMBER, Network.MTN)


@for_every("said", ["link 0802 123 4567 too", "link my other line 0802 123 4567"])
def test_the_number_of_another_line_is_kept_until_it_is_agreed(said: str) -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types(said)
    assert (talk.step, talk.wishes(RecordConsent)) == (AskingConsent((OTHER_NUMBER,)), [])
    assert "0802 123 4567" in talk.text


def test_the_number_of_a_linked_line_begins_no_other_one() -> None:
    assert "0803 123 4567" not in Talk(session_at(Idle(), lines=(LINKED,))).types("link 0803 123 4567").text


@for_every(
    "typed",
    [
        *("make I no send am", "my brother say make I no send am", "I no go send am", "I refuse to send the code"),
        *("my brother said I should not send it", "I don't want to continue again, somebody said it's scam"),
        *("I have changed my mind, this looks like fraud", "I no dey do again, na 419", "I am not typing any code"),
    ],
)
def test_who_will_not_type_the_code_is_offered_to_stop_first_and_told_what_is_real(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(typed)
    assert (talk.step, talk.keys) == (ASKING_OTP, ["answer-refusing", "proof-code"])
    assert talk.offered[0] is Choice.CANCEL
    assert talk.types("482913").wishes(CheckOtp)  # who means to go on after all


@for_every("typed", ["dem say make I no send am give anybody", "it says I should not share it with anyone"])
def test_who_is_warned_by_the_sms_refuses_nothing(typed: str) -> None:
    assert Talk(session_at(ASKING_OTP)).types(typed).keys == ["answer-code-asked"]


def test_before_a_code_is_asked_for_it_is_a_no() -> None:
    assert Talk(session_at(AskingConsent())).types("I no go send am").keys == ["declined"]
    assert Talk(session_at(AskingNumber(AGREEMENT))).types("I no go send am").keys == ["ask-back-cancel"]
    assert Talk(session_at(Idle(), lines=(LINKED,))).types("I no go send am").keys == ["reply-ok"]


def test_the_proof_at_the_code_offers_to_stop() -> None:
    assert Choice.CANCEL in Talk(session_at(ASKING_OTP)).types("this looks like fraud").offered
