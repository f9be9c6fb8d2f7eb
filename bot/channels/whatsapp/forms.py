"""The form that a webhook posts, its fields as they are: repeated and blank ones too. Never whether it is genuine."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from bot.errors import TelcolinkError

_MOST_FIELDS = 1000
_ANY = re.compile(r".*", re.DOTALL)


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
        self._values: dict[str, list[str]] = {}
        for pair in filter(None, body.decode("utf-8", "replace").split("&")):
            name, _, value = pair.partition("=")
            self._values.setdefault(_read(name), []).append(_read(value))

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def getall(self, name: str) -> list[str]:
        """Every value of a field, as they stand there; none of one that is missing."""
        return self._values.get(name, [])

    def only(self, name: str, shape: re.Pattern[str] = _ANY) -> str:
        """The value of a field that stands there once, in full of this shape. Raises `FormWrong`."""
        values = self.getall(name)
        if len(values) != 1 or not shape.fullmatch(values[0]):
            raise FormWrong(name)
        return values[0]

    def maybe(self, name: str, shape: re.Pattern[str] = _ANY) -> str:
        """The same of a field that may be missing or blank: then it is empty."""
        return self.only(name, shape) if any(self.getall(name)) else ""


def _read(text: str) -> str:
    """As Python's `parse_qsl` reads it, which takes twice as long: most names and values are written as they are."""
    if text.isalnum():
        return text
    spaced = text.replace("+", " ")
    return unquote_to_bytes(spaced).decode("utf-8", "replace") if "%" in spaced else spaced
