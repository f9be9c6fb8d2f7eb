"""Of three processes on one PostgreSQL the leader is killed, or stopped for a while, again and again: one goes on.

So they do where their connections are cut, where the database itself is killed and started again, and where it takes
no writes or has no session left for a while.

On Telegram the leader asks for messages; on WhatsApp they, reports and the provider's news are posted to any of them.

Each of these once by default, half of them on each channel and with a lease that is shorter than the real one; with
`EVERY_VENUE=1` all on both; `FAILOVERS=200` for a long run, which tells how long customers waited; `CRASH_SEED=7` for
other moments.
"""

import asyncio
import os
import random
import sys
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from bot.turns.log_lines import tag_of
from conversations.contact import Contact
from storage.codec import to_ms
from storage.lookup import of_delivery
from storage.sealing import Keyring
from tests.crash.aftermath import Aftermath, acknowledged
from tests.crash.killer import MONO, UNANSWERED, WINDOWS, Struck, Window, plan, when_acknowledged
from tests.crash.pace import ON_BOTH
from tests.crash.story import Story
from tests.crash.team import ALL_FATES, DEADLY, FATES, LOOKS_EVERY, WITHIN, Team, open_team
from tests.crash.test_kills import (
    AT_ONCE,
    SEED,
    check_nothing_was_asked_or_checked_twice,
    check_replies_came_in_order_and_hardly_twice,
    link_until,
)
from tests.customers import Customer, crowd
from tests.local_postgres import LocalPostgres
from tests.server_stage import Town, until
from tests.waiting import until_found

FAILOVERS = int(os.environ.get("FAILOVERS", len(ALL_FATES) if ON_BOTH else len(ALL_FATES) // 2))  # of each channel


def in_a_group(town: Town) -> Struck:
    """With the lock in hand, if it hurts."""
    held = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted"
    return lambda: bool(town.look(held))


ANYWHERE: dict[str, Window] = {"the database is at work": in_a_group, **MONO}
STRUCK = {"telegram": ANYWHERE, "whatsapp": {"a message was taken in": when_acknowledged, **ANYWHERE}}
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
        return self.town.look(query)

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


async def strike(team: Team, how: str, place: str, window: Window, aftermath: Aftermath, story: Story) -> None:
    """Something befalls the service when it hurts: one thing after the other."""
    leader = await team.leader()
    if how not in DEADLY and place in UNANSWERED:  # it would go on waiting for Mono
        place, window = "the database is at work", in_a_group
    await until(window(aftermath.town))
    await team.suffer(leader, how, lambda: note(aftermath, story, f"{leader.folder.name}: {how} when {place}"))
    await team.leader()
    story.led_again()
    await team.recover(leader, how)


def note(aftermath: Aftermath, story: Story, what: str) -> None:
    aftermath.note_kill()
    story.lost(what)


async def until_noted(aftermath: Aftermath) -> None:
    """Until what was due by now is known to have been sent."""
    due = f"SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at < {to_ms(datetime.now(UTC))}"  # noqa: S608
    await until(lambda: aftermath.rows(due) == [])


async def watch(aftermath: ServerAftermath, team: Team, story: Story) -> None:
    """AssertionError, with all that is known, once a customer has waited for longer than a failover may take.

    Where they met several, the longest counts, and all the time in which somebody led. What others have of the machine
    does not, up to as much again.
    """

    async def look() -> bool:
        story.note_busy(team.held_up())
        for customer in aftermath.customers[-AT_ONCE - 1 :]:
            if not customer.waits or customer.waits[-1].end:
                continue
            held = story.judge(customer.waits[-1])
            if held.by_one - min(held.busy, WITHIN) > WITHIN:
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
            struck = plan(STRUCK[platform], random.Random(SEED))
            for how, (place, window) in islice(zip(cycle(FATES[platform]), struck, strict=False), FAILOVERS):
                await strike(team, how, place, window, aftermath, story)
            over.set()
            await asyncio.gather(*linking)
            watching.cancel()
        if "FAILOVERS" in os.environ:
            with capsys.disabled():
                sys.stdout.write(f"\n{platform}: {story.figures(aftermath.customers)}\n")
        await until(lambda: aftermath.rows("SELECT count(*) FROM kept_posts") == [(0,)])
        await until_noted(aftermath)  # the last message is shown before the service knows its name
        aftermath.note_disk()
        assert aftermath.forgotten == set()
        check_nothing_was_asked_or_checked_twice(aftermath)
        check_replies_came_in_order_and_hardly_twice(aftermath)
        assert all(customer.seen[-1].offers("Balance") for customer in aftermath.customers)
        leader = await team.leader()
        team.members.remove(leader)
        assert await leader.stop() == 0
        await team.leader()
        await until_noted(aftermath)
