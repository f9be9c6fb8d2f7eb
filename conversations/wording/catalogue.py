"""The wording files, read once: the entries of each language. Never which entry is said when."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from conversations.languages import DEFAULT_LANGUAGE, LANGUAGES, WORDING

NAME = "language-name"


class EntryBroken(Exception):  # noqa: N818 - a noun from the catcher's side
    """An entry is missing, or names a value that it was not given."""


class Catalogue:
    """The entries of one language."""

    def __init__(self, language: str) -> None:
        text = (WORDING / f"{language}.ftl").read_text(encoding="utf-8")
        resource = FluentResource(text)
        self.language = language
        self.entries = frozenset(entry.id.name for entry in resource.body if isinstance(entry, ast.Message))
        # Isolation marks around values show as boxes on old phones.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(resource)

    def say(self, entry: str, values: Mapping[str, Any]) -> str:
        """The entry with its values. Raises `EntryBroken` rather than showing a person a placeholder."""
        if entry not in self.entries:
            raise EntryBroken(f"{self.language}: {entry} is missing")
        pattern = self._bundle.get_message(entry).value
        if pattern is None:
            raise EntryBroken(f"{self.language}: {entry} is empty")
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise EntryBroken(f"{self.language}: {entry}: {errors[0]}")
        return str(text)

    def words(self, entry: str) -> tuple[str, ...]:
        """The label of a button, where it names no value, and the words that mean the same."""
        message = self._bundle.get_message(entry)
        text, _ = self._bundle.format_pattern(message.attributes["words"], {})
        words = [word.strip() for word in str(text).split(",")]
        with suppress(EntryBroken):
            words.insert(0, self.say(entry, {}))
        return tuple(words)


def name_of(language: str) -> str:
    """What the language calls itself."""
    return catalogue_of(language).say(NAME, {})


@cache
def catalogue_of(language: str) -> Catalogue:
    """The entries of `language`, or of the default one where it is not (yet) spoken."""
    return Catalogue(language if language in LANGUAGES else DEFAULT_LANGUAGE)


def words_of(choice: str) -> tuple[str, ...]:
    """Every word, of every language, for one choice; a language has those by which it calls itself."""
    if choice in LANGUAGES:
        return catalogue_of(choice).words(NAME)
    return tuple(word for language in LANGUAGES for word in catalogue_of(language).words(f"button-{choice}"))
