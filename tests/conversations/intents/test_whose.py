"""A number or a code that is said to be somebody's, and a word for them that only is polite."""

from conversations.choice import Choice
from conversations.intents.given import CodeDoubted, CodeHeard, NetworkHeard, NumberHeard, WhichNumber
from conversations.intents.hearing import heard_in
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import Meant
from conversations.intents.stages import Situation
from conversations.network import Network
from conversations.otp import OtpForm
from tests.for_every import for_every

NUMBER = "0803 123 4567"
OTHERS = Meant(Topic.OTHERS_LINE)


@for_every("whom", ["oga", "boss", "madam", "alhaji", "mumsi", "bros", "hubby", "landlord", "pastor"])
@for_every("text", ["{number} my {whom} own", "{number} na his {whom} line", "her {whom} number is {number}"])
def test_a_number_of_somebody_who_is_called_by_a_courtesy_is_nobody_elses_to_give(whom: str, text: str) -> None:
    assert heard_in(text.format(whom=whom, number=NUMBER), Situation.NUMBER) == OTHERS


@for_every(
    "text",
    [
        *("{} na my oga", "{} for my alhaji", "my boss {}", "our madam {}", "my madam's {}", "my elder sister {}"),
        *("{} na my late father", "my tailor's number {}", "{} na my tailor own", "my friend\u2019s line {}"),
        *(
            "tunde's line {}",
            "{} is Ade's own",
            "number of tunde is {}",
            "my old number was {}",
            "call tunde on {}",
            "the line of chioma {}",
        ),
    ],
)
def test_whose_number_may_be_somebody_elses_says_first_that_it_is_their_own(text: str) -> None:
    heard = heard_in(text.format(NUMBER), Situation.NUMBER)
    assert heard == OTHERS or isinstance(heard, WhichNumber)


@for_every(
    "text",
    [
        *("my oga good morning, {}", "good morning my oga {}", "my oga, {}", "{} my oga", "na {} o my oga"),
        *("thank you my oga, {}", "Good day my boss. Number is {}", "yes boss {}", "oga {}", "{} na my own, madam"),
        *("my number na my own {}", "na my mtn own {}", "it's not my brother's line {}", "my dear {}"),
        *("it's number {}", "here's my number {}", "call me on {}", "number of my phone {}", "mtn's line {}"),
    ],
)
def test_who_is_polite_gives_their_own_number(text: str) -> None:
    assert isinstance(heard_in(text.format(NUMBER), Situation.NUMBER), NumberHeard)


@for_every("text", ["mtn na my oga own", "mtn my boss line", "it's my madam's mtn"])
def test_the_network_of_somebody_elses_line_sends_nothing(text: str) -> None:
    assert heard_in(text, Situation.NETWORK, (Choice.MTN, Choice.AIRTEL)) == OTHERS
    assert heard_in("mtn my oga", Situation.NETWORK, (Choice.MTN, Choice.AIRTEL)) == NetworkHeard(Network.MTN)


@for_every(
    "text",
    [
        *("482913 my oga own", "482913 na my oga code", "482913 na my boss phone e enter", "my oga sent 482913"),
        *("482913 came on my husband's phone", "482913 my mother", "I no request 482913"),
        *("I told tunde 482913", "482913 i told the man"),
    ],
)
def test_a_code_of_somebody_else_is_not_used(text: str) -> None:
    heard = heard_in(text, Situation.CODE, (), OtpForm())
    assert heard == OTHERS or isinstance(heard, CodeDoubted)


@for_every("text", ["482913 my oga", "my oga 482913", "my oga I don see am 482913", "ok my boss, 482913"])
def test_who_is_polite_gives_the_code(text: str) -> None:
    assert isinstance(heard_in(text, Situation.CODE, (), OtpForm()), CodeHeard)


@for_every("text", ["let me ask my oga first", "make I ask my madam", "I go tell my alhaji first"])
def test_who_asks_somebody_first_is_waited_for(text: str) -> None:
    assert heard_in(text, Situation.CONFIRMING) == Meant(Courtesy.WAIT)
