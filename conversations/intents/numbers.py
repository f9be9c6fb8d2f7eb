"""Phone numbers in every written form: two of them, glued to words, in a list, beside an age or a BVN. Never whose.

`phone` reads one number that stands alone; this finds the numbers in a text that says more.
"""

import re
from collections.abc import Iterator

from conversations.phone import PhoneNumber, parse_number, whole_number
from conversations.typed import plain

# Eleven digits as well, and never asked for.
_IDENTITY = re.compile(r"(?<![a-z])(?:b\.?v\.?n|n\.?i\.?n)(?![a-z])[^0-9\n]{0,20}+[0-9]{11}(?![0-9])", re.IGNORECASE)
_IDENTITY_WORD = re.compile(r"(?<![a-z])(?:bvn|nin)(?![a-z])", re.IGNORECASE)
_BVN = re.compile(r"22[0-9]{9}")  # as they all begin
_NINE_MOBILE = re.compile(r"(?<![0-9])9 ?mobile\b", re.IGNORECASE)  # a network's name, and no digit of the number
_PLACE_IN_A_LIST = re.compile(r"(?:(?<=\s)|(?<![^\n]))[0-9]{1,2}+[.)](?=\s)")

_GROUP = r"\+?[OoIl]{0,2}[0-9][0-9OoIl]{0,20}+"
_BETWEEN = r"[ \t().\-/,;_]{1,4}+"
_RUN = re.compile(rf"{_GROUP}(?:{_BETWEEN}(?:[Oo]{{1,4}}{_BETWEEN})?{_GROUP}){{0,40}}")
_PIECE = re.compile(rf"(?P<between>{_BETWEEN})|(?P<group>[^ \t().\-/,;_]+)")
_ENDS_A_NUMBER = re.compile(r"[,;/]")
_MOST_GROUPS = 11  # a digit each
_FEWEST_CHARACTERS = 10
# Cheaper than the numbering plan, and always asked before it.
_RESEMBLES = re.compile(r"(?:\+?[0Oo]{0,2}234)?[0Oo]?[789][0-9OoIl]{9}")


def numbers_in(text: str) -> tuple[PhoneNumber, ...]:
    """Every Nigerian mobile number in `text`, each once, in the order in which they stand there."""
    written = _NINE_MOBILE.sub(" ; ", plain(text))
    number = parse_number(written)
    if isinstance(number, PhoneNumber):
        return (number,)
    written = _PLACE_IN_A_LIST.sub(" ", _IDENTITY.sub(" ; ", written))
    return tuple(dict.fromkeys(number for run in _RUN.findall(written) for number in _in_run(run)))


def names_identity(text: str) -> bool:
    """Whether somebody gives, or speaks of, a BVN or a NIN, which are never needed."""
    written = plain(text)
    return bool(_IDENTITY_WORD.search(written) or _BVN.fullmatch(written.strip()))


def _in_run(run: str) -> Iterator[PhoneNumber]:
    """The numbers among groups of digits: from each group on, the fewest groups that are a whole number."""
    pieces = [(piece["group"] or "", piece["between"] or "") for piece in _PIECE.finditer(run)]
    groups = [(group, _after(pieces, place)) for place, (group, _) in enumerate(pieces) if group]
    start = 0
    while start < len(groups):
        end, number = _whole(groups, start)
        if number:
            yield number
        start = end


def _after(pieces: list[tuple[str, str]], place: int) -> str:
    return pieces[place + 1][1] if place + 1 < len(pieces) else ""


def _whole(groups: list[tuple[str, str]], start: int) -> tuple[int, PhoneNumber | None]:
    """Where to go on, and the number that begins here. Digits that trail a number in several groups spoil it."""
    written = ""
    for end in range(start + 1, min(start + _MOST_GROUPS, len(groups)) + 1):
        written += groups[end - 1][0]
        if len(written) < _FEWEST_CHARACTERS or (number := _read(written)) is None:
            continue
        rest = groups[end - 1][1]
        in_one_piece = end - start == 1
        if end == len(groups) or in_one_piece or _ENDS_A_NUMBER.search(rest) or _begins_another(groups, end):
            return end, number
        return len(groups), None
    return start + 1, None


def _begins_another(groups: list[tuple[str, str]], start: int) -> bool:
    after = groups[start : start + _MOST_GROUPS]
    return any(_read("".join(group for group, _ in after[: end + 1])) for end in range(len(after)))


def _read(written: str) -> PhoneNumber | None:
    """The number, also when a letter of the word before it looks like a digit: "no08031234567"."""
    for candidate in (written, written.lstrip("OoIl")):
        if _RESEMBLES.fullmatch(candidate) and (number := whole_number(candidate)):
            return number
    return None
