"""Of three processes on one PostgreSQL the leader is killed, or stopped for a while, again and again: one goes on.

On Telegram the leader asks for messages; on WhatsApp they, reports and the provider's news are posted to any of them.

`FAILOVERS=200` for a long run, which tells how long customers waited; `CRASH_SEED=7` for another order and other
moments.
"""

import asyncio
import os
import random
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.emulators.loopback import serve
from bot.turns.log_lines import tag_of
from conversations.contact import Contact
from storage.codec import to_ms
from storage.lookup import of_delivery
from storage.sealing import Keyring
from tests.crash.aftermath import Aftermath, acknowledged
from tests.crash.front import Front
from tests.crash.killer import MONO, WINDOWS, Struck, Window, plan, when_acknowledged
from tests.crash.story import Story
from tests.crash.test_kills import (
    AT_ONCE,
    ENDLESS,
    SEED,
    check_nothing_was_asked_or_checked_twice,
    check_replies_came_in_order_and_hardly_twice,
    link_until,
)
from tests.customers import Customer, crowd
from tests.local_postgres import LocalPostgres
from tests.ports import free_port
from tests.server_stage import Server, Town, open_town, until
from tests.waiting import until_found

PROCESSES = 3
FAILOVERS = int(os.environ.get("FAILOVERS", "2"))


def in_a_group(town: Town) -> Struck:
    """With the lock in hand, if it hurts."""
    held = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted"
    return lambda: town.beside.execute(held).fetchone() is not None


ANYWHERE: dict[str, Window] = {"the database is at work": in_a_group, **MONO}
STRUCK = {"telegram": ANYWHERE, "whatsapp": {"a message was taken in": when_acknowledged, **ANYWHERE}}
WITHIN = 15.0  # seconds until customers are answered again
LOOKS_EVERY = 0.05  # seconds, for a leader: who stands by has to answer each time
ENDLESSLY = 3600.0  # seconds; `watch` has less patience
STATES = {
    "leases": "SELECT name, owner, epoch, until - extract(epoch FROM clock_timestamp()) * 1000 FROM leases",
    "outbox": "SELECT id, kind, state, tries, due_at - extract(epoch FROM clock_timestamp()) * 1000 FROM outbox"
    " WHERE state IN ('waiting', 'held') ORDER BY id",
    "kept posts": "SELECT id, door, extract(epoch FROM clock_timestamp()) * 1000 - at FROM kept_posts ORDER BY id",
    "sessions": "SELECT step, count(*) FROM sessions GROUP BY step",
    "connections": "SELECT pid, state, wait_event_type, wait_event, left(query, 60), now() - state_change"
    " FROM pg_stat_activity WHERE application_name = 'telcolink'",
}


class ServerAftermath(Aftermath):
    """What is left in a database of PostgreSQL's."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.town.beside.execute(query.encode()).fetchall()

    def note_disk(self) -> None:
        """To be told when nothing waits any more."""
        keyring = self._keyring()
        taken = {bytes(key) for (key,) in self.rows("SELECT id FROM inbound_ids WHERE channel = 'whatsapp'")}
        self.forgotten |= {sid for sid in acknowledged(self.town) if of_delivery(keyring, "whatsapp", sid) not in taken}

    def tag_of(self, customer: Customer) -> str:
        """What the logs call them."""
        contact = Contact(customer.phone.channel, customer.phone.person)
        return tag_of(self._keyring(), contact, datetime.now(UTC).date())

    def _keyring(self) -> Keyring:
        return Keyring.parse(self.town.server.settings["ENCRYPTION_KEYS"])


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

        await until_found(look, patience=3 * WITHIN, glance=LOOKS_EVERY)
        return ready[0]

    def logs(self) -> dict[str, Path]:
        """Of all that there ever were, by the names of their folders."""
        return {server.folder.name: server.log for server in self._hired}

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


async def strike(team: Team, place: str, window: Window, aftermath: Aftermath, story: Story) -> None:
    """The leader is lost when it hurts: killed and stopped by turns, and who was stopped comes back to another one."""
    leader, dead = await team.leader(), len(story.failovers) % 2 == 0
    await until(window(aftermath.town))
    leader.pause()
    aftermath.note_kill()
    story.lost(f"{leader.folder.name}, {'killed' if dead else 'stopped'} when {place}")
    team.members.remove(leader)
    if dead:
        await leader.kill()
    heir = await team.leader()
    story.led_again()
    assert "leading" in heir.said
    if not dead:
        leader.go_on()
        assert await leader.ended() == 1
        assert "another process carries the service on" in leader.said
    team.hire()


async def watch(aftermath: ServerAftermath, team: Team, story: Story) -> None:
    """AssertionError, with all that is known, once a customer has waited for longer than a failover may take.

    Where they met several, the longest counts, and all the time in which somebody led.
    """

    async def look() -> bool:
        for customer in aftermath.customers[-AT_ONCE - 1 :]:
            if customer.waits and not customer.waits[-1].end and story.judge(customer.waits[-1]).by_one > WITHIN:
                states = {name: aftermath.rows(query) for name, query in STATES.items()}
                raise AssertionError(story.tell(customer, team.logs(), aftermath.tag_of(customer), states))
        return False

    await until_found(look, patience=ENDLESSLY, glance=LOOKS_EVERY)


@pytest.mark.timeout(120 + 60 * FAILOVERS)
@pytest.mark.parametrize("platform", WINDOWS)
async def test_whichever_process_is_lost_another_goes_on_and_keeps_its_promises(
    platform: str, postgres: LocalPostgres, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_team(postgres, tmp_path, platform) as (town, team):
        aftermath, over, story = ServerAftermath(town), asyncio.Event(), Story()
        people = crowd(town.platforms[platform].phone, town.mono, ENDLESSLY)
        async with asyncio.TaskGroup() as tasks:
            watching = tasks.create_task(watch(aftermath, team, story))
            linking = [tasks.create_task(link_until(over, people, aftermath)) for _ in range(AT_ONCE)]
            for place, window in islice(plan(STRUCK[platform], random.Random(SEED)), FAILOVERS):
                await strike(team, place, window, aftermath, story)
            over.set()
            await asyncio.gather(*linking)
            watching.cancel()
        if "FAILOVERS" in os.environ:
            with capsys.disabled():
                sys.stdout.write(f"\n{platform}: {story.figures(aftermath.customers)}\n")
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
