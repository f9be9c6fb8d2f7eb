"""The place in a list that a text names, by its figure or in words: "2", "number two", "the second one". Never of what.

A question names none: whoever asks about the first answer has not given it.
"""

from functools import cache
from itertools import pairwise

from conversations.intents.words import heard_words, is_heard_as, squeezed
from conversations.typed import place_in, word_in
from conversations.wording import words_in_all

_LONGEST = 40  # characters


def place_said(text: str) -> int | None:
    """Counted from 0; None where the text says anything else."""
    if "?" in text or len(text) > _LONGEST:
        return None
    place = place_in(text)
    return _in_words(_without_courtesies(text)) if place is None else place


def line_placed_in(text: str) -> tuple[int, str] | None:
    """The one line that is named by its place, "unlink line 2", and what is said beside it."""
    words = _without_courtesies(text)
    placed = [
        (place, start) for start, pair in enumerate(pairwise(words)) if (place := _place_of_line(*pair)) is not None
    ]
    if len(placed) != 1:
        return None
    place, start = placed[0]
    before = words[:start]
    while before and is_heard_as(before[-1], "heard-before-a-place"):
        before.pop()
    return place, " ".join((*before, *words[start + 2 :], *(["?"] if "?" in text else [])))


def _place_of_line(first: str, second: str) -> int | None:
    if first in _ordinals() and (is_heard_as(second, "heard-line-names") or _is_name(second)):
        return _ordinals()[first]
    return _figure(second) if is_heard_as(first, "heard-line-names") else None


def _without_courtesies(text: str) -> list[str]:
    return [word for word in word_in(text).split() if squeezed(word) not in heard_words("heard-courtesies")]


def _in_words(words: list[str]) -> int | None:
    """`two` alone or behind "number"; `second` with "the" before it or "one" behind it, for "a second" waits."""
    match words:
        case [figure]:
            return _figure(figure.removeprefix("#"))
        case [name, figure] if _is_name(name) and (place := _figure(figure)) is not None:
            return place
        case [ordinal, name] if _is_name(name):
            return _ordinals().get(ordinal)
        case [article, ordinal, *name] if _is_article(article) and all(map(_is_name, name)):
            return _ordinals().get(ordinal)
        case _:
            return None


def _is_name(word: str) -> bool:
    return squeezed(word) in heard_words("heard-place-names")


def _is_article(word: str) -> bool:
    return squeezed(word) in heard_words("heard-articles")


def _figure(word: str) -> int | None:
    place = place_in(word)
    return _cardinals().get(word) if place is None else place


@cache
def _cardinals() -> dict[str, int]:
    return _places("heard-cardinals")


@cache
def _ordinals() -> dict[str, int]:
    return _places("heard-ordinals")


def _places(entry: str) -> dict[str, int]:
    pairs = (pair.split(":") for pair in words_in_all(entry))
    return {word.strip(): int(number) - 1 for word, number in pairs}
