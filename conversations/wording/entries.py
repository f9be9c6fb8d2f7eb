"""The entries of a wording file, told apart without its grammar being parsed. Never what they mean.

Fluent's parser goes letter by letter, half a second for all languages; so it is given one entry, when that is said
first. What is nothing but text, as lists of words and most labels are, it need not see at all.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

_BEGINS = re.compile(r"^(?=[A-Za-z#-])", re.MULTILINE)  # nothing else stands at a line's beginning
_ONE_LINE = re.compile(r"[\w-]+ *= *(?P<text>[^\s{}][^{}\n]*)?(?:\n\s*(?P<attributes>\.(?s:.*))?)?")
_ATTRIBUTE = re.compile(r"^ +\.([\w-]+) *=([^{}]*?)(?=^ +\.|\Z)", re.MULTILINE)


Values = Mapping[str, Any]
Said = Callable[[Values], str]


class NotCompiled(Exception):  # noqa: N818 - a noun from the catcher's side
    """An entry holds what is not compiled."""


def entries_in(text: str) -> dict[str, str]:
    """The messages of a file by their names, each as it is written there."""
    written = [entry for entry in _BEGINS.split(text) if entry[:1].isalpha()]
    return {entry.partition("=")[0].strip(): entry for entry in written}


def plain_text_of(entry: str) -> str | None:
    """What an entry says that is one line of text, "" where it only has attributes; None: the parser must read it."""
    line = _ONE_LINE.fullmatch(entry)
    return (line["text"] or "").rstrip(" ") if line else None


def plain_attribute_of(entry: str, name: str) -> str | None:
    """The text of an attribute that holds nothing else; None where there is none such."""
    return next((text for found, text in _ATTRIBUTE.findall(entry) if found == name), None)
