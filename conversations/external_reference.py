"""The business's own name for a link, such as a loan's number: kept as it was given. Never what it means there."""

import re

LONGEST = 200  # characters
_JOINER = "\u200d"  # holds the parts of one emoji together; every other invisible character hides something
# Behind a blank no digits that go on behind the next one: "ref: 0803 123 4567" names nothing, and is a number.
_TYPED = re.compile(r"(?<!\S)ref:(?: (?![+(]*[0-9]+\)? [0-9]))?(\S*[^\s,;])[,;]*(?!\S)", re.IGNORECASE)
_SHOWN = 60  # characters of it on a small screen


def parse_external_reference(text: str) -> str | None:
    """The reference without blanks around it; None for what is too long, empty, or cannot be seen as it is."""
    reference = text.strip()
    seen = reference.replace(_JOINER, "").isprintable()
    return reference if seen and 0 < len(reference) <= LONGEST else None


def take_external_reference(text: str) -> tuple[str, str]:
    """What stands behind `ref:` in an agent's text, "" for none; and the text without it."""
    found = _TYPED.search(text)
    reference = parse_external_reference(found[1]) if found else None
    if not found or not reference:
        return "", text
    return reference, " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def shorten(reference: str) -> str:
    """As much of it as tells it from others at a glance."""
    return reference if len(reference) <= _SHOWN else f"{reference[: _SHOWN - 1]}…"
