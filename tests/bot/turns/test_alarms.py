"""What administrators are told of in chat when it does not work: each thing once a day, with what to do."""

from collections.abc import AsyncIterator, Iterable
from datetime import timedelta

import pytest

from bot.monitoring.channel_alarm import ChannelAlarm
from bot.monitoring.channel_health import OFF_AFTER, ChannelHealth, Way
from bot.outbox.writer import OutboxWriter
from bot.turns.notifications import Notifications
from conversations.customer.events import ProviderRefused
from conversations.refusal import Refusal
from storage.outbox import OutboxMessage
from tests.bot.turns.agents_stage import ADA, BOSS, CHIDI, NUMBER, TUNDE, Office, attempt_of, open_office
from tests.scenes import BUSINESS

DAY = timedelta(days=1)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        yield opened


async def test_a_channel_that_takes_nothing_is_told_once_a_day_until_it_is_well(office: Office) -> None:
    seconds = [0.0]
    health = ChannelHealth(lambda: seconds[0])
    health.expect("telegram")
    notifications = Notifications(office.store, OutboxWriter(office.store, BUSINESS, {}))
    alarm = ChannelAlarm(office.database, notifications, health, {})

    def forward(messages: Iterable[OutboxMessage]) -> None:
        office._deliver(messages)

    async def look(after: float, later: timedelta = timedelta()) -> list[str]:
        seconds[0] += after
        office.clock.at += later
        await alarm.look(office.clock, forward)
        return office.told(BOSS)

    assert await look(OFF_AFTER) == []
    (told,) = await look(1)
    assert told.startswith("telegram takes no messages from me just now, or I hear nothing from there.")
    assert told.endswith('The operator finds why with "telcolink doctor".')
    assert await look(3600, DAY / 2) == []
    assert len(await look(1, DAY)) == 1
    for way in Way:
        health.well("telegram", way)
    assert await look(1, DAY) == []


async def test_a_key_that_is_refused_is_told_once_a_day_whichever_customer_met_it(office: Office) -> None:
    told = list[str]()
    for customer, number in ((ADA, NUMBER), (CHIDI, "0802 123 4567")):
        await office.agree(customer, await office.make_link(TUNDE, f"/link {number}"))
        sending = await office.say(customer, "MTN")
        await office.hear(customer, ProviderRefused(attempt_of(sending), Refusal.NOT_ALLOWED))
        told += office.told(BOSS)
    (alarm,) = told
    assert "refuses our key or our account" in alarm
    assert alarm.endswith('"telcolink doctor" says what is wrong.')
    office.clock.at += DAY + timedelta(minutes=1)
    await office.agree(ADA, await office.make_link(TUNDE, "/link 0806 123 4567"))
    sending = await office.say(ADA, "MTN")
    await office.hear(ADA, ProviderRefused(attempt_of(sending), Refusal.NOT_ALLOWED))
    assert len(office.told(BOSS)) == 1
