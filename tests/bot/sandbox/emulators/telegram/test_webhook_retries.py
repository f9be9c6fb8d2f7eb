"""What the emulated Telegram does when a webhook does not take an update: the server's times and ends."""

from datetime import timedelta

import pytest

from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import (
    AGREE,
    Planned,
    Stage,
)
from tests.waiting import until, until_quiet

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("refusal", [Planned(400), Planned(302, {"Location": "/other"}), Planned(503), Planned(0)])
async def test_anything_else_is_sent_again_at_once(stage: Stage, refusal: Planned) -> None:
    stage.bot.plan = [refusal]
    stage.telegram.say(stage.ada, "hello")
    await stage.settle()
    first, second = stage.bot.got
    assert first == second
    assert stage.bot.at == [timedelta(), timedelta()]


async def test_retries_wait_twice_as_long_each_time_up_to_a_minute_or_two(stage: Stage) -> None:
    stage.bot.usual = Planned(500)
    stage.telegram.say(stage.ada, "hello")
    waits = []
    for attempts in range(2, 10):
        await stage.attempts(attempts)
        waits.append(await stage.rest())
        stage.clock.advance(waits[-1] - 0.001)
        await until_quiet()
        assert len(stage.bot.got) == attempts
        stage.clock.advance(0.001)
    assert waits[:5] == [2, 4, 8, 16, 32]
    assert all(60 <= wait <= 120 for wait in waits[5:])


async def test_the_bot_may_ask_for_a_pause(stage: Stage) -> None:
    stage.bot.plan = [Planned(503, {"Retry-After": "40"}), Planned(503, {"Retry-After": "90000"}), Planned(503)]
    stage.telegram.say(stage.ada, "hello")
    waits = []
    for attempt in (1, 2, 3):
        await stage.attempts(attempt)
        waits.append(await stage.rest())
        stage.clock.advance(waits[-1])
    await stage.settle()
    assert waits == [40, 3600, 2]


async def test_a_failing_update_holds_up_its_own_chat_only(stage: Stage) -> None:
    bola = stage.telegram.add_person().id
    stage.bot.plan = [Planned(500), Planned(500)]
    stage.telegram.say(stage.ada, "poison")
    stage.telegram.say(stage.ada, "behind it")
    await stage.rest()
    stage.telegram.say(bola, "unhindered")
    await until(lambda: "unhindered" in stage.bot.texts)
    assert stage.bot.texts == ["poison", "poison", "unhindered"]
    stage.clock.advance(2)
    await stage.settle()
    assert stage.bot.texts == ["poison", "poison", "unhindered", "poison", "behind it"]


async def test_a_message_is_given_up_after_24_hours(stage: Stage) -> None:
    stage.bot.usual = Planned(500, {"Retry-After": "3600"})
    stage.telegram.say(stage.ada, "yesterday")
    for attempt in range(1, 25):
        await stage.attempts(attempt)
        assert await stage.rest() == 3600
        stage.clock.advance(3600)
    await stage.settle()
    assert len(stage.bot.got) == 25
    stage.bot.usual = Planned()
    stage.telegram.say(stage.ada, "today")
    await stage.settle()
    assert stage.bot.texts[-1] == "today"


async def test_a_tap_is_given_up_after_150_seconds(stage: Stage) -> None:
    sent = await stage.call("sendMessage", chat_id=stage.ada, text="May we?", reply_markup=AGREE)
    stage.bot.usual = Planned(500, {"Retry-After": "100"})
    stage.telegram.tap(stage.ada, sent["message_id"], "I agree")
    assert await stage.rest() == 100
    stage.clock.advance(100)
    await stage.settle()
    assert stage.bot.at == [timedelta(), timedelta(seconds=100)]


async def test_the_last_error_is_told(stage: Stage) -> None:
    stage.bot.plan = [Planned(500)]
    stage.telegram.say(stage.ada, "hello")
    await stage.settle()
    info = await stage.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["last_error_date"] == int(stage.clock.now().timestamp())


async def test_a_bot_that_is_down_is_tried_again(stage: Stage) -> None:
    stage.webhook_url, up = "http://127.0.0.1:9/telegram", stage.webhook_url
    await stage.set_webhook()
    stage.telegram.say(stage.ada, "hello")
    await stage.rest()
    info = await stage.call("getWebhookInfo")
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)
    stage.webhook_url = up
    await stage.set_webhook()
    await stage.settle()
    assert stage.bot.texts == ["hello"]


async def test_a_webhook_that_is_gone_for_23_hours_is_closed(stage: Stage) -> None:
    stage.bot.usual = Planned(410, {"Retry-After": "3600"})
    stage.telegram.say(stage.ada, "hello")
    for attempt in range(1, 24):
        await stage.attempts(attempt)
        assert await stage.rest() == 3600
        stage.clock.advance(3600)
    await stage.attempts(24)
    await stage.rest()
    assert stage.telegram.webhooks.webhook is not None
    stage.clock.advance(3600)
    await until(lambda: stage.telegram.webhooks.webhook is None)
