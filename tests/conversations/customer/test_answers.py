"""What people ask at the step where it comes to them, and that the answer leaves them there."""

from conversations.choice import Choice
from conversations.effects import CheckOtp, ReadLine, RequestOtp
from conversations.reading import Reading
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, AskingOtp, Idle
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKING_OTP, LINKED, NUMBER, session_at
from tests.talk import Talk

Asking = AskingConsent | AskingNumber | AskingNetwork | AskingOtp
CONSENT, ASKING_NUMBER = AskingConsent(), AskingNumber(AGREEMENT)
ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)
BEFORE_LINKING = [CONSENT, ASKING_NUMBER, ASKING_NETWORK, ASKING_OTP]


def linked() -> Talk:
    return Talk(session_at(Idle(), lines=(LINKED,)))


# The code


@for_every(
    "asked",
    [
        *("what does the code do", "what can the code do", "what is this code for", "what is the OTP used for"),
        *("why do you need my code", "what will you do with the code", "what can the agent do with the code"),
        *("wetin be dis code for", "wetin una need the code for", "wetin the code fit do", "code na for wetin"),
    ],
)
@for_every("step", BEFORE_LINKING)
def test_what_the_code_lets_the_business_do_is_said_wherever_it_is_asked(asked: str, step: Asking) -> None:
    talk = Talk(session_at(step)).types(asked)
    assert talk.keys[0] == "answer-code-use"
    assert talk.step == step


def test_the_code_is_taken_after_it() -> None:
    assert Talk(session_at(ASKING_OTP)).types("what is this code for").types("482913").wishes(CheckOtp)


@for_every("said", ["I will not give you my code", "i no go give you my code o", "I no go type the code"])
def test_who_will_not_give_the_code_hears_who_asks_for_it(said: str) -> None:
    assert Talk(session_at(ASKING_OTP)).types(said).keys[0] == "proof-code"


@for_every("asked", ["why do you need my PIN", "what is the password for", "what is the atm code for"])
def test_a_pin_is_no_code_of_ours_and_lets_nobody_do_anything(asked: str) -> None:
    assert Talk(session_at(ASKING_OTP)).types(asked).keys == ["answer-pin"]


@for_every("asked", ["why do they need my code", "why does the agent want the code", "why dem wan collect my code"])
def test_who_speaks_of_others_that_want_the_code_hears_to_give_it_to_nobody(asked: str) -> None:
    assert Talk(session_at(ASKING_OTP)).types(asked).keys == ["answer-code-asked"]


# A line that had another owner before


@for_every(
    "said",
    [
        *("this number was somebody else's before", "this line used to belong to another person"),
        *("I bought this sim last month, it belonged to somebody else", "it was my brother's line before"),
        *("I just bought this sim", "somebody was using this number before me", "is this number recycled"),
        *("another person dey use am before", "na new sim", "who get this line before"),
    ],
)
@for_every("step", BEFORE_LINKING)
def test_who_tells_of_an_owner_before_them_hears_what_the_record_may_show_and_can_ask_a_person(
    said: str, step: Asking
) -> None:
    talk = Talk(session_at(step)).types(said)
    assert talk.keys == ["answer-former-owner"]
    assert talk.step == step
    assert Choice.PERSON in talk.offered


def test_it_is_heard_after_linking_as_well() -> None:
    assert linked().types("the name is of the former owner").keys == ["answer-former-owner"]


@for_every("said", ["it is my brother's line", "somebody else's number", "this number belongs to another person"])
def test_a_line_that_is_another_s_now_is_still_not_gone_on_with(said: str) -> None:
    assert Talk(session_at(ASKING_NUMBER)).types(said).keys == ["answer-others-line"]


def test_a_network_or_a_number_beside_it_is_taken() -> None:
    assert Talk(session_at(ASKING_NETWORK)).types("mtn, I just bought this sim").wishes(RequestOtp)
    assert isinstance(Talk(session_at(ASKING_NUMBER)).types("0803 123 4567 I just bought it").step, AskingNetwork)


@for_every("said", ["the last person I spoke to", "I bought it yesterday", "my old line was airtel"])
def test_what_tells_of_no_owner_before_is_none_of_it(said: str) -> None:
    assert "answer-former-owner" not in Talk(session_at(ASKING_NUMBER)).types(said).keys


# The network, and the SMS that it sends


@for_every(
    "asked",
    [
        *("why do you ask for the network", "what happens if I tap mtn", "what if I choose the wrong network"),
        *("does it matter which network", "why una dey ask my network", "wetin go happen if I press airtel"),
    ],
)
def test_why_the_network_is_asked_and_what_its_choice_brings_is_said_and_nothing_is_chosen(asked: str) -> None:
    talk = Talk(session_at(ASKING_NETWORK)).types(asked)
    assert talk.keys == ["answer-why-network", "network-again"]
    assert talk.step == ASKING_NETWORK


@for_every("step", [CONSENT, ASKING_NUMBER])
def test_it_is_said_before_the_network_is_asked_for_as_well(step: Asking) -> None:
    assert Talk(session_at(step)).types("do you need to know my network").keys[0] == "answer-why-network"


@for_every("asked", ["will I get an sms", "will you send me a code", "how will I get the code", "I go get sms?"])
@for_every("step", [CONSENT, ASKING_NUMBER, ASKING_NETWORK])
def test_whether_an_sms_will_come_is_answered_before_it_does_and_none_is_sent_for_it(asked: str, step: Asking) -> None:
    talk = Talk(session_at(step)).types(asked)
    assert talk.keys[0] == "answer-sms-to-come"
    assert talk.step == step


