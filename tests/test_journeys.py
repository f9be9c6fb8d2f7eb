"""Every conversation of tests/journeys, on the channels where it pays; with `EVERY_VENUE=1` on all that it is for.

What pays, of the whole product of scripts and channels: each script on Telegram and on WhatsApp, for what people see
and do differs there at every step. Not what only the provider does, of which no channel knows: one is enough. Numbered
lists and the console differ in how an answer is given, which a few scripts show from end to end, and those in which
sentences are typed where numbers could be. With agents, both
pairs in which the two sides are on different channels: each channel then stands on each side, and a message that goes
to the wrong one is seen. The rest of the product takes as long again and has the same rows of the same tables to fail
on; `make test-all` plays it.

All of it is played on SQLite; on PostgreSQL what shows that the whole service runs there, with `EVERY_DATABASE=1` all.
"""

import os
from itertools import product
from pathlib import Path

import pytest

from bot.errors import TelcolinkError
from bot.sandbox.demo.player import Player
from bot.sandbox.demo.script import Script, read_script
from bot.sandbox.demo.stage import Venue, open_stage
from tests.local_postgres import LocalPostgres

SCRIPTS = [*sorted(Path(__file__).parent.glob("journeys/*.chat")), *Path("bot/sandbox/demo").glob("*.chat")]
ONE, TWO = (Venue("telegram"),), (Venue("telegram"), Venue("whatsapp"))
ALONE = (*TWO, Venue("whatsapp", buttons=False), Venue("console"))
CROSSED = (Venue("telegram", "whatsapp"), Venue("whatsapp", "telegram"))
WITH_AGENTS = tuple(Venue(customers, agents) for customers, agents in product(("telegram", "whatsapp"), repeat=2))
FROM_END_TO_END = {"standard", "afterwards", "everywhere", "oddities", "old_button", "restart_at_each_step", "proof"}
HEARING = {"questions", "said_once", "stuck", "no_circle", "other_tongues", "other_networks", "codes_left_lying"}
PROVIDERS = ("provider_", "processing", "check_unheard", "code_spent", "no_details")  # how their names begin
EVERY_VENUE = "EVERY_VENUE" in os.environ
EVERY_DATABASE = "EVERY_DATABASE" in os.environ
ON_A_SERVER = {("restart_at_each_step", "telegram"), ("afterwards", "whatsapp"), ("standard", "console")}


def venues(path: Path, script: Script, *, every: bool) -> tuple[Venue, ...]:
    if script.has_agents:
        pays = any(script.is_for(venue.customers, venue.agents) for venue in CROSSED) and not every
        return CROSSED if pays else WITH_AGENTS
    if every or script.only or path.stem in FROM_END_TO_END | HEARING:
        return ALONE
    return ONE if path.stem.startswith(PROVIDERS) else TWO


def plays(*, every: bool = EVERY_VENUE) -> list[tuple[Path, Venue]]:
    scripts = [(path, read_script(path)) for path in SCRIPTS]
    return [
        (path, venue)
        for path, script in scripts
        for venue in venues(path, script, every=every)
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
