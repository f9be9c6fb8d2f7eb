"""Behind a webhook it is looked at every so often whether it is still ours, and whether Telegram gets through."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.channels.telegram.watching import WebhookWatch
from bot.channels.telegram.webhook import TelegramDoor
from bot.monitoring.channel_health import ChannelHealth, Way
from bot.monitoring.metrics import Metrics
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.telegram import TelegramFault
from conversations.secret import Secret
from tests.bot.channels.telegram_stage import EmulatedTelegram, Stage, open_stage
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

OURS = "http://127.0.0.1:9"


@pytest_asyncio.fixture(loop_scope="module")
async def stage(emulated: EmulatedTelegram) -> AsyncIterator[Stage]:
    async with open_stage(emulated) as stage:
        yield stage


@pytest.fixture
def health() -> ChannelHealth:
    health = ChannelHealth()
    health.expect("telegram")
    return health


def watch_over(stage: Stage, health: ChannelHealth) -> WebhookWatch:
    stage.clock.advance(1)
    return WebhookWatch(stage.telegram, OURS, Secret("right-Secret_1"), health)


async def test_a_webhook_that_was_taken_away_or_replaced_is_set_again(stage: Stage, health: ChannelHealth) -> None:
    watch = watch_over(stage, health)
    with capture_logs() as said:
        await watch.look()
        stage.clock.advance(1)
        await stage.telegram.calls.do("setWebhook", {"url": "http://127.0.0.1:9/elsewhere"})
        stage.clock.advance(1)
        await watch.look()
    webhook = stage.emulator.webhooks.webhook
    assert webhook is not None
    assert webhook.url == f"{OURS}/telegram"
    assert [line["reason"] for line in said if line["event"] == "webhook_set_again"] == [
        "no webhook is registered",
        "another webhook is registered",
    ]


async def test_it_is_told_why_while_another_program_takes_the_webhook_again_and_again(stage: Stage) -> None:
    passed = [0.0]
    health = ChannelHealth(lambda: passed[0])
    health.expect("telegram")
    watch = watch_over(stage, health)
    await watch.look()
    await watch.look()
    for _ in range(4):
        stage.clock.advance(20)
        passed[0] += 20
        await stage.telegram.calls.do("deleteWebhook", {})
        await watch.look()
    with capture_logs() as said:
        health.tell_changes()
        stage.clock.advance(20)
        await watch.look()
        health.tell_changes()
    assert [(line["event"], line.get("reason")) for line in said] == [
        ("channel_down", "no webhook is registered"),
        ("channel_up", None),
    ]


async def test_it_takes_where_telegram_gets_through_and_not_where_it_does_not(
    stage: Stage, health: ChannelHealth
) -> None:
    watch = watch_over(stage, health)
    await watch.look()
    await watch.look()
    assert health.is_well("telegram", Way.TAKES)
    stage.emulator.say(stage.person, "hello")
    await until(lambda: stage.emulator.webhooks.last_error)
    await watch.look()
    assert not health.is_well("telegram", Way.TAKES)
    assert health.is_well("telegram", Way.SENDS)


async def test_it_takes_where_one_update_does_not_get_through_and_others_do(
    stage: Stage, health: ChannelHealth
) -> None:
    watch = watch_over(stage, health)
    await watch.look()
    stage.emulator.say(stage.person, "hello")
    await until(lambda: stage.emulator.webhooks.last_error)
    stage.telegram.taken += 1
    await watch.look()
    assert health.is_well("telegram", Way.TAKES)
    await watch.look()
    assert not health.is_well("telegram", Way.TAKES)


async def test_what_was_posted_to_a_process_that_stands_by_has_got_through_as_well(
    stage: Stage, health: ChannelHealth
) -> None:
    watch, door = watch_over(stage, health), TelegramDoor(stage.telegram, Secret("right-Secret_1"), Metrics())
    door.open_to(nobody)
    await watch.look()
    stage.emulator.say(stage.person, "hello")
    await until(lambda: stage.emulator.webhooks.last_error)
    await door.take_late(door.read(b"{}"), stage.clock.now())
    await watch.look()
    assert health.is_well("telegram", Way.TAKES)


async def nobody(_: Inbound | UnreadableInbound) -> str | None:
    """Hears it, and says nothing."""
    return None


async def test_a_telegram_that_does_not_know_us_takes_no_messages(stage: Stage, health: ChannelHealth) -> None:
    watch = watch_over(stage, health)
    stage.emulator.fail(TelegramFault("getWebhookInfo", status=401))
    await watch.look()
    assert not health.is_well("telegram", Way.SENDS)
    await watch.look()
    assert health.is_well("telegram", Way.SENDS)
