"""Which names an agent may go by: a person's, and none that customers would take for a network or the business.

Never who has one already.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import combinations

from conversations.typed import plain
from conversations.wording import words_in_all

# Alphabets that have letters which look alike. Who takes a letter of another one means to be read otherwise.
_ALPHABETS = frozenset({"ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LATIN", "LISU"})
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile(r"LATIN (?:SMALL )?LETTER (?:SMALL CAPITAL |DOTLESS |SCRIPT )?([A-Z])(?: WITH .+)?")
# Small letters of Greek and Cyrillic that are read as these, or whose capitals are.
_READ_AS = str.maketrans(
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7"
    "\u0430\u0432\u0435\u0455\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445",
    "abezhikmnoptyxabesijkmhopctyx",
)


def poses_as_business(name: str, business: str) -> bool:
    """Whether it is, or holds, the name of a network, of an authority, of an office, or of the business itself.

    However it is written: with signs or blanks between its letters, or in letters that look like others.
    """
    said, own = _words(name), _words(business)
    held = {"".join(said[start:end]) for start, end in combinations(range(len(said) + 1), 2)}
    holds_own = set(own) <= held or "".join(own) in held
    is_of_own = set(said) <= set(own) or "".join(said) in own
    like_own = bool(own) and (holds_own or is_of_own)
    return like_own or not _reserved().isdisjoint(held) or len(_alphabets(name)) > 1


@cache
def _reserved() -> frozenset[str]:
    return frozenset("".join(_words(name)) for name in words_in_all("reserved-names"))


def _words(text: str) -> list[str]:
    """What stands between blanks and signs, as it looks: without case, accents, and what tells an I from an l."""
    letters = plain(text).casefold().translate(_READ_AS)
    return _WORD.findall("".join(map(_as_it_looks, letters)).replace("l", "i"))


@lru_cache(maxsize=1024)
def _as_it_looks(letter: str) -> str:
    if unicodedata.category(letter) == "Lm":
        return " "  # an apostrophe that counts as a letter
    latin = _LATIN.fullmatch(unicodedata.name(letter, ""))
    return latin[1].lower() if latin else letter


def _alphabets(name: str) -> frozenset[str]:
    return _ALPHABETS & {unicodedata.name(letter, "").partition(" ")[0] for letter in plain(name)}
