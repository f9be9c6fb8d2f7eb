"""What is written to a terminal in whatever encoding it has, or to nobody. Never what is written."""

import codecs
import io
import os
import sys
from pathlib import Path
from typing import TextIO

# What a terminal that has no such signs shows in their place.
_PLAIN = {"▸": ">", "◂": "<", "│": "|", "┌": "+", "└": "+", "•": "*", "·": "-", "…": "...", "₦": "NGN ", "→": "->"}


def replace_closed() -> None:
    """Input and output that whoever began this has closed (`2>&-`) are nobody's, from here on.

    Otherwise their numbers go to what is opened next: an error would be written into the database's file, and of a
    connection with such a number libuv says that it cannot be, and aborts.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):  # in order: the lowest number is given
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for good


def make_readable(stream: TextIO) -> None:
    """Whatever encoding it has, nothing that is written to it is an error, and what matters can be read."""
    codecs.register_error("telcolink-plain", _write_plainly)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="telcolink-plain")


def _write_plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(each, "?") for each in error.object[error.start : error.end]), error.end
