"""Of three processes on one PostgreSQL the leader is killed, or stopped for a while, again and again: one goes on.

`FAILOVERS=200` for a long run, `CRASH_SEED=7` for another order and other moments.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.crash.aftermath import Aftermath
from tests.crash.killer import MONO, Window, plan
from tests.crash.test_kills import (
    AT_ONCE,
    ENDLESS,
    SEED,
    check_nothing_was_asked_or_checked_twice,
    check_replies_came_in_order_and_hardly_twice,
    link_until,
)
from tests.customers import crowd
from tests.local_postgres import LocalPostgres
from tests.ports import free_port
from tests.server_stage import Server, Town, open_town, until
from tests.waiting import until_found

PROCESSES = 3
FAILOVERS = int(os.environ.get("FAILOVERS", "3"))
WITHIN = 15.0  # seconds until customers are answered again


class ServerAftermath(Aftermath):
    """What is left in a database of PostgreSQL's."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.town.server.settings["DATABASE_URL"]) as connection:
            return connection.execute(query.encode()).fetchall()


class Team:
    """The processes of one service. Whoever is ready leads."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self.members: list[Server] = []
        self._hired: list[Server] = []

    def hire(self) -> None:
        settings = self._town.server.settings | {"PORT": str(free_port())}
        folder = self._town.server.folder / f"process{len(list(self._town.server.folder.glob('process*')))}"
        folder.mkdir()
        server = Server(settings, folder)
        server.spawn()
        self.members.append(server)
        self._hired.append(server)

    async def leader(self) -> Server:
        """Once there is one, which takes no longer than it may on a machine that has much else to do."""
        ready: list[Server] = []

        async def look() -> bool:
            ready[:] = [server for server in self.members if await server.is_ready()]
            return bool(ready)

        await until_found(look, patience=3 * WITHIN)
        return ready[0]

    async def settle(self) -> None:
        """Until the others stand by."""
        leader = await self.leader()
        await until(lambda: all("standing_by" in each.said for each in self.members if each is not leader))

    async def end(self) -> None:
        for server in self._hired:  # also who was stopped and never went on
            await server.put_away()


@asynccontextmanager
async def open_team(postgres: LocalPostgres, folder: Path) -> AsyncIterator[tuple[Town, Team]]:
    async with open_town(folder, DATABASE_URL=postgres.place().reveal(), **ENDLESS) as town:
        for name in list(town.server.settings):
            if name.startswith(("TWILIO_", "WHATSAPP_")) or name in ("PUBLIC_URL", "ACCEPT_LOSING_DATA"):
                del town.server.settings[name]  # Telegram is polled, by the one who leads
        team = Team(town)
        for _ in range(PROCESSES):
            team.hire()
        try:
            await team.settle()
            yield town, team
        finally:
            await team.end()


async def strike(town: Town, team: Team, window: Window, aftermath: Aftermath, *, dead: bool) -> None:
    """The leader is killed when it hurts; or it is stopped, and comes back when another leads."""
    leader = await team.leader()
    await until(window(town))
    leader.pause()
    aftermath.note_kill()
    team.members.remove(leader)
    if dead:
        await leader.kill()
    heir = await team.leader()
    assert "leading" in heir.said
    if not dead:
        leader.go_on()
        assert await leader.ended() == 1
        assert "another process carries the service on" in leader.said
    team.hire()


@pytest.mark.timeout(120 + 60 * FAILOVERS)
async def test_whichever_process_is_lost_another_goes_on_and_keeps_its_promises(
    postgres: LocalPostgres, tmp_path: Path
) -> None:
    async with open_team(postgres, tmp_path) as (town, team):
        aftermath, over = ServerAftermath(town), asyncio.Event()
        people, chance = crowd(town.platforms["telegram"].phone, town.mono), random.Random(SEED)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(link_until(over, people, aftermath))
            for number, window in enumerate(islice(plan(MONO, chance), FAILOVERS)):
                await strike(town, team, window, aftermath, dead=number % 2 == 0)
            over.set()
        check_nothing_was_asked_or_checked_twice(aftermath)
        check_replies_came_in_order_and_hardly_twice(aftermath)
        assert all(customer.seen[-1].offers("Balance") for customer in aftermath.customers)
        leader = await team.leader()
        team.members.remove(leader)
        assert await leader.stop() == 0
        await team.leader()
        assert Counter(aftermath.rows("SELECT state FROM outbox WHERE state = 'waiting'")) == Counter()
