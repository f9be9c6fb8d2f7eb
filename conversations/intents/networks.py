"""Networks in every written form: misspelt, glued to a number, in a sentence. Never which one a line is really on.

`network` reads a name that stands alone; this finds the names in a text that says more, and `naming` how it speaks of
them.
"""

import re

from conversations.intents.patterns import Pattern
from conversations.intents.slips import differs_by_a_slip
from conversations.intents.words import squeezed
from conversations.network import Network, OtherNetwork
from conversations.typed import plain

NamedNetwork = Network | OtherNetwork

_NAMES: dict[str, NamedNetwork] = {
    "mtn": Network.MTN,
    "mnt": Network.MTN,
    "airtel": Network.AIRTEL,
    "glo": OtherNetwork.GLO,
    "globacom": OtherNetwork.GLO,
    "etisalat": OtherNetwork.NINE_MOBILE,
}
# Names of several pieces, made one before the text is cut into words.
_IN_PIECES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bm[ .]?t[ .]?n\b"), " mtn "),
    (re.compile(r"\bair[ -]tel\b"), " airtel "),
    (re.compile(r"(?<![0-9])(?:9|nine) ?mobile\b|\bt ?2(?: ?mobile)?\b"), " etisalat "),
)
_NAMED_LINE = Pattern(
    r"\b(?:{heard-before-a-network} )*(?:m[ .]?t[ .]?n|air[ -]?tel)\b"
    r"(?: (?:{heard-line-names}|{heard-line-pronouns})\b)?"
)
_WORD = re.compile(r"[a-z]+")
_SHORTEST_WITH_A_SLIP = 5  # "glow" is no network


def networks_in(text: str) -> tuple[NamedNetwork, ...]:
    """Every network that `text` names, each once, in the order in which they stand there."""
    written = plain(text).casefold()
    for pieces, name in _IN_PIECES:
        written = pieces.sub(name, written)
    named = (network_of(word) for word in _WORD.findall(written))
    return tuple(dict.fromkeys(network for network in named if network))


def without_networks(text: str) -> str:
    """The same with no network named, and no "one" or "line" that went with its name: "unlink the"."""
    return _NAMED_LINE.sub(" ", plain(text).casefold())


def network_of(word: str) -> NamedNetwork | None:
    """Which network one word names."""
    name = squeezed(word)
    if name in _NAMES:
        return _NAMES[name]
    if len(word) < _SHORTEST_WITH_A_SLIP:
        return None
    return Network.AIRTEL if differs_by_a_slip(word, "airtel") else None
