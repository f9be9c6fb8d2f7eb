"""Every conversation of tests/journeys, on the channels where it pays; with `EVERY_VENUE=1` on all that it is for.

What pays, of the whole product of scripts and channels: some that between them go through every step are played on
Telegram and on WhatsApp, with numbered lists and on the console, for what people see and do differs there. Those of
what people write are played where they tap and where they type numbers. Each other script is about what no channel
knows of, and is played on Telegram or on WhatsApp in turn, and one that is for some channels only on one of these; the
console shows nothing that a platform does not. With agents, the two sides are on different channels, so that a message
that goes to the wrong one is seen, and each channel stands on each side in turn. The rest of the product takes four
times as long and has the same rows of the same tables to fail on; `make test-all` plays it.

All of it is played on SQLite; on PostgreSQL what shows that the whole service runs there, with `EVERY_DATABASE=1` all.
"""

import os
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from bot.errors import TelcolinkError
from bot.sandbox.demo.player import Player
from bot.sandbox.demo.script import Script, read_script
from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.venue import Venue
from tests.local_postgres import LocalPostgres

SCRIPTS = [*sorted(Path(__file__).parent.glob("journeys/*.chat")), *Path("bot/sandbox/demo").glob("*.chat")]
TWO = (Venue("telegram"), Venue("whatsapp"))
NUMBERED = Venue("whatsapp", buttons=False)
ALONE = (*TWO, NUMBERED, Venue("console"))
CROSSED = (Venue("telegram", "whatsapp"), Venue("whatsapp", "telegram"))
WITH_AGENTS = tuple(Venue(customers, agents) for customers, agents in product(("telegram", "whatsapp"), repeat=2))
FROM_END_TO_END = {"standard", "afterwards", "oddities", "restart_at_each_step"}
HEARING = {
    "everywhere",
    "questions",
    "said_once",
    "stuck",
    "no_circle",
    "other_tongues",
    "other_networks",
    "codes_left_lying",
}
EVERY_VENUE = "EVERY_VENUE" in os.environ
EVERY_DATABASE = "EVERY_DATABASE" in os.environ
ON_A_SERVER = {("restart_at_each_step", "telegram"), ("afterwards", "whatsapp"), ("standard", "console")}


def venues(path: Path, script: Script, turn: int, *, every: bool) -> tuple[Venue, ...]:
    if script.has_agents:
        crossed = tuple(venue for venue in CROSSED if script.is_for(venue.customers, venue.agents))
        pays = crossed and not every
        return in_turn(crossed, turn) if pays else WITH_AGENTS
    if every or path.stem in FROM_END_TO_END:
        return ALONE
    if path.stem in HEARING:
        return (Venue("telegram"), NUMBERED)
    if script.only:
        return in_turn(tuple(venue for venue in (*TWO, NUMBERED) if script.is_for(venue.customers, "")), turn)
    return in_turn(TWO, turn)


def in_turn(choice: tuple[Venue, ...], turn: int) -> tuple[Venue, ...]:
    return (choice[turn % len(choice)],)


def plays(*, every: bool = EVERY_VENUE) -> list[tuple[Path, Venue]]:
    scripts = [(path, read_script(path)) for path in SCRIPTS]
    return [
        (path, venue)
        for turn, (path, script) in enumerate(scripts)
        for venue in venues(path, script, turn, every=every)
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


def plays_on_a_server(*, every: bool = EVERY_DATABASE) -> list[tuple[Path, Venue]]:
    shown = [(path, venue) for path, venue in plays() if (path.stem, venue.customers) in ON_A_SERVER and venue.buttons]
    return plays() if every else shown


@pytest.mark.parametrize(("path", "venue"), plays(), ids=[name_of(*each) for each in plays()])
async def test_journey(path: Path, venue: Venue, tmp_path: Path) -> None:
    await play(path, venue, tmp_path)


@pytest.mark.parametrize(("path", "venue"), plays_on_a_server(), ids=[name_of(*each) for each in plays_on_a_server()])
async def test_journey_on_postgres(path: Path, venue: Venue, tmp_path: Path, postgres: LocalPostgres) -> None:
    await play(path, venue, tmp_path, postgres.place().reveal())


async def play(path: Path, venue: Venue, folder: Path, database: str = "") -> None:
    said: list[str] = []
    async with open_stage(folder, venue, database=database) as stage:
        try:
            await Player(stage, said.append).play(read_script(path))
        except TelcolinkError as otherwise:
            raise AssertionError("\n".join([*said, "", str(otherwise)])) from None


def test_every_channel_is_shown_on_a_server() -> None:
    assert {venue.customers for _, venue in plays_on_a_server(every=False)} == {"telegram", "whatsapp", "console"}


def test_no_script_is_left_out() -> None:
    assert {path for path, _ in plays(every=False)} == set(SCRIPTS)


def test_every_channel_has_its_share_of_the_scripts() -> None:
    on = Counter(venue.customers for _, venue in plays(every=False))
    assert min(on["telegram"], on["whatsapp"]) > len(SCRIPTS) // 2
