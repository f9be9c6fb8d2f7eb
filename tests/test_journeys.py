"""Every conversation of tests/journeys, on every channel that it is for; with agents, on every pair of channels."""

from itertools import product
from pathlib import Path

import pytest

from bot.errors import TelcolinkError
from bot.sandbox.demo.player import Player
from bot.sandbox.demo.script import read_script
from bot.sandbox.demo.stage import Venue, open_stage

SCRIPTS = [*sorted(Path(__file__).parent.glob("journeys/*.chat")), *Path("bot/sandbox/demo").glob("*.chat")]
ALONE = (
    Venue("telegram"),
    Venue("whatsapp"),
    Venue("whatsapp", buttons=False),
    Venue("console"),
)
WITH_AGENTS = tuple(Venue(customers, agents) for customers, agents in product(("telegram", "whatsapp"), repeat=2))


def plays() -> list[tuple[Path, Venue]]:
    scripts = [(path, read_script(path)) for path in SCRIPTS]
    return [
        (path, venue)
        for path, script in scripts
        for venue in (WITH_AGENTS if script.has_agents else ALONE)
        if script.is_for(venue.customers, venue.agents)
    ]


def name_of(path: Path, venue: Venue) -> str:
    parts = (
        path.stem,
        venue.customers,
        "" if venue.buttons else "numbered",
        venue.agents and f"agent on {venue.agents}",
    )
    return "-".join(filter(None, parts))


@pytest.mark.parametrize(("path", "venue"), plays(), ids=[name_of(*play) for play in plays()])
async def test_journey(path: Path, venue: Venue, tmp_path: Path) -> None:
    said: list[str] = []
    async with open_stage(tmp_path, venue) as stage:
        try:
            await Player(stage, said.append).play(read_script(path))
        except TelcolinkError as otherwise:
            raise AssertionError("\n".join([*said, "", str(otherwise)])) from None
