"""What goes over the wire for each operation, in both families of paths."""

import json

import httpx
import pytest

from bot.providers.mono.routes import Family
from conversations.secret import AccountId
from tests.bot.providers.mono_stage import ACCOUNT, CODE, KEY, LINE, OPERATIONS, OTP, SESSION, Stage, failed, said
from tests.for_every import for_every

V1 = {
    "request_otp": "POST /v1/telecom/auth",
    "check_otp": "POST /v1/telecom/verify",
    "exchange": "POST /account/auth",
    "fetch_details": "GET /accounts/acc0ffee",
    "fetch_identity": "GET /accounts/acc0ffee/identity",
    "fetch_balances": "GET /accounts/acc0ffee/balances",
    "fetch_transactions": "GET /accounts/acc0ffee/transactions",
    "refresh": "GET /v2/accounts/acc0ffee/balance",
    "unlink": "POST /accounts/acc0ffee/unlink",
    "check_key": "GET /v2/accounts",
}
V2 = {
    "request_otp": "POST /v2/telecom/auth",
    "check_otp": "POST /v2/telecom/verify",
    "exchange": "POST /v2/accounts/auth",
    "fetch_details": "GET /v2/accounts/acc0ffee",
    "fetch_identity": "GET /v2/accounts/acc0ffee/identity",
    "fetch_balances": "GET /v2/accounts/acc0ffee/balance",
    "fetch_transactions": "GET /v2/accounts/acc0ffee/transactions",
    "refresh": "GET /v2/accounts/acc0ffee/balance",
    "unlink": "POST /v2/accounts/acc0ffee/unlink",
    "check_key": "GET /v2/accounts",
}
AUTO = V1 | {operation: V2[operation] for operation in ("request_otp", "check_otp", "exchange")}
TABLE = {Family.V1: V1, Family.V2: V2, Family.AUTO: AUTO}
EVERY = [(family, operation) for family in Family for operation in OPERATIONS]


async def request_for(operation: str, family: Family = Family.AUTO) -> httpx.Request:
    """What is sent; how the call ends does not matter here."""
    stage = Stage(said(failed(), 401), family=family)
    with pytest.raises(Exception, match="not_allowed"):
        await OPERATIONS[operation](stage.mono)
    [request] = stage.requests
    return request


@for_every(("family", "operation"), EVERY)
async def test_each_operation_has_its_place_in_each_family(family: Family, operation: str) -> None:
    request = await request_for(operation, family)
    assert f"{request.method} {request.url.path}" == TABLE[family][operation]
    assert request.url.host == "mono.test"


@for_every("operation", OPERATIONS)
async def test_every_call_carries_the_key_and_asks_for_plain_json(operation: str) -> None:
    request = await request_for(operation)
    assert request.headers["mono-sec-key"] == KEY
    assert request.headers["accept"] == "application/json"
    assert request.headers["accept-encoding"] == "identity"


async def test_the_phone_number_goes_in_local_form_with_the_network_in_lower_case() -> None:
    request = await request_for("request_otp")
    assert json.loads(request.content) == {"phone": LINE.number.local, "provider": "mtn"}
    assert LINE.number.local == "08139990001"
    assert request.headers["content-type"] == "application/json"


async def test_a_check_names_its_session_in_a_header_and_nobody_else_does() -> None:
    request = await request_for("check_otp")
    assert request.headers["x-session-id"] == SESSION.reveal()
    assert json.loads(request.content) == {"otp": OTP.reveal()}
    assert "x-session-id" not in (await request_for("request_otp")).headers


async def test_an_exchange_gives_the_code() -> None:
    assert json.loads((await request_for("exchange")).content) == {"code": CODE.reveal()}


async def test_transactions_are_paged_by_number() -> None:
    stage = Stage(said({"data": []}))
    await stage.mono.fetch_transactions(ACCOUNT, page=3, limit=7)
    assert dict(stage.requests[0].url.params) == {"paginate": "true", "limit": "7", "page": "3"}


@for_every("family", Family)
async def test_only_a_refresh_asks_for_real_time(family: Family) -> None:
    assert (await request_for("refresh", family)).headers["x-realtime"] == "true"
    assert "x-realtime" not in (await request_for("fetch_balances", family)).headers


async def test_an_account_id_cannot_leave_its_place_in_the_path() -> None:
    stage = Stage(said(failed(), 403))
    with pytest.raises(Exception, match="not_allowed"):
        await stage.mono.fetch_identity(AccountId("../../owo?x=1#/%2e"))
    assert stage.requests[0].url.raw_path == b"/accounts/..%2F..%2Fowo%3Fx%3D1%23%2F%252e/identity"
