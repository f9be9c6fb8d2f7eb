"""getUpdates and setWebhook of the emulated Bot API: offsets, long polls, conflicts, and what is refused."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import HOUR, Room
from tests.waiting import until_quiet

WEBHOOK = "http://127.0.0.1:9/telegram"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)

OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class PollingRoom(Room):
    """A room whose bot polls, with answers as they are."""

    def say(self, *texts: str) -> None:
        for text in texts:
            self.telegram.say(self.ada, text)

    async def body(self, method: str, **arguments: Any) -> dict[str, Any]:
        body: dict[str, Any] = (await self.answer(method, **arguments)).json()
        return body

    async def poll(self, **arguments: Any) -> list[dict[str, Any]]:
        """The updates; some seconds pass before, so that no poll counts as hasty."""
        self.telegram.advance(3)
        result: list[dict[str, Any]] = await self.call("getUpdates", **arguments)
        return result

    async def texts(self, **arguments: Any) -> list[str]:
        return [update["message"]["text"] for update in await self.poll(**arguments)]

    def start_poll(self, **arguments: Any) -> asyncio.Task[dict[str, Any]]:
        return asyncio.create_task(self.body("getUpdates", **arguments))


@pytest.fixture
async def room() -> AsyncIterator[PollingRoom]:
    room = PollingRoom()
    async with room.http:
        yield room


async def test_updates_are_handed_over_until_a_later_offset_confirms_them(room: PollingRoom) -> None:
    room.say("a", "b", "c")
    first = await room.poll()
    assert [update["message"]["text"] for update in first] == ["a", "b", "c"]
    assert await room.poll() == first
    assert await room.texts(offset=first[0]["update_id"] + 1) == ["b", "c"]
    assert await room.texts() == ["b", "c"]
    assert await room.texts(offset=first[-1]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_the_last_ones_only(room: PollingRoom) -> None:
    room.say("a", "b", "c")
    assert await room.texts(offset=-2) == ["b", "c"]
    assert await room.texts() == ["b", "c"]


async def test_an_offset_in_the_future_confirms_nothing(room: PollingRoom) -> None:
    room.say("a")
    (update,) = await room.poll()
    assert await room.texts(offset=update["update_id"] + 1000) == ["a"]


async def test_a_batch_has_a_limit(room: PollingRoom) -> None:
    room.say(*(str(number) for number in range(120)))
    assert await room.texts(limit=2) == ["0", "1"]
    assert len(await room.poll(limit=1000)) == 100


async def test_updates_are_gone_after_a_day(room: PollingRoom) -> None:
    room.say("yesterday")
    room.telegram.advance(24 * HOUR + 1)
    room.say("today")
    assert await room.texts() == ["today"]


async def test_after_a_week_the_numbers_start_anew(room: PollingRoom) -> None:
    room.say("a")
    (before,) = await room.poll()
    room.telegram.advance(8 * 24 * HOUR)
    room.say("b")
    (after,) = await room.poll()
    assert after["update_id"] != before["update_id"] + 1


async def test_a_long_poll_ends_with_the_first_update(room: PollingRoom) -> None:
    polling = room.start_poll(timeout=50)
    await until_quiet()
    assert not polling.done()
    room.say("at last")
    assert [update["message"]["text"] for update in (await polling)["result"]] == ["at last"]


@pytest.mark.parametrize(("asked", "given"), [(10, 10), (50, 50), (600, 50)])
async def test_a_long_poll_ends_empty_after_its_time(room: PollingRoom, asked: int, given: int) -> None:
    polling = room.start_poll(timeout=asked)
    await until_quiet()
    room.telegram.advance(given - 0.5)
    await until_quiet()
    assert not polling.done()
    room.telegram.advance(0.5)
    assert await polling == {"ok": True, "result": []}


async def test_the_same_offset_again_at_once_waits_three_seconds(room: PollingRoom) -> None:
    await room.poll()
    polling = room.start_poll()
    await until_quiet()
    assert not polling.done()
    room.telegram.advance(3)
    assert (await polling)["result"] == []


async def test_the_same_offset_within_half_a_second_gets_one_update(room: PollingRoom) -> None:
    room.say("a", "b")
    assert await room.texts() == ["a", "b"]
    assert len((await room.body("getUpdates"))["result"]) == 1


async def test_a_second_poll_ends_the_first(room: PollingRoom) -> None:
    first = room.start_poll(timeout=50)
    await until_quiet()
    second = room.start_poll(offset=5, timeout=50)
    refused = await first
    assert (refused["error_code"], refused["description"]) == (409, OTHER_POLL)
    room.say("for the second")
    assert len((await second)["result"]) == 1


async def test_a_webhook_ends_a_poll_and_forbids_the_next(room: PollingRoom) -> None:
    polling = room.start_poll(timeout=50)
    await until_quiet()
    assert (await room.body("setWebhook", url=WEBHOOK))["ok"]
    assert (await polling)["description"] == "Conflict: terminated by setWebhook request"
    refused = await room.body("getUpdates")
    assert (refused["error_code"], refused["description"]) == (409, WEBHOOK_ACTIVE)


async def test_a_conflict_that_repeats_is_told_after_three_seconds(room: PollingRoom) -> None:
    await room.body("setWebhook", url=WEBHOOK)
    assert (await room.body("getUpdates"))["error_code"] == 409
    again = room.start_poll()
    await until_quiet()
    assert not again.done()
    room.telegram.advance(3)
    assert (await again)["description"] == WEBHOOK_ACTIVE


async def test_wanted_kinds_are_remembered_until_others_are_named(room: PollingRoom) -> None:
    await room.poll(allowed_updates=["message"])
    room.say("hello")
    room.telegram.block(room.ada)
    assert [*(await room.poll())[-1]] == ["update_id", "message"]
    await room.poll(allowed_updates=[])
    room.telegram.unblock(room.ada)
    assert [*(await room.poll())[-1]] == ["update_id", "my_chat_member"]
    await room.poll(allowed_updates=["no such kind"])
    room.telegram.block(room.ada)
    assert [*(await room.poll())[-1]] == ["update_id", "my_chat_member"]


async def test_updates_held_back_can_come_reversed_and_twice(room: PollingRoom) -> None:
    room.telegram.hold()
    room.say("a", "b")
    assert await room.texts() == []
    room.telegram.release(reverse=True, copies=2)
    assert await room.texts() == ["b", "b", "a", "a"]
    newest = (await room.poll())[0]["update_id"]
    assert await room.texts(offset=newest + 1) == []


@pytest.mark.parametrize(
    ("settings", "refusal"),
    [
        ({"url": "http://example.com/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.com:8080/hook"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://"}, "invalid webhook URL specified"),
        ({"url": "https://[::1/hook"}, "invalid webhook URL specified"),
        ({"url": WEBHOOK, "secret_token": "a" * 257}, "secret token is too long"),
        ({"url": WEBHOOK, "secret_token": "not+allowed"}, "secret token contains unallowed characters"),
        ({"url": WEBHOOK, "secret_token": "ṣẹ"}, "secret token contains unallowed characters"),
    ],
)
async def test_webhooks_that_are_not_set(room: PollingRoom, settings: dict[str, str], refusal: str) -> None:
    refused = await room.body("setWebhook", **settings)
    assert (refused["error_code"], refused["description"]) == (400, f"Bad Request: {refusal}")
    assert (await room.body("getWebhookInfo"))["result"]["url"] == ""


@pytest.mark.parametrize(
    "settings",
    [
        {"url": WEBHOOK, "secret_token": "a" * 256},
        {"url": "https://example.com/hook"},
        {"url": "https://example.com:8443/hook"},
        {"url": "http://localhost:8080/hook"},
        {"url": "http://[::1]:8080/hook"},
    ],
)
async def test_webhooks_that_are_set(room: PollingRoom, settings: dict[str, str]) -> None:
    assert await room.body("setWebhook", **settings) == {"ok": True, "result": True}
    assert (await room.body("getWebhookInfo"))["result"]["url"] == settings["url"]


async def test_a_webhook_is_set_at_most_once_a_second(room: PollingRoom) -> None:
    await room.body("setWebhook", url=WEBHOOK)
    refused = await room.body("setWebhook", url=WEBHOOK + "/other")
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 1})
    room.telegram.advance(1)
    assert (await room.body("setWebhook", url=WEBHOOK + "/other"))["ok"]
    assert (await room.body("setWebhook", url=""))["ok"]
    assert (await room.body("getWebhookInfo"))["result"]["url"] == ""


@pytest.mark.parametrize(("asked", "given"), [({}, 40), ({"max_connections": 7}, 7), ({"max_connections": 999}, 100)])
async def test_connections_have_a_limit(room: PollingRoom, asked: dict[str, int], given: int) -> None:
    await room.body("setWebhook", url=WEBHOOK, **asked)
    assert (await room.body("getWebhookInfo"))["result"]["max_connections"] == given
