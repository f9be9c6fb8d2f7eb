"""The picture of a line's usage shows what its words say, is told apart by all eyes, and names nobody."""

import itertools
import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from conversations.account import LineTransaction
from conversations.drawing import canvas
from conversations.drawing.canvas import short_naira
from conversations.drawing.usage_picture import COLOURS, LONGEST, UsagePicture
from conversations.movements import SPENT, MovementKind
from conversations.usage import History, Usage, usage_of
from conversations.wording import catalogue_of
from conversations.wording.usage import months_of, span_of
from tests.conversations.test_usage import moved, movements, of
from tests.for_every import for_every
from tests.scenes import NOON

SVG = "{http://www.w3.org/2000/svg}"
# Machado, Oliveira and Fernandes (2009): what a screen's colours are to an eye that lacks one kind of cone.
BLIND = {
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
BESIDE = [*itertools.pairwise(SPENT), (MovementKind.RECEIVED, MovementKind.BORROWED)]
FAR_ENOUGH = 50  # of 441 between black and white


def draw(usage: Usage, language: str = "en") -> str:
    return UsagePicture(usage, "MTN", span_of(usage), months_of(usage)).draw(catalogue_of(language).say)


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


@given(st.lists(movements(), max_size=20))
def test_its_figures_are_those_of_the_sums(transactions: list[LineTransaction]) -> None:
    usage = usage_of(History(tuple(transactions), NOON))
    shown = texts(draw(usage))
    assert shown[0] == "MTN · June to November 2026"
    assert shown[2:14:2] == [short_naira(each.spent.kobo) if each.known else "?" for each in usage.months]
    assert shown[14::2] == [short_naira(usage.total(kind).kobo) for kind in COLOURS]


@given(st.lists(movements(), max_size=20))
def test_bars_are_as_long_as_their_figures_are_high_and_stay_on_the_sheet(transactions: list[LineTransaction]) -> None:
    root = ElementTree.fromstring(draw(usage_of(History(tuple(transactions), NOON))))  # noqa: S314 - our own
    for box in root.iter(f"{SVG}rect"):
        assert float(box.get("x", "0")) + float(box.get("width", "0")) <= canvas.WIDTH
        assert float(box.get("width", "0")) > 0


def test_the_longest_bar_is_that_of_the_month_with_most() -> None:
    svg = draw(of(moved(3, 200, "6GB plan"), moved(40, 100, "6GB plan"), moved(300, 1, "x")))
    blue = COLOURS[MovementKind.DATA]
    widths = [float(width) for width in re.findall(rf"width='([\d.]+)' height='14' fill='{blue}'", svg)]
    assert widths == [LONGEST / 2 - 1, LONGEST - 1]


def test_it_holds_no_narration_and_no_number() -> None:
    svg = draw(of(moved(3, 100, "6GB plan for ADA 08031234567 <script>")))
    assert not re.search("ADA|0803|script", svg)


def channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))


def seen(colour: str, eye: str) -> list[float]:
    """As such an eye sees it, each channel from 0 to 255."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    mixed = [sum(weight * c for weight, c in zip(row, linear, strict=True)) for row in BLIND[eye]]
    clipped = [min(max(c, 0.0), 1.0) for c in mixed]
    return [255 * (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055) for c in clipped]


@for_every("eye", BLIND)
@for_every("pair", BESIDE)
def test_what_stands_side_by_side_is_told_apart_by_every_eye(pair: tuple[MovementKind, MovementKind], eye: str) -> None:
    one, other = (seen(COLOURS[kind], eye) for kind in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > FAR_ENOUGH


@for_every(
    ("kobo", "shown"),
    [
        (0, "₦0"),
        (150_000, "₦1,500"),
        (99_999_999, "₦999,999.99"),
        (100_000_000, "₦1.0m"),
        (10**15, "₦10.0tn"),
        (10**30, "₦999.9tn"),
    ],
)
def test_a_figure_is_exact_as_long_as_there_is_room(kobo: int, shown: str) -> None:
    assert short_naira(kobo) == shown
