"""A pause of all linking, as an operator wants it: what customers are told, and since when. Never what it holds up."""

from datetime import datetime

from msgspec import Struct

LONGEST = 160  # characters of an operator's words: they stand in a message on a small screen


class Pause(Struct, frozen=True):
    """`words` are the operator's own, "" for none; `since` is None where that is not known any more."""

    words: str = ""
    since: datetime | None = None
