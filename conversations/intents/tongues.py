"""In which of our languages somebody speaks, by words that no other has. Never what they say."""

import re
from collections.abc import Iterable
from functools import cache

from conversations.languages import DEFAULT_LANGUAGE
from conversations.typed import plain
from conversations.wording import catalogue_of

_WORD = re.compile(r"[^\W\d_]+")


def tongue_of(text: str, spoken: Iterable[str]) -> str | None:
    """The one of these whose own words stand in it. Words of the default language stand in all, and tell nothing."""
    said = _padded(text)
    others = (language for language in spoken if language != DEFAULT_LANGUAGE)
    return next((language for language in others if any(word in said for word in _own_words(language))), None)


@cache
def _own_words(language: str) -> tuple[str, ...]:
    return tuple(map(_padded, catalogue_of(language).words("heard-tongue")))


def _padded(text: str) -> str:
    return f" {' '.join(_WORD.findall(plain(text).casefold()))} "
