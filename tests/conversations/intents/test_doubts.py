"""Codes and numbers that stand in a sentence and are not to be used: denied, asked about, told of, another's."""

from conversations.choice import Choice
from conversations.intents.beside import Beside
from conversations.intents.doubts import is_not_handed_over, is_of_something_else
from conversations.intents.given import CodeDoubted, CodeHeard, NumberHeard, WhichNumber
from conversations.intents.hearing import heard_in
from conversations.intents.intent import Topic
from conversations.intents.meaning import Meant
from conversations.intents.stages import Situation
from conversations.intents.wondering import asks_whether
from conversations.otp import OtpForm
from tests.for_every import for_every

AT_THE_CODE = (Choice.NEW_CODE, Choice.CHANGE_NUMBER)


@for_every(
    "text",
    [
        *("order 482913", "my account number is 482913", "na my account be 482913", "my ID is 482913"),
        *("482913 no be am", "482913 is not the code", "482913 does not work", "no be 482913", "my bvn is 482913"),
        *("sort code 482913", "transaction id 482913", "482913 don expire", "482913 expired"),
    ],
)
def test_what_is_said_to_be_something_else_is_doubted(text: str) -> None:
    assert is_of_something_else(Beside(text))


@for_every(
    "text",
    [
        *("482913", "the code is 482913", "code no 482913", "482913 no vex", "482913, I have not used it"),
        *("482913 is your code for your loan account", "Dear customer, use OTP 482913", "I'd say 482913"),
        *("482913 will expire in 5 minutes", "482913 e go expire in 5 minutes", "482913 expires after 10 minutes"),
    ],
)
def test_the_code_of_an_sms_is_not_doubted_for_what_it_is_for(text: str) -> None:
    assert not is_of_something_else(Beside(text))


@for_every(
    "text",
    [
        *(
            "is it 482913",
            "is this the code 482913",
            "482913 is it correct",
            "should I use 482913",
            "shey na 482913",
        ),
        *(
            "shey na 482913",
            "na 482913 be the code?",
            "why is 482913 wrong",
            "they sent me 482913 but I don't know what it is for",
        ),
        *("what is 482913 for", "what do I do with 482913", "maybe 482913", "482913 last week", "stop using 482913"),
        *("pls ignore 482913", "482913 was the first one", "I used 482913 before", "482913 my wife got this"),
        *("482913 how about it", "how about 482913", "what about 482913", "482913 what about that one"),
        *("482913 how", "482913 which one", "482913 for what", "482913 how do I use it", "482913 where do I put it"),
        *("482913 wetin be this", "482913 na wetin", "wetin be 482913", "wetin 482913 be", "482913 dey for wetin"),
        *(
            "482913 but don't use it yet",
            "I will not give you 482913",
            "482913 no gree work",
            "I no go give you 482913",
        ),
    ],
)
def test_what_is_asked_about_told_of_or_held_back_is_not_handed_over(text: str) -> None:
    assert is_not_handed_over(Beside(text))
    assert isinstance(heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()), CodeDoubted)


@for_every(
    "text",
    [
        *(
            "482913",
            "482913?",
            "hello? 482913",
            "482913 is my code",
            "482913 is the code they sent",
            "482913 that's it",
        ),
        *(
            "what they sent is 482913",
            "do it fast 482913",
            "have the code 482913",
            "you can use 482913",
            "482913 no vex",
        ),
        *("no wahala 482913", "482913 don't share it with anybody", "I have not shared it with anyone 482913"),
        *(
            "482913 na wetin dem send",
            "482913 is what I got",
            "482913 how far",
            "how far 482913",
            "482913 when it came",
        ),
        *("482913 what is the next step", "482913 what do I do next", "482913 where is your office"),
        *("482913, I have not used it", "dem don send am 482913", "482913 na im be that", "the last one is 482913"),
        "482913 is your code. If you did not request this, call 180. Who asks for it is a fraud.",
        "Never share this code with anyone: 482913. If you did not request it, call 180",
    ],
)
def test_a_code_that_is_handed_over_is_used_whatever_else_is_said(text: str) -> None:
    assert not is_not_handed_over(Beside(text))
    assert isinstance(heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()), CodeHeard)


@for_every("text", ["482 419", "419-482", "482 419."])
def test_figures_alone_speak_of_no_fraud(text: str) -> None:
    assert isinstance(heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()), CodeHeard)


@for_every(
    "text",
    [
        *("482913 419", "419 482913", "482-913, 419?", "482913\n419!"),
        *("482913 na 419", "419 482913 this one", "this thing be like 419 482913"),
    ],
)
def test_the_figures_that_are_the_word_for_fraud_hold_a_code_back(text: str) -> None:
    assert heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()) == CodeDoubted(beside=True)


