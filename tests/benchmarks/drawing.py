"""A small picture of measured curves, as SVG: both axes in powers of ten. Pure; never what is measured."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 460, 300  # of one chart, with its margins
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 42, 44
COLOURS = ("#0b6e4f", "#b5541c", "#3454a4")
_STYLE = "font-family='sans-serif' font-size='12' fill='#333'"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """What is measured, with its unit, and the points, all above zero."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves over one quantity, which `across` names."""

    across: str
    curves: Sequence[Curve]


def draw(charts: Sequence[Chart]) -> str:
    """Side by side, on a ground of their own, so that they are read on a dark page too."""
    parts = [f"<g transform='translate({place * WIDTH} 0)'>{_draw(chart)}</g>" for place, chart in enumerate(charts)]
    size = f"width='{WIDTH * len(charts)}' height='{HEIGHT}'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}><rect {size} fill='#fff'/>{''.join(parts)}</svg>\n"


def _draw(chart: Chart) -> str:
    across = _Axis.around([x for curve in chart.curves for x, _ in curve.points], LEFT, WIDTH - RIGHT)
    up = _Axis.around([y for curve in chart.curves for _, y in curve.points], HEIGHT - BOTTOM, TOP)
    middle = (LEFT + WIDTH - RIGHT) / 2
    title = f"<text {_STYLE} x='{middle}' y='{HEIGHT - 8}' text-anchor='middle'>{escape(chart.across)}</text>"
    curves = (_draw_curve(place, curve, across, up) for place, curve in enumerate(chart.curves))
    return "".join([*_grid(across, up), title, *curves])


@dataclass(frozen=True, slots=True)
class _Axis:
    """From one power of ten to another, between two places of the picture."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def around(cls, values: Sequence[float], start: float, end: float) -> "_Axis":
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return cls(low, max(high, low + 1), start, end)

    @property
    def marks(self) -> list[int]:
        return [10**power if power >= 0 else 0 for power in range(self.low, self.high + 1)]

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def _grid(across: _Axis, up: _Axis) -> list[str]:
    lines = []
    for mark in filter(None, across.marks):
        x = across.place(mark)
        lines.append(f"<line x1='{x}' x2='{x}' y1='{TOP}' y2='{HEIGHT - BOTTOM}' stroke='#ddd'/>")
        lines.append(f"<text {_STYLE} x='{x}' y='{HEIGHT - BOTTOM + 16}' text-anchor='middle'>{mark:,}</text>")
    for mark in filter(None, up.marks):
        y = up.place(mark)
        lines.append(f"<line x1='{LEFT}' x2='{WIDTH - RIGHT}' y1='{y}' y2='{y}' stroke='#ddd'/>")
        lines.append(f"<text {_STYLE} x='{LEFT - 6}' y='{y + 4}' text-anchor='end'>{mark:,}</text>")
    return lines


def _draw_curve(number: int, curve: Curve, across: _Axis, up: _Axis) -> str:
    places = [(across.place(x), up.place(y)) for x, y in curve.points]
    path = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f"<circle cx='{x}' cy='{y}' r='3' fill='{COLOURS[number]}'/>" for x, y in places)
    named = f"<text {_STYLE} x='{LEFT + 16 + number * 170}' y='22'>{escape(curve.name)}</text>"
    key = f"<rect x='{LEFT + number * 170}' y='12' width='11' height='11' fill='{COLOURS[number]}'/>"
    return f"<polyline points='{path}' fill='none' stroke='{COLOURS[number]}' stroke-width='2'/>{dots}{key}{named}"
