"""How the emulated Telegram brings updates to a webhook: their shape, their order, how many at once."""

import asyncio
import json
from typing import Any

import pytest

from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import (
    AGREE,
    Planned,
    Stage,
)
from tests.waiting import until, until_quiet

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_update_is_posted_as_telegram_posts_it(stage: Stage) -> None:
    stage.telegram.say(stage.ada, "hello")
    await stage.settle()
    (headers,) = stage.bot.headers
    assert headers["content-type"] == "application/json"
    assert headers["x-telegram-bot-api-secret-token"] == "s3cret-T0ken_"
    assert headers["accept-encoding"] == "gzip, deflate"
    assert stage.bot.got[0]["message"]["from"]["id"] == stage.ada
    assert (await stage.call("getWebhookInfo"))["pending_update_count"] == 0


async def test_update_ids_grow_by_one(stage: Stage) -> None:
    for text in "abc":
        stage.telegram.say(stage.ada, text)
    await stage.settle()
    first, *others = [update["update_id"] for update in stage.bot.got]
    assert others == [first + 1, first + 2]
    assert stage.bot.texts == ["a", "b", "c"]


@pytest.mark.parametrize("status", [200, 201, 204])
async def test_any_2xx_accepts(stage: Stage, status: int) -> None:
    stage.bot.usual = Planned(status)
    stage.telegram.say(stage.ada, "hello")
    await stage.settle()
    assert len(stage.bot.got) == 1


async def test_a_text_and_a_tap_of_one_person_travel_side_by_side(stage: Stage) -> None:
    sent = await stage.call("sendMessage", chat_id=stage.ada, text="May we?", reply_markup=AGREE)
    stage.telegram.say(stage.ada, "opens the other connections")
    await stage.settle()
    held = asyncio.Event()
    stage.bot.plan = [Planned(hold=held)]
    stage.telegram.say(stage.ada, "yes")
    stage.telegram.say(stage.ada, "really")
    stage.telegram.tap(stage.ada, sent["message_id"], "agree")
    await until(lambda: "callback_query" in stage.bot.got[-1])
    assert stage.bot.texts[1:] == ["yes"]
    held.set()
    await stage.settle()
    assert stage.bot.texts[1:] == ["yes", "really"]


async def test_a_block_travels_beside_the_messages(stage: Stage) -> None:
    stage.telegram.say(stage.ada, "opens the other connections")
    await stage.settle()
    held = asyncio.Event()
    stage.bot.plan = [Planned(hold=held)]
    stage.telegram.say(stage.ada, "bye")
    stage.telegram.block(stage.ada)
    await until(lambda: "my_chat_member" in stage.bot.got[-1])
    held.set()
    await stage.settle()


async def test_an_edit_waits_for_its_message(stage: Stage) -> None:
    stage.bot.plan = [Planned(500), Planned(500)]
    number = stage.telegram.say(stage.ada, "0803")
    stage.telegram.edit(stage.ada, number, "0804")
    await stage.rest()
    stage.clock.advance(2)
    await stage.settle()
    assert [next(iter(update.keys() - {"update_id"})) for update in stage.bot.got] == [
        *["message"] * 3,
        "edited_message",
    ]


async def test_one_connection_until_a_success_then_as_many_as_allowed(stage: Stage) -> None:
    await stage.set_webhook(max_connections=4)
    first, others = asyncio.Event(), asyncio.Event()
    stage.bot.plan, stage.bot.usual = [Planned(hold=first)], Planned(hold=others)
    for person in [stage.telegram.add_person().id for _ in range(6)]:
        stage.telegram.say(person, "hello")
    await until(lambda: stage.bot.under_way)
    await until_quiet()
    assert stage.bot.most_under_way == 1
    first.set()
    await until(lambda: stage.bot.under_way == 4)
    await until_quiet()
    assert stage.bot.most_under_way == 4
    others.set()
    await stage.settle()
    assert len(stage.bot.got) == 6


async def test_ten_seconds_without_a_success_leave_one_connection(stage: Stage) -> None:
    stage.telegram.say(stage.ada, "hello")
    await stage.settle()
    stage.clock.advance(11)
    held = asyncio.Event()
    stage.bot.usual = Planned(hold=held)
    for person in [stage.telegram.add_person().id for _ in range(3)]:
        stage.telegram.say(person, "hello")
    await until(lambda: stage.bot.under_way)
    await until_quiet()
    assert stage.bot.most_under_way == 1
    held.set()
    await stage.settle()


