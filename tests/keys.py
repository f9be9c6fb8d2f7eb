"""Writes conversations/keys.py, the type of all entries of the wording files: `python -m tests.keys` or `make keys`."""

import textwrap
from pathlib import Path

from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording import catalogue_of

KEYS = Path(__file__).parents[1] / "conversations" / "keys.py"
_HEAD = '''\
"""The type of a sentence's key: every entry of the wording files, so that mypy refuses any other.

Written by `make keys` from the default language's file; never by hand. A test says when it is out of date.
"""

from typing import Literal

# fmt: off
Key = Literal[
'''


def module() -> str:
    """The text of the module, several keys on a line."""
    names = ", ".join(f'"{name}"' for name in sorted(catalogue_of(DEFAULT_LANGUAGE).entries))
    rows = textwrap.wrap(f"{names},", 116, break_on_hyphens=False, break_long_words=False)
    return _HEAD + "".join(f"    {row}\n" for row in rows) + "]\n"


if __name__ == "__main__":
    KEYS.write_text(module(), encoding="utf-8")
