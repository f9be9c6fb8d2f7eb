"""What is said to who is pressed for the code, and to who got one that nobody here waits for: give it to nobody."""

from conversations.effects import CheckOtp
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, Idle, ShowingTransactions, Step
from tests.for_every import for_every
from tests.scenes import ACCOUNT, AGREEMENT, ASKING_OTP, LINKED, MEMORY, NUMBER, session_at
from tests.talk import Talk

CAME = (
    *("i got another SMS code now 445566", "i just received a code 445566, what is it for"),
    *("mtn sent me 445566 again why", "code 445566 just come my phone"),
)


@for_every(
    "said",
    [
        *("my agent dey here with me say make i give am", "he says its ok because he works at Kudi"),
        *("make i give am?", "should i show it to him", "she said i should hurry up", "e say e dey work for kudi"),
        *(
            "the man from kudi says it is safe",
            "oga say make i read am for am",
            "agent dey my front, e wan see my phone",
        ),
    ],
)
def test_who_is_pressed_for_the_code_is_told_first_to_give_it_to_nobody(said: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(said)
    assert talk.keys == ["answer-code-asked"], said
    assert talk.step == ASKING_OTP


@for_every("said", ["my brother says hi", "mtn says wait", "i want to check my phone", "the code never come"])
def test_who_waits_for_it_is_not(said: str) -> None:
    assert "answer-code-asked" not in Talk(session_at(ASKING_OTP)).types(said).keys


@for_every("said", CAME)
def test_a_code_that_comes_after_linking_is_needed_by_nobody(said: str) -> None:
    for at in (Idle(), ShowingTransactions(ACCOUNT, 1)):
        talk = Talk(session_at(at, lines=(LINKED,))).types(said)
        assert talk.keys[0] == "answer-no-code-linked", said
        assert "Give it to nobody" in talk.text
        assert not talk.wishes(CheckOtp)


@for_every("at", [Idle(), AskingConsent(), AskingNumber(AGREEMENT), AskingNetwork(AGREEMENT, NUMBER, proven=False)])
def test_one_that_comes_where_none_was_asked_for_is_warned_of(at: Step) -> None:
    for said in CAME[:2]:
        talk = Talk(session_at(at)).types(said)
        assert talk.keys[0] == "answer-code-asked-early", said
        assert type(talk.step) is type(at)


def test_one_that_comes_too_late_cannot_be_used_any_more() -> None:
    assert Talk(session_at(Idle(), memory=MEMORY)).types(CAME[0]).keys[0] == "answer-no-code"


@for_every(
    "said", ["mtn sent me 5000 naira", "i received 100000 from my brother", "i got paid today", "what is the code for"]
)
def test_money_that_came_is_no_code(said: str) -> None:
    assert "answer-no-code-linked" not in Talk(session_at(Idle(), lines=(LINKED,))).types(said).keys
