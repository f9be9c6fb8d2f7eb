"""Patterns over a text as it was written, made of words from the wording files. Never which words those are.

A pattern says what stands before what: signs, digits, a name that no list knows. Its words are `{heard-…}`: any that
the entry lists, in every language, written as a phrase is (`phrases`), with `a|b` and `a?`. An apostrophe may be left
out.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from conversations.wording import words_in_all

_NOT_BEHIND = re.compile(r"\(\?<!\{(heard-[a-z-]+)\}( [^){}]*)\)")
_LISTED = re.compile(r"\{(heard-[a-z-]+)\}")


class Pattern:
    """`{heard-excepting}` and what stands around it, in capitals too. Made when it is asked first: no start waits."""

    def __init__(self, written: str) -> None:
        self.written = written

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(spelt_out(self.written), re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        return self._made.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._made.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._made.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        return self._made.findall(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._made.finditer(text)

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._made.sub(put, text)


def spelt_out(written: str) -> str:
    """The pattern with its words."""
    behind = _NOT_BEHIND.sub(lambda found: _not_behind(found[1], found[2]), written)
    return _LISTED.sub(lambda found: _any_of(found[1]), behind)


def _any_of(entry: str) -> str:
    """Any of its phrases, each once, whichever languages have it: where a pattern repeats them, one that stood there
    twice would double the ways to read a text with each word of it. One may begin another, so that each pattern says
    what ends it.
    """
    return f"(?:{'|'.join(dict.fromkeys(map(_phrase, words_in_all(entry))))})"


def _not_behind(entry: str, rest: str) -> str:
    """One for each: what must not stand before has one length."""
    return "".join(f"(?<!{re.escape(words)}{rest})" for words in words_in_all(entry))


def _phrase(written: str) -> str:
    """Its places with a space between them; one that may be missing takes its own along."""
    said, is_begun = "", False
    for place in written.split():
        word = "|".join(map(_word, place.removesuffix("?").split("|")))
        missing = place.endswith("?")
        said += _place(word, missing=missing, is_begun=is_begun)
        is_begun = is_begun or not missing
    return said


def _place(word: str, *, missing: bool, is_begun: bool) -> str:
    if missing:
        return f"(?: (?:{word}))?" if is_begun else f"(?:(?:{word}) )?"
    return f" (?:{word})" if is_begun else f"(?:{word})"


def _word(word: str) -> str:
    return re.escape(word).replace("'", "['\u2019]?")
