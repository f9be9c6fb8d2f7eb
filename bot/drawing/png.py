"""SVG as PNG, by resvg and the shipped font alone, so that it looks the same on every machine. Never what it shows.

Edges are not smoothed: at these pixels nobody sees them, and smoothed letters take three times the bytes and twice the
time. What draws is loaded with the first picture, and runs beside everything else.
"""

import asyncio
from pathlib import Path

import structlog

PIXELS = 520  # across; a small phone has 320 of its own, each of two or three
CONTENT_TYPE = "image/png"
FOLDER = Path(__file__).parent / "fonts"
FONTS = ("Roboto-Regular.ttf", "Roboto-Medium.ttf")

log = structlog.get_logger()


async def draw(svg: str) -> bytes:
    """The picture, on a thread of its own; none where it cannot be drawn, for its figures are in the text too."""
    try:
        return await asyncio.to_thread(draw_now, svg)
    except (ValueError, ImportError, OSError) as error:
        log.error("picture_not_drawn", error=type(error).__name__)
        return b""


def draw_now(svg: str, pixels: int = PIXELS) -> bytes:
    """The same for who has nothing else to do. ValueError for what is no SVG."""
    import resvg_py  # noqa: PLC0415 - most processes never draw

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=pixels,
        skip_system_fonts=True,
        font_files=[str(FOLDER / name) for name in FONTS],
        font_family="Roboto",
        shape_rendering="crisp_edges",
        text_rendering="optimize_speed",
    )
