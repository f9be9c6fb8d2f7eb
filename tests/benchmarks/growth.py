"""How cost grows with the sessions that are open and the chats that write at once, as a picture. Never a promise.

The picture is written where the documents show it.
"""

import argparse
from pathlib import Path

from tests.benchmarks.contestants import TELCOLINK
from tests.benchmarks.drawing import Chart, Curve, draw
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.races import Race, race
from tests.benchmarks.table import write, write_head, write_race

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "cost.svg"
SESSIONS = (100, 1_000, 10_000, 100_000)
CHATS = (1, 3, 10, 30, 100, 300, 1_000)


async def draw_growth(options: argparse.Namespace) -> bool:
    """There is nothing that would not hold."""
    write_head(f"How cost grows: {options.chats} chats at once beside open sessions")
    beside = {number: await _run(f"{number:,} open", options, options.chats, number) for number in SESSIONS}
    write_head("How cost grows: chats at once")
    at_once = {number: await _run(f"{number:,} at once", options, number, 0) for number in CHATS}
    charts = [Chart("open sessions on disk", _curves(beside)), Chart("chats at once", _curves(at_once))]
    PICTURE.write_text(draw(charts), encoding="utf-8")
    write(f"The picture is {PICTURE}")
    return True


async def _run(name: str, options: argparse.Namespace, chats: int, seeded: int) -> Race:
    done = await race(TELCOLINK, [Telegram()], options.seconds, chats, seeded=seeded)
    write_race(name, done)
    return done


def _curves(races: dict[int, Race]) -> list[Curve]:
    return [
        Curve("CPU a message, µs", [(number, each.cpu_per_message) for number, each in races.items()]),
        Curve("median wait, ms", [(number, each.total.percentile(50) * 1000) for number, each in races.items()]),
    ]
