"""In which language a page answers. Never what it says."""

import re
from collections.abc import Sequence

from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording import LANGUAGES

MOST_HEADER = 200  # characters of a header that are read; browsers send a fraction of it
_PREFERENCE = re.compile(r"\s*([A-Za-z]{2,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?")


def choose_language(
    asked: str | None, accepted: str, chosen: str = DEFAULT_LANGUAGE, *, offered: Sequence[str] = LANGUAGES
) -> str:
    """Of those offered, the one that `?lang=` asks for, else the browser's, else what was `chosen` for the reader.

    A browser says English where nobody told it anything, so that it counts only when it prefers another language.
    """
    if asked in offered:
        return str(asked)
    preferred = _read_preferred(accepted, offered)
    return chosen if preferred == DEFAULT_LANGUAGE and chosen in offered else preferred


def _read_preferred(header: str, offered: Sequence[str]) -> str:
    """The best of the languages in an Accept-Language header (RFC 9110, 12.5.4) that are offered."""
    weights = {DEFAULT_LANGUAGE: 0.0}
    for part in header[:MOST_HEADER].split(","):
        preference = _PREFERENCE.fullmatch(part)
        if preference and preference[1].lower() in offered:
            weights[preference[1].lower()] = float(preference[2] or 1)
    return max(weights, key=lambda language: weights[language])
