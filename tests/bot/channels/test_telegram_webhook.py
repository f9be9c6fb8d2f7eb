"""The webhook's endpoint: who is let in, and what is answered when; at the emulated Telegram and by hand."""

import json
from collections.abc import AsyncIterator
from urllib.parse import parse_qsl

import httpx
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from bot.channels.telegram.registration import register
from bot.channels.telegram.webhook import TelegramDoor
from bot.http.doors import door_routes
from bot.http.webhook_endpoint import MOST_BYTES
from bot.monitoring.metrics import Metrics
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.loopback import serve
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, TextReceived
from conversations.secret import Secret
from conversations.wording import Button, Rendered
from storage.errors import StorageFull
from tests.bot.channels.telegram_stage import EmulatedTelegram, Receiver, Stage, open_stage
from tests.bot.channels.telegram_updates_made import ADA, GROUP, UPDATE, message, tap, update
from tests.for_every import for_every
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "right-Secret_1"
HELLO = json.dumps(update(message=message(text="hello"))).encode()


@pytest_asyncio.fixture(loop_scope="module")
async def stage(emulated: EmulatedTelegram) -> AsyncIterator[Stage]:
    async with open_stage(emulated) as stage:
        yield stage


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def app(stage: Stage, receiver: Receiver, metrics: Metrics) -> Starlette:
    return open_door(stage, SECRET, receiver, metrics)


def open_door(stage: Stage, secret: str, receiver: Receiver, metrics: Metrics) -> Starlette:
    door = TelegramDoor(stage.telegram, Secret(secret), metrics)
    door.open_to(receiver.receive)
    return Starlette(routes=door_routes([door]))


@pytest_asyncio.fixture(loop_scope="module")
async def endpoint(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever knocks, with the right secret unless they say another."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot", headers=headers) as client:
        yield client


async def test_what_people_do_arrives_and_taps_are_answered(stage: Stage, app: Starlette, receiver: Receiver) -> None:
    async with serve(app) as url:
        await register(stage.telegram, url, Secret(SECRET), "Kudi Loans")
        await stage.telegram.deliver(stage.ada, Rendered("May we?", (Button("agree", "I agree"),), 7))
        press = stage.emulator.tap(stage.person, stage.emulator.screen(stage.person).shown[-1].message_id, "I agree")
        stage.emulator.say(stage.person, "hello")
        await until(lambda: len(receiver.got) == 2 and press.answered_at)
        await until(lambda: not stage.emulator.updates.waiting())
    assert sorted(map(type, receiver.events), key=str) == [ButtonTapped, TextReceived]
    assert {each.contact for each in receiver.got} == {stage.ada}


async def test_a_tap_is_answered_with_its_acknowledgement(endpoint: httpx.AsyncClient, receiver: Receiver) -> None:
    receiver.toast = "That question is over. ₦5 & more"
    answer = await endpoint.post("/telegram", json=update(callback_query=tap()))
    assert answer.headers["content-type"] == "application/x-www-form-urlencoded"
    call = {"method": "answerCallbackQuery", "callback_query_id": "5512", "text": receiver.toast}
    assert dict(parse_qsl(answer.text, strict_parsing=True)) == call


async def test_a_tap_without_a_toast_only_stops_its_spinner(endpoint: httpx.AsyncClient) -> None:
    answer = await endpoint.post("/telegram", json=update(callback_query=tap()))
    assert dict(parse_qsl(answer.text)) == {"method": "answerCallbackQuery", "callback_query_id": "5512"}


@pytest.mark.parametrize("query", ["\ud83d", "a&method=sendMessage", ""])
async def test_a_tap_that_cannot_be_read_is_answered_and_carries_no_other_call(
    endpoint: httpx.AsyncClient, receiver: Receiver, query: str
) -> None:
    body = json.dumps(update(callback_query={"id": query, "from": {"id": ADA}})).encode()
    answer = await endpoint.post("/telegram", content=body)
    (aside,) = receiver.got
    assert isinstance(aside, UnreadableInbound)
    called = dict(parse_qsl(answer.text, keep_blank_values=True))
    assert called == {"method": "answerCallbackQuery", "callback_query_id": query.replace("\ud83d", "\ufffd")}


async def test_a_tap_that_was_acknowledged_by_another_process_is_answered_by_a_call(
    stage: Stage, receiver: Receiver
) -> None:
    door = TelegramDoor(stage.telegram, Secret(SECRET), Metrics())
    door.open_to(receiver.receive)
    receiver.toast = "Done"
    await stage.telegram.deliver(stage.ada, Rendered("May we?", (Button("agree", "I agree"),), 7))
    press = stage.emulator.tap(stage.person, stage.emulator.screen(stage.person).shown[-1].message_id, "I agree")
    body = json.dumps(stage.emulator.updates.waiting()[-1].content).encode()
    await door.take_late(door.read(body), stage.clock.now())
    await until(lambda: press.answered_at)
    assert press.text == "Done"


async def test_a_tap_is_not_answered_before_its_turn_is_on_disk(
    endpoint: httpx.AsyncClient, receiver: Receiver
) -> None:
    receiver.failures = [StorageFull("no room")]
    answer = await endpoint.post("/telegram", json=update(callback_query=tap()))
    assert (answer.status_code, answer.content) == (503, b"")


async def test_what_is_no_tap_is_acknowledged_without_a_word(endpoint: httpx.AsyncClient) -> None:
    answer = await endpoint.post("/telegram", content=HELLO)
    assert (answer.status_code, answer.content, "content-type" in answer.headers) == (200, b"", False)


