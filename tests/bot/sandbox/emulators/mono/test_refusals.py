"""The emulated Mono is strict: what a request lacks or says wrongly is refused, in the shape of its family."""

import json
from collections.abc import AsyncIterator

import pytest

from tests.bot.sandbox.emulators.mono.mono_emulator_stage import AIRTEL, MTN, NOW, Room, open_room
from tests.for_every import for_every

NOBODY = "f" * 24
LOG_INS = ("/v1/telecom/auth", "/v2/telecom/auth")
CHECKS = ("/v1/telecom/verify", "/v2/telecom/verify")
EXCHANGES = ("/account/auth", "/v2/accounts/auth")
V2_READS = (
    f"/v2/accounts/{NOBODY}",
    *(f"/v2/accounts/{NOBODY}/{part}" for part in ("identity", "balance", "transactions")),
)
V1_READS = (f"/accounts/{NOBODY}", *(f"/accounts/{NOBODY}/{part}" for part in ("identity", "balances", "transactions")))


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


def failure(message: str) -> dict[str, object]:
    return {"status": "failed", "message": message, "timestamp": NOW, "data": None}


@for_every("path", LOG_INS)
@for_every(
    ("body", "message"),
    [
        ({}, "provider is required"),
        ({"phone": MTN}, "provider is required"),
        ({"phone": MTN, "provider": ""}, "provider is required"),
        ({"phone": MTN, "provider": 7}, "provider is required"),
        ({"phone": "08050000103", "provider": "glo"}, "Unsupported telco provider"),
        ({"phone": MTN, "provider": "MTN"}, "Unsupported telco provider"),
        ({"provider": "mtn"}, "phone is required"),
        ({"phone": 8030000101, "provider": "mtn"}, "phone is required"),
        ({"phone": "+2348030000101", "provider": "mtn"}, "phone is not valid"),
        ({"phone": "0803 000 0101", "provider": "mtn"}, "phone is not valid"),
        ({"phone": "0803000010", "provider": "mtn"}, "phone is not valid"),
        ({"phone": "07001234567", "provider": "mtn"}, "phone is not valid"),
        ({"phone": "٠٨٠٣٠٠٠٠١٠١", "provider": "mtn"}, "phone is not valid"),
        ({"phone": MTN, "provider": "airtel"}, "Phone number not found on the selected network"),
        ({"phone": AIRTEL, "provider": "mtn"}, "Phone number not found on the selected network"),
        ({"phone": "08051234567", "provider": "mtn"}, "Phone number not found on the selected network"),
    ],
)
async def test_a_log_in_that_is_wrong_sends_no_sms(room: Room, path: str, body: object, message: str) -> None:
    answer = await room.http.post(path, json=body)
    assert (answer.status_code, answer.json()) == (400, failure(message))
    assert room.mono.sms(MTN) == room.mono.sms(AIRTEL) == []


@for_every("path", CHECKS)
@for_every(
    ("has_session", "body", "message"),
    [
        (False, {"otp": "123456"}, "x-session-id header is required"),
        (True, {}, "otp is required"),
        (True, {"otp": 123456}, "otp is required"),
        (True, {"otp": ""}, "otp is required"),
    ],
)
async def test_a_check_that_lacks_something_costs_no_try(
    room: Room, path: str, has_session: bool, body: object, message: str
) -> None:
    session = await room.log_in()
    headers = {"x-session-id": session} if has_session else {}
    for _ in range(4):
        answer = await room.http.post(path, json=body, headers=headers)
        assert (answer.status_code, answer.json()) == (400, failure(message))
    assert (await room.check(session, room.otp())).status_code == 200


async def test_a_session_that_never_was_counts_as_expired(room: Room) -> None:
    answer = await room.check("0123456789abcdef", "123456")
    assert (answer.status_code, answer.json()) == (400, failure("Session has expired"))


async def test_a_wrong_otp_gets_the_one_failure_that_is_documented(room: Room) -> None:
    answer = await room.check(await room.log_in(), room.wrong_otp())
    assert answer.status_code == 400
    assert answer.json() == {"status": "failed", "message": "Invalid OTP Sent", "responseCode": 400, "data": None}


async def test_a_form_with_two_fields_must_be_filled_in_whole(room: Room) -> None:
    session = await room.log_in(phone := "08030000113")
    answer = await room.check(session, room.otp(phone))
    assert (answer.status_code, answer.json()["message"]) == (400, "pin is required")
    assert (await room.check(session, room.otp(phone), pin="1234")).status_code == 200


@pytest.mark.parametrize("path", EXCHANGES)
@pytest.mark.parametrize(
    ("body", "message"),
    [({}, "code is required"), ({"code": 7}, "code is required"), ({"code": "code_x"}, "Invalid or expired code")],
)
async def test_an_exchange_needs_a_code_that_was_earned(room: Room, path: str, body: object, message: str) -> None:
    answer = await room.http.post(path, json=body)
    assert (answer.status_code, answer.json()) == (400, failure(message))


