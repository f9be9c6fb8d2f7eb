"""The ways of saying things, from the wording files, as one graph over words. Never where they stand in a text.

In a phrase, `a|b` is either word, `a?` a word that may be missing, `~` up to three words of any kind, and `@kin` any
word of `heard-kin`. What stands under `heard-…` means it anywhere in a sentence; what stands under `answer-words-…`,
and the words of a button, alone.

A phrase is never written out: `no code|sms come?` is four, and some are a thousand. Phrases that go on alike from
some word on share all that follows, so what a machine holds grows with what is written in the files.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from typing import NamedTuple

from conversations.choice import WORDLESS, Choice
from conversations.intents.intent import INTENTS, Intent
from conversations.intents.words import spelt, theirs, words_in
from conversations.wording import words_in_all, words_of

GAP = "~"
LIST = "@"
# A line or number is chosen by its place or itself, and a network's names are not words of a language (`networks`).
NOT_PHRASES = WORDLESS | {Choice.MTN, Choice.AIRTEL}

_NOTHING = ""
_Place = frozenset[str]  # the words that may stand there, `GAP`, or `_NOTHING` where it may be left out


class _Way(NamedTuple):
    """What of a phrase is yet to be said, and what it means then."""

    places: tuple[_Place, ...]
    intent: Intent
    within: bool  # meant also in the middle of a sentence


@dataclass(slots=True, eq=False)
class Node:
    """The words by which a phrase can go on, and what it means when it ends here."""

    following: dict[str, "Node"]
    within: frozenset[Intent]
    alone: frozenset[Intent]


@cache
def graph() -> Node:
    """Where every phrase begins."""
    return _node(frozenset(_ways()), {})


def words_of_phrases() -> frozenset[str]:
    """Every word that stands in one."""
    return frozenset[str]().union(*(place for way in _ways() for place in way.places)) - {GAP, _NOTHING}


def written_for(choice: Choice) -> Iterator[tuple[str, ...]]:
    """The label and the words of a button, in every language."""
    yield from filter(None, (words_in(written).words for written in (choice.value, *words_of(choice))))


def _node(ways: frozenset[_Way], known: dict[frozenset[_Way], Node]) -> Node:
    """One for all beginnings after which the same may be said: so nothing stands there twice."""
    if (node := known.get(ways)) is None:
        following = {word: _node(frozenset(rest), known) for word, rest in _steps(ways).items()}
        over = [way for way in ways if not way.places]
        within = frozenset(way.intent for way in over if way.within)
        node = known[ways] = Node(following, within, frozenset(way.intent for way in over if not way.within))
    return node


def _steps(ways: Iterable[_Way]) -> dict[str, set[_Way]]:
    """By each word that may come next, or a gap: what may be said after it."""
    steps = defaultdict[str, set[_Way]](set)
    for way in ways:
        for at, place in enumerate(way.places):
            rest = way.places[at + 1 :]
            for word in place - {_NOTHING}:
                steps[word] |= {way._replace(places=each) for each in _ends(rest, after=word)}
            if _NOTHING not in place:
                break
    return steps


def _ends(rest: tuple[_Place, ...], after: str) -> Iterable[tuple[_Place, ...]]:
    """What is left, and nothing where that may all be left out; but a phrase ends with a word, never with a gap."""
    if after == GAP:
        return {rest} - {()}
    return {rest, ()} if all(place & {GAP, _NOTHING} for place in rest) else {rest}


# The wording files


def _ways() -> Iterator[_Way]:
    for intent in INTENTS:
        for places in _phrases(f"heard-{intent}"):
            yield _Way(places, intent, within=True)
        for places in (*_phrases(f"answer-words-{intent}"), *_button_words(intent)):
            yield _Way(places, intent, within=False)


def _phrases(entry: str) -> Iterator[tuple[_Place, ...]]:
    for written in words_in_all(entry):
        for places in product(*map(_alternatives, written.split())):
            yield tuple(chain.from_iterable(places))


def _button_words(intent: Intent) -> Iterator[tuple[_Place, ...]]:
    if isinstance(intent, Choice) and intent not in NOT_PHRASES:
        yield from map(_in_a_row, written_for(intent))


@cache  # the same words stand in most phrases
def _alternatives(written: str) -> tuple[tuple[_Place, ...], ...]:
    """What may stand in one place of a phrase, spelt as texts are read: a choice of single words, or several in a row.

    A courtesy is not read, so it cannot.
    """
    if written == GAP:
        return (_in_a_row((GAP,)),)
    words = [spelt(word, _before(each)) for each in written.removesuffix("?").split("|") for word in _listed(each)]
    single = {word[0] for word in words if len(word) == 1} | ({_NOTHING} if written.endswith("?") else set())
    rows = tuple(_in_a_row(word) for word in words if len(word) > 1)
    return (*rows, (frozenset(single),)) if single else rows


def _in_a_row(words: Iterable[str]) -> tuple[_Place, ...]:
    return tuple(frozenset({word}) for word in words)


def _before(word: str) -> Iterable[str]:
    """Those of a list stand where they are people: "my oga"."""
    return theirs() if word.startswith(LIST) else ()


def _listed(word: str) -> Iterable[str]:
    """The words of a list that stands for any of them."""
    return words_in_all(f"heard-{word[1:]}") if word.startswith(LIST) else (word,)
