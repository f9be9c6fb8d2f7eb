"""Which network a prefix suggests, and which one people name."""

# ruff: noqa: RUF001 full-width digits and letters are what people paste

import phonenumbers
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import carrier

from conversations.network import Network, OtherNetwork, parse_network, suggest_network
from conversations.phone import _E164, PhoneNumber
from tests.for_every import for_every

MTN, AIRTEL = Network.MTN, Network.AIRTEL
GLO, NINE_MOBILE = OtherNetwork.GLO, OtherNetwork.NINE_MOBILE

# The published numbering plan.
PREFIXES: dict[Network | OtherNetwork, str] = {
    MTN: "0703 0704 0706 0707 07025 07026 0803 0806 0810 0813 0814 0816 0903 0906 0913 0916",
    AIRTEL: "0701 0708 0802 0808 0812 0901 0902 0904 0907 0911 0912",
    GLO: "0705 0805 0807 0811 0815 0905 0915",
    NINE_MOBILE: "0809 0817 0818 0908 0909",
}


@for_every(("prefix", "network"), [(prefix, network) for network, row in PREFIXES.items() for prefix in row.split()])
def test_a_prefix_suggests_its_network(prefix: str, network: Network | OtherNetwork) -> None:
    for rest in ("0000000", "1234567", "9999999"):
        number = PhoneNumber(f"+234{prefix[1:]}{rest[len(prefix) - 4 :]}")
        assert suggest_network(number) is network


def test_every_prefix_suggests_what_phonenumbers_says_of_it() -> None:
    numbers = [f"+234{prefix}123456" for prefix in range(7000, 9200)]
    known = [PhoneNumber(number) for number in numbers if _E164.fullmatch(number)]
    suggested = {number: network.label if (network := suggest_network(number)) else "" for number in known}
    said = {number: carrier.name_for_number(phonenumbers.parse(number.e164), "en") for number in known}
    served = {network.label for network in (*Network, *OtherNetwork)}
    assert suggested == {number: name if name in served else "" for number, name in said.items()}


@for_every("local", ["08041234567", "07021234567", "07091234567"])
def test_a_prefix_of_no_known_network_suggests_nothing(local: str) -> None:
    assert suggest_network(PhoneNumber(f"+234{local[1:]}")) is None


@for_every(
    ("text", "network"),
    [
        ("mtn", MTN),
        ("MTN Nigeria", MTN),
        ("  m.t.n ", MTN),
        ("ＭＴＮ", MTN),
        ("MTN!!!", MTN),
        ("mtn, MTN", MTN),
        ("na mtn I dey use o", MTN),
        ("e be MTN", MTN),
        ("It's Airtel", AIRTEL),
        ("airtel ng", AIRTEL),
        ("Air tel", AIRTEL),
        ("my line na airtel abeg", AIRTEL),
        ("glo", GLO),
        ("Globacom Limited", GLO),
        ("9mobile", NINE_MOBILE),
        ("9 mobile", NINE_MOBILE),
        ("Nine Mobile", NINE_MOBILE),
        ("etisalat", NINE_MOBILE),
        ("T2", NINE_MOBILE),
        ("t2 mobile", NINE_MOBILE),
    ],
)
def test_a_named_network_is_understood(text: str, network: Network | OtherNetwork) -> None:
    assert parse_network(text) is network


@for_every(
    "text",
    [
        "",
        "not mtn",
        "no be mtn",
        "mtn or airtel",
        "I ported from glo to mtn last year and it still does not work",
        "I use mtn and airtel",
        "my line",
        "mtnairtel",
        "global",
        "9",
        "mobile",
        "mtn?? what is that",
        "mtn " * 1000,
    ],
)
def test_what_is_not_plainly_one_network_is_none(text: str) -> None:
    assert parse_network(text) is None


@given(st.sampled_from([*Network, *OtherNetwork]), st.sampled_from(["", " ", "\n", "\u00a0", "\u200b"]))
def test_every_label_names_its_network(network: Network | OtherNetwork, space: str) -> None:
    for written in (network.label, network.label.upper(), network.label.lower(), network.value):
        assert parse_network(f"{space}{written}{space}") is network


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert parse_network(text) in {*Network, *OtherNetwork, None}


def test_labels_are_how_people_write_them() -> None:
    assert [network.label for network in (*Network, *OtherNetwork)] == ["MTN", "Airtel", "Glo", "9mobile"]
