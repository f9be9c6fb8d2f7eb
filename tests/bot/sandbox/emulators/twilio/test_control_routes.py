"""The control routes of the emulated Twilio: what another process can do, and that it finds what the methods do."""

import argparse
import asyncio
import base64
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from bot.sandbox.emulators.twilio import TwilioEmulator
from bot.sandbox.emulators.twilio.command import add_arguments, settings
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import PUBLIC, Stage
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def control(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{stage.url}/_emulator") as control:
        yield control


async def act(control: httpx.AsyncClient, path: str, **arguments: object) -> Any:
    answer = await control.post(path, json=arguments)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_person_is_made_talks_and_hears(stage: Stage, control: httpx.AsyncClient) -> None:
    ada = await act(control, "/person", phone="+2348030000001", name="Ada")
    said = await act(control, f"/people/{ada['id']}/say", text="hi", fields={"Forwarded": "true"})
    waiting = asyncio.create_task(control.get(f"/people/{ada['id']}/chat?after=1&wait=5"))
    await act(control, "/settle")
    sent = await stage.send(ada["address"], "hello")
    (heard,) = (await waiting).json()
    assert (heard["sid"], heard["text"], heard["mine"]) == (sent.sid, "hello", False)
    assert stage.bot.at("/whatsapp")[0]["MessageSid"] == said["sid"]
    assert stage.bot.at("/whatsapp")[0]["Forwarded"] == "true"
    reply = await act(control, f"/people/{ada['id']}/reply", sid=sent.sid, text="yes")
    assert reply["mine"]
    assert (await control.get(f"/people/{ada['id']}")).json()["window_open"]
    assert [person["name"] for person in (await control.get("/people")).json()] == ["Ada"]


async def test_waiting_in_vain_ends(stage: Stage, control: httpx.AsyncClient) -> None:
    person = stage.twilio.person("+2348030000001")
    assert (await control.get(f"/people/{person.id}/chat?wait=0.01")).json() == []


async def test_every_kind_of_message_can_be_sent(stage: Stage, control: httpx.AsyncClient) -> None:
    path = f"/people/{stage.twilio.person().id}"
    content = base64.b64encode(b"\x89PNG").decode()
    await act(control, f"{path}/send_file", content=content, content_type="image/png")
    await act(control, f"{path}/send_voice")
    await act(control, f"{path}/send_contact", name="Bola", phone="+2348030000002")
    await act(control, f"{path}/send_place", place={"latitude": 6.45, "longitude": 3.39})
    await act(control, "/settle")
    kinds = {form["MessageType"] for form in stage.bot.at("/whatsapp")}
    assert kinds == {"image", "audio", "contacts", "location"}
    assert (await act(control, f"{path}/forge", text="hi", way="absent")) == {"result": 200}


async def test_faults_and_time_are_scripted(stage: Stage, control: httpx.AsyncClient) -> None:
    person = stage.twilio.person("+2348030000001")
    await act(control, "/lose")
    await act(control, "/double", kind="message")
    await act(control, "/delay", seconds=9)
    for text in ("lost", "twice", "late"):
        stage.twilio.say(person, text)
    await act(control, "/settle")
    assert [form["Body"] for form in stage.bot.at("/whatsapp")] == ["twice", "twice"]
    await act(control, "/advance", seconds=9)
    await act(control, "/settle")
    await act(control, "/fail_next", code=63005)
    await act(control, "/fail", fault={"status": 503, "method": "GET"})
    assert (await stage.refusal(stage.client.messages("SM1").fetch))[0] == 503
    await stage.send(person.address)
    journal = (await control.get("/journal")).json()
    assert [post["kind"] for post in journal["posted"]] == ["message"] * 3 + ["status"]
    assert journal["calls"][0]["status"] == 503
    assert list(journal["counts"].values()) == [1, 1]


async def test_people_read_block_and_opt_out(stage: Stage, control: httpx.AsyncClient) -> None:
    person = stage.twilio.person("+2348030000001")
    for deed in ("read", "block", "opt_out"):
        await act(control, f"/people/{person.id}/{deed}")
    assert (person.blocked, person.opted_out) == (True, True)
    await act(control, f"/people/{person.id}/block", blocked=False)
    assert not person.blocked


async def test_the_webhook_is_set_and_reset_forgets_all_but_it(stage: Stage, control: httpx.AsyncClient) -> None:
    stage.twilio.say(stage.twilio.person("+2348030000001"), "hi")
    await act(control, "/set_webhook", url=f"{PUBLIC}/whatsapp/other", deliver_to=f"{stage.url}/whatsapp/other")
    await act(control, "/reset")
    assert (await control.get("/people")).json() == []
    assert await stage.call(stage.client.messages.list) == []
    stage.twilio.say(stage.twilio.person("+2348030000001"), "again")
    await act(control, "/settle")
    assert len(stage.bot.at("/whatsapp/other")) == 1
    overview = (await control.get(f"{stage.url}/_emulator")).json()
    assert overview["account_sid"] == stage.twilio.account.sid


@for_every(
    ("path", "arguments", "status"),
    [
        ("/person", {"phone": "0803"}, 400),
        ("/person", {"telephone": "+2348030000001"}, 400),
        ("/advance", {}, 400),
        ("/advance", {"seconds": -1}, 400),
        ("/close", {}, 404),
        ("/people/000/say", {"text": "x"}, 404),
        ("/approve", {"content_sid": "HX0"}, 404),
    ],
)
async def test_what_is_asked_wrongly_is_answered_with_why(
    control: httpx.AsyncClient, path: str, arguments: dict[str, object], status: int
) -> None:
    answer = await control.post(path, json=arguments)
    assert (answer.status_code, bool(answer.json()["error"])) == (status, True)


async def test_arguments_that_are_no_object_are_refused(control: httpx.AsyncClient) -> None:
    assert (await control.post("/lose", json=["message"])).status_code == 400
    assert (await control.post("/lose", content=b"{")).status_code == 400


async def test_the_command_prints_settings_that_open_the_emulator() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    arguments = parser.parse_args(["--port", "0", "--from", "whatsapp:+2348031234567"])
    emulator = TwilioEmulator(arguments.account_sid, arguments.auth_token, sender=arguments.sender)
    printed = dict(line.split("=", 1) for line in settings(emulator).splitlines())
    assert printed["WHATSAPP_FROM"] == "whatsapp:+2348031234567"
    assert printed["TWILIO_ACCOUNT_SID"].startswith("AC")
    token = base64.b64encode(f"{printed['TWILIO_API_KEY_SID']}:{printed['TWILIO_API_KEY_SECRET']}".encode())
    assert emulator.account.admits(f"Basic {token.decode()}")
    assert not emulator.account.admits("Basic é")
