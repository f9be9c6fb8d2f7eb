"""Failures ordered from the emulated Telegram, and its journal of what was asked and answered."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramFault
from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import Room, open_room


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def test_ordered_failures_strike_as_often_as_ordered(room: Room) -> None:
    room.telegram.fail(TelegramFault("sendMessage", times=2, status=502, description="Bad Gateway"))
    room.telegram.fail(TelegramFault("*", status=429, description="Too Many Requests: retry after 7", retry_after=7))
    answers = [await room.answer("sendMessage", chat_id=room.ada, text="hi") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [502, 502, 429, 200]
    assert answers[2].headers["Retry-After"] == "7"
    assert answers[2].json()["parameters"] == {"retry_after": 7}
    assert len(room.telegram.screen(room.ada).shown) == 2


async def test_a_failure_can_be_meant_for_one_chat(room: Room) -> None:
    bola = room.telegram.add_person("Bola").id
    room.telegram.start(bola)
    room.telegram.fail(TelegramFault("sendMessage", status=500, chat_id=bola))
    assert (await room.answer("sendMessage", chat_id=room.ada, text="hi")).status_code == 200
    assert (await room.answer("sendMessage", chat_id=bola, text="hi")).status_code == 500


async def test_a_slow_call_is_done_at_once_and_answered_later(room: Room) -> None:
    room.telegram.fail(TelegramFault("sendMessage", delay=30))
    sending = asyncio.create_task(room.answer("sendMessage", chat_id=room.ada, text="slowly"))
    screen = await room.telegram.wait(room.ada, since=room.telegram.screen(room.ada).revision)
    assert (screen.shown[-1].text, sending.done()) == ("slowly", False)
    room.telegram.advance(30)
    assert (await sending).status_code == 200


async def test_a_lost_answer_leaves_nothing_on_the_wire(room: Room) -> None:
    room.telegram.fail(TelegramFault("sendMessage", drop=True))
    room.telegram.fail(TelegramFault("sendMessage", status=500, drop=True))
    async with serve(room.telegram.app) as url, httpx.AsyncClient(base_url=url) as http:
        for _ in range(2):
            with pytest.raises(httpx.RemoteProtocolError):
                await http.post(f"{room.api}/sendMessage", json={"chat_id": room.ada, "text": "done?"})
    assert [line.text for line in room.telegram.screen(room.ada).shown] == ["/start", "done?"]


async def test_a_poll_that_waits_does_not_hold_up_the_end(room: Room) -> None:
    async with httpx.AsyncClient() as http, serve(room.telegram.app) as url:
        polling = asyncio.create_task(http.get(f"{url}{room.api}/getUpdates?timeout=50"))
        assert (await http.get(f"{url}{room.api}/getMe")).status_code == 200
    with pytest.raises(httpx.TransportError):
        await polling


async def test_the_journal_tells_what_was_asked_and_answered(room: Room) -> None:
    await room.send("hi")
    await room.answer("sendMessage", chat_id=5, text="hi")
    assert room.telegram.journal.counts == {("sendmessage", 200): 1, ("sendmessage", 400): 1}
    assert [(call.arguments["text"], call.description) for call in room.telegram.journal.made("sendMessage")] == [
        ("hi", ""),
        ("hi", "Bad Request: chat not found"),
    ]
