"""The link tokens, references and join codes that agents were told, for others to use. Never what is done with them."""

import re
from dataclasses import dataclass

from bot.http.paths import LINKS

# A link's page stands in the message that says a new link's reference, and in no other.
_TOKEN = re.compile(rf"(?:start=|START%20|{LINKS})([\w-]{{22}})")
_REFERENCE = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}\b")
_JOIN = re.compile(r"/join [0-9A-Z]{5}-[0-9A-Z]{5}")


@dataclass(slots=True)
class HandedOut:
    """The newest of each: a link's token, a link's reference, what an invitation says to write."""

    token: str = ""
    reference: str = ""
    join: str = ""

    def note(self, text: str) -> None:
        if found := _TOKEN.search(text):
            self.token = found[1]
        if LINKS in text and (found := _REFERENCE.search(text)):
            self.reference = found[0]
        if found := _JOIN.search(text):
            self.join = found[0]
