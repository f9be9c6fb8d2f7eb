"""What people type, made plain before it is read: one form for digits, dashes and spaces. Never what it means."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Longer texts are pastes or attacks, not answers; Unicode normalization takes quadratic time on the worst of them.
READ_AT_MOST = 1000
# Of a longer text the rest is not looked at for anything: no person types, on any channel, what stands behind it.
LONGEST_TEXT = 5000
_AT_ONCE = 64  # characters: marks without end above one letter are put in order in the square of these
_MOST_MARKS = 30  # above one letter, in any language (unicode.org/reports/tr15/#Stream_Safe_Text_Format)

_MINUS_SIGN = "\N{MINUS SIGN}"
_COMMAND = re.compile(r"^\s*/(\w{1,32})(?:@\w{1,64})?")


def plain(text: str) -> str:
    """`text` with ASCII digits, hyphens and spaces, without invisible characters; empty when over `READ_AT_MOST`.

    Line breaks stay, because what stands on two lines is rarely one number.
    """
    if len(text) > READ_AT_MOST:
        return ""
    if text.isascii():
        return text
    pieces, length = list[str](), 0
    for piece in _pieces(text):
        pieces.append(unicodedata.normalize("NFKC", piece))  # up to 18 times as long
        length += len(pieces[-1])
        if length > READ_AT_MOST:
            return ""
    return "".join(map(_plain_character, "".join(pieces)))


def whole_runs(run: re.Pattern[str], written: str) -> list[str]:
    """What `run` finds that is not glued to a letter behind it.

    Were that in the pattern, it would begin anew at each group of a run that is glued, and find the same end.
    """
    return [each[0] for each in run.finditer(written) if not written[(end := each.end()) : end + 1].isalnum()]


def without_slash(text: str) -> str:
    """A command as a word: without its slash, and the bot's name after it."""
    return _COMMAND.sub(r"\1", text, count=1)


def word_in(text: str) -> str:
    """The text without case, outer punctuation, and what makes it a command."""
    word = " ".join(plain(without_slash(text)).casefold().split())
    return word.strip(" .,!?\"'`*_~()[]:;") or word


def place_in(text: str) -> int | None:
    """The place in a list, counted from 0, of a text that can be nothing else."""
    word = word_in(text)
    return int(word) - 1 if len(word) == 1 and word.isascii() and word.isdigit() else None


def _pieces(text: str) -> Iterator[str]:
    """What can be normalized at once: a letter and its marks stand in one of them."""
    start = 0
    while start < len(text):
        end, latest = start + _AT_ONCE, start + _AT_ONCE + _MOST_MARKS
        while end < min(latest, len(text)) and unicodedata.combining(text[end]):
            end += 1
        yield text[start:end]
        start = end


@lru_cache(maxsize=1024)
def _plain_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character == _MINUS_SIGN:
        return "-"
    match unicodedata.category(character):
        case "Pd":  # every dash
            return "-"
        case "Zs":  # every space
            return " "
        case "Cf" | "Mn" | "Me":  # zero-width and direction marks; the box around a keycap digit
            return ""
        case _ if unicodedata.combining(character):  # the few marks of another kind
            return ""
        case _:
            return character
