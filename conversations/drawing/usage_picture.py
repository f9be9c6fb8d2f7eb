"""Six months of a line as a picture: each month's spending by kind, below it what came in, and what that adds up to."""

from collections.abc import Mapping

from conversations.discretion import Discreet, Hidden
from conversations.drawing.canvas import (
    BLUE,
    FAINT,
    GREEN,
    GREY,
    MARGIN,
    ORANGE,
    PURPLE,
    RIGHT,
    VERMILION,
    BarPart,
    Canvas,
    short_naira,
)
from conversations.movements import SPENT, MovementKind
from conversations.picture import SayWith
from conversations.usage import MonthOfUsage, Usage

CAME = (MovementKind.RECEIVED, MovementKind.BORROWED)
COLOURS: Mapping[MovementKind, str] = {
    MovementKind.AIRTIME: ORANGE,
    MovementKind.DATA: BLUE,
    MovementKind.OTHER: GREY,
    MovementKind.REPAID: VERMILION,
    MovementKind.RECEIVED: GREEN,
    MovementKind.BORROWED: PURPLE,
}
TOP, MONTH, ROW = 42, 35, 21
BAR, LONGEST = 50, 172


class UsagePicture(Discreet, frozen=True):
    """Holds neither a number nor a name: it may leave the chat."""

    usage: Hidden[Usage]
    network: str
    span: Mapping[str, str]
    months: tuple[str, ...]

    def draw(self, say: SayWith) -> str:
        canvas = Canvas(say("picture-usage", {"network": self.network, **self.span}))
        canvas.text(MARGIN, 26, canvas.title, size=15, bold=True)
        most = max((max(month.spent.kobo, month.came.kobo) for month in self.usage.months), default=0)
        for place, (month, name) in enumerate(zip(self.usage.months, self.months, strict=True)):
            _draw_month(canvas, TOP + place * MONTH, month, name, most)
        y = TOP + len(self.months) * MONTH + 4
        for kind in SPENT + CAME:
            if kind is CAME[0]:
                canvas.rule(y)
                y += 4
            canvas.box(MARGIN, y + 4, 12, 12, COLOURS[kind])
            canvas.text(MARGIN + 18, y + 15, say(f"picture-{kind.value}", {}))
            canvas.text(RIGHT, y + 15, short_naira(self.usage.total(kind).kobo), bold=True, end=True)
            y += ROW
        return canvas.svg(y + 8)


def _draw_month(canvas: Canvas, y: int, month: MonthOfUsage, name: str, most: int) -> None:
    """A month of which nothing is known has no figure: that is not nothing."""
    canvas.text(MARGIN, y + 12, name)
    canvas.text(RIGHT, y + 12, short_naira(month.spent.kobo) if month.known else "?", end=True, colour=FAINT)
    for top, height, kinds in ((y, 14, SPENT), (y + 16, 7, CAME)):
        parts = [BarPart(month.sums.get(kind, 0), COLOURS[kind]) for kind in kinds]
        total = sum(part.amount for part in parts)
        canvas.bar(BAR, top, LONGEST * total / most if most else 0, height, parts)
