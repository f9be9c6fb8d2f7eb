"""Whose a number or a code is said to be: "my oga own", "na my wife". Never whether it is used all the same."""

import re
from functools import cache
from itertools import pairwise

from conversations.intents.beside import SENDER, Beside
from conversations.intents.networks import without_networks
from conversations.intents.words import THEIRS, Words, heard_words

_OF_THEIRS = "['\u2019]s (?:number|line|sim|own)"
# Whoever that is: "my tailor's number", "my tailor own"; and not "my own".
_SOMEBODYS = re.compile(
    r"(?<!not )(?<!no be )\b(?:my|his|her|our)(?: \w+){0,2} "
    rf"(?:\w+{_OF_THEIRS}|(?!my |very )\w+ own)\b",
    re.IGNORECASE,
)
# By a name that no list knows: "tunde's line", "the number of tunde", "call Tunde on". "It's number" is no name's.
_NO_NAME = "it|that|what|here|there|who|where|how|this|line|sim|phone|number"
_NAMED = re.compile(
    rf"(?<!not )(?<!not my )(?<!no be my )\b(?!(?:{_NO_NAME})['\u2019])\w{{3,}}{_OF_THEIRS}\b"
    r"|\b(?:number|line|sim) of (?!mine\b|the\b|this\b|that\b|our\b|your\b|phone\b|sim\b|line\b)\w{3,}"
    r"|\b(?:call|reach|phone|flash) (?!the\b|this\b|that\b|you\b|una\b)\w{3,} (?:on|with|at)\b",
    re.IGNORECASE,
)
_ASSENTS = frozenset({"yes", "ok"})


def is_somebodys(beside: Beside) -> bool:
    """Whether a number is said to be somebody's, or somebody is named and nothing else: "na my wife", "my husband's".
    "My wife told me" tells."""
    named = without_networks(beside.text)
    if _SOMEBODYS.search(named) or _NAMED.search(named):
        return True
    said = _kin().union(_which(), heard_words("heard-around-whose"))
    return names_somebody(beside.said) and said.issuperset(beside.around_names.said.words)


def names_somebody(said: Words) -> bool:
    """Whether it speaks of somebody of theirs, and not to them: "my oga own", "elder sister"; and no "my oga, …"."""
    return any(
        which in _which() and kin in _kin() and not _is_spoken_to(said, place)
        for place, (which, kin) in enumerate(pairwise(said.words))
    )


def _is_spoken_to(said: Words, place: int) -> bool:
    """Whether it is a courtesy all the same, at the end of a clause or before an "I": "my oga, …", "0803 … my oga".
    Behind a word that says whose it is, it is none: "na my oga"."""
    start = said.clauses.index(said.clauses[place])
    end = start + said.clauses.count(said.clauses[place])
    mine, kin, *after = (*said.words[place : place + 2], *said.words[place + 2 : end][:1])
    told = not (heard_words("heard-around-whose") - _ASSENTS).isdisjoint(said.words[start:place][-1:])
    return mine == "my" and kin in heard_words("heard-courtesies") and after in ([], [SENDER]) and not told


@cache
def _which() -> frozenset[str]:
    return THEIRS | heard_words("heard-which-kin")


@cache
def _kin() -> frozenset[str]:
    return heard_words("heard-kin") | heard_words("heard-kin-s")
