"""What a hash chain says of itself: its head, to be kept elsewhere, and what is wrong with it. Never its rows."""

import re
from enum import StrEnum
from typing import Self

from msgspec import Struct

_LETTERS = "bcdfghjkmnpqrstv"  # one for each 4 bits: no digits, which logs hide, and no vowels, which make words
_PAIRS = [first + second for first in _LETTERS for second in _LETTERS]
_BYTES = 6  # without the key nobody can make a link at all; and a metric holds so many exactly
# The second form is a metric's, as Prometheus shows it (12, 165578349092998) or as it is exposed (12.0, 1.65…e+14).
_TEXT = re.compile(
    rf"(\d{{1,15}})(?:\.0)?-(?:([{_LETTERS}]{{{2 * _BYTES}}})|(\d{{1,15}}(?:\.\d{{1,16}})?(?:e\+\d\d)?))"
)


def spell(raw: bytes) -> str:
    """Bytes as letters that neither a log hides nor make a word."""
    return "".join(_PAIRS[byte] for byte in raw)


class Head(Struct, frozen=True):
    """A row's number and the beginning of its link, which closes over all rows until then. Nothing of what they hold.

    Whoever keeps one (a receipt, an event, a line of the log, a metric) can tell later whether rows were taken out at
    the end, or the whole was brought back to what it was before.
    """

    number: int = 0
    value: int = 0

    @classmethod
    def of(cls, number: int, link: bytes) -> Self:
        return cls(number, int.from_bytes(link[:_BYTES], "big"))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """As `str` writes it, or with the number that a metric shows; None for everything else."""
        found = _TEXT.fullmatch(text.strip().lower())
        if not found:
            return None
        row, letters, shown = found.groups()
        value = int(float(shown)) if shown else int("".join(f"{_LETTERS.index(each):x}" for each in letters), 16)
        return cls(int(row), value) if value < 1 << 8 * _BYTES else None

    @property
    def letters(self) -> str:
        return spell(self.value.to_bytes(_BYTES, "big"))

    def __str__(self) -> str:
        return f"{self.number}-{self.letters}"


class Wrong(StrEnum):
    """What is the matter with a row."""

    ALTERED = "is not as it was written"
    MISSING = "was taken out"
    CUT_OFF = "and all after it were taken out at the end"
    UNCOUNTED = "is beyond the length that was noted of the record"


class Break(Struct, frozen=True):
    """The first row that is not what it was."""

    row: int
    wrong: Wrong

    def __str__(self) -> str:
        return f"row {self.row} {self.wrong}"
