"""How long the emulated Mono keeps what it gives: sessions, tries, codes and accounts, on a clock that is wound."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.mono import MonoEmulator
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import MTN, Room, open_room

LIFE = 600.0
OTHER_PHONE = "08030000777"


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


def message(answer: httpx.Response) -> str:
    assert answer.status_code == 400
    text: str = answer.json()["message"]
    return text


async def test_a_session_lives_for_just_under_ten_minutes(room: Room) -> None:
    session = await room.log_in()
    room.mono.advance(LIFE - 0.001)
    assert (await room.check(session, room.otp())).status_code == 200


async def test_a_session_is_dead_after_ten_minutes(room: Room) -> None:
    session = await room.log_in()
    room.mono.advance(LIFE)
    assert message(await room.check(session, room.otp())) == "Session has expired"


async def test_a_session_gives_one_code_once(room: Room) -> None:
    session = await room.log_in()
    assert (await room.check(session, room.otp())).status_code == 200
    assert message(await room.check(session, room.otp())) == "Session has expired"


async def test_the_third_wrong_otp_ends_the_session(room: Room) -> None:
    session = await room.log_in()
    said = [message(await room.check(session, room.wrong_otp())) for _ in range(4)]
    assert said == ["Invalid OTP Sent"] * 3 + ["Session has expired"]
    assert message(await room.check(session, room.otp())) == "Session has expired"


async def test_the_third_try_may_be_the_right_one(room: Room) -> None:
    session = await room.log_in()
    for guess in (room.wrong_otp(), room.otp() + "0"):
        assert message(await room.check(session, guess)) == "Invalid OTP Sent"
    assert (await room.check(session, room.otp())).status_code == 200


async def test_each_session_has_tries_of_its_own(room: Room) -> None:
    for _ in range(3):
        session = await room.log_in()
        for _ in range(2):
            assert message(await room.check(session, room.wrong_otp())) == "Invalid OTP Sent"
    assert (await room.check(session, room.otp())).status_code == 200


async def test_a_new_log_in_ends_the_earlier_session_of_the_number_and_no_other(room: Room) -> None:
    first, other = await room.log_in(), await room.log_in(OTHER_PHONE)
    old_otp = room.otp()
    second = await room.log_in()
    assert message(await room.check(first, old_otp)) == "Session has expired"
    assert (await room.check(other, room.otp(OTHER_PHONE))).status_code == 200
    assert (await room.check(second, room.otp())).status_code == 200


async def test_every_log_in_sends_an_sms_of_its_own(room: Room) -> None:
    await room.log_in()
    room.mono.advance(60)
    await room.log_in()
    first, second = room.mono.sms(MTN)
    assert [sms.sender for sms in (first, second)] == ["MTN", "MTN"]
    assert (second.at - first.at).total_seconds() == 60
    assert room.mono.sms("+2348030000101") == [first, second]
    assert room.mono.sms(OTHER_PHONE) == []


async def test_the_inbox_that_is_shown_is_a_copy(room: Room) -> None:
    await room.log_in()
    room.mono.sms(MTN).clear()
    assert len(room.mono.sms(MTN)) == 1


async def test_sessions_and_codes_go_over_from_one_family_to_the_other(room: Room) -> None:
    session = (await room.ask_otp(family="v1")).json()["data"]["session_id"]
    code = (await room.check(session, room.otp(), family="v2")).json()["data"]["code"]
    account = (await room.exchange(code, "/account/auth")).json()["id"]
    assert (await room.read(f"/v2/accounts/{account}"))["data"]["account"]["id"] == account


@pytest.mark.parametrize("path", ["/account/auth", "/v2/accounts/auth"])
async def test_a_code_is_used_up_by_its_exchange(room: Room, path: str) -> None:
    code = await room.earn_code()
    assert (await room.exchange(code, path)).status_code == 200
    assert message(await room.exchange(code, path)) == "Invalid or expired code"


@pytest.mark.parametrize(("seconds", "status"), [(LIFE - 0.001, 200), (LIFE, 400)])
async def test_a_code_lives_for_just_under_ten_minutes_of_its_own(room: Room, seconds: float, status: int) -> None:
    session = await room.log_in()
    room.mono.advance(LIFE - 1)
    code = (await room.check(session, room.otp())).json()["data"]["code"]
    room.mono.advance(seconds)
    assert (await room.exchange(code)).status_code == status


async def test_an_account_outlives_everything_until_it_is_unlinked(room: Room) -> None:
    account = await room.link()
    room.mono.advance(3 * 365 * 24 * 3600)
    before = await room.read(f"/accounts/{account}/identity")
    assert before["fullName"]
    assert (await room.http.post(f"/accounts/{account}/unlink")).json() == {"message": "Account unlinked"}
    for path in ("", "/identity", "/balances", "/transactions"):
        assert (await room.http.get(f"/accounts/{account}{path}")).status_code == 404
        assert (await room.http.get(f"/v2/accounts/{account}{path}")).status_code == 404
    assert (await room.http.post(f"/accounts/{account}/unlink")).status_code == 404
    assert (await room.http.post(f"/v2/accounts/{account}/unlink")).status_code == 404


async def test_a_line_that_is_linked_again_keeps_its_account_and_loses_it_by_unlinking(room: Room) -> None:
    account = await room.link()
    assert await room.link() == account
    await room.http.post(f"/v2/accounts/{account}/unlink")
    assert await room.link() not in {account, ""}


async def test_different_lines_have_different_accounts(room: Room) -> None:
    accounts = [await room.link(), await room.link(OTHER_PHONE)]
    assert len(set(accounts)) == 2
    listed = await room.read("/v2/accounts")
    assert [row["id"] for row in listed["data"]] == accounts
    assert listed["meta"] == {"total": 2, "pages": 1, "previous": None, "next": None}


async def test_what_is_given_once_is_never_given_again(room: Room) -> None:
    sessions = {await room.log_in() for _ in range(20)}
    codes = {await room.earn_code() for _ in range(20)}
    assert len(sessions) == len(codes) == 20


async def test_every_business_has_a_key_of_its_own() -> None:
    assert MonoEmulator().key.startswith("test_sk_")
    assert MonoEmulator().key != MonoEmulator().key
    assert MonoEmulator("test_sk_given").key == "test_sk_given"


async def test_one_clock_can_be_shared() -> None:
    clock = EmulatedClock()
    mono = MonoEmulator(clock=clock)
    before = clock.now()
    mono.advance(LIFE)
    assert (clock.now() - before).total_seconds() >= LIFE
