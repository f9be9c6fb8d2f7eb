"""Of three processes on one PostgreSQL the leader is killed, or stopped for a while, again and again: one goes on.

On Telegram the leader asks for messages; on WhatsApp they, reports and the provider's news are posted to any of them.

`FAILOVERS=200` for a long run, `CRASH_SEED=7` for another order and other moments.
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.sandbox.emulators.loopback import serve
from storage.codec import to_ms
from storage.lookup import of_delivery
from storage.sealing import Keyring
from tests import customers
from tests.crash.aftermath import Aftermath, acknowledged
from tests.crash.front import Front
from tests.crash.killer import MONO, WINDOWS, Window, plan, when_acknowledged
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
FAILOVERS = int(os.environ.get("FAILOVERS", "2"))
STRUCK = {"telegram": MONO, "whatsapp": {"a message was taken in": when_acknowledged, **MONO}}
WITHIN = 15.0  # seconds until customers are answered again


class ServerAftermath(Aftermath):
    """What is left in a database of PostgreSQL's."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.town.server.settings["DATABASE_URL"]) as connection:
            return connection.execute(query.encode()).fetchall()

    def note_disk(self) -> None:
        """To be told when nothing waits any more."""
        keyring = Keyring.parse(self.town.server.settings["ENCRYPTION_KEYS"])
        taken = {bytes(key) for (key,) in self.rows("SELECT id FROM inbound_ids WHERE channel = 'whatsapp'")}
        self.forgotten |= {sid for sid in acknowledged(self.town) if of_delivery(keyring, "whatsapp", sid) not in taken}


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
async def open_team(postgres: LocalPostgres, folder: Path, platform: str) -> AsyncIterator[tuple[Town, Team]]:
    async with AsyncExitStack() as stack:
        database = postgres.place().reveal()
        town = await stack.enter_async_context(open_town(folder, DATABASE_URL=database, **ENDLESS))
        team = Team(town)
        front = await stack.enter_async_context(Front(lambda: [each.settings["PORT"] for each in team.members]))
        left_out = ["TELEGRAM_"] if platform == "whatsapp" else ["TWILIO_", "WHATSAPP_", "PUBLIC_URL"]
        for name in list(town.server.settings):
            if name.startswith((*left_out, "ACCEPT_LOSING_DATA")):
                del town.server.settings[name]
        if platform == "whatsapp":
            url = town.server.settings["PUBLIC_URL"] = await stack.enter_async_context(serve(front))
            town.whatsapp.connect(url)
            town.whatsapp.set_up_contents()
            town.mono.set_webhook(f"{url}/mono", town.server.settings["MONO_WEBHOOK_SECRET"])
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
@pytest.mark.parametrize("platform", WINDOWS)
async def test_whichever_process_is_lost_another_goes_on_and_keeps_its_promises(
    platform: str, postgres: LocalPostgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customers, "SECONDS_TO_ANSWER", 4 * WITHIN)  # some meet two failovers in a row
    async with open_team(postgres, tmp_path, platform) as (town, team):
        aftermath, over = ServerAftermath(town), asyncio.Event()
        people, chance = crowd(town.platforms[platform].phone, town.mono), random.Random(SEED)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(link_until(over, people, aftermath))
            for number, window in enumerate(islice(plan(STRUCK[platform], chance), FAILOVERS)):
                await strike(town, team, window, aftermath, dead=number % 2 == 0)
            over.set()
        await until(lambda: aftermath.rows("SELECT count(*) FROM kept_posts") == [(0,)])
        aftermath.note_disk()
        assert aftermath.forgotten == set()
        check_nothing_was_asked_or_checked_twice(aftermath)
        check_replies_came_in_order_and_hardly_twice(aftermath)
        assert all(customer.seen[-1].offers("Balance") for customer in aftermath.customers)
        leader = await team.leader()
        team.members.remove(leader)
        assert await leader.stop() == 0
        await team.leader()
        late = f"SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at < {to_ms(datetime.now(UTC))}"  # noqa: S608
        await until(lambda: aftermath.rows(late) == [])
