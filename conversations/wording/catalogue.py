"""The wording files, read once: the entries of each language. Never which entry is said when."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any

from conversations.languages import AWAITING, DEFAULT_LANGUAGE, WRITTEN, read_wording
from conversations.wording.entries import NotCompiled, Said, entries_in, plain_attribute_of, plain_text_of

if TYPE_CHECKING:
    from conversations.wording.interpreted import Interpreter
    from conversations.wording.sentences import Compiler

NAME = "language-name"


class EntryBroken(Exception):  # noqa: N818 - a noun from the catcher's side
    """An entry is missing, or names a value that it was not given."""


class Catalogue:
    """The entries of one language, from the `text` of its file. Each is compiled when it is said first."""

    def __init__(self, language: str, text: str) -> None:
        self.language = language
        self._text = text
        self._written = entries_in(text)
        self._compiled: dict[str, Said] = {}
        self.entries = frozenset(self._written)

    def say(self, entry: str, values: Mapping[str, Any]) -> str:
        """The entry with its values. Raises `EntryBroken` rather than showing a person a placeholder."""
        said = self._compiled.get(entry) or self._compile(entry)
        try:
            return said(values)
        except (LookupError, TypeError, ValueError) as error:
            raise EntryBroken(f"{self.language}: {entry}: {error}") from None

    def words(self, entry: str) -> tuple[str, ...]:
        """The label of a button, where it names no value, and the words that mean the same."""
        words = [" ".join(word.split()) for word in self._listed(entry).split(",")]
        with suppress(EntryBroken):
            words.insert(0, self.say(entry, {}))
        return tuple(words)

    def _listed(self, entry: str) -> str:
        plain = plain_attribute_of(self._written[entry], "words")
        return self._interpreter.attribute(entry, "words") if plain is None else plain

    def _compile(self, entry: str) -> Said:
        if entry not in self.entries and self.language in AWAITING:
            return partial(catalogue_of(DEFAULT_LANGUAGE).say, entry)
        if entry not in self.entries:
            raise EntryBroken(f"{self.language}: {entry} is missing")
        text = plain_text_of(self._written[entry])
        if text == "":
            raise EntryBroken(f"{self.language}: {entry} is empty")
        said = self._compiled[entry] = self._parsed(entry) if text is None else lambda _: text
        return said

    def _parsed(self, entry: str) -> Said:
        try:
            return self._compiler.compile(self._written[entry])
        except NotCompiled:
            return partial(self._interpreter.say, entry)

    @cached_property
    def _compiler(self) -> "Compiler":
        from conversations.wording.sentences import Compiler  # noqa: PLC0415 - with Fluent's parser, for who says more

        return Compiler(self.language, self.say)

    @cached_property
    def _interpreter(self) -> "Interpreter":
        from conversations.wording.interpreted import Interpreter  # noqa: PLC0415 - slow to load, and seldom needed

        return Interpreter(self.language, self._text)


def name_of(language: str) -> str:
    """What the language calls itself."""
    return catalogue_of(language).say(NAME, {})


def names_of(languages: Iterable[str]) -> str:
    """What several call themselves, in a row."""
    return ", ".join(map(name_of, languages))


@cache
def catalogue_of(language: str) -> Catalogue:
    """The entries of `language`, or of the default one where it is not (yet) spoken."""
    spoken = language if language in WRITTEN else DEFAULT_LANGUAGE
    return Catalogue(spoken, read_wording(spoken))


def words_of(choice: str) -> tuple[str, ...]:
    """Every word, of every language, for one choice; a language has those by which it calls itself."""
    if choice in WRITTEN:
        return catalogue_of(choice).words(NAME)
    return tuple(words_in_all(f"button-{choice}"))


def words_in_all(entry: str) -> Iterator[str]:
    """What one entry lists, in every language that has it."""
    for language in WRITTEN:
        if entry in catalogue_of(language).entries:
            yield from catalogue_of(language).words(entry)
