"""The phrases that stand in a text, of all the ways of saying things (`ways`). Never what follows from one."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from conversations.choice import WORDLESS, Choice
from conversations.intents.intent import Intent
from conversations.intents.slips import meant_by
from conversations.intents.ways import GAP, Node, graph, words_of_phrases, written_for
from conversations.intents.words import Words, heard_words, words_in

WIDEST_GAP = 3
SHORTEST_WITH_A_SLIP = 4  # letters; shorter words are one slip away from too many others


class Phrase(Struct, frozen=True):
    """What was found from one word of a text to another (exclusive)."""

    start: int
    end: int
    said: int  # words of its own, without those in its gaps
    within: frozenset[Intent]  # meant also in the middle of a sentence
    alone: frozenset[Intent]  # meant when nothing else is said

    @property
    def intents(self) -> frozenset[Intent]:
        return self.within | self.alone


class Phrased(Struct, frozen=True):
    """A text's words, and every phrase in them: looked for once, whatever is asked of it."""

    said: Words
    phrases: tuple[Phrase, ...]


def phrased(text: str) -> Phrased:
    said = words_in(text)
    return Phrased(said, tuple(phrases_in(said)))


def phrases_in(said: Words) -> list[Phrase]:
    """Every phrase that begins at any word of a text, one for each beginning and end."""
    words = _without_slips(said.words)
    return [phrase for start in range(len(words)) for phrase in _from(words, start)]


def learn() -> None:
    """Read the wording files now, so that the first text need not wait for it."""
    phrases_in(Words(("learned",), (0,), asks=False))  # no word that is known: slips are looked for too
    _answers()


def answers_in(said: Words) -> frozenset[Choice]:
    """The choices of which a text is the label, or one of the words that mean the same, and nothing else."""
    return _answers().get(said.words, frozenset())


def fullest(found: Iterable[Phrase]) -> list[Phrase]:
    """Those that do not overlap, the fullest first, in the order of the text: "no" is not heard in "no code came"."""
    found = sorted(found, key=lambda phrase: (-phrase.said, phrase.start - phrase.end, phrase.start))
    taken = [False] * max((phrase.end for phrase in found), default=0)
    chosen = []
    for phrase in found:
        if not any(taken[phrase.start : phrase.end]):
            taken[phrase.start : phrase.end] = [True] * (phrase.end - phrase.start)
            chosen.append(phrase)
    return sorted(chosen, key=lambda phrase: phrase.start)


def is_guessed(said: Words, phrase: Phrase) -> bool:
    """Whether it stands there only when a slip of the finger is mended: "remote" for "remove"."""
    return not _known_words().issuperset(said.words[phrase.start : phrase.end])


def _from(words: tuple[str, ...], start: int) -> Iterator[Phrase]:
    """The phrases that begin at a word, one for each end and fullness."""
    ends: dict[tuple[int, int], list[Node]] = {}
    for node, end, said in _walk(words, start):
        ends.setdefault((end, said), []).append(node)
    for (end, said), nodes in ends.items():
        within = frozenset[Intent]().union(*(node.within for node in nodes))
        alone = frozenset[Intent]().union(*(node.alone for node in nodes))
        yield Phrase(start, end, said, within, alone)


def _walk(words: tuple[str, ...], start: int) -> Iterator[tuple[Node, int, int]]:
    """Every end of a phrase, with the words said until then. A gap tries three words, so the work is bounded."""
    ways = [(graph(), start, 0)]
    while ways:
        node, place, said = ways.pop()
        if node.within or node.alone:
            yield node, place, said
        if place < len(words) and (following := node.following.get(words[place])):
            ways.append((following, place + 1, said + 1))
        if gap := node.following.get(GAP):
            ways += [(gap, after, said) for after in range(place, min(place + WIDEST_GAP, len(words)) + 1)]


# Slips of the finger


def _without_slips(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word if word in _known_words() else _mended(word) for word in words)


def _mended(word: str) -> str:
    """The one known word with the same beginning that is one slip away: a letter wrong, missing, added or swapped."""
    if len(word) < SHORTEST_WITH_A_SLIP or not word.isalpha():
        return word
    return meant_by(word, _by_beginning().get(word[0], ())) or word


@cache
def _known_words() -> frozenset[str]:
    return words_of_phrases() | heard_words("heard-ordinary")


@cache
def _by_beginning() -> dict[str, tuple[str, ...]]:
    """The words that may be meant by a slip, by their first letter."""
    long = sorted(word for word in words_of_phrases() if len(word) >= SHORTEST_WITH_A_SLIP)
    return {letter: tuple(words) for letter, words in groupby(long, itemgetter(0))}


# Labels


@cache
def _answers() -> dict[tuple[str, ...], frozenset[Choice]]:
    answers: dict[tuple[str, ...], frozenset[Choice]] = {}
    for choice in Choice:
        for words in () if choice in WORDLESS else written_for(choice):
            answers[words] = answers.get(words, frozenset()) | {choice}
    return answers
