"""The business's own name for a link, such as a loan's number: kept as it was given. Never what it means there."""

import re

from conversations.intents.patterns import Pattern
from conversations.intents.spelt import numbers_spelt
from conversations.phone import PhoneNumber, join_parted, parse_number
from conversations.typed import plain

LONGEST = 200  # characters
_JOINER = "\u200d"  # holds the parts of one emoji together; every other invisible character hides something
# Behind a blank no digits that go on behind the next one: "ref: 0803 123 4567" names nothing, and is a number.
_TYPED = re.compile(r"(?<!\S)ref:(?: (?![+(]*[0-9]+\)? [0-9]))?(?P<said>\S*[^\s,;])[,;]*(?!\S)", re.IGNORECASE)
# In a row of a spreadsheet it is a cell, and ends as it begins: "08031234567;mtn;ref:LN-9;rent".
_CELL = re.compile(r"(?P<sign>[,;|])ref: ?(?P<said>[^\s,;|](?:(?!(?P=sign))\S)*)(?P=sign)?", re.IGNORECASE)
# Where a number begins that sticks to a word, as in "LN08031234567"; one letter within a word may be a digit of a UUID.
_STUCK = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=\b[^\W\d_])(?<!-.))(?=(?:0|234)[0-9]{10}(?![^\W_]))")
# A word that begins with letters and a dash is an order's, `LN-2026-8035557778`: of ten digits in it one in 22 would be
# a number. Not where the letters say that a number follows, nor where its zero or 234 does.
_ORDER = Pattern(r"(?<!\S)(?!{heard-agent-number-named}(?![^\W\d_]))[^\W\d_]+[-/:.#]\S*")
_TEN = re.compile(r"(?<![^\W_])(?<!\b0.)(?<!\b234.)[0-9]{10}(?![^\W_])")
_PIECE = re.compile(r"[^\W_]+")
_SHOWN = 60  # characters of it on a small screen


def parse_external_reference(text: str) -> str | None:
    """The reference without blanks around it; None for what is too long, empty, or cannot be seen as it is."""
    reference = text.strip()
    seen = reference.replace(_JOINER, "").isprintable()
    return reference if seen and 0 < len(reference) <= LONGEST else None


def holds_number(reference: str) -> bool:
    """Whether a phone number stands in it, in words or beside something else: it would be told to whoever hears of it.

    Digits that are part of something longer are none: an id of chance is not refused. Eleven digits with the zero, and
    thirteen with 234, are one behind letters too, and however signs part them.
    """
    said = plain(reference)
    if join_parted(said) != said:
        return True
    written = _STUCK.sub(" ", said.replace("_", "-"))
    text = _ORDER.sub(lambda order: _TEN.sub(" ", order[0]), written)
    found = (text, *_PIECE.findall(text), *numbers_spelt(text))
    return any(isinstance(parse_number(each), PhoneNumber) for each in found)


def take_external_reference(text: str) -> tuple[str, str]:
    """What stands behind `ref:` in an agent's text, "" for none; and the text without it."""
    found = _TYPED.search(text) or _CELL.search(text)
    reference = parse_external_reference(found["said"]) if found else None
    if not found or not reference:
        return "", text
    return reference, " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def shorten(reference: str) -> str:
    """As much of it as tells it from others at a glance."""
    return reference if len(reference) <= _SHOWN else f"{reference[: _SHOWN - 1]}…"
