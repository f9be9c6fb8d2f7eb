"""Numbers in words: "four eight two", "double four", "forty eight" as digits. Never what they are a number of."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from conversations.intents.words import heard_words, squeezed
from conversations.typed import plain
from conversations.wording import words_in_all

FEWEST_WORDS = 4  # a code has no fewer digits; "twenty twenty six" is a year
_PIECE = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9\s,.:\-]")
_LETTER = re.compile(r"[^\W\d_]")


def numbers_spelt(text: str) -> tuple[str, ...]:
    """The digits of every number that is said digit by digit, or pair by pair, in at least `FEWEST_WORDS` words."""
    found, run, digits, times = [], list[str](), _digits(), _times()
    for piece in (*_PIECE.findall(plain(text).casefold()), ""):
        if piece in digits or piece in times:
            run.append(piece)
            continue
        if len(run) >= FEWEST_WORDS:
            found.append(_joined(run))
        run = []
    return tuple(found)


def figures_of(text: str) -> str:
    """The digits of a text that gives nothing but a number, some of it in words, as a voice types it; else none."""
    if " " not in text or not _LETTER.search(text):  # nothing is in words
        return ""
    pieces = _PIECE.findall(plain(text).casefold())
    figures = itertools.dropwhile(lambda piece: squeezed(piece) in heard_words("heard-before-figures"), pieces)
    said = list[str]()
    for piece in figures:
        if piece.isdecimal() or piece in _digits() or piece in _times():
            said.append(piece)
        elif squeezed(piece) not in heard_words("heard-courtesies"):
            return ""
    if all(map(str.isdecimal, said)):
        return ""
    digits = "".join(each if isinstance(each, str) else _joined(each) for each in _runs(said))
    return digits if len(digits) >= FEWEST_WORDS else ""


def _runs(pieces: list[str]) -> Iterator[str | list[str]]:
    """Figures as they stand, and the words between them together: `forty` and `eight` are one number."""
    for is_figure, run in itertools.groupby(pieces, str.isdecimal):
        together = list(run)
        yield "".join(together) if is_figure else together


def _joined(words: list[str]) -> str:
    """`forty` and `eight` are 48, and `double` and `four` 44."""
    digits, times = "", 1
    for word in words:
        if often := _times().get(word):
            times = often
            continue
        said = _digits()[word]
        tens = digits.endswith("\0")
        digits = digits.removesuffix("\0") if tens and _is_unit(said) else digits.replace("\0", "0")
        digits += said * times
        times = 1
    return digits.replace("\0", "0")


def _is_unit(said: str) -> bool:
    return len(said) == 1 and said != "0"


@cache
def _digits() -> dict[str, str]:
    """`forty: 4_` in the wording files leaves the place of its second digit open."""
    return {word: digits.replace("_", "\0") for word, digits in _pairs("heard-digits")}


@cache
def _times() -> dict[str, int]:
    return {word: int(times) for word, times in _pairs("heard-times")}


def _pairs(entry: str) -> Iterator[tuple[str, str]]:
    pairs = (pair.partition(":") for pair in words_in_all(entry))
    return ((word.strip(), said.strip()) for word, _, said in pairs)
