"""The emulated Mono's answers field by field, as Mono's pages print them, for a line where all goes well."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.bot.sandbox.emulators.mono.mono_emulator_stage import AIRTEL, NOW, Room, open_room

ID = re.compile(r"[0-9a-f]{24}")
NUMBER = "+2348030000101"
MAIN = 125_750
FORM = {
    "type": "elements.input",
    "name": "otp",
    "hint": "Enter OTP",
    "contentType": "password",
    "minLength": 6,
    "maxLength": 6,
}


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


def enveloped(data: object, message: str = "Request was succesfully completed", **more: object) -> dict[str, object]:
    return {"status": "successful", "message": message, "timestamp": NOW, "data": data, **more}


def without_ids(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The rows; their ids must be ids, and each another."""
    ids = [row.pop(name) for row in rows]
    assert all(ID.fullmatch(each) for each in ids)
    assert len(set(ids)) == len(ids)
    return rows


@pytest.mark.parametrize("family", ["v1", "v2"])
@pytest.mark.parametrize(("phone", "provider"), [("08030000101", "mtn"), (AIRTEL, "airtel")])
async def test_log_in(room: Room, family: str, phone: str, provider: str) -> None:
    body = (await room.ask_otp(phone, provider, family)).json()
    assert re.fullmatch(r"[A-Za-z0-9]{16}", body["data"].pop("session_id"))
    result = {"title": "Please enter the OTP sent to your phone", "form": [FORM]}
    assert body == {"status": "successful", "data": {"result": result}}
    assert re.fullmatch(r"[0-9]{6}", room.otp(phone))


@pytest.mark.parametrize("family", ["v1", "v2"])
async def test_check(room: Room, family: str) -> None:
    body = (await room.check(await room.log_in(), room.otp(), family)).json()
    assert re.fullmatch(r"code_[A-Za-z0-9]{20}", body["data"].pop("code"))
    assert body == {"status": "successful", "data": {}}


async def test_exchange_v1(room: Room) -> None:
    body = (await room.exchange(await room.earn_code(), "/account/auth")).json()
    assert list(body) == ["id"]
    assert ID.fullmatch(body["id"])


async def test_exchange_v2(room: Room) -> None:
    body = (await room.exchange(await room.earn_code())).json()
    assert ID.fullmatch(body["data"]["id"])
    assert body == enveloped({"id": body["data"]["id"]})


async def test_details_v1(room: Room) -> None:
    account = await room.link()
    assert await room.read(f"/accounts/{account}") == {
        "meta": {"data_status": "AVAILABLE", "auth_method": "mobile_banking"},
        "account": {
            "_id": account,
            "institution": {"name": "Mtn", "type": "PERSONAL_BANKING"},
            "name": "Main Balance",
            "accountNumber": NUMBER,
            "type": "CURRENCY",
            "balance": MAIN,
            "currency": "NGN",
            "bvn": None,
        },
    }


async def test_details_v2(room: Room) -> None:
    account = await room.link()
    body = await room.read(f"/v2/accounts/{account}")
    customer = body["data"]["customer"]["id"]
    assert ID.fullmatch(customer)
    fields = {
        "id": account,
        "name": "Main Balance",
        "currency": "NGN",
        "type": "CURRENCY",
        "account_number": NUMBER,
        "balance": MAIN,
        "bvn": None,
        "institution": {"name": "Mtn", "bank_code": None, "type": "PERSONAL_BANKING"},
    }
    meta = {
        "data_status": "AVAILABLE",
        "auth_method": "mobile_banking",
        "retrieved_data": ["identity", "balance", "transactions"],
    }
    assert body == enveloped({"account": fields, "customer": {"id": customer}, "meta": meta})
    assert await room.read(f"/v2/accounts/{account}") == body
    assert (await room.read("/v2/accounts"))["data"] == [fields]


async def test_an_airtel_line_is_at_airtel(room: Room) -> None:
    body = await room.read(f"/accounts/{await room.link(AIRTEL, 'airtel')}")
    assert (body["account"]["institution"]["name"], body["account"]["accountNumber"]) == ("Airtel", "+2348020000102")


