"""A picture is small and cheap to draw, in the shipped font alone, which has every letter of every language."""

import io
import time
from datetime import timedelta

from fontTools.ttLib import TTFont
from PIL import Image
from structlog.testing import capture_logs

from bot.drawing import png
from bot.drawing.png import draw, draw_now
from conversations.account import Direction, LineTransaction, Money
from conversations.drawing.usage_picture import UsagePicture
from conversations.languages import LANGUAGES, WRITTEN
from conversations.usage import History, usage_of
from conversations.wording import catalogue_of
from conversations.wording.usage import months_of, span_of
from tests.for_every import for_every
from tests.scenes import NOON

LARGEST = 12_000  # bytes
CPU_SECONDS = 0.1
NIGERIAN = "ẹọṣẸỌṢịụṅɓɗƙƴàáèéìíòóùú₦−•…"


def crowded() -> UsagePicture:
    """Every bar, and every figure as long as it can be."""
    ways = [(narration, Direction.DEBIT) for narration in ("Call charges", "6GB plan", "x", "Loan repayment")]
    ways += [(narration, Direction.CREDIT) for narration in ("VTU", "XtraTime")]
    rows = [
        LineTransaction(way, Money(16_666_665 - 131 * month), narration, NOON - timedelta(days=30 * month))
        for month in range(6)
        for narration, way in ways
    ]
    usage = usage_of(History(tuple(rows), NOON))
    return UsagePicture(usage, "Airtel", span_of(usage), months_of(usage))


@for_every("language", LANGUAGES)
def test_the_most_crowded_picture_is_within_its_bytes(language: str) -> None:
    picture = draw_now(crowded().draw(catalogue_of(language).say))
    assert len(picture) <= LARGEST
    assert Image.open(io.BytesIO(picture)).size[0] == png.PIXELS


def test_it_is_drawn_within_a_tenth_of_a_second_of_cpu() -> None:
    svg, spent = crowded().draw(catalogue_of("en").say), list[float]()
    for _ in range(5):
        began = time.thread_time()
        draw_now(svg)
        spent.append(time.thread_time() - began)
    assert min(spent) <= CPU_SECONDS


@for_every("name", png.FONTS)
def test_the_font_has_every_letter_of_every_language(name: str) -> None:
    letters = TTFont(png.FOLDER / name).getBestCmap()
    said = {catalogue_of(language).say(f"picture-{kind}", {}) for language in WRITTEN for kind in ("data", "repaid")}
    assert [letter for letter in {*NIGERIAN, *"".join(said)} if ord(letter) not in letters] == []


def test_text_is_drawn_in_it() -> None:
    """Without a font there would be nothing but paper."""
    words = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30' font-family='Roboto'>{}</svg>"
    bare, written = (draw_now(words.format(text)) for text in ("", "<text x='1' y='20' font-size='20'>₦1</text>"))
    assert len(written) > len(bare)


async def test_what_cannot_be_drawn_is_no_picture_and_no_error() -> None:
    with capture_logs() as logs:
        assert await draw("<svg") == b""
    assert [entry["event"] for entry in logs] == ["picture_not_drawn"]
