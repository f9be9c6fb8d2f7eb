"""How the emulated Bot API is called: tokens, methods, bodies, and its limits on speed."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import Room, open_room
from tests.for_every import for_every


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


@for_every(
    ("path", "status", "description"),
    [
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot0:abc/getMe", 404, "Not Found"),
        ("/bot123456:AAother/getMe", 401, "Unauthorized"),
        ("/bot{token}/getHappy", 404, "Not Found: method not found"),
        ("/bot{token}/", 404, "Not Found: method not found"),
        ("/bot{token}", 404, "Not Found: method not found"),
    ],
)
async def test_tokens_and_methods_that_there_are_not(room: Room, path: str, status: int, description: str) -> None:
    answer = await room.http.post(path.format(token=room.telegram.token))
    assert answer.status_code == status
    assert answer.json() == {"ok": False, "error_code": status, "description": description}


async def test_a_call_may_be_a_query_a_form_multipart_or_json(room: Room) -> None:
    url, fields = f"/bot{room.telegram.token}/SENDMESSAGE", {"chat_id": str(room.ada), "text": "1 + 1 = 2 & so on"}
    answers = [
        await room.http.get(url, params=fields),
        await room.http.post(url, data=fields),
        await room.http.post(url, data=fields, files={"unused": b"x"}),
        await room.http.post(url, json=fields | {"chat_id": room.ada, "reply_markup": None}),
        await room.http.post(url, params={"chat_id": fields["chat_id"]}, data={"text": fields["text"]}),
    ]
    assert [answer.json()["result"]["text"] for answer in answers] == [fields["text"]] * 5


async def test_a_body_that_is_no_json_object_is_refused(room: Room) -> None:
    url = f"/bot{room.telegram.token}/sendMessage"
    for body in ("{", "[]", '"text"'):
        answer = await room.http.post(url, content=body, headers={"Content-Type": "application/json"})
        assert answer.json()["description"] == "Bad Request: can't parse JSON object"


async def test_nothing_personal_shows_in_a_repr(room: Room) -> None:
    person = room.telegram.add_person("Adaeze", phone_number="2348031234567")
    room.telegram.say(person.id, "493021")
    call = await room.answer("sendMessage", chat_id=person.id, text="secret balance")
    assert call.status_code == 200
    shown = json.dumps([repr(person), repr(room.telegram.screen(person.id)), repr(room.telegram.journal.calls)])
    assert not [word for word in ("Adaeze", "2348031234567", "493021", "balance") if word in shown]


@for_every(
    ("method", "arguments", "refusal"),
    [
        ("deleteMessage", {}, "message identifier is not specified"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        (
            "deleteMessages",
            {"message_ids": list(range(1, 102))},
            "too many message identifiers specified",
        ),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": [{"command": "start", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "start", "description": "x"}] * 101},
            "BOT_COMMANDS_TOO_MUCH",
        ),
        (
            "setMyCommands",
            {"commands": [], "language_code": "pt-br"},
            "invalid language code specified",
        ),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 3}}, "chat not found"),
        ("setMyDescription", {"description": "a" * 513}, "description is too long"),
        ("setMyShortDescription", {"short_description": "a" * 121}, "short description is too long"),
        ("setMyName", {"name": "a" * 65}, "name is too long"),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "pizza"}},
            "can't parse menu button: MenuButton has unsupported type",
        ),
    ],
)
async def test_other_methods_refuse_too(room: Room, method: str, arguments: dict[str, Any], refusal: str) -> None:
    assert await room.refusal(method, chat_id=room.ada, **arguments) == (400, refusal)


async def test_pictures_are_pictures_and_not_too_big(room: Room) -> None:
    url, fields = f"/bot{room.telegram.token}/sendPhoto", {"chat_id": str(room.ada)}
    refused = await room.http.post(url, data=fields, files={"photo": b"just a text"})
    assert refused.json()["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    big = b"\xff\xd8\xff" + bytes(10 * 1024 * 1024)
    refused = await room.http.post(url, data=fields, files={"photo": big})
    assert (refused.status_code, refused.json()["description"]) == (413, "Request Entity Too Large")
    picture = {"photo": b"\xff\xd8\xff a picture"}
    refused = await room.http.post(url, data=fields | {"caption": "a" * 1025}, files=picture)
    assert refused.json()["description"] == "Bad Request: message caption is too long"


async def test_one_chat_takes_a_message_a_second_after_a_burst(room: Room) -> None:
    statuses = [
        (await room.answer("sendMessage", chat_id=room.ada, text=str(number))).status_code for number in range(7)
    ]
    assert statuses == [200] * 5 + [429] * 2
    refused = await room.answer("sendMessage", chat_id=room.ada, text="again")
    assert refused.headers["Retry-After"] == "1"
    assert refused.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    room.telegram.advance(1)
    assert (await room.answer("sendMessage", chat_id=room.ada, text="patience")).status_code == 200
    assert (await room.answer("sendMessage", chat_id=room.ada, text="haste")).status_code == 429


async def test_all_chats_together_take_thirty_a_second(room: Room) -> None:
    people = [room.telegram.add_person().id for _ in range(31)]
    for person in people:
        room.telegram.start(person)
    statuses = [(await room.answer("sendMessage", chat_id=p, text="hi")).status_code for p in people]
    assert statuses == [200] * 30 + [429]
    room.telegram.limit(enforced=False)
    assert (await room.answer("sendMessage", chat_id=people[-1], text="hi")).status_code == 200


async def test_what_is_no_message_is_not_limited(room: Room) -> None:
    for _ in range(40):
        assert await room.call("sendChatAction", chat_id=room.ada, action="typing") is True