async def test_identity_v1(room: Room) -> None:
    assert await room.read(f"/accounts/{await room.link()}/identity") == {
        "fullName": "KUNLE OLUWASEUN EZE",
        "phone": NUMBER,
        "gender": "male",
        "bvn": None,
        "dob": "1989-09-09T00:00:00.000Z",
        "maritalStatus": None,
        "addressLine1": None,
        "addressLine2": None,
        "createdAt": NOW,
        "updatedAt": NOW,
    }


async def test_identity_v2(room: Room) -> None:
    assert await room.read(f"/v2/accounts/{await room.link()}/identity") == enveloped(
        {
            "full_name": "KUNLE OLUWASEUN EZE",
            "bvn": None,
            "email": None,
            "phone": NUMBER,
            "gender": "male",
            "dob": "1989-09-09",
            "address_line1": None,
            "state_of_origin": None,
            "lga_of_origin": None,
            "marital_status": None,
            "created_at": NOW,
            "updated_at": NOW,
        }
    )


async def test_balances_v1(room: Room) -> None:
    path = f"/accounts/{await room.link()}/balances"
    rows = await room.read(path)
    assert await room.read(path) == rows
    assert without_ids(rows, "_id") == [
        {"name": "Main Balance", "type": "currency", "value": MAIN, "unit": "ngn"},
        {"name": "Airtime Bonus", "type": "currency", "value": 5_000, "unit": "ngn"},
        {"name": "Data Bundle", "type": "data", "value": 3.5, "unit": "gb"},
        {"name": "GoodyBag Social Bundle", "type": "data", "value": 0.25, "unit": "gb"},
        {"name": "Roaming Bundle", "type": "voice", "value": 30, "unit": "minutes"},
    ]


async def test_balance_v2(room: Room) -> None:
    account = await room.link()
    data = {
        "id": account,
        "name": "Main Balance",
        "account_number": NUMBER,
        "balance": MAIN,
        "currency": "NGN",
    }
    answer = await room.http.get(f"/v2/accounts/{account}/balance")
    assert answer.json() == enveloped(data, "Request was successfully completed")
    assert not [name for name in answer.headers if name.startswith("x-")]


async def test_transactions_v1(room: Room) -> None:
    account = await room.link()
    body = await room.read(f"/accounts/{account}/transactions", limit=2)
    assert without_ids(body["data"], "_id") == [
        {
            "type": "debit",
            "amount": 500_000,
            "narration": "20GB Monthly Plan",
            "balance": MAIN,
            "date": "2026-11-01T02:30:15.250Z",
            "currency": "NGN",
        },
        {
            "type": "debit",
            "amount": 150_000,
            "narration": "6GB Weekly Plan",
            "balance": MAIN + 500_000,
            "date": "2026-10-30T19:30:15.250Z",
            "currency": "NGN",
        },
    ]
    next_page = f"https://api.withmono.com/accounts/{account}/transactions?page=2"
    assert body["paging"] == {"total": 25, "page": 1, "previous": None, "next": next_page}


async def test_transactions_v2(room: Room) -> None:
    account = await room.link()
    body = await room.read(f"/v2/accounts/{account}/transactions", limit=1, page=2)
    links = f"https://api.withmono.com/v2/{account}/transactions?page="  # no `accounts`, as in Mono's own sample
    meta = {"total": 25, "page": 2, "previous": f"{links}1", "next": f"{links}3"}
    row = {
        "narration": "6GB Weekly Plan",
        "amount": 150_000,
        "type": "debit",
        "balance": MAIN + 500_000,
        "date": "2026-10-30T19:30:15.250Z",
        "category": "unknown",
    }
    assert without_ids(body["data"], "id") == [row]
    assert body == enveloped([row], "Transaction retrieved successfully", meta=meta)


async def test_unlink_v1_and_v2(room: Room) -> None:
    old = await room.http.post(f"/accounts/{await room.link()}/unlink")
    new = await room.http.post(f"/v2/accounts/{await room.link()}/unlink")
    assert old.json() == {"message": "Account unlinked"}
    assert new.json() == {"status": "successful", "message": "Account unlinked", "timestamp": NOW}


async def test_answers_are_json_in_ascii(room: Room) -> None:
    answer = await room.http.get(f"/accounts/{await room.link_named('half-name')}/identity")
    assert answer.headers["content-type"] == "application/json"
    assert rb"ADA \ud83d EZE" in answer.content
    assert answer.content.isascii()