@pytest.mark.parametrize("path", V2_READS)
async def test_v2_wraps_what_is_not_there(room: Room, path: str) -> None:
    answer = await room.http.get(path)
    assert (answer.status_code, answer.json()) == (404, failure("Account not found"))


@pytest.mark.parametrize("path", V1_READS)
async def test_v1_says_no_more_than_a_message(room: Room, path: str) -> None:
    answer = await room.http.get(path)
    assert (answer.status_code, answer.json()) == (404, {"message": "Account not found"})


@for_every(
    ("method", "path"),
    [
        ("GET", "/v2/telecom/auth"),
        ("POST", "/v3/telecom/auth"),
        ("POST", "/telecom/auth"),
        ("POST", "/accounts/auth"),
        ("POST", "/v2/account/auth"),
        ("POST", "/v2/telecom/auth/"),
        ("GET", "/accounts/abc"),
        ("GET", "/accounts/{id}"),
        ("GET", f"/accounts/{NOBODY.upper()}"),
        ("GET", f"/accounts/{NOBODY}/balance"),
        ("GET", f"/v2/accounts/{NOBODY}/balances"),
        ("GET", f"/v1/accounts/{NOBODY}"),
        ("DELETE", f"/v2/accounts/{NOBODY}"),
        ("GET", f"/accounts/{NOBODY}%0A"),
        ("GET", "/"),
    ],
)
async def test_what_is_not_documented_is_not_there(room: Room, method: str, path: str) -> None:
    answer = await room.http.request(method, path)
    assert (answer.status_code, answer.json()) == (404, failure("Not found"))


@pytest.mark.parametrize("key", [None, "", "test_sk_other", "Bearer {key}", "{key}0"])
async def test_nothing_is_told_without_the_key(room: Room, key: str | None) -> None:
    account = await room.link()
    del room.http.headers["mono-sec-key"]
    headers = {} if key is None else {"mono-sec-key": key.format(key=room.mono.key)}
    for method, path in (("GET", f"/accounts/{account}"), ("POST", "/v2/telecom/auth"), ("GET", "/nowhere")):
        answer = await room.http.request(method, path, headers=headers)
        assert (answer.status_code, answer.json()) == (401, failure("Unauthorized"))
    assert len(room.mono.sms(MTN)) == 1


@for_every(
    ("content", "content_type"),
    [
        (b'{"phone": "08030000101", "provider": "mtn"}', "text/plain"),
        (b'{"phone": "08030000101", "provider": "mtn"}', ""),
        (b"phone=08030000101&provider=mtn", "application/x-www-form-urlencoded"),
        (b"[1]", "application/json"),
        (b'"text"', "application/json"),
        (b'{"phone":', "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"[" * 30_000, "application/json"),
    ],
)
async def test_a_body_is_a_json_object_and_says_so(room: Room, content: bytes, content_type: str) -> None:
    headers = {"content-type": content_type} if content_type else {}
    answer = await room.http.post("/v2/telecom/auth", content=content, headers=headers)
    assert (answer.status_code, answer.json()) == (400, failure("Body must be a JSON object"))
    assert room.mono.sms(MTN) == []


async def test_a_charset_beside_the_content_type_is_no_offence(room: Room) -> None:
    content = json.dumps({"phone": MTN, "provider": "mtn"}).encode()
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    assert (await room.http.post("/v2/telecom/auth", content=content, headers=headers)).status_code == 200


async def test_a_huge_body_is_refused_before_it_is_read(room: Room) -> None:
    read = []

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(100):
            read.append(1)
            yield b" " * 16_384

    answer = await room.http.post("/v2/telecom/auth", content=pieces(), headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()) == (413, failure("Body is too large"))
    assert len(read) <= 6


async def test_a_body_in_pieces_is_a_body(room: Room) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"phone": "080300'
        yield b'00101", "provider": "mtn"}'

    headers = {"content-type": "application/json"}
    assert (await room.http.post("/v2/telecom/auth", content=pieces(), headers=headers)).status_code == 200


@for_every(
    ("name", "value"),
    [
        *[("page", value) for value in ("0", "-1", "one", "1.5", "", "٣", "9" * 30)],
        *[("limit", value) for value in ("0", "-5", "all")],
        *[("start", value) for value in ("2026-11-01", "31-02-2026", "yesterday")],
        ("end", "01/11/2026"),
        ("type", "borrowed"),
        ("paginate", "yes"),
    ],
)
async def test_a_query_that_makes_no_sense_is_refused(room: Room, name: str, value: str) -> None:
    account = await room.link()
    message = f"Invalid {name} query parameter"
    old = await room.http.get(f"/accounts/{account}/transactions", params={name: value})
    new = await room.http.get(f"/v2/accounts/{account}/transactions", params={name: value})
    assert (old.status_code, old.json()) == (400, {"message": message})
    assert (new.status_code, new.json()) == (400, failure(message))
