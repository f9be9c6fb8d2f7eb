"""Networks in every written form: misspelt, glued to a number, in a sentence. Never which one a line is really on.

`network` reads a name that stands alone; this finds the names in a text that says more.
"""

import itertools
import re
from collections.abc import Sequence

from conversations.intents.slips import differs_by_a_slip
from conversations.intents.words import heard_words, squeezed, words_in
from conversations.network import Network, OtherNetwork
from conversations.typed import plain

NamedNetwork = Network | OtherNetwork

_NAMES: dict[str, NamedNetwork] = {
    "mtn": Network.MTN,
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
_NAMED_LINE = re.compile(
    r"\b(?:(?:my|on|for|of|the) )*(?:m[ .]?t[ .]?n|air[ -]?tel)\b(?: (?:one|own|line|number|sim)\b)?"
)
_WORD = re.compile(r"[a-z]+")
_APOSTROPHE = re.compile("['\u2019]")
_DENIALS = frozenset({"dont", "isnt", "doesnt", "cant"})  # as they are left without their apostrophes
# A "no" to what we took it for, and then what it is.
_NO_AND_THEN = re.compile(r"^\s*no+\b\s*(?:[,.!;:]|(?=(?:it|its|it's|is|na|my|i|the|this|now)\b))", re.IGNORECASE)
_ASKED_BEHIND = frozenset({"it", "i", "you", "we", "they"})
_SHORTEST_WITH_A_SLIP = 5  # "glow" is no network
_TELLING = frozenset({"is", "do"})  # right before a name
_IS_IT = ("is", "it")  # behind a name it asks: "mtn is it"
_THAT = ("that",)  # which tells: "that is it"
_ORDERING = frozenset({"do", "have"})  # of a thing they ask for it: "do it"
_THINGS = frozenset({"it", "this", "that", "these", "those", "the", "my"})


def networks_in(text: str) -> tuple[NamedNetwork, ...]:
    """Every network that `text` names, each once, in the order in which they stand there."""
    written = plain(text).casefold()
    for pieces, name in _IN_PIECES:
        written = pieces.sub(name, written)
    named = (_named(word) for word in _WORD.findall(written))
    return tuple(dict.fromkeys(network for network in named if network))


def network_meant(text: str) -> NamedNetwork | None:
    """The one network that is plainly said to be the line's: named alone, not denied, and not asked about."""
    named = networks_in(text)
    return named[0] if len(named) == 1 and not _is_beside(text) else None


def without_networks(text: str) -> str:
    """The same with no network named, and no "one" or "line" that went with its name: "unlink the"."""
    return _NAMED_LINE.sub(" ", plain(text).casefold())


def tells_of_before(text: str) -> bool:
    """Whether it names where a line was, which is not where it is: "na MTN before"."""
    return not _words(text).isdisjoint(heard_words("heard-formerly"))


def tells_a_story(text: str) -> bool:
    """Whether it is about the network, and not where a line is: "MTN called me", "MTN dey tief my money"."""
    return not _words(text).isdisjoint(heard_words("heard-network-stories"))


def _is_beside(text: str) -> bool:
    return asks(text) or denies(text) or tells_of_before(text) or tells_a_story(text)


def denies(text: str) -> bool:
    """Whether the text holds a "not": what it names may be what it is not about. "No, Airtel" says what is."""
    written = _NO_AND_THEN.sub(" ", plain(text))
    return not _words(written).isdisjoint(heard_words("heard-negations") | _DENIALS)


def asks(text: str) -> bool:
    """Whether it is a question, which names a network without saying that the line is there."""
    return asks_whether(text) or not _words(text).isdisjoint(heard_words("heard-questions"))


def asks_which(text: str) -> bool:
    """Whether it asks if the line is there, and of nothing else: "is it mtn", and not "how much is mtn data"."""
    asks_more = not _words(text).isdisjoint(heard_words("heard-questions"))
    return asks_whether(text) and not (asks_more or denies(text) or tells_a_story(text))


def asks_whether(text: str) -> bool:
    """Whether it wants to hear "yes" or "no", with its sign or as people write who leave that out: "is it mtn"."""
    return "?" in text or wonders(words_in(text).words)


def wonders(words: Sequence[str]) -> bool:
    """The same of the words alone, with no sign."""
    doubts = not heard_words("heard-wondering").isdisjoint(words)
    ends_so = (words[-2:] == _IS_IT and words[-3:-2] != _THAT) or not heard_words("heard-question-ends").isdisjoint(
        words[-1:]
    )
    return doubts or ends_so or begins_to_ask(words)


def begins_to_ask(words: Sequence[str]) -> bool:
    """`is it`, `will mtn`: a verb before whatever it is asked of. "Is mtn" tells, without its "it", and "do mtn" asks
    for it."""
    opening = heard_words("heard-question-openings")
    verb, asked_of = (*itertools.dropwhile(opening.__contains__, words), "", "")[:2]
    if verb not in heard_words("heard-asking-verbs") or (verb in _ORDERING and asked_of in _THINGS):
        return False
    return asked_of in heard_words("heard-asked-of") or (verb not in _TELLING and _named(asked_of) is not None)


def asks_behind(words: Sequence[str], place: int) -> bool:
    """Whether what stands there is asked about right behind it: "… is it correct". "… is the code" tells."""
    verb, asked_of = (*words[place + 1 : place + 3], "", "")[:2]
    return verb in heard_words("heard-asking-verbs") and asked_of in _ASKED_BEHIND


def _words(text: str) -> set[str]:
    return {squeezed(word) for word in _WORD.findall(_APOSTROPHE.sub("", plain(text).casefold()))}


def _named(word: str) -> NamedNetwork | None:
    name = squeezed(word)
    if name in _NAMES:
        return _NAMES[name]
    if len(word) < _SHORTEST_WITH_A_SLIP:
        return None
    return Network.AIRTEL if differs_by_a_slip(word, "airtel") else None