async def test_the_answer_may_name_a_method(stage: Stage) -> None:
    reply = {"method": "sendMessage", "chat_id": stage.ada, "text": "in the answer"}
    stage.bot.plan = [
        Planned(200, {"Content-Type": "application/json"}, json.dumps(reply).encode()),
        Planned(200, {"Content-Type": "application/x-www-form-urlencoded"}, b"method=sendChatAction"),
    ]
    stage.telegram.say(stage.ada, "hello")
    stage.telegram.say(stage.ada, "again")
    await stage.settle()
    assert stage.telegram.screen(stage.ada).shown[-1].text == "in the answer"
    assert [call.status for call in stage.telegram.journal.made("sendChatAction")] == [400]
    assert len(stage.bot.got) == 2


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "deleteWebhook", "logOut", "inventThis"])
async def test_some_methods_are_not_run_from_an_answer(stage: Stage, method: str) -> None:
    body = json.dumps({"method": method}).encode()
    stage.bot.plan = [Planned(200, {"Content-Type": "application/json"}, body), Planned(200, {}, b"ok")]
    before = dict(stage.telegram.journal.counts)
    stage.telegram.say(stage.ada, "hello")
    stage.telegram.say(stage.ada, "again")
    await stage.settle()
    assert stage.telegram.journal.counts == before
    assert (await stage.call("getWebhookInfo"))["url"] == stage.webhook_url


async def test_what_was_not_taken_is_polled_once_the_webhook_is_gone(stage: Stage) -> None:
    stage.bot.usual = Planned(500)
    stage.telegram.say(stage.ada, "hello")
    await stage.rest()
    await stage.call("deleteWebhook")
    (update,) = await stage.call("getUpdates")
    assert update == stage.bot.got[0]


async def test_what_waits_can_be_dropped_with_the_webhook(stage: Stage) -> None:
    stage.bot.usual = Planned(500)
    stage.telegram.say(stage.ada, "hello")
    await stage.rest()
    stage.bot.usual = Planned()
    await stage.set_webhook(drop_pending_updates=True)
    stage.telegram.say(stage.ada, "fresh")
    await stage.settle()
    assert stage.bot.texts[-1] == "fresh"
    assert (await stage.call("getWebhookInfo"))["pending_update_count"] == 0


async def test_setting_the_same_webhook_again_changes_nothing(stage: Stage) -> None:
    stage.bot.usual = Planned(500)
    stage.telegram.say(stage.ada, "hello")
    assert await stage.rest() == 2
    await stage.set_webhook()
    assert await stage.rest() == 1
    assert len(stage.bot.got) == 2


async def test_updates_can_come_twice_and_in_the_wrong_order(stage: Stage) -> None:
    stage.telegram.hold()
    stage.telegram.say(stage.ada, "first")
    stage.telegram.say(stage.ada, "second")
    stage.telegram.release(reverse=True, copies=2)
    await stage.settle()
    assert stage.bot.texts == ["second", "second", "first", "first"]
    numbers = [update["update_id"] for update in stage.bot.got]
    assert numbers[0] == numbers[1] == numbers[2] + 1 == numbers[3] + 1


@pytest.mark.parametrize("poison", [{"message": None}, {"update_id": "x", "message": 7}, {"callback_query": {}}])
async def test_poison_is_delivered_as_it_is(stage: Stage, poison: dict[str, Any]) -> None:
    stage.telegram.inject(poison)
    await stage.settle()
    assert poison.items() <= stage.bot.got[0].items()


async def test_only_the_kinds_that_are_wanted_come(stage: Stage) -> None:
    await stage.set_webhook(max_connections=2, allowed_updates=["message"])
    number = stage.telegram.say(stage.ada, "hello")
    stage.telegram.edit(stage.ada, number, "hello!")
    stage.telegram.block(stage.ada)
    await stage.settle()
    assert stage.bot.texts == ["hello"]
    await stage.set_webhook(max_connections=3)
    stage.telegram.unblock(stage.ada)
    await stage.set_webhook(max_connections=4, allowed_updates=[])
    stage.telegram.block(stage.ada)
    await stage.settle()
    assert [*stage.bot.got[-1]] == ["update_id", "my_chat_member"]
    assert len(stage.bot.got) == 2
