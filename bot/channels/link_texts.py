"""Link texts: what a link fills in for a person who opens the chat by it. Never whose link it is."""

import re

# The person can change the text before sending it, so it carries a token and nothing else that counts
# (faq.whatsapp.com/5913398998672934). Words are shorter than tokens.
# Blanks around are taken off first: with them in a pattern twice, a long run of them takes its length squared.
_OPENING = re.compile(r"start[\s:]+([A-Za-z0-9_-]{16,64})\s*[.!]?", re.IGNORECASE)
# With a greeting around it, between quotation marks, or as the address that was to be tapped: then only what is
# exactly a token counts.
_ALONE = re.compile(r"(?=[A-Za-z]*[0-9])([A-Za-z0-9]{22})")  # the token itself
_WITHIN = re.compile(r"(?:(?<![a-z0-9])start(?:[\s:*]+|%20|=)|/l/)([A-Za-z0-9]{22})(?![A-Za-z0-9])", re.IGNORECASE)


def parse_link_text(text: str) -> str | None:
    """The token in `START <token>`, also with words around it, in a link's address, or bare; None for any other text,
    "start again" among them.
    """
    said = text.strip()
    found = _OPENING.fullmatch(said) or _ALONE.fullmatch(said) or _WITHIN.search(said)
    return found[1] if found else None
