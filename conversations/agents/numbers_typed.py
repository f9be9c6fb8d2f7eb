"""The phone number among an agent's words, whatever sticks to it or parts its digits. Never what stands beside it."""

import re
from collections.abc import Iterator

from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.typed import plain

_DIGITS = re.compile(r"[+(]*[0-9OoIl][0-9OoIl().-]*")  # a word that can be a piece of a number
# A whole number with whatever sticks to it: "08031234567mtn", "phone:0803…", "#0803 123 4567", "N0803…". What only
# says that a number follows is no part of a note.
_GLUED = re.compile(
    r"(?:(?<![^\W_])(?:no|nr|num|number|n|phone|telephone|tel|mobile|cell|line|call)[.:]?)?"
    r"[;/:|#*_~=<>\"']*"
    r"(?<![0-9])(?P<number>(?:(?:\+|00)?234[ .()-]{0,3}(?:0[ .()-]{0,3})?|0[ .()-]{0,3})"
    r"[789][01](?:[ .()-]{0,2}[0-9]){8}|[789][01][0-9]{8})"
    r"(?![ .-]?[0-9])[;/:|#*_~=<>\"']*",
    re.IGNORECASE,
)
# As a board shows a number, and as people copy it from there: "0803 ••• 4567".
_MASKED = re.compile(r"(?<![^\W_])(0[789][01][0-9]) ?[•·*.…]{2,} ?([0-9]{4})(?![^\W_])")
_SUM_OR_COMMA = re.compile(r"(?<![0-9.])(?<![0-9],)[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,]*[0-9])|,")
_NOT_DIALLED = re.compile(r"[^0-9OoIl]")
_WHOLE = range(10, 16)  # digits of a Nigerian number, from 803 123 4567 to 00234 803 123 4567 and 234 (0) 803 123 4567
_MEANT_AS_NUMBER = 7  # digits; fewer are "2 bags", a year or an amount
_MOST_PIECES = 11  # of a number that is typed with a space after every digit


def split_words(text: str) -> list[str]:
    """The words of a text as they were typed; a comma ends one, but in a sum, and what sticks to a whole number is
    none of it.
    """
    parted = _SUM_OR_COMMA.sub(lambda found: found[0] if len(found[0]) > 1 else " ", text)
    return _GLUED.sub(r" \g<number> ", parted).split()


def take_number(words: list[str]) -> tuple[PhoneNumber | NumberProblem | None, list[str]]:
    """The first number in `words`, and the words without it, also where it is said again; its problem where it is meant
    as one and is none.
    """
    runs = _runs(words)
    for first, stop in _windows(words, runs):
        number = parse_number(" ".join(words[first:stop]))
        if isinstance(number, PhoneNumber):
            rest = words[:first] + words[stop:]
            again, around = take_number(rest)
            return number, around if again == number else rest
    problems = (parse_number(" ".join(words[start:end])) for start, end in runs if _is_long(words[start:end]))
    return next((problem for problem in problems if isinstance(problem, NumberProblem)), None), words


def take_masked(text: str) -> tuple[str, str]:
    """A number with its middle left out, as it is shown to agents, "" for none; and the text without it."""
    found = _MASKED.search(text)
    if not found:
        return "", text
    return f"{found[1]} ••• {found[2]}", " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _windows(words: list[str], runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a whole number can stand: the first place first, the longest there first. The rest is not worth reading."""
    lengths = [len(_NOT_DIALLED.sub("", plain(word))) for word in words]
    for start, end in runs:
        for first in range(start, end):
            for stop in range(min(end, first + _MOST_PIECES), first, -1):
                if sum(lengths[first:stop]) in _WHOLE:
                    yield first, stop


def _is_long(words: list[str]) -> bool:
    return len(re.sub(r"[^0-9]", "", plain("".join(words)))) >= _MEANT_AS_NUMBER


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Where words that can be pieces of one number stand together: first place, and the one after the last."""
    runs: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not _DIGITS.fullmatch(plain(word)) or not re.search(r"\d", word):
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
