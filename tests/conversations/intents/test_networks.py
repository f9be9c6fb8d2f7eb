"""Networks as they stand in what people write."""

from conversations.intents.naming import Naming, network_meant
from conversations.intents.networks import networks_in
from conversations.network import Network, OtherNetwork
from tests.for_every import for_every

MTN, AIRTEL = Network.MTN, Network.AIRTEL


@for_every(
    ("text", "network"),
    [
        ("mtnn", MTN),
        ("MTN 4G", MTN),
        ("ok mtn", MTN),
        ("08031234567mtn", MTN),
        ("m.t.n", MTN),
        ("airtell", AIRTEL),
        ("aitel", AIRTEL),
        ("I don port am go airtel", AIRTEL),
        ("the line is registered on Airtel", AIRTEL),
        ("glo", OtherNetwork.GLO),
        ("9 mobile", OtherNetwork.NINE_MOBILE),
    ],
)
def test_a_network_that_is_plainly_named_is_meant(text: str, network: Network | OtherNetwork) -> None:
    assert network_meant(text) is network


@for_every(
    "text", ["not mtn", "no be mtn", "is it mtn?", "how much is mtn data", "mtn or airtel", "my line", "mtn no airtel"]
)
def test_what_is_denied_asked_or_doubled_is_not_meant(text: str) -> None:
    assert network_meant(text) is None


@for_every(
    "text",
    [
        *(
            "is it mtn",
            "is this airtel own",
            "ok is my line mtn",
            "can i use mtn",
            "should I tap airtel",
            "does mtn work",
        ),
        *("na mtn?", "na mtn abi", "abi na airtel", "shey na mtn", "mtn is it", "mtn right", "tell me if it is mtn"),
    ],
)
def test_a_question_without_its_sign_is_no_choice_either(text: str) -> None:
    assert network_meant(text) is None
    assert Naming(text).asks_which


@for_every(
    "text", ["is mtn okay", "is MTN ok sir", "is airtel good", "so is mtn fine", "is mtn working", "abeg is airtel ok"]
)
def test_who_asks_how_a_network_is_has_not_named_the_lines(text: str) -> None:
    assert network_meant(text) is None
    assert Naming(text).asks_which


@for_every("text", ["is airtel better", "airtel beta pass", "is mtn safe"])
def test_who_weighs_a_network_has_not_named_it_either(text: str) -> None:
    assert network_meant(text) is None


@for_every("text", ["mtn okay", "na mtn ok", "it is mtn ok", "mtn is fine", "mtn dey okay", "is mtn, ok"])
def test_an_ok_beside_the_network_that_is_told_stays_an_answer(text: str) -> None:
    assert network_meant(text) is MTN


@for_every(
    "text", ["is MTN", "na mtn", "it is mtn", "am on mtn", "this is mtn line", "so it is mtn", "do mtn", "is mtn line"]
)
def test_what_people_tell_without_a_word_of_asking_stays_an_answer(text: str) -> None:
    assert network_meant(text) is MTN


@for_every("text", ["will mtn charge me", "mtn sent me a message", "MTN network is bad", "my brother works at mtn"])
def test_what_the_network_does_is_not_where_the_line_is(text: str) -> None:
    assert network_meant(text) is None
    assert not Naming(text).asks_which


@for_every("text", ["no, airtel", "No it is airtel", "no na airtel", "no. my line is Airtel"])
def test_a_no_to_what_we_took_it_for_is_no_denial_of_what_it_is(text: str) -> None:
    assert network_meant(text) is AIRTEL


@for_every("text", ["no airtel", "no, not airtel", "no it is not airtel", "no be airtel", "no I no use airtel"])
def test_but_what_is_denied_behind_it_is(text: str) -> None:
    assert network_meant(text) is None


def test_both_names_are_found_in_order() -> None:
    assert networks_in("it used to be airtel now mtn") == (AIRTEL, MTN)


@for_every("text", ["global", "glow", "article", "mountain", "9 people"])
def test_words_that_only_resemble_a_network_are_none(text: str) -> None:
    assert networks_in(text) == ()


@for_every(
    "text",
    [
        *("mtn go work", "airtel go gree", "mtn fit enter", "mtn dey work", "mtn will work", "airtel can do"),
        *("una dey do mtn", "una dey accept airtel", "you accept mtn", "you people do airtel"),
    ],
)
def test_what_a_network_can_do_is_asked_in_pidgin_without_a_sign(text: str) -> None:
    assert network_meant(text) is None
    assert Naming(text).asks_which


@for_every("text", ["mtn go ahead", "mtn dey", "na mtn dey inside", "make una do mtn", "mtn will be it"])
def test_what_only_resembles_such_a_question_stays_an_answer(text: str) -> None:
    assert network_meant(text) is MTN


@for_every(
    "text",
    [
        *("na MTN before", "formerly airtel", "it was mtn", "I don port comot from mtn", "I left airtel"),
        *("MTN before, airtel now", "it was mtn but now airtel", "it used to be airtel now mtn", "mtn originally"),
        *("mtn but I ported", "airtel but I don port", "mtn but I have moved it"),
    ],
)
def test_where_a_line_was_is_not_where_it_is(text: str) -> None:
    assert network_meant(text) is None
