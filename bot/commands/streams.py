"""What is written to a terminal in whatever encoding it has. Never what is written."""

import codecs
import io
from typing import TextIO

# What a terminal that has no such signs shows in their place.
_PLAIN = {"▸": ">", "◂": "<", "│": "|", "┌": "+", "└": "+", "•": "*", "·": "-", "…": "...", "₦": "NGN ", "→": "->"}


def make_readable(stream: TextIO) -> None:
    """Whatever encoding it has, nothing that is written to it is an error, and what matters can be read."""
    codecs.register_error("telcolink-plain", _write_plainly)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="telcolink-plain")


def _write_plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(each, "?") for each in error.object[error.start : error.end]), error.end
