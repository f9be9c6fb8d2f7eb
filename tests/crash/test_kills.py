"""The real server is killed with `kill -9` where it hurts most, again and again, and keeps all its promises.

At every place once by default, with `EVERY_VENUE=1` once on each platform; `CRASH_KILLS=200` for a long run,
`CRASH_SEED=7` for another order and other moments.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from bot.app import run_app
from bot.config.reading import read_settings
from bot.sandbox.emulators.clock import EmulatedClock
from tests.crash.aftermath import Aftermath
from tests.crash.killer import ONCE, WINDOWS, kill, plan, scare
from tests.crash.pace import try_again_soon
from tests.customers import Customer, crowd
from tests.server_stage import open_town, until

PLACES = WINDOWS if {"EVERY_VENUE", "CRASH_KILLS"} & os.environ.keys() else ONCE
KILLS = {platform: int(os.environ.get("CRASH_KILLS", len(windows))) for platform, windows in PLACES.items()}
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


@pytest.mark.timeout(60 + 10 * max(KILLS.values()))
@pytest.mark.parametrize("platform", PLACES)
async def test_however_often_the_server_is_killed_it_keeps_its_promises(platform: str, tmp_path: Path) -> None:
    async with open_town(tmp_path, **ENDLESS) as town:
        aftermath, over = Aftermath(town), asyncio.Event()
        town.whatsapp.set_up_contents()
        people = crowd(town.platforms[platform].phone, town.mono)
        town.server.prepare = try_again_soon
        await town.server.start()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(link_until(over, people, aftermath))
            if platform == "whatsapp":
                await scare(town, aftermath)
            for _, window in islice(plan(PLACES[platform], random.Random(SEED)), KILLS[platform]):
                await kill(town, window, aftermath)
            over.set()
        aftermath.status = await town.server.stop()
        await live_on(aftermath)
    check_every_message_was_answered(aftermath)
    check_nothing_was_asked_or_checked_twice(aftermath)
    check_replies_came_in_order_and_hardly_twice(aftermath)
    check_everything_came_to_its_end(aftermath)


async def link_until(over: asyncio.Event, people: Iterator[Customer], aftermath: Aftermath) -> None:
    while not over.is_set():
        customer = next(people)
        aftermath.customers.append(customer)
        await customer.link()


async def live_on(aftermath: Aftermath) -> None:
    """Until what was put off is done: within this process, where a clock can be wound."""
    clock = EmulatedClock()
    for each in (clock, aftermath.town.telegram.emulator.clock):
        each.advance(PUT_OFF.total_seconds())
    async with run_app(read_settings(aftermath.town.server.settings), clock):
        await until(lambda: not aftermath.rows("SELECT 1 FROM outbox WHERE state IN ('waiting', 'held')"))


def check_every_message_was_answered(aftermath: Aftermath) -> None:
    """A customer who gets no answer to one of them has said so already."""
    assert aftermath.forgotten == set()
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
        assert aftermath.order(customer) == sorted(aftermath.order(customer))
        assert any("is linked" in shown.text for shown in customer.seen[:-1])
        assert aftermath.needless_repeats(customer) == set()


def check_everything_came_to_its_end(aftermath: Aftermath) -> None:
    assert aftermath.status == 0
    assert not any(customer.shows_a_code() for customer in aftermath.customers)
    assert not any("₦" in text for text in aftermath.texts_at_twilio())
    assert {step for (step,) in aftermath.rows("SELECT DISTINCT step FROM sessions")} == {"Idle"}
    assert aftermath.rows("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'held')") == [(0,)]
    assert aftermath.rows("SELECT count(*) FROM accounts WHERE due_at IS NOT NULL") == [(0,)]
    assert aftermath.rows("SELECT count(*) FROM quarantine") == [(0,)]
    assert aftermath.rows("PRAGMA integrity_check") == [("ok",)]
