"""A sheet for figures: rectangles and text as SVG, as wide as a small phone. Never what is drawn on it.

The ground is opaque, so that a dark chat and a light one show the same. Text is in the font that is shipped (₦ is in
it), no smaller than 12 of the phone's own pixels. Colours are those of Okabe and Ito, told apart by all eyes
(jfly.uni-koeln.de/color); none of them says anything alone: each stands beside its word and in a fixed order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

WIDTH = 320
MARGIN = 12
RIGHT = WIDTH - MARGIN
PAPER, INK, FAINT, RULE = "#ffffff", "#1a1a1a", "#595959", "#d9d9d9"
ORANGE, BLUE, GREEN, VERMILION, PURPLE, GREY = "#e69f00", "#0072b2", "#009e73", "#d55e00", "#cc79a7", "#999999"


class BarPart(Struct, frozen=True):
    """A share of a bar, in whatever it is counted in."""

    amount: int
    colour: str


@dataclass(slots=True)
class Canvas:
    """Takes one thing after another; `svg` is all of them."""

    title: str
    pieces: list[str] = field(default_factory=list)

    def text(  # noqa: PLR0913 - where, what, how
        self, x: int, y: int, words: str, *, size: int = 13, bold: bool = False, end: bool = False, colour: str = INK
    ) -> None:
        """One line, its left end at `x`, or its right one where `end`."""
        weight = " font-weight='500'" if bold else ""
        anchor = " text-anchor='end'" if end else ""
        fill = "" if colour == INK else f" fill='{colour}'"
        self.pieces.append(f"<text x='{x}' y='{y}' font-size='{size}'{weight}{anchor}{fill}>{escape(words)}</text>")

    def box(self, x: float, y: int, width: float, height: int, colour: str) -> None:
        if width > 0:
            self.pieces.append(f"<rect x='{x:.4g}' y='{y}' width='{width:.4g}' height='{height}' fill='{colour}'/>")

    def bar(self, x: int, y: int, length: float, height: int, parts: Sequence[BarPart]) -> None:
        """Its parts side by side, a thread of paper between them, `length` in all."""
        total, at = sum(part.amount for part in parts), float(x)
        for part in parts:
            width = length * part.amount / total if total else 0.0
            self.box(at, y, width - 1 if width > 2 else width, height, part.colour)
            at += width

    def rule(self, y: int) -> None:
        """A thin line from side to side."""
        self.box(MARGIN, y, WIDTH - 2 * MARGIN, 1, RULE)

    def svg(self, height: int) -> str:
        size = f"width='{WIDTH}' height='{height}'"
        head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' {size} role='img'"
        opened = f"{head} aria-label={quoteattr(self.title)} font-family='Roboto,sans-serif' fill='{INK}'>"
        return f"{opened}<rect {size} fill='{PAPER}'/>{''.join(self.pieces)}</svg>"


def short_naira(kobo: int) -> str:
    """`₦1,234`, `₦1,234.50`; from a million on `₦12.3m`, for a column has no more room. Rounded towards zero."""
    naira, rest = divmod(abs(kobo), 100)
    for unit, letter in ((10**12, "tn"), (10**9, "bn"), (10**6, "m")):
        if naira >= unit:
            tenths = min(naira * 10 // unit, 9999)
            return f"₦{tenths // 10}.{tenths % 10}{letter}"
    return f"₦{naira:,}.{rest:02}" if rest else f"₦{naira:,}"
