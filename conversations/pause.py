"""A pause of all linking, as an operator wants it: what customers are told, and since when. Never what it holds up."""

from dataclasses import dataclass
from datetime import datetime

LONGEST = 160  # characters of an operator's words: they stand in a message on a small screen


@dataclass(frozen=True, slots=True)
class Pause:
    """`words` are the operator's own, "" for none; `since` is None where that is not known any more."""

    words: str = ""
    since: datetime | None = None