@for_every("asked", ["will I get an sms", "will you send me the code", "how will I get the code"])
def test_where_the_code_is_awaited_it_is_help_with_it_and_orders_no_other(asked: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=3).types(asked)
    assert not talk.wishes(RequestOtp)
    assert talk.keys[0] == "help-otp"


def test_a_linked_line_needs_no_more_sms() -> None:
    assert linked().types("will I get an sms").keys == ["answer-no-code-linked"]


@for_every("asked", ["will they send sms to my contacts", "will they read my sms"])
def test_what_others_do_with_messages_is_no_question_about_the_code(asked: str) -> None:
    assert Talk(session_at(CONSENT)).types(asked).keys[0] == "answer-calls"


# A person


@for_every("asked", ["can I call somebody", "may I call the office", "can I phone you", "I fit call person"])
@for_every("step", BEFORE_LINKING)
def test_who_would_call_somebody_hears_whom(asked: str, step: Asking) -> None:
    assert Talk(session_at(step)).types(asked).keys == ["person"]


@for_every("asked", ["can I still call with this line", "can I call my wife first"])
def test_who_would_call_anybody_else_does_not(asked: str) -> None:
    assert "person" not in Talk(session_at(CONSENT)).types(asked).keys


# After linking


@for_every(
    "asked", ["what did you read", "what did kudi loans get", "what has the business seen", "wetin una don collect"]
)
def test_who_asks_what_was_read_hears_what_is_seen(asked: str) -> None:
    assert linked().types(asked).keys == ["account-line", "seen-else"]


@for_every(
    "asked",
    [
        *("what does unlink do", 'what does "delete" do?', "what happens if I type delete", "wetin unlink dey do"),
        *("what is the difference between unlink and delete", "what does delete everything do"),
    ],
)
def test_what_an_ending_does_is_said_and_none_is_begun(asked: str) -> None:
    talk = linked().types(asked)
    assert talk.keys == ["answer-endings"]
    assert isinstance(talk.step, Idle)


def test_at_the_question_whether_to_end_it_is_said_and_asked_again() -> None:
    assert linked().types("delete").types("what does delete do").keys == ["answer-endings", "ask-delete"]


@for_every("said", ["how do I unlink", "how do I delete my data", "delete everything"])
def test_who_wants_to_end_is_still_asked_whether_to(said: str) -> None:
    assert linked().types(said).keys[0] in {"ask-unlink", "ask-delete"}


@for_every(
    "asked",
    [
        *("how do I delete the message with the code", "I don't know how to delete the message"),
        *("can you delete the code for me", "how I go take delete the message"),
    ],
)
def test_how_a_message_is_deleted_is_said_and_no_line_is_meant(asked: str) -> None:
    assert linked().types(asked).keys == ["answer-delete-message"]


@for_every(
    "asked", ["what is this receipt", "is this receipt real", "what does the receipt mean", "this receipt na real?"]
)
def test_what_a_receipt_is_and_how_to_see_that_it_is_real_is_said(asked: str) -> None:
    assert linked().types(asked).keys == ["answer-receipt"]


@for_every("asked", ["what does usage do", "what does balance do", "what can I type"])
def test_who_asks_what_a_command_does_reads_them_all_and_nothing_is_read_for_it(asked: str) -> None:
    assert linked().types(asked).keys == ["help-linked"]


@for_every(
    "asked",
    [
        *(
            "how much money do I have",
            "how much my money",
            "how many money",
            "how much money do I have left on my line",
        ),
        *("I want to see my credit", "I want see my credit", "what is my credit", "how much money dey my line"),
    ],
)
def test_money_and_credit_on_the_line_are_its_balance(asked: str) -> None:
    (read,) = linked().types(asked).wishes(ReadLine)
    assert read.reading is Reading.BALANCE


@for_every("asked", ["how much money can I get", "how much money will you give me", "how much money can I borrow"])
def test_money_that_they_hope_for_is_the_loan_s(asked: str) -> None:
    assert linked().types(asked).keys == ["answer-loan"]


@for_every("said", ["my money", "they took my money", "i want my money"])
def test_money_that_is_only_spoken_of_reads_nothing(said: str) -> None:
    assert not linked().types(said).wishes(ReadLine)


# Languages that are written and not spoken yet: what agrees in them is heard, and so is what refuses or stops


@for_every(
    "said", ["a'a", "a'a bana so", "ba na so", "ban yarda ba", "mba", "achọghị m", "rara", "mi o fẹ", "n ko gba"]
)
def test_a_refusal_in_them_declines(said: str) -> None:
    talk = Talk(session_at(CONSENT)).types(said)
    assert talk.keys[0] == "declined"


@for_every("said", ["fita", "dakata", "ka daina", "ina son fita", "kwụsị", "kwusi ya", "ẹ da a duro", "da duro"])
@for_every("step", BEFORE_LINKING)
def test_a_word_that_stops_stops_in_them_as_well(said: str, step: Asking) -> None:
    talk = Talk(session_at(step)).types(said)
    assert talk.keys[0] in {"cancelled", "cancelled-code"}
    assert isinstance(talk.step, Idle)


@for_every("said", ["dakata", "bana so", "kwụsị", "da duro"])
def test_whoever_stops_with_a_line_linked_is_asked_whether_to_end_it(said: str) -> None:
    assert linked().types(said).keys == ["ask-unlink"]


@for_every("said", ["a'a", "mba", "rara"])
def test_their_no_keeps_the_line_at_that_question(said: str) -> None:
    assert linked().types("unlink").types(said).keys[0] == "kept"


@for_every("said", ["fits", "rare"])
def test_an_english_word_beside_one_of_them_is_no_slip_of_it(said: str) -> None:
    assert Talk(session_at(CONSENT)).types(said).keys == ["not-understood-consent"]
