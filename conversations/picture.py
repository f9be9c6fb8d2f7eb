"""What a message may bring beside its words: figures that can be drawn. Never which figures."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

SayWith = Callable[[str, Mapping[str, Any]], str]  # an entry of the wording files, with the values that it names


class Picture(Protocol):
    """Figures that can be drawn."""

    def draw(self, say: SayWith) -> str:
        """As SVG, its words said by a catalogue."""
