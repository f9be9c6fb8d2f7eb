"""The ways of saying things, as one graph: every wording of the files is in it, and none that no file has."""

from collections.abc import Iterator
from itertools import islice, product

import pytest

from conversations.intents.intent import INTENTS, Intent
from conversations.intents.phrases import phrases_in
from conversations.intents.ways import GAP, Node, graph
from conversations.intents.words import Words, spelt
from conversations.wording import words_in_all

WORDINGS_TRIED = 200  # of one written phrase: some stand for thousands


@pytest.mark.parametrize("intent", INTENTS)
def test_every_wording_of_a_phrase_is_heard_from_its_first_word_to_its_last(intent: Intent) -> None:
    for entry, is_within in ((f"heard-{intent}", True), (f"answer-words-{intent}", False)):
        for written in words_in_all(entry):
            for words in islice(_wordings(written), WORDINGS_TRIED):
                whole = [each for each in phrases_in(_said(words)) if (each.start, each.end) == (0, len(words))]

                assert any(intent in (each.within if is_within else each.alone) for each in whole), words


def test_a_phrase_ends_with_a_word_and_never_with_a_gap() -> None:
    behind_gaps = [node.following[GAP] for node in _nodes() if GAP in node.following]

    assert behind_gaps
    assert not any(node.within or node.alone for node in behind_gaps)


def test_phrases_that_go_on_alike_share_what_follows() -> None:
    places = sum(len(written.split()) for intent in INTENTS for written in words_in_all(f"heard-{intent}"))

    assert len(_nodes()) < places, "a phrase is written out once for each of its wordings"


def _wordings(written: str) -> Iterator[tuple[str, ...]]:
    """Those that a phrase stands for, with gaps in which nothing is said; lists and what is no word are left out."""
    for chosen in product(*map(_alternatives, written.split())):
        words = tuple(word for each in chosen if each for word in spelt(each) if word != GAP)
        if words:
            yield words


def _alternatives(place: str) -> list[str]:
    words = [each for each in place.removesuffix("?").split("|") if each.startswith("@") or spelt(each)]
    words = [next(words_in_all(f"heard-{each[1:]}")) if each.startswith("@") else each for each in words]
    return [*words, *([""] if place.endswith("?") else [])]


def _said(words: tuple[str, ...]) -> Words:
    return Words(words, (0,) * len(words), asks=False)


def _nodes() -> list[Node]:
    seen = {id(graph()): graph()}
    left = [graph()]
    while left:
        for node in left.pop().following.values():
            if id(node) not in seen:
                seen[id(node)] = node
                left.append(node)
    return list(seen.values())
