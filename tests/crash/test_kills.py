"""The real server is killed with `kill -9` where it hurts most, again and again, and keeps all its promises.

At every place once on each platform by default; `CRASH_KILLS=200` for a long run, `CRASH_SEED=7` for another order and
other moments.
"""

import asyncio
import json
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from bot.app import run_app
from bot.config import read_settings
from bot.emulators.clock import Clock
from tests.crash.killer import WINDOWS, kill, plan
from tests.customers import Customer, crowd
from tests.server_stage import Town, open_town, until

KILLS = {platform: int(os.environ.get("CRASH_KILLS", len(windows))) for platform, windows in WINDOWS.items()}
SEED = int(os.environ.get("CRASH_SEED", "1"))
AT_ONCE = 2
PUT_OFF = timedelta(minutes=2)  # longer than anything waits that is not asked for again
ENDLESS = dict.fromkeys(
    (
        "OTP_REQUESTS_PER_SESSION",
        "OTP_REQUESTS_PER_NUMBER_DAY",
        "OTP_REQUESTS_PER_CONTACT_DAY",
        "OTP_REQUESTS_PER_PREFIX_HOUR",
        "OTP_REQUESTS_PER_HOUR",
        "OTP_CHECKS_PER_NUMBER_DAY",
    ),
    "1000000000",
)


class Aftermath:
    """What is left once the last customer has linked and the last server was stopped in order."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.kills = 0
        self.customers: list[Customer] = []
        self.kills_seen: dict[str, int] = {}
        self.status: int | None = None

    async def link(self, customer: Customer) -> None:
        """A line; and how many kills there were meanwhile that may have made the customer hear something twice."""
        before = self.kills
        self.customers.append(customer)
        await customer.link()
        self.kills_seen[customer.number] = self.kills - before + 1  # the next one may repeat the last message

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.town.database)) as db:
            return db.execute(query).fetchall()

    def heard_at_mono(self, path: str, name: str) -> Counter[str]:
        """How often it was asked with each value of a field."""
        return Counter(json.loads(exchange.asked)[name] for exchange in self.town.wire.to(path))

    def repeats(self, customer: Customer) -> int:
        """How many messages came more than once. The outbox knows what Twilio called those that were meant."""
        shown = customer.phone.all_shown()
        meant = {receipt for (receipt,) in self.rows("SELECT receipt FROM outbox WHERE receipt IS NOT NULL")}
        return sum(each.name not in meant for each in shown) if meant else len(shown) - len(set(shown))


@pytest.mark.timeout(60 + 10 * max(KILLS.values()))
@pytest.mark.parametrize("platform", WINDOWS)
async def test_however_often_the_server_is_killed_it_keeps_its_promises(platform: str, tmp_path: Path) -> None:
    async with open_town(tmp_path, **ENDLESS) as town:
        aftermath, over = Aftermath(town), asyncio.Event()
        town.whatsapp.set_up_contents()
        people = crowd(town.platforms[platform].phone, town.mono)
        await town.server.start()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(link_until(over, people, aftermath))
            for window in islice(plan(WINDOWS[platform], random.Random(SEED)), KILLS[platform]):
                await kill(town, window)
                aftermath.kills += 1
            over.set()
        aftermath.status = await town.server.stop()
        await live_on(aftermath)
    check_every_message_was_answered(aftermath)
    check_nothing_was_asked_or_checked_twice(aftermath)
    check_replies_came_in_order_and_hardly_twice(aftermath)
    check_everything_came_to_its_end(aftermath)


async def link_until(over: asyncio.Event, people: Iterator[Customer], aftermath: Aftermath) -> None:
    while not over.is_set():
        await aftermath.link(next(people))


async def live_on(aftermath: Aftermath) -> None:
    """Until what was put off is done: within this process, where a clock can be wound."""
    clock = Clock()
    for each in (clock, aftermath.town.telegram.emulator.clock):
        each.advance(PUT_OFF.total_seconds())
    async with run_app(read_settings(aftermath.town.server.settings), clock):
        await until(lambda: not aftermath.rows("SELECT 1 FROM outbox WHERE state IN ('waiting', 'held')"))


def check_every_message_was_answered(aftermath: Aftermath) -> None:
    """A customer who gets no answer to one of them has said so already."""
    assert len(aftermath.customers) >= AT_ONCE
    assert all(customer.seen[-1].offers("Balance") for customer in aftermath.customers)


def check_nothing_was_asked_or_checked_twice(aftermath: Aftermath) -> None:
    """A code is asked for at most once for each tap, and checked at most once for each time it was typed."""
    asked = Counter({customer.number: customer.asked for customer in aftermath.customers})
    typed = sum((customer.typed for customer in aftermath.customers), Counter[str]())
    assert aftermath.heard_at_mono("/telecom/auth", "phone") - asked == Counter()
    assert aftermath.heard_at_mono("/telecom/verify", "otp") - typed == Counter()
    assert asked.total() >= len(aftermath.customers)


def check_replies_came_in_order_and_hardly_twice(aftermath: Aftermath) -> None:
    for customer in aftermath.customers:
        prompts = [shown.prompt for shown in customer.phone.all_shown() if shown.prompt]
        assert prompts == sorted(prompts)
        assert aftermath.repeats(customer) <= aftermath.kills_seen[customer.number]


def check_everything_came_to_its_end(aftermath: Aftermath) -> None:
    assert aftermath.status == 0
    assert not any(customer.shows_a_code() for customer in aftermath.customers)
    assert {step for (step,) in aftermath.rows("SELECT DISTINCT step FROM sessions")} == {"Idle"}
    assert aftermath.rows("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'held')") == [(0,)]
    assert aftermath.rows("SELECT count(*) FROM accounts WHERE due_at IS NOT NULL") == [(0,)]
    assert aftermath.rows("SELECT count(*) FROM quarantine") == [(0,)]
    assert aftermath.rows("PRAGMA integrity_check") == [("ok",)]
