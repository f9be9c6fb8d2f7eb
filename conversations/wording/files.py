"""A file as a channel sends it, or a link leads to it. Never what is in it."""

from conversations.discretion import Discreet, Hidden


class RenderedFile(Discreet, frozen=True):
    """Text in UTF-8. Its name tells nothing of a person."""

    name: str
    content: Hidden[str]
