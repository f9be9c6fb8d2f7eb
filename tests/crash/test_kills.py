"""The real server is killed with `kill -9` where it hurts most, again and again, and keeps all its promises.

Ten kills by default; `CRASH_KILLS=200` for a long run, `CRASH_SEED=7` for another order and other moments.
"""

import asyncio
import json
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from tests.crash.killer import kill, plan
from tests.customers import Customer, crowd
from tests.server_stage import Town, open_town

KILLS = int(os.environ.get("CRASH_KILLS", "10"))
SEED = int(os.environ.get("CRASH_SEED", "1"))
AT_ONCE = 2
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
        self.customers: list[Customer] = []
        self.status: int | None = None

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.town.database)) as db:
            return db.execute(query).fetchall()

    def heard_at_mono(self, path: str, name: str) -> Counter[str]:
        """How often it was asked with each value of a field."""
        return Counter(json.loads(exchange.asked)[name] for exchange in self.town.wire.to(path))


async def test_however_often_the_server_is_killed_it_keeps_its_promises(tmp_path: Path) -> None:
    async with open_town(tmp_path, **ENDLESS) as town:
        aftermath, over, people = Aftermath(town), asyncio.Event(), crowd(town.telegram, town.mono)
        await town.server.start()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(link_until(over, people, aftermath))
            for window in islice(plan(random.Random(SEED)), KILLS):
                await kill(town, window)
            over.set()
        aftermath.status = await town.server.stop()
    check_every_message_was_answered(aftermath)
    check_nothing_was_asked_or_checked_twice(aftermath)
    check_replies_came_in_order_and_hardly_twice(aftermath)
    check_everything_came_to_its_end(aftermath)


async def link_until(over: asyncio.Event, people: Iterator[Customer], aftermath: Aftermath) -> None:
    while not over.is_set():
        customer = next(people)
        aftermath.customers.append(customer)
        await customer.link()


def check_every_message_was_answered(aftermath: Aftermath) -> None:
    """A customer who gets no answer to one of them has said so already."""
    assert len(aftermath.customers) >= AT_ONCE
    assert all(customer.seen[-1].offers("balance") for customer in aftermath.customers)


def check_nothing_was_asked_or_checked_twice(aftermath: Aftermath) -> None:
    """A code is asked for at most once for each tap, and checked at most once for each time it was typed."""
    asked = Counter({customer.number: customer.asked for customer in aftermath.customers})
    typed = sum((customer.typed for customer in aftermath.customers), Counter[str]())
    assert aftermath.heard_at_mono("/telecom/auth", "phone") - asked == Counter()
    assert aftermath.heard_at_mono("/telecom/verify", "otp") - typed == Counter()
    assert asked.total() >= len(aftermath.customers)


def check_replies_came_in_order_and_hardly_twice(aftermath: Aftermath) -> None:
    repeats = 0
    for customer in aftermath.customers:
        shown = customer.all_shown()
        prompts = [int(button.partition(":")[0]) for each in shown for button in each.buttons[:1]]
        assert prompts == sorted(prompts)
        assert max(Counter(shown).values()) <= 1 + KILLS
        repeats += len(shown) - len(set(shown))
    assert repeats <= KILLS * AT_ONCE


def check_everything_came_to_its_end(aftermath: Aftermath) -> None:
    assert aftermath.status == 0
    assert not any(customer.shows_a_code() for customer in aftermath.customers)
    assert {step for (step,) in aftermath.rows("SELECT DISTINCT step FROM sessions")} == {"Idle"}
    assert aftermath.rows("SELECT count(*) FROM outbox WHERE state = 'waiting'") == [(0,)]
    assert aftermath.rows("SELECT count(*) FROM accounts WHERE due_at IS NOT NULL") == [(0,)]
    assert aftermath.rows("SELECT count(*) FROM quarantine") == [(0,)]
    assert aftermath.rows("PRAGMA integrity_check") == [("ok",)]
