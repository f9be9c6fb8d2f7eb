"""The languages that are spoken: one for each wording file, by its code. Never what is said in them.

Adding `xx.ftl` to `wording/` adds a language, for customers and agents, in buttons, words and menus: nothing else knows
the list. What stands in `wording/awaiting/` covers a customer's conversation, was read by no native speaker yet, and is
spoken where the operator wants it; what is not said in such a file is said in the default language.
"""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

DEFAULT_LANGUAGE = "en"
WORDING = resources.files("conversations").joinpath("wording")


def _codes_in(folder: Traversable) -> Iterator[str]:
    yield from sorted(file.name.removesuffix(".ftl") for file in folder.iterdir() if file.name.endswith(".ftl"))


LANGUAGES: tuple[str, ...] = (
    DEFAULT_LANGUAGE,
    *(code for code in _codes_in(WORDING) if code != DEFAULT_LANGUAGE),
)
_AWAITING = WORDING / "awaiting"
AWAITING: tuple[str, ...] = tuple(_codes_in(_AWAITING))
WRITTEN = (*LANGUAGES, *AWAITING)


def read_wording(language: str) -> str:
    """The file of a language that is written."""
    folder = _AWAITING if language in AWAITING else WORDING
    return (folder / f"{language}.ftl").read_text(encoding="utf-8")
