"""What is ordered to go wrong at the emulated Mono goes wrong, as often as ordered; and every call is written down."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio

from bot.sandbox.emulators.mono import BY_NAME, MonoApiCall, MonoFault
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import MTN, START, Room, open_house, open_room
from tests.waiting import until, until_quiet

LOG_IN = "/v2/telecom/auth"


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def statuses(room: Room, times: int) -> list[int]:
    return [(await room.ask_otp()).status_code for _ in range(times)]


async def test_a_fault_is_met_as_often_as_ordered(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(503), times=2)
    assert await statuses(room, 3) == [503, 503, 200]
    assert len(room.mono.sms(MTN)) == 1


async def test_faults_are_met_in_the_order_in_which_they_were_ordered(room: Room) -> None:
    for status in (500, 429, 402):
        room.mono.fail(LOG_IN, MonoFault(status))
    assert await statuses(room, 4) == [500, 429, 402, 200]


async def test_a_fault_meets_only_calls_of_its_path(room: Room) -> None:
    room.mono.fail("/v2/telecom/verify", MonoFault(500))
    assert await statuses(room, 1) == [200]
    assert (await room.check("none", "1")).status_code == 500


async def test_a_star_stands_for_anything(room: Room) -> None:
    account = await room.link()
    room.mono.fail("/*accounts/*/identity", MonoFault(500), times=2)
    assert (await room.http.get(f"/accounts/{account}")).status_code == 200
    assert (await room.http.get(f"/accounts/{account}/identity")).status_code == 500
    assert (await room.http.get(f"/v2/accounts/{account}/identity")).status_code == 500


@pytest.mark.parametrize("times", [0, -1])
async def test_a_fault_that_is_never_met_is_a_mistake(room: Room, times: int) -> None:
    with pytest.raises(ValueError, match="at least once"):
        room.mono.fail(LOG_IN, MonoFault(500), times)


@pytest.mark.parametrize(
    ("fault", "status", "content"),
    [
        (MonoFault(text=""), 200, b""),
        (MonoFault(text="<html>", headers={"content-type": "text/html"}, status=504), 504, b"<html>"),
        (MonoFault(body={"data": None}), 200, b'{"data":null}'),
        (MonoFault(body=[], status=207), 207, b"[]"),
        (MonoFault(body="\ud83d"), 200, rb'"\ud83d"'),
    ],
)
async def test_a_fault_answers_what_it_was_given(room: Room, fault: MonoFault, status: int, content: bytes) -> None:
    room.mono.fail(LOG_IN, fault)
    answer = await room.ask_otp()
    assert (answer.status_code, answer.content) == (status, content)
    assert answer.headers["content-type"] == fault.headers.get("content-type", "application/json")
    assert room.mono.sms(MTN) == []


async def test_a_status_alone_comes_in_the_failure_envelope(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(418, headers={"retry-after": "7"}))
    room.mono.fail(LOG_IN, MonoFault(409, "Somebody was faster"))
    teapot, conflict = await room.ask_otp(), await room.ask_otp()
    assert (teapot.headers["retry-after"], teapot.json()["message"]) == ("7", "I'm a Teapot")
    assert (conflict.json()["status"], conflict.json()["message"]) == ("failed", "Somebody was faster")


async def test_a_huge_answer_is_json_and_as_large_as_asked(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(huge=200_000))
    answer = await room.ask_otp()
    assert 200_000 < len(answer.content) < 200_100
    assert json.loads(answer.content)["status"] == "successful"


async def test_with_work_only_the_answer_is_lost(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(500, carried_out=True))
    assert await statuses(room, 1) == [500]
    assert len(room.mono.sms(MTN)) == 1


async def test_an_ordered_fault_comes_before_key_and_body(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(502))
    assert (await room.http.post(LOG_IN, content=b"{", headers={"mono-sec-key": ""})).status_code == 502


async def test_an_ordered_fault_comes_before_that_of_a_test_number(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(402))
    busy = BY_NAME["busy"].phone
    assert [(await room.ask_otp(busy)).status_code for _ in range(2)] == [402, 429]


async def wait_for_call(room: Room, number: int = 1) -> None:
    await until(lambda: len(room.mono.journal.calls) == number)


async def test_every_answer_takes_as_long_as_it_is_told_to(room: Room) -> None:
    room.mono.slow_down(9)
    asked = asyncio.create_task(room.ask_otp())
    await wait_for_call(room)
    room.mono.advance(8.9)
    await until_quiet()
    assert (asked.done(), room.mono.sms(MTN)) == (False, [])
    room.mono.advance(0.1)
    assert (await asked).status_code == 200
    room.mono.slow_down(0)
    assert await statuses(room, 1) == [200]


async def test_a_fault_that_is_only_a_delay_ends_in_the_right_answer(room: Room) -> None:
    room.mono.fail(LOG_IN, MonoFault(delay=5))
    room.mono.slow_down(1)
    asked = asyncio.create_task(room.ask_otp())
    await wait_for_call(room)
    room.mono.advance(5.9)
    await until_quiet()
    assert not asked.done()
    room.mono.advance(0.1)
    assert (await asked).json()["status"] == "successful"
    assert room.mono.sms(MTN)[0].at == START + timedelta(seconds=6)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house() -> AsyncIterator[Room]:
    async with open_house() as house:
        yield house


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("carried_out", [False, True])
async def test_a_connection_breaks_before_or_after_the_work(house: Room, carried_out: bool) -> None:
    house.mono.reset()
    house.mono.fail(LOG_IN, MonoFault(drop=True, carried_out=carried_out))
    with pytest.raises(httpx.RemoteProtocolError):
        await house.ask_otp()
    assert len(house.mono.sms(MTN)) == carried_out
    assert (await house.ask_otp()).status_code == 200


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("carried_out", [False, True])
async def test_an_answer_never_comes_before_or_after_the_work(house: Room, carried_out: bool) -> None:
    house.mono.reset()
    house.mono.fail(LOG_IN, MonoFault(hang=True, carried_out=carried_out))
    asked = asyncio.create_task(house.ask_otp())
    await wait_for_call(house)
    house.mono.advance(3600)
    await house.read("/v2/accounts")
    assert (asked.done(), len(house.mono.sms(MTN))) == (False, carried_out)
    asked.cancel()


async def test_every_call_is_written_down_also_those_that_fail(room: Room) -> None:
    account = await room.link()
    room.mono.journal.calls.clear()
    room.mono.advance(60)
    await room.ask_otp()
    room.mono.fail(LOG_IN, MonoFault(500))
    await room.ask_otp("12", "glo")
    await room.http.get("/nowhere", headers={"mono-sec-key": "wrong"})
    await room.read(f"/v2/accounts/{account}", x=1)
    at = START + timedelta(seconds=60)
    assert list(room.mono.journal.calls) == [
        MonoApiCall("POST", LOG_IN, MTN, at),
        MonoApiCall("POST", LOG_IN, "12", at),
        MonoApiCall("GET", "/nowhere", "", at),
        MonoApiCall("GET", f"/v2/accounts/{account}", "", at),
    ]


async def test_what_is_written_down_hides_in_its_repr(room: Room) -> None:
    account = await room.link()
    await room.read(f"/accounts/{account}")
    shown = repr(room.mono.journal.calls) + repr(room.mono.sms(MTN))
    assert not [secret for secret in (MTN, account, room.otp()) if secret in shown]


async def test_forgetting_leaves_the_key_and_the_time(room: Room) -> None:
    session, otp = await room.log_in(), room.otp()
    account, key = await room.link(), room.mono.key
    room.mono.fail("*", MonoFault(500), times=9)
    room.mono.slow_down(5)
    room.mono.advance(60)
    room.mono.reset()
    assert (list(room.mono.journal.calls), room.mono.sms(MTN), room.mono.key) == ([], [], key)
    assert room.mono.clock.now() == START + timedelta(seconds=60)
    assert (await room.check(session, otp)).json()["message"] == "Session has expired"
    assert (await room.http.get(f"/accounts/{account}")).status_code == 404
    assert await statuses(room, 1) == [200]


async def test_the_next_number_to_log_in_is_played_as_the_one_that_was_named_and_stays_so(room: Room) -> None:
    other = "08021234567"
    room.mono.cast_next("no-money")
    assert room.mono.next_role == "no-money"
    assert (await room.ask_otp(other, "airtel")).status_code == 402
    assert room.mono.next_role == ""
    assert [
        (await room.ask_otp(phone, network)).status_code for phone, network in ((MTN, "mtn"), (other, "airtel"))
    ] == [
        200,
        402,
    ]
    room.mono.reset()
    assert (await room.ask_otp(other, "airtel")).status_code == 200


async def test_a_role_that_there_is_not_is_refused(room: Room) -> None:
    with pytest.raises(LookupError):
        room.mono.cast_next("sunshine")
