"""What is said where somebody is stuck with their SIM, their number or their doubts: how to go on from there."""

from conversations.choice import Choice
from conversations.reading import Reading
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, ConfirmingUnlink, Idle
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKING_OTP, LINKED, NUMBER, session_at
from tests.talk import Talk

NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)


def linked() -> Talk:
    return Talk(session_at(Idle(), lines=(LINKED,)))


@for_every(
    "said",
    [
        *("the sim no dey inside this phone", "the sim is not in this phone", "my sim no dey with me"),
        *("i dont have that sim with me now", "my sim is in another phone"),
    ],
)
def test_a_sim_in_another_phone_costs_no_code_and_it_is_said_where_that_is(said: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(said)
    assert talk.step == ASKING_OTP, said
    assert "Open the SMS on the phone with 0803 ••• 4567" in talk.text


@for_every("said", ["i don't have this number again", "i no get this line again", "that sim don lost"])
def test_a_line_that_is_not_theirs_any_more_is_changed_for_another(said: str) -> None:
    for at in (NETWORK, ASKING_OTP):
        assert isinstance(Talk(session_at(at)).types(said).step, AskingNumber), said


@for_every("said", ["i don't have this number again", "i no get this line again", "i don't have this sim again"])
def test_of_one_that_is_linked_it_is_asked_whether_to_stop(said: str) -> None:
    assert isinstance(linked().types(said).step, ConfirmingUnlink)


@for_every("said", ["which one, i get two sim", "i get 2 sim which one i go use", "i have two sims", "i get two sim"])
def test_who_has_two_sims_is_told_which_number_to_type(said: str) -> None:
    assert Talk(session_at(AskingNumber(AGREEMENT))).types(said).keys[0] == "help-number", said


@for_every("said", ["i dont know my number", "how do i check my number", "i no sabi my number"])
def test_who_does_not_know_their_number_is_told_how_to_find_it(said: str) -> None:
    assert (
        "Call somebody from it: their phone shows it" in Talk(session_at(AskingNumber(AGREEMENT))).types(said).text
    ), said


@for_every("said", ["no that's wrong", "it is not correct"])
def test_who_says_that_something_is_wrong_there_can_change_the_number(said: str) -> None:
    talk = Talk(session_at(NETWORK)).types(said)
    assert 'Wrong number? Tap "Change number".' in talk.text
    assert Choice.CHANGE_NUMBER in talk.offered


@for_every("said", ["link my other airtel line", "add my second mtn line", "link other airtel number"])
def test_another_line_is_linked_by_its_network_too(said: str) -> None:
    assert isinstance(linked().types(said).step, AskingConsent), said


@for_every("said", ["unlink my other airtel line", "balance of my other airtel line"])
def test_and_nothing_else_is_that(said: str) -> None:
    assert not isinstance(linked().types(said).step, AskingConsent), said


@for_every(
    "said",
    [
        *("I have been scammed before, how do I know this is real", "i was scammed before", "dem don dupe me before"),
        *("i was scammed by another app", "I have been tricked last year"),
        *("they have tricked me before", "they have duped me before"),
    ],
)
def test_who_was_scammed_before_is_shown_the_proof(said: str) -> None:
    for session in (session_at(AskingConsent()), session_at(Idle(), lines=(LINKED,))):
        assert Talk(session).types(said).keys[0] == "proof", said


@for_every("said", ["i was scammed", "they tricked me", "they duped me", "somebody deceived me"])
def test_who_was_scammed_by_this_can_end_it(said: str) -> None:
    assert isinstance(linked().types(said).step, ConfirmingUnlink)


@for_every(
    "said", ["show me where my airtime go", "i want to know how my data finishes", "show me how my data take go"]
)
def test_where_the_airtime_went_is_shown(said: str) -> None:
    assert [each.reading for each in linked().types(said).readings] == [Reading.USAGE], said


@for_every("said", ["where did my airtime go", "una don finish my airtime"])
def test_who_misses_it_is_told_that_none_was_taken(said: str) -> None:
    assert linked().types(said).keys == ["answer-money"]
