"""Compiled sentences say what fluent.runtime says: every entry, in every language, through every arm of selectors."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from conversations.languages import LANGUAGES, WORDING
from conversations.wording.catalogue import Catalogue, EntryBroken, catalogue_of
from conversations.wording.entries import NotCompiled, entries_in
from conversations.wording.interpreted import Interpreter
from conversations.wording.sentences import Compiler, Figures
from tests.conversations.test_wording import parse_text
from tests.for_every import for_every

TEXTS = ("", "Ada", "{ $number }", "x  y\nz", "−₦5.00")
NUMBERS = (0, 1, 2, 3, 11, 21, 999, 1000, 1_234_567, -1, -1500, True)
every_language = pytest.mark.parametrize("language", LANGUAGES)


class Named(Visitor):
    """What an entry names: its values, those by which it selects with the keys of their arms, and other entries."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.keys: dict[str, set[str | int]] = {}
        self.entries: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.entries.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ftl.VariableReference)
        keys = self.keys.setdefault(node.selector.id.name, set())
        for variant in node.variants:
            keys.add(variant.key.name if isinstance(variant.key, ftl.Identifier) else int(variant.key.value))
        self.generic_visit(node)


@cache
def written(language: str) -> str:
    return (WORDING / f"{language}.ftl").read_text(encoding="utf-8")


@cache
def interpreter(language: str) -> Interpreter:
    return Interpreter(language, written(language))


def parsed(language: str) -> dict[str, ftl.Message]:
    return parse_text(written(language))


def named_by(language: str, entry: str) -> Named:
    """With what the entries name that it names."""
    found = Named()
    found.visit(parsed(language)[entry].value)
    for other in tuple(found.entries):
        found.visit(parsed(language)[other].value)
    return found


def values_for(named: Named, turn: int) -> Iterator[dict[str, Any]]:
    """Every arm of every selector, each with texts and with numbers in the other places; and what selects no arm.

    Of all that a value can be, each entry meets what comes in its turn.
    """
    of_each_kind = TEXTS + NUMBERS
    arms = {name: tuple(_that_select(keys)) for name, keys in named.keys.items()}
    first = {name: keys[0] for name, keys in arms.items()}
    rest = sorted(named.values - named.keys.keys())
    chosen = [dict(zip(arms, each, strict=True)) for each in product(*arms.values())]
    chosen += [first | {name: value} for name in arms for value in (1, 5, "none of them")]
    for place, each in enumerate(chosen, start=turn):
        yield each | {name: of_each_kind[(place + offset) % len(of_each_kind)] for offset, name in enumerate(rest)}
    yield from (dict.fromkeys(named.values, value) for value in of_each_kind[turn % 4 :: 4])


def _that_select(keys: set[str | int]) -> set[str | int]:
    """Beside numbers, names are plural categories, which no text is: fluent.runtime takes "other" for a 0 there."""
    numbers: set[str | int] = {key for key in keys if isinstance(key, int)}
    return numbers or keys


def said(by: Catalogue | Interpreter, entry: str, values: dict[str, Any]) -> str | None:
    """None where it cannot be said."""
    try:
        return by.say(entry, values)
    except (EntryBroken, ValueError, TypeError):
        return None


@every_language
def test_every_entry_is_said_as_fluent_says_it_through_every_arm(language: str) -> None:
    for turn, entry in enumerate(parsed(language)):
        if parsed(language)[entry].value:
            for values in values_for(named_by(language, entry), turn):
                told = said(catalogue_of(language), entry, values)
                assert told is not None
                assert told == said(interpreter(language), entry, values), (entry, values)


@every_language
def test_an_entry_that_lacks_a_value_is_broken_for_both(language: str) -> None:
    for entry in parsed(language):
        assert said(catalogue_of(language), entry, {}) == said(interpreter(language), entry, {}), entry


@every_language
def test_the_entries_are_told_apart_as_the_parser_does(language: str) -> None:
    assert catalogue_of(language).entries == parsed(language).keys()


@every_language
def test_the_words_of_an_entry_are_those_that_the_parser_finds(language: str) -> None:
    for name, entry in parsed(language).items():
        if entry.attributes:
            listed = interpreter(language).attribute(name, "words").split(",")
            label = said(interpreter(language), name, {})
            words = tuple(" ".join(word.split()) for word in listed)
            assert catalogue_of(language).words(name) == ((label, *words) if label else words), name


def test_numbers_of_a_language_that_babel_does_not_know_are_those_of_the_default_one() -> None:
    figures = Figures("xq")
    assert [figures.category(number) for number in (0, 1, 2)] == ["other", "one", "other"]
    assert figures.written(-1500) == "-1,500"


@every_language
def test_every_entry_is_compiled(language: str) -> None:
    compiler = Compiler(language, lambda *_: "")
    for name, entry in entries_in(written(language)).items():
        if parsed(language)[name].value:
            compiler.compile(entry)


@for_every(
    ("entry", "as_is_written"),
    [
        ("a-term", "a-term = { -brand } is ours\n"),
        ("a-function", "a-function = { NUMBER($n, minimumFractionDigits: 2) } naira\n"),
        ("a-number", "a-number = { 5 } of them\n"),
        ("a-string-chosen", 'a-string-chosen = { "x" ->\n    [x] so\n   *[y] not so\n}\n'),
    ],
)
def test_what_is_not_compiled_is_left_to_fluent(entry: str, as_is_written: str) -> None:
    with pytest.raises(NotCompiled):
        Compiler("en", lambda *_: "").compile(as_is_written)
    catalogue = Catalogue("en", f"-brand = Kudi\n{as_is_written}")
    whole = Interpreter("en", f"-brand = Kudi\n{as_is_written}").say(entry, {"n": 3})
    assert catalogue.say(entry, {"n": 3}) == whole


def test_what_the_parser_cannot_read_is_broken() -> None:
    broken = Catalogue("en", "half = { $x\nwhole = All is well.\n")
    assert broken.say("whole", {}) == "All is well."
    with pytest.raises(EntryBroken):
        broken.say("half", {"x": "y"})
