"""Forms, as a webhook posts them, repeated and blank fields too. Never whether one is genuine."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from bot.errors import TelcolinkError

_MOST_FIELDS = 1000


class FormWrong(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A field that is needed is missing, stands there twice, or has an unknown shape. Names it, never its value."""


class Form:
    """Fields by name. Those that are never asked for may be anything: Twilio adds new ones without notice.

    Its names, and `getall`, are what Twilio's library reads a form by.
    """

    def __init__(self, body: bytes) -> None:
        """Raises `FormWrong` for more fields than anybody sends."""
        if body.count(b"&") >= _MOST_FIELDS:
            raise FormWrong("too many fields")
        self._values: dict[str, str] = {}
        self._repeated: dict[str, list[str]] = {}  # every value of the fields that stand there more than once
        for pair in _with_usual_signs(body.decode("utf-8", "replace")).split("&"):
            name, _, value = pair.partition("=")
            if "%" in pair:
                name, value = _decode(name), _decode(value)
            if name not in self._values and pair:
                self._values[name] = value
            elif pair:
                self._repeated.setdefault(name, [self._values[name]]).append(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def getall(self, name: str) -> list[str]:
        """Every value of a field, as they stand there; none of one that is missing."""
        return self._repeated.get(name) or ([self._values[name]] if name in self._values else [])

    def signed_part(self) -> str:
        """What a signature covers of it: names and values by the alphabet, of one name the same value once."""
        if not self._repeated:
            return "".join([name + self._values[name] for name in sorted(self._values)])
        return "".join(name + value for name in sorted(self._values) for value in sorted(set(self.getall(name))))

    def only(self, name: str, shape: re.Pattern[str] | None = None) -> str:
        """The value of a field that stands there once, in full of this shape. Raises `FormWrong`."""
        value = self._values.get(name)
        if value is None or name in self._repeated or (shape and not shape.fullmatch(value)):
            raise FormWrong(name)
        return value

    def maybe(self, name: str, shape: re.Pattern[str] | None = None) -> str:
        """The same of a field that may be missing or blank: then it is empty."""
        return self.only(name, shape) if self._values.get(name) or any(self.getall(name)) else ""


def _with_usual_signs(text: str) -> str:
    """With what nearly every address has in it read in one go: neither sign can be a part of another's code."""
    return text.replace("+", " ").replace("%3A", ":").replace("%2B", "+")


def _decode(text: str) -> str:
    """As Python's `parse_qsl` reads it, which takes twice as long."""
    return unquote_to_bytes(text).decode("utf-8", "replace") if "%" in text else text
