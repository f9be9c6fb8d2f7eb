"""Mobile networks of Nigeria: their names as people write them, and what a prefix suggests. Never what they do."""

import re
from enum import StrEnum

from msgspec import Struct

from conversations.phone import PhoneNumber
from conversations.typed import plain


class Network(StrEnum):
    """A network whose lines can be linked. `.label` is how people write it."""

    MTN = "mtn"
    AIRTEL = "airtel"

    @property
    def label(self) -> str:
        return _LABELS[self]


class OtherNetwork(StrEnum):
    """A network that exists and is not served yet."""

    GLO = "glo"
    NINE_MOBILE = "9mobile"

    @property
    def label(self) -> str:
        return _LABELS[self]


class Line(Struct, frozen=True):
    """A phone number on a network."""

    number: PhoneNumber
    network: Network


_LABELS: dict[Network | OtherNetwork, str] = {
    Network.MTN: "MTN",
    Network.AIRTEL: "Airtel",
    OtherNetwork.GLO: "Glo",
    OtherNetwork.NINE_MOBILE: "9mobile",
}

# Whose prefixes were whose, as national numbers begin: the rows of phonenumbers' table of carriers that are of use
# here. The module that has the whole of it loads every country's at once, which takes 7 MiB.
_PREFIXES: dict[Network | OtherNetwork, str] = {
    Network.MTN: "703 704 706 707 7025 7026 803 806 810 813 814 816 903 906 910 913 916",
    Network.AIRTEL: "701 708 802 808 812 901 902 904 907 911 912",
    OtherNetwork.GLO: "705 805 807 811 815 905 915",
    OtherNetwork.NINE_MOBILE: "809 817 818 908 909",
}
_NETWORK_OF = {prefix: network for network, row in _PREFIXES.items() for prefix in row.split()}

# 9mobile was Etisalat until 2017 and has called itself T2 since 2025.
_SPELLINGS: dict[Network | OtherNetwork, re.Pattern[str]] = {
    Network.MTN: re.compile(r"\bm ?t ?n\b"),
    Network.AIRTEL: re.compile(r"\bair ?tel\b"),
    OtherNetwork.GLO: re.compile(r"\bglo(?:bacom)?\b"),
    OtherNetwork.NINE_MOBILE: re.compile(r"\b(?:(?:9|nine) ?mobile|etisalat|t ?2(?: ?mobile)?)\b"),
}

# English and Pidgin that may stand around a name without changing what is said: "na MTN I dey use o".
_AROUND = """
    a abeg am an be dey e for i im in is it its limited line ltd m ma me mobile my na network ng nigeria number o of
    on one oo ooo phone please plc pls s sim sir the this to use using yes
"""
_WORDS_AROUND = frozenset(_AROUND.split())


def suggest_network(number: PhoneNumber) -> Network | OtherNetwork | None:
    """The network that was given the number's prefix; the longest prefix wins.

    It suggests and never decides: numbers are ported. None for a prefix of no network that we know.
    """
    national = number.e164.removeprefix("+234")
    return _NETWORK_OF.get(national[:4]) or _NETWORK_OF.get(national[:3])


def parse_network(text: str) -> Network | OtherNetwork | None:
    """The one network that `text` names; None when it names none, several, or says more than we understand."""
    rest = " ".join(re.findall(r"[^\W_]+", plain(text).casefold()))
    named = []
    for network, spelling in _SPELLINGS.items():
        rest, times = spelling.subn(" ", rest)
        if times:
            named.append(network)
    return named[0] if len(named) == 1 and _WORDS_AROUND.issuperset(rest.split()) else None
