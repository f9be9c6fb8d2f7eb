"""A list of names and figures, as lines of text and as a table of fixed width. Never which names or figures those are.

Both say the same: a chat that can show letters of one width shows the table in the place of the lines.
"""

from collections.abc import Iterable
from typing import Self

from msgspec import Struct

from conversations.discretion import Discreet, Hidden

WIDTH = 30  # letters of one width beside each other on a small phone


class TableRow(Struct, frozen=True):
    """A name and its figure; without a figure, the heading of those below it."""

    name: str
    figure: str = ""

    @property
    def line(self) -> str:
        return f"- {self.name}: {self.figure}" if self.name and self.figure else self.name or f"- {self.figure}"

    def aligned(self) -> str:
        """The figure at the right; below its name where both are too long for one line."""
        if not self.figure:
            return self.name
        name = f" {self.name}"
        between = WIDTH - len(name) - len(self.figure)
        return f"{name}{' ' * between}{self.figure}" if between > 0 else f"{name}\n{self.figure:>{WIDTH}}"


class RenderedTable(Discreet, frozen=True):
    """`lines` as they stand in the message's text, and what may be shown for them, in letters of one width."""

    lines: Hidden[str]
    aligned: Hidden[str]

    @classmethod
    def of(cls, rows: Iterable[TableRow]) -> Self:
        rows = tuple(rows)
        return cls("\n".join(row.line for row in rows), "\n".join(row.aligned() for row in rows))
