"""The control routes of the emulated Telegram, by which other programs move people and time; and its command."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.emulators.telegram import TelegramEmulator
from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import AGREE, START, Room, open_room
from tests.for_every import for_every


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def test_everything_can_be_done_through_the_control_routes(room: Room) -> None:
    async def act(name: str, **arguments: Any) -> Any:
        answer = await room.http.post(f"/_emulator/{name}", json=arguments)
        assert answer.status_code == 200, answer.text
        return answer.json()

    bola = (await act("add_person", first_name="Bola", phone_number="2348031234567", language_code=None))["id"]
    await act("start", person_id=bola, payload="token")
    sent = await room.call("sendMessage", chat_id=bola, text="May we?", reply_markup=AGREE)
    press = await act("tap", person_id=bola, message_id=sent["message_id"], button="I agree")
    await room.call("answerCallbackQuery", callback_query_id=press["id"], text="Thanks")
    await act("share_contact", person_id=bola)
    await act("fail", fault={"method": "sendMessage", "status": 500})
    assert (await room.answer("sendMessage", chat_id=bola, text="hi")).status_code == 500
    await act("advance", seconds=60)
    assert room.telegram.clock.now() - START == timedelta(minutes=1)
    screen = (await room.http.get(f"/_emulator/chats/{bola}", params={"since": 0, "timeout": 1})).json()
    assert [line["kind"] for line in screen["lines"]] == ["text", "text", "contact"]
    assert screen["presses"][0]["text"] == "Thanks"
    people = (await room.http.get("/_emulator/people")).json()
    assert [person["first_name"] for person in people] == ["Ada", "Bola"]
    calls = (await room.http.get("/_emulator/journal", params={"method": "sendMessage"})).json()
    assert calls["counts"]["sendmessage"] == {"200": 1, "500": 1}
    assert len(calls["calls"]) == 2
    await act("reset")
    assert (await room.http.get("/_emulator/people")).json() == []


async def test_a_picture_can_be_fetched(room: Room) -> None:
    picture = b"\xff\xd8\xff a picture"
    await room.http.post(f"{room.api}/sendPhoto", data={"chat_id": str(room.ada)}, files={"photo": picture})
    shown = room.telegram.screen(room.ada).shown[-1]
    assert (await room.http.get(f"/_emulator/files/{shown.file_id}")).content == picture
    assert (await room.http.get("/_emulator/files/none")).status_code == 404


@for_every(
    ("path", "body", "status"),
    [
        ("fly", "{}", 404),
        ("say", "{", 400),
        ("say", "[]", 400),
        ("say", '{"person_id": 1}', 400),
        ("say", '{"person_id": "one", "text": "hi"}', 400),
        ("say", '{"person_id": 1, "text": "hi"}', 409),
        ("advance", '{"seconds": -1}', 400),
    ],
)
async def test_control_routes_say_what_is_wrong(room: Room, path: str, body: str, status: int) -> None:
    answer = await room.http.post(f"/_emulator/{path}", content=body)
    assert (answer.status_code, [*answer.json()]) == (status, ["error"])


@pytest.mark.parametrize(("path", "status"), [("chats/7", 404), ("chats/{ada}?since=x", 400)])
async def test_there_is_nothing_to_see(room: Room, path: str, status: int) -> None:
    assert (await room.http.get(f"/_emulator/{path.format(ada=room.ada)}")).status_code == status


def test_a_token_must_look_like_one() -> None:
    with pytest.raises(ValueError, match="a bot's token"):
        TelegramEmulator("secret")
