"""The emulated Mono's control routes and its command: what other programs and people at a terminal can do with it."""

import argparse
import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from bot.sandbox.emulators.command import serve_emulator
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import BY_NAME, MonoEmulator, command
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import MTN, START, Listener, Room, open_house, open_room
from tests.for_every import for_every
from tests.waiting import until


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def test_the_inbox_of_a_phone_is_shown_without_a_key(room: Room) -> None:
    await room.log_in()
    del room.http.headers["mono-sec-key"]
    [sms] = await room.read("/_emulator/sms", phone=MTN)
    assert (sms["from"], sms["at"]) == ("MTN", START.isoformat())
    assert room.otp() in sms["text"]
    assert await room.read("/_emulator/sms", phone="+2348030000101") == [sms]
    assert await room.read("/_emulator/sms", phone="08030000102") == await room.read("/_emulator/sms") == []


async def test_the_calls_are_shown_and_the_control_routes_are_none_of_them(room: Room) -> None:
    await room.log_in()
    [call] = (await room.read("/_emulator/journal"))["calls"]
    assert call == {"method": "POST", "path": "/v2/telecom/auth", "phone": MTN, "at": START.isoformat()}


async def test_the_clock_can_be_wound(room: Room) -> None:
    assert (await room.order("advance", seconds=600)).json() == {"ok": True}
    assert room.mono.clock.now() == START + timedelta(seconds=600)


async def test_faults_can_be_ordered(room: Room) -> None:
    fault = {"status": 429, "headers": {"retry-after": "9"}}
    assert (await room.order("fail", path="/v2/telecom/*", fault=fault, times=2)).status_code == 200
    answers = [await room.ask_otp() for _ in range(3)]
    assert [answer.status_code for answer in answers] == [429, 429, 200]
    assert answers[0].headers["retry-after"] == "9"


async def test_answers_can_be_slowed_down(room: Room) -> None:
    await room.order("slow_down", seconds=4)
    asked = asyncio.create_task(room.ask_otp())
    await until(lambda: room.mono.journal.calls)
    await room.order("advance", seconds=4)
    assert (await asked).status_code == 200


async def test_everything_can_be_forgotten(room: Room) -> None:
    await room.log_in()
    assert (await room.http.post("/_emulator/reset")).json() == {"ok": True}
    assert (room.mono.sms(MTN), list(room.mono.journal.calls)) == ([], [])


async def test_webhooks_can_be_pointed_somewhere_and_told_anything() -> None:
    listener = Listener()
    async with serve(listener) as url, open_house() as house:
        order = {"url": url, "secret": "s3cret", "lose": 1, "double": 1}
        assert (await house.order("set_webhook", **order)).status_code == 200
        for name in ("lost", "doubled"):
            await house.order("send_event", event={"event": name, "data": [None]})
        await listener.hear(2)
    assert listener.got == [{"event": "doubled", "data": [None]}] * 2
    assert listener.headers[0]["mono-webhook-secret"] == "s3cret"


@for_every(
    ("action", "body"),
    [
        ("advance", b"{}"),
        ("advance", b'{"seconds": -1}'),
        ("advance", b'{"seconds": "soon"}'),
        ("advance", b'{"seconds": 1e300}'),
        ("advance", b'{"seconds": NaN}'),
        ("advance", b'{"seconds": 1, "minutes": 2}'),
        ("advance", b"[1]"),
        ("advance", b"{"),
        ("advance", b"\xff"),
        ("fail", b'{"path": "/x"}'),
        ("fail", b'{"path": "/x", "fault": {"status": "many"}}'),
        ("fail", b'{"path": "/x", "fault": {"unknown": 1}}'),
        ("fail", b'{"path": "/x", "fault": {}, "times": 0}'),
        ("set_webhook", b'{"url": "http://127.0.0.1:9"}'),
        ("send_event", b'{"event": "text"}'),
        ("reset", b'{"everything": true}'),
    ],
)
async def test_what_is_asked_wrongly_is_told_and_changes_nothing(room: Room, action: str, body: bytes) -> None:
    answer = await room.http.post(f"/_emulator/{action}", content=body)
    assert (answer.status_code, list(answer.json())) == (400, ["error"])
    assert room.mono.clock.now() == START
    assert (await room.ask_otp()).status_code == 200


async def test_there_are_no_other_control_routes(room: Room) -> None:
    assert (await room.order("explode")).status_code == 404
    assert (await room.http.get("/_emulator/advance")).status_code == 405
    assert (await room.http.get("/_emulator/")).status_code == 404


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(words)


def test_the_help_lists_every_test_number(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse("--help")
    shown = capsys.readouterr().out
    assert not [line.name for line in BY_NAME.values() if f"{line.phone}  {line.name} " not in shown]
    assert "ours, not Mono's" in shown


async def test_the_command_prints_what_a_server_needs_to_know(capsys: pytest.CaptureFixture[str]) -> None:
    listener = Listener()
    async with serve(listener) as url:
        options = ("--port", "0", "--webhook-url", url, "--webhook-secret", "s3cret", "--latency", "0.001")
        running = asyncio.create_task(serve_emulator(parse(*options), command.build))
        said: list[str] = []

        def has_said_it() -> bool:
            said.append(capsys.readouterr().out)
            return "MONO_SECRET_KEY=" in "".join(said)

        await until(has_said_it)
        settings = dict(line.split("=", 1) for line in "".join(said).splitlines()[1:])
        async with httpx.AsyncClient(base_url=settings["MONO_API_BASE"]) as http:
            room = Room(MonoEmulator(settings["MONO_SECRET_KEY"]), http)
            assert (await room.ask_otp()).status_code == 200
            [sms] = await room.read("/_emulator/sms", phone=MTN)
            await room.order("send_event", event={"event": "hello"})
        await listener.hear(1)
        running.cancel()
        await asyncio.wait([running])
    assert re.search(r"\d{6}", sms["text"])
    assert listener.headers[0]["mono-webhook-secret"] == "s3cret"
