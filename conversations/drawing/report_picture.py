"""The report on links as a picture: the funnel of seven steps, and below it how many were linked on each day."""

from collections.abc import Mapping
from datetime import date

from conversations.discretion import Discreet, Hidden
from conversations.drawing.canvas import BLUE, FAINT, GREEN, MARGIN, ORANGE, RIGHT, WIDTH, BarPart, Canvas
from conversations.picture import SayWith
from conversations.report import LinkReport
from conversations.wording.formats import MONTHS_IN_SHORT

STEPS = ("made", "opened", "agreed", "sent", "verified", "linked", "still")
TOP, ROW = 42, 24
BAR, LONGEST = 112, 128
HIGHEST = 60  # pixels of the day with most


class ReportPicture(Discreet, frozen=True):
    """Names no customer and no agent."""

    report: Hidden[LinkReport]
    title: Mapping[str, str]

    def draw(self, say: SayWith) -> str:
        canvas = Canvas(say("picture-report-on" if self.report.only else "picture-report", self.title))
        canvas.text(MARGIN, 26, canvas.title, size=15, bold=True)
        most = max(self.report.funnel) or 1
        for place, (step, links) in enumerate(zip(STEPS, self.report.funnel, strict=True)):
            y = TOP + place * ROW
            drop = self.report.drop if self.report.drop and place == self.report.drop.step + 1 else None
            canvas.text(MARGIN, y + 14, say(f"picture-step-{step}", {}))
            canvas.bar(BAR, y + 2, LONGEST * links / most, 15, (BarPart(links, ORANGE if drop else BLUE),))
            canvas.text(RIGHT, y + 14, f"{links:,}", bold=True, end=True)
            if drop:
                canvas.text(BAR + LONGEST * links // most + 6, y + 14, f"−{drop.lost:,}", colour=FAINT)
        y = TOP + len(STEPS) * ROW + 8
        canvas.rule(y)
        canvas.text(MARGIN, y + 22, say("picture-linked-a-day", {}))
        return _draw_days(canvas, self.report, y + 34)


def _draw_days(canvas: Canvas, report: LinkReport, y: int) -> str:
    """A column for each day, the first and the last named, and how many the highest stands for."""
    days, most = [*report.linked], max(report.linked.values(), default=0)
    wide = (WIDTH - 2 * MARGIN) / len(days)
    canvas.text(RIGHT, y - 12, f"{most:,}", bold=True, end=True)
    for place, day in enumerate(days):
        height = round(HIGHEST * report.linked[day] / most) if most else 0
        canvas.box(MARGIN + place * wide, y + HIGHEST - height, max(wide - 2, 1), height or 1, GREEN)
    canvas.text(MARGIN, y + HIGHEST + 16, _short(days[0]), colour=FAINT)
    canvas.text(RIGHT, y + HIGHEST + 16, _short(days[-1]), end=True, colour=FAINT)
    return canvas.svg(y + HIGHEST + 28)


def _short(day: date) -> str:
    return f"{day.day} {MONTHS_IN_SHORT[day.month - 1]}"
