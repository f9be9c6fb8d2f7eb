"""A file as a channel sends it, or a link leads to it. Never what is in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """Text in UTF-8. Its name tells nothing of a person."""

    name: str
    content: str = field(repr=False)
