"""Figures of one number, whatever parts them: "482,913", "482 and 913", on two lines, with O for zero. Never whose.

`otp` and `codes` read what is plainly one number; here is found what may be one, so that it is not kept, or not left.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from conversations.discretion import Discreet, Hidden
from conversations.intents.patterns import Pattern

# Digits, with O for zero where it is glued to them and to no other letter.
GROUP = r"(?:(?<![^\W\d_])[oO]{1,2})?[0-9][0-9oO]{0,40}+"
_TIGHT = rf"{GROUP}(?:[.,:;/_*|+-]{GROUP}){{0,40}}"
_SIGNS = r"[\W_]{1,6}"
_PIECE = re.compile(_TIGHT)
_RUN = Pattern(rf"{_TIGHT}(?:{_SIGNS}(?:{{heard-between-figures}}{_SIGNS})?{_TIGHT}){{0,40}}")
_PHONE = re.compile(r"(?:0|234)[789][01]")  # how it begins
_AS_DIGITS = str.maketrans("oO", "00", ".,:;/_*|+-")


class Parted(Discreet, frozen=True):
    """One number's digits, in the pieces in which they stand."""

    pieces: Hidden[tuple[str, ...]]


def parted_numbers(text: str, shortest: int = 1) -> Iterator[Parted]:
    """Every row of figures that goes on without other words, of which so many are digits; but for foreign numbers."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= shortest and text[run.start() - 1 : run.start()] != "+":
            pieces = _PIECE.findall(run[0])
            yield Parted(tuple(piece.translate(_AS_DIGITS) for piece in pieces))


def without_parted(text: str) -> str:
    """What is said beside them."""
    return _RUN.sub(" ", text)


def holds_of_length(text: str, shortest: int, longest: int) -> bool:
    """Whether what stands together has so many digits, or some of it: "482 then 913, 2 minutes ago". No phone number
    has, whole or begun."""
    wanted = range(shortest, longest + 1)
    return any(_has_length(run.pieces, wanted) for run in parted_numbers(text, shortest))


def is_of_length(text: str, shortest: int, longest: int) -> bool:
    """Whether a number of just so many digits stands in it."""
    return any(shortest <= len("".join(run.pieces)) <= longest for run in parted_numbers(text, shortest))


def _has_length(pieces: tuple[str, ...], wanted: range) -> bool:
    digits = "".join(pieces)
    if len(digits) in wanted or _PHONE.match(digits):
        return len(digits) in wanted
    ends = frozenset((0, *accumulate(map(len, pieces))))
    return any(begin + length in ends for begin in ends for length in wanted)
