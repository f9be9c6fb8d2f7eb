"""In which of our languages somebody speaks, by words that no other has. Never what they say."""

import re
from functools import cache

from conversations.languages import DEFAULT_LANGUAGE
from conversations.typed import plain
from conversations.wording import LANGUAGES, catalogue_of

_WORD = re.compile(r"[^\W\d_]+")


def tongue_of(text: str) -> str | None:
    """The language whose own words stand in it. Words of the default one stand in all of them, and tell nothing."""
    said = _padded(text)
    others = (language for language in LANGUAGES if language != DEFAULT_LANGUAGE)
    return next((language for language in others if any(word in said for word in _own_words(language))), None)


@cache
def _own_words(language: str) -> tuple[str, ...]:
    return tuple(map(_padded, catalogue_of(language).words("heard-tongue")))


def _padded(text: str) -> str:
    return f" {' '.join(_WORD.findall(plain(text).casefold()))} "