async def test_an_update_is_acknowledged_only_when_its_turn_is_on_disk(
    stage: Stage, app: Starlette, receiver: Receiver
) -> None:
    receiver.free.clear()
    receiver.failures = [StorageFull("no room")]
    async with serve(app) as url:
        await register(stage.telegram, url, Secret(SECRET), "Kudi Loans")
        stage.emulator.say(stage.person, "hello")
        await until(lambda: receiver.asked)
        assert stage.emulator.updates.waiting()
        receiver.free.set()
        await until(lambda: stage.emulator.webhooks.resting)
        assert stage.emulator.updates.waiting()
        stage.clock.advance(5)
        await until(lambda: not stage.emulator.updates.waiting())
    assert receiver.asked[0] == receiver.asked[1] == receiver.got[0]


async def test_a_group_is_left_and_not_heard(stage: Stage, endpoint: httpx.AsyncClient, receiver: Receiver) -> None:
    group = stage.emulator.add_group()
    body = update(message=message(chat=GROUP | {"id": group}, text="hi"))
    assert (await endpoint.post("/telegram", json=body)).status_code == 200
    await until(lambda: stage.emulator.state.chats[group].bot_status == "left")
    assert receiver.asked == []


WRONG = {
    "empty": b"",
    "wrong": b"wrong",
    "prefix": SECRET.encode()[:-1],
    "longer": SECRET.encode() + b"x",
    "case": SECRET.swapcase().encode(),
    "no text": b"\xff\x00\xe9",
    "huge": b"a" * 2**20,
}


@for_every("secret", WRONG.values())
async def test_nobody_enters_with_another_secret(
    endpoint: httpx.AsyncClient, receiver: Receiver, secret: bytes
) -> None:
    headers = {b"X-Telegram-Bot-Api-Secret-Token": secret}
    assert (await endpoint.post("/telegram", content=HELLO, headers=headers)).status_code == 401
    assert receiver.asked == []


async def test_nobody_enters_without_a_secret(endpoint: httpx.AsyncClient, receiver: Receiver) -> None:
    del endpoint.headers["X-Telegram-Bot-Api-Secret-Token"]
    assert (await endpoint.post("/telegram", content=HELLO)).status_code == 401
    assert receiver.asked == []


async def test_what_is_refused_is_counted_by_its_reason(endpoint: httpx.AsyncClient, metrics: Metrics) -> None:
    assert 'telcolink_webhooks_refused_total{door="telegram",reason="secret"} 0.0' in metrics.render().decode()
    await endpoint.post("/telegram", content=HELLO, headers={"X-Telegram-Bot-Api-Secret-Token": "wrong"})
    await endpoint.post("/telegram", content=b" " * (MOST_BYTES + 1))
    told = metrics.render().decode()
    assert 'telcolink_webhooks_refused_total{door="telegram",reason="secret"} 1.0' in told
    assert 'telcolink_webhooks_refused_total{door="telegram",reason="size"} 1.0' in told


async def test_a_route_without_a_secret_lets_nobody_in(stage: Stage, receiver: Receiver) -> None:
    app = open_door(stage, "", receiver, Metrics())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": ""}):
            assert (await client.post("/telegram", content=HELLO, headers=headers)).status_code == 401


async def test_too_much_is_not_read(endpoint: httpx.AsyncClient, receiver: Receiver) -> None:
    async def drip() -> AsyncIterator[bytes]:
        for _ in range(MOST_BYTES // 1024 + 1):
            yield b" " * 1024

    assert (await endpoint.post("/telegram", content=b" " * (MOST_BYTES + 1))).status_code == 413
    assert (await endpoint.post("/telegram", content=drip())).status_code == 413
    assert receiver.asked == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=100) | st.recursive(st.none() | st.text(), st.lists).map(json.dumps).map(str.encode))
async def test_nothing_that_the_secret_comes_with_is_refused(endpoint: httpx.AsyncClient, body: bytes) -> None:
    assert (await endpoint.post("/telegram", content=body)).status_code == 200


async def test_a_disk_that_fails_asks_telegram_to_come_again(endpoint: httpx.AsyncClient, receiver: Receiver) -> None:
    receiver.failures = [StorageFull("no room")]
    answer = await endpoint.post("/telegram", content=HELLO)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert (await endpoint.post("/telegram", content=HELLO)).status_code == 200


async def test_a_defect_of_ours_puts_the_update_aside_and_owes_an_answer(
    endpoint: httpx.AsyncClient, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    receiver.failures = [ZeroDivisionError("hello")]
    assert (await endpoint.post("/telegram", content=HELLO)).status_code == 200
    ada = Contact("telegram", str(ADA))
    assert receiver.got == [UnreadableInbound("telegram", "turn failed", HELLO, str(UPDATE), ada)]
    assert "turn_failed" in capsys.readouterr().out


async def test_a_defect_that_breaks_the_answer_too_still_puts_the_update_aside(
    endpoint: httpx.AsyncClient, receiver: Receiver
) -> None:
    receiver.failures = [ZeroDivisionError(), KeyError()]
    assert (await endpoint.post("/telegram", content=HELLO)).status_code == 200
    assert receiver.got == [UnreadableInbound("telegram", "turn failed", HELLO, str(UPDATE), None)]
    assert isinstance(receiver.asked[0], Inbound)


async def test_a_defect_does_not_hide_a_disk_that_fails(endpoint: httpx.AsyncClient, receiver: Receiver) -> None:
    receiver.failures = [ZeroDivisionError(), StorageFull("no room")]
    assert (await endpoint.post("/telegram", content=HELLO)).status_code == 503
