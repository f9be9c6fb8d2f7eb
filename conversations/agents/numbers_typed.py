"""The phone number among an agent's words, whatever sticks to it or parts its digits. Never what stands beside it."""

import re
from collections.abc import Iterator

from conversations.intents.patterns import Pattern
from conversations.phone import NumberProblem, PhoneNumber, join_parted, parse_number, whole_number
from conversations.typed import plain

_DIGITS = re.compile(r"[+(]*[0-9OoIl][0-9OoIl().-]*")  # a word that can be a piece of a number
# A whole number with whatever sticks to it: "08031234567mtn", "phone:0803…", "#0803 123 4567", "N0803…". What only
# says that a number follows is no part of a note.
_GLUED = Pattern(
    r"(?:(?<![^\W_]){heard-agent-number-follows}[.:]?)?"
    r"[;/:|#*_~=<>\"']*"
    r"(?<![0-9])(?P<number>(?:(?:\+|00)?234[ .()-]{0,3}(?:0[ .()-]{0,3})?|0[ .()-]{0,3})"
    r"[789][01](?:[ .()-]{0,2}[0-9]){8}|[789][01][0-9]{8})"
    r"(?![ .-]?[0-9])[;/:|#*_~=<>\"']*"
)
# As a board shows a number, and as people copy it from there: "0803 ••• 4567".
_MASKED = re.compile(r"(?<![^\W_])(0[789][01][0-9]) ?[•·*.…]{2,} ?([0-9]{4})(?![^\W_])")
_ENDING = re.compile(r"[.•·*…]*([0-9]{4})[.,;:!?]*")
# A semicolon or a bar with a blank at both sides or at none parts the cells of a spreadsheet's row.
_SUM_OR_COMMA = re.compile(
    r"(?<![0-9.])(?<![0-9],)[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,]*[0-9])|,|(?<=\S)[;|](?=\S)|(?<!\S)[;|](?!\S)"
)
_NOT_DIALLED = re.compile(r"[^0-9OoIl]")
_WHOLE = range(10, 16)  # digits of a Nigerian number, from 803 123 4567 to 00234 803 123 4567 and 234 (0) 803 123 4567
_MEANT_AS_NUMBER = 7  # digits; fewer are "2 bags", a year or an amount
_MOST_PIECES = 11  # of a number that is typed with a space after every digit


def split_words(text: str) -> list[str]:
    """The words of a text as they were typed; a comma ends one, but in a sum, and what sticks to a whole number is
    none of it.
    """
    parted = _SUM_OR_COMMA.sub(lambda found: found[0] if len(found[0]) > 1 else " ", join_parted(text))
    return _GLUED.sub(r" \g<number> ", parted).split()


def take_number(words: list[str]) -> tuple[PhoneNumber | NumberProblem | None, list[str]]:
    """The first number in `words`, and the words without it, also where it is said again; its problem where it is meant
    as one and is none.
    """
    plainly, number, begin = list(map(plain, words)), None, 0
    while found := find_number(plainly, begin):
        first, stop, said = found
        if number not in (None, said):
            break
        number, words, plainly = said, words[:first] + words[stop:], plainly[:first] + plainly[stop:]
        begin = max(0, first - _MOST_PIECES)  # what stood around it may now be one
    return (number, words) if number else (_problem_in(words), words)


def _problem_in(words: list[str]) -> NumberProblem | None:
    runs = (words[start:end] for start, end in _runs(list(map(plain, words))))
    problems = (parse_number(" ".join(run)) for run in runs if _is_long(run))
    return next((problem for problem in problems if isinstance(problem, NumberProblem)), None)


def take_masked(text: str) -> tuple[str, str]:
    """A number with its middle left out, as it is shown to agents, "" for none; and the text without it."""
    found = _MASKED.search(text)
    if not found:
        return "", text
    return f"{found[1]} ••• {found[2]}", " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def take_ending(words: list[str]) -> tuple[str, list[str]]:
    """Four digits alone, as a number ends where it is shown to agents, "" for none; and the words without them. Beside
    other figures they are none.
    """
    figures = [word for word in words if any(map(str.isdecimal, word))]
    found = _ENDING.fullmatch(plain(figures[0])) if len(figures) == 1 else None
    return (found[1], [word for word in words if word != figures[0]]) if found else ("", words)


def find_number(words: list[str], begin: int = 0) -> tuple[int, int, PhoneNumber] | None:
    """The first number at `begin` or behind it, and where it stands."""
    for first, stop in _windows(words, begin):
        if number := whole_number(" ".join(words[first:stop])):
            return first, stop, number
    return None


def _windows(words: list[str], begin: int) -> Iterator[tuple[int, int]]:
    """Where a whole number can stand: the first place first, the longest there first. The rest is not worth reading."""
    for first in range(begin, len(words)):
        ends, length = list[int](), 0
        for stop in range(first + 1, min(len(words), first + _MOST_PIECES) + 1):
            length += _length(words[stop - 1])
            if not _is_piece(words[stop - 1]) or length >= _WHOLE.stop:
                break
            if length in _WHOLE:
                ends.append(stop)
        yield from ((first, stop) for stop in reversed(ends))


def _length(word: str) -> int:
    return len(_NOT_DIALLED.sub("", word))


def _is_piece(word: str) -> bool:
    return _DIGITS.fullmatch(word) is not None and any(map(str.isdecimal, word))


def _is_long(words: list[str]) -> bool:
    return len(re.sub(r"[^0-9]", "", plain("".join(words)))) >= _MEANT_AS_NUMBER


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Where words that can be pieces of one number stand together: first place, and the one after the last."""
    runs: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not _is_piece(word):
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
