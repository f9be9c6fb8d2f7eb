"""A list of names and figures, as lines of text and as a table of fixed width. Never which names or figures those are.

Both say the same: a chat that can show letters of one width shows the table in the place of the lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

WIDTH = 30  # letters of one width beside each other on a small phone


@dataclass(frozen=True, slots=True)
class TableRow:
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


@dataclass(frozen=True, slots=True)
class RenderedTable:
    """`lines` as they stand in the message's text, and what may be shown for them, in letters of one width."""

    lines: str = field(repr=False)
    aligned: str = field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[TableRow]) -> Self:
        rows = tuple(rows)
        return cls("\n".join(row.line for row in rows), "\n".join(row.aligned() for row in rows))
