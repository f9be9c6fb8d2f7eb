"""The text that a link fills in for a person who opens the chat by it. Never whose link it is."""

import re

# The person can change the text before sending it, so it carries a token and nothing else that counts
# (faq.whatsapp.com/5913398998672934). Words are shorter than tokens.
_OPENING = re.compile(r"\s*start[\s:]+([A-Za-z0-9_-]{16,64})\s*[.!]?\s*", re.IGNORECASE)


def parse_opening(text: str) -> str | None:
    """The token in `START <token>`; None for any other text, "start again" among them."""
    found = _OPENING.fullmatch(text)
    return found[1] if found else None
