"""Whose a number or a code is said to be: "my oga own", "na my wife". Never whether it is used all the same."""

from functools import cache
from itertools import pairwise

from conversations.intents.beside import Beside
from conversations.intents.networks import without_networks
from conversations.intents.patterns import Pattern
from conversations.intents.words import Words, heard_words, theirs

# Whoever that is: "my tailor's number", "my tailor own"; and not "my own".
_SOMEBODYS = Pattern(
    r"(?<!{heard-denying-whose} )\b{heard-my-or-their}(?: \w+){0,2} "
    r"(?:\w+['\u2019]s (?:{heard-line-names}|{heard-own})|(?!{heard-nobodys-own} )\w+ {heard-own})\b"
)
# By a name that no list knows: "tunde's line", "the number of tunde", "call Tunde on". "It's number" is no name's.
_NAMED = Pattern(
    r"(?<!{heard-denying-whose} )\b(?!{heard-nobodys}['\u2019])\w{3,}['\u2019]s (?:{heard-line-names}|{heard-own})\b"
    r"|\b{heard-line-names} {heard-of-somebody} (?!{heard-of-nobody}\b)\w{3,}"
    r"|\b{heard-calling} (?!{heard-not-called}\b)\w{3,} {heard-called-on}\b"
)


def is_somebodys(beside: Beside) -> bool:
    """Whether a number is said to be somebody's, or somebody is named and nothing else: "na my wife", "my husband's".
    "My wife told me" tells."""
    named = without_networks(beside.text)
    if _SOMEBODYS.search(named) or _NAMED.search(named):
        return True
    said = _kin().union(_which(), heard_words("heard-around-whose"), heard_words("heard-assents"))
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
    told = not heard_words("heard-around-whose").isdisjoint(said.words[start:place][-1:])
    return (
        mine in heard_words("heard-my")
        and kin in heard_words("heard-courtesies")
        and heard_words("heard-i").issuperset(after)
        and not told
    )


@cache
def _which() -> frozenset[str]:
    return theirs() | heard_words("heard-which-kin")


@cache
def _kin() -> frozenset[str]:
    return heard_words("heard-kin") | heard_words("heard-kin-s")