@for_every(
    "text",
    [
        "I gave him 482913",
        "I sent 482913 to Tunde",
        "the man say make I give am 482913",
        "agent is asking for 482913",
        "MTN said not to share 482913, why do you ask",
    ],
)
def test_a_code_that_another_has_or_wants_is_met_with_the_warning(text: str) -> None:
    assert heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()) == Meant(Topic.CODE_ASKED)


@for_every("text", ["482913 but let me talk to someone first", "482913, call me first", "I want a person 482913"])
def test_who_asks_for_a_person_beside_a_code_is_given_one(text: str) -> None:
    assert heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()) == Meant(Choice.PERSON)


@for_every(
    "text", ["482913 is the OTP. For help call customer care on 180", "482913. Call 08031234567 to speak to support"]
)
def test_the_help_that_a_network_offers_asks_for_no_person(text: str) -> None:
    assert isinstance(heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()), CodeHeard)


def test_whoever_speaks_of_themselves_is_no_network() -> None:
    assert Beside("482913 is your code").is_sms
    assert Beside("Do not share 482913").is_sms
    assert not Beside("I have your code 482913").is_sms
    assert not Beside("why do you share 482913").is_sms


@for_every(
    "text",
    [
        *("08031234567 is blocked", "my tailor line 08031234567 he asked me", "forget 08031234567"),
        *("I no longer use 08031234567", "is it 08031234567 or my WhatsApp number", "he said I should put 08031234567"),
        *("08031234567 is my agent's number", "can I use 08031234567"),
    ],
)
def test_a_number_that_may_not_be_theirs_is_asked_back(text: str) -> None:
    assert isinstance(heard_in(text, Situation.NUMBER, (Choice.OWN_NUMBER,)), WhichNumber)


@for_every(
    "text",
    [
        *(
            "0803 123 4567 my husband's",
            "my husband's 0803 123 4567",
            "0803 123 4567 it is my husband",
            "my wife 08031234567",
        ),
        *(
            "08031234567 na my wife",
            "na for my papa 08031234567",
            "0803 123 4567 my pikin",
            "my sister phone 08031234567",
            "08031234567 mtn my husband's",
            "my wife's airtel line 08031234567",
        ),
    ],
)
def test_a_number_beside_which_only_somebody_of_theirs_is_named_is_asked_back(text: str) -> None:
    assert isinstance(heard_in(text, Situation.NUMBER, (Choice.OWN_NUMBER,)), WhichNumber)


@for_every(
    "text",
    [
        "08031234567 my husband bought it for me",
        "my sister told me 08031234567",
        "08031234567 sister",
        "08031234567 my own",
    ],
)
def test_whoever_says_more_of_theirs_gives_a_number(text: str) -> None:
    assert isinstance(heard_in(text, Situation.NUMBER, (Choice.OWN_NUMBER,)), NumberHeard)


@for_every("text", ["08031234567 is my number", "do it with 08031234567", "have my number 08031234567"])
def test_a_number_that_is_given_is_taken(text: str) -> None:
    assert isinstance(heard_in(text, Situation.NUMBER, (Choice.OWN_NUMBER,)), NumberHeard)


def test_an_order_and_an_answer_are_no_question() -> None:
    assert [text for text in ("do it", "have it", "that is it", "do my mtn line") if asks_whether(text)] == []
    assert [text for text in ("is it", "do you", "have i", "is my line on mtn") if not asks_whether(text)] == []


@for_every(
    "text",
    [
        *("dem say na 482913", "they said it is 482913", "dem talk say na 482913", "say na 482913"),
        *("dem say make I type 482913", "they asked me to type 482913", "im say na 482913", "e say make I put 482913"),
        *("they gave me 482913", "I was told 482913", "mtn people say na 482913"),
    ],
)
def test_a_code_by_whoever_that_is_is_neither_used_nor_met_with_the_alarm(text: str) -> None:
    assert heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()) == CodeDoubted(told=True)


@for_every(
    "text",
    [
        *("the message says 482913", "the sms said I should enter 482913", "message say na 482913", "MTN said 482913"),
        *("it says 482913", "my phone is showing 482913", "they sent me 482913", "dem send 482913"),
        "482913 is your code. Do not tell it to anybody, even if they say that they are from MTN",
    ],
)
def test_an_sms_that_is_read_out_gives_its_code(text: str) -> None:
    assert isinstance(heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()), CodeHeard)


@for_every(
    "text",
    [
        *(
            "the man on the phone told me 482913",
            "he say make I type 482913",
            "somebody say na 482913",
            "she said 482913",
        ),
        *("dem call me say na 482913", "mtn called me and said 482913", "they called, they said it is 482913"),
        *("dem say make I give dem 482913", "they told me to send them 482913", "I don tell dem 482913"),
    ],
)
def test_a_code_that_a_person_tells_or_is_told_is_met_with_the_warning(text: str) -> None:
    assert heard_in(text, Situation.CODE, AT_THE_CODE, OtpForm()) == Meant(Topic.CODE_ASKED)
