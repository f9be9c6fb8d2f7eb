"""Sentences as `fluent.runtime` says them: slowly, for what is not compiled, and as the measure of what is."""

from collections.abc import Mapping
from typing import Any

from fluent.runtime import FluentBundle, FluentResource


class Interpreter:
    """A whole wording file."""

    def __init__(self, language: str, text: str) -> None:
        # Isolation marks around values show as boxes on old phones.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(text))

    def say(self, entry: str, values: Mapping[str, Any]) -> str:
        """The entry with its values. ValueError for what is missing or wrong."""
        return self._formatted(self._bundle.get_message(entry).value, values)

    def attribute(self, entry: str, name: str) -> str:
        """An attribute of the entry, which names no values."""
        return self._formatted(self._bundle.get_message(entry).attributes[name], {})

    def _formatted(self, pattern: Any, values: Mapping[str, Any]) -> str:
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise ValueError(str(errors[0]))
        return str(text)
