"""Sentences compiled: an entry's syntax tree as a plain function of its values. Never what an entry says.

`fluent.runtime` walks the tree anew for each sentence, at many times the cost of joining its pieces. Compiled is what
the wording files use: text, variables, strings, other messages, and selectors by text, number or plural category. For
the rest (terms, functions, numbers written out) `NotCompiled` is raised, and `fluent.runtime` goes on saying it.
"""

from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

from fluent.syntax import FluentParser, ast

from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording.entries import NotCompiled, Said, Values

if TYPE_CHECKING:
    from babel import Locale


class Compiler:
    """The patterns of one language. `say` says another entry of it with the same values."""

    def __init__(self, language: str, say: Callable[[str, Values], str]) -> None:
        self._say = say
        self._figures = Figures(language)

    def compile(self, written: str) -> Said:
        """An entry, as it is written in its file, as a function that raises KeyError for a value that is not given."""
        match FluentParser(with_spans=False).parse_entry(written):
            case ast.Message(value=ast.Pattern() as pattern):
                return self._compiled(pattern)
            case entry:
                raise NotCompiled(type(entry).__name__)

    def _compiled(self, pattern: ast.Pattern) -> Said:
        pieces = [self._piece(element) for element in pattern.elements]
        if all(isinstance(piece, str) for piece in pieces):
            text = "".join(map(str, pieces))
            return lambda _: text
        return partial(_join, pieces)

    def _piece(self, element: ast.TextElement | ast.Placeable) -> str | Said:
        return str(element.value) if isinstance(element, ast.TextElement) else self._placed(element.expression)

    def _placed(self, expression: Any) -> str | Said:
        match expression:
            case ast.VariableReference():
                return partial(self._shown, expression.id.name)
            case ast.StringLiteral():
                return str(expression.parse()["value"])
            case ast.MessageReference(attribute=None):
                return partial(self._say, expression.id.name)
            case ast.SelectExpression(selector=ast.VariableReference() as selector):
                return self._selected(selector.id.name, expression.variants)
            case ast.Placeable():
                return self._placed(expression.expression)
            case _:
                raise NotCompiled(type(expression).__name__)

    def _shown(self, name: str, values: Values) -> str:
        value = values[name]
        return value if isinstance(value, str) else self._figures.written(value)

    def _selected(self, name: str, variants: list[ast.Variant]) -> Said:
        arms = [(_key_of(variant.key), self._compiled(variant.value)) for variant in variants]
        default = next(said for (_, said), variant in zip(arms, variants, strict=True) if variant.default)
        return partial(self._choose, name, arms, default)

    def _choose(self, name: str, arms: list[tuple[str | float, Said]], default: Said, values: Values) -> str:
        """The first arm with the value as its key; a number also is its plural category."""
        value = values[name]
        meant = (value,) if isinstance(value, str) else (value, self._figures.category(value))
        return next((said for key, said in arms if key in meant), default)(values)


class Figures:
    """Whole numbers in one language, by the rules that Babel has of it, which is loaded when they are first needed."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.category = lru_cache(maxsize=1024)(self._category)

    def written(self, number: int) -> str:
        """Small ones look the same everywhere. TypeError for what is no number."""
        return (
            str(int(number)) if 0 <= number < 1000 else self._locale.decimal_formats[None].apply(number, self._locale)
        )

    def _category(self, number: int) -> str:
        """Its plural category."""
        return str(self._locale.plural_form(number))

    @cached_property
    def _locale(self) -> "Locale":
        """The default language's where Babel does not know this one."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to load, and the greeting needs none of it

        try:
            return Locale.parse(self._language, sep="-")
        except UnknownLocaleError:
            return Locale.parse(DEFAULT_LANGUAGE)


def _join(pieces: list[str | Said], values: Values) -> str:
    return "".join([piece if isinstance(piece, str) else piece(values) for piece in pieces])


def _key_of(key: ast.Identifier | ast.NumberLiteral) -> str | float:
    return str(key.name) if isinstance(key, ast.Identifier) else float(key.value)
