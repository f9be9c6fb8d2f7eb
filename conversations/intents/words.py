"""A text as the words that carry its meaning: one spelling for each, without courtesies. Never what they mean."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from conversations.typed import plain
from conversations.wording import words_in_all

# A longer text tells a story: whatever it means, its first hundred words say it.
WORDS_READ = 100

# Signs mean the same in every language.
_SIGNS = {"👍": " ok ", "👌": " ok ", "✅": " ok ", "👎": " no ", "❌": " no ", "🙏": " thankyou "}
_SIGN = re.compile("|".join(_SIGNS))
_OF_SIGNS = frozenset({"So", "Sk", "Mn", "Cf", "Zs", "Po"})  # with skin, joined, one after another
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc]")
_PIECE = re.compile(r"[a-z]+|[0-9]+|[.,;:!?\n]")
_AGAIN = re.compile(r"([a-z])\1+")


class Words(Struct, frozen=True):
    """The words of a text, the clause in which each stands, and whether it asks."""

    words: tuple[str, ...]
    clauses: tuple[int, ...]
    asks: bool


def words_in(text: str) -> Words:
    """Case, accents, punctuation, drawn-out letters and courtesies gone; usual respellings written out.

    "y" among other words asks; alone it answers, and so the word "why" never is a yes.
    """
    pieces = _PIECE.findall(_letters(text))
    words: list[str] = []
    clauses: list[int] = []
    clause = 0
    among_words = _respellings("heard-respellings-among-words") if sum(map(str.isalnum, pieces)) > 1 else {}
    for piece in pieces:
        if not piece.isalnum():
            clause += 1
            continue
        for word in among_words.get(piece) or spelt(piece, words[-1:]):
            words.append(word)
            clauses.append(clause)
        if len(words) >= WORDS_READ:
            break
    return Words(tuple(words), tuple(clauses), "?" in pieces)


def is_picture_of_signs(text: str) -> bool:
    """Whether it is drawn and says no word: a smile, a heart, three of them."""
    kinds = {unicodedata.category(sign) for sign in text}
    return "So" in kinds and kinds <= _OF_SIGNS


def spelt(word: str, before: Iterable[str] = ()) -> tuple[str, ...]:
    """The words that a written one stands for: "dont" is two, "pleaseee" is none, nor is "oga" but for "my oga"."""
    once = squeezed(word)
    if once in heard_words("heard-courtesies"):
        return () if theirs().isdisjoint(before) or once not in heard_words("heard-kin") else (once,)
    return _respellings("heard-respellings").get(once, (once,))


def squeezed(word: str) -> str:
    """`yesss` and `yes`, `agree` and `agre` are one word: a letter that is drawn out, or forgotten, says nothing."""
    return _AGAIN.sub(_once, word)


def _once(letters: re.Match[str]) -> str:
    """Two at the beginning are spelling: Igbo `nno` is not `no`."""
    return letters[0] if letters.start() == 0 and len(letters[0]) == 2 else letters[1]


def _letters(text: str) -> str:
    signs = _SIGN.sub(lambda sign: _SIGNS[sign[0]], plain(text).casefold())
    bare = _APOSTROPHES.sub("", signs)
    if bare.isascii():
        return bare
    return "".join(each for each in unicodedata.normalize("NFD", bare) if unicodedata.category(each) != "Mn")


@cache
def heard_words(entry: str) -> frozenset[str]:
    """The single words of an entry of the wording files, in every language, as they are written, and as they stand in a
    text that was read: "pesin" is "person" there. `a|b` is either."""
    written = {squeezed(word) for words in words_in_all(entry) for word in words.split("|")}
    return frozenset(written.union(*(meant for word in written if len(meant := _respelt(word)) == 1)))


@cache
def heard_rows(entry: str) -> frozenset[tuple[str, ...]]:
    """The same of what several words say together, in their order."""
    written = [tuple(map(squeezed, words.split())) for words in words_in_all(entry)]
    return frozenset((*written, *(tuple(each for word in row for each in _respelt(word)) for row in written)))


def is_heard_as(word: str, entry: str) -> bool:
    """Whether a word, as somebody wrote it, is one of that entry."""
    return squeezed(plain(word).casefold()) in heard_words(entry)


def theirs() -> frozenset[str]:
    """The words behind which "oga" is somebody, and no courtesy."""
    return heard_words("heard-my-or-their")


def _respelt(word: str) -> tuple[str, ...]:
    return _respellings("heard-respellings").get(word, (word,))


@cache
def _respellings(entry: str) -> dict[str, tuple[str, ...]]:
    pairs = (pair.split(":") for pair in words_in_all(entry))
    return {squeezed(written.strip()): tuple(map(squeezed, meant.split())) for written, meant in pairs}
