"""What the emulated Mono's test numbers have to read: how far the data is, what is in it, and the other shapes."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sandbox.emulators.mono import BY_NAME
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import MTN, REAL_TIME, Room, open_room

ALL_THREE = ["identity", "balance", "transactions"]
STATUSES: dict[str, tuple[str, list[str]]] = {
    "happy-airtel": ("AVAILABLE", ALL_THREE),
    "processing-forever": ("PROCESSING", []),
    "no-identity": ("AVAILABLE", ["balance", "transactions"]),
    "no-balances": ("PARTIAL", ["identity", "transactions"]),
    "partial": ("PARTIAL", ["balance"]),
    "unavailable": ("UNAVAILABLE", []),
    "failed": ("FAILED", []),
}
NAMES = {
    "hostile-name": ("\u202e", "\x00", "<b>", "[z](tg://", "Ade" * 200),
    "half-name": ("\ud83d",),
}


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


@pytest.mark.parametrize("name", STATUSES)
async def test_the_status_says_what_there_is_to_read(room: Room, name: str) -> None:
    account = await room.link_named(name)
    status, retrieved = STATUSES[name]
    assert (await room.read(f"/accounts/{account}"))["meta"]["data_status"] == status
    meta = (await room.read(f"/v2/accounts/{account}"))["data"]["meta"]
    assert (meta["data_status"], meta["retrieved_data"]) == (status, retrieved)
    assert await readable(room, account) == retrieved


async def readable(room: Room, account: str) -> list[str]:
    """Which parts both families answer with something."""
    old = f"/accounts/{account}"
    found = {
        "identity": (await room.http.get(f"{old}/identity")).status_code == 200,
        "balance": bool(await room.read(f"{old}/balances")),
        "transactions": bool((await room.read(f"{old}/transactions"))["data"]),
    }
    new = {
        "identity": (await room.http.get(f"/v2{old}/identity")).status_code == 200,
        "balance": bool((await room.read(f"/v2{old}/balance"))["data"]),
        "transactions": bool((await room.read(f"/v2{old}/transactions"))["data"]),
    }
    assert found == new
    return [part for part, there in found.items() if there]


async def test_data_that_is_processed_comes_after_thirty_seconds(room: Room) -> None:
    account = await room.link_named("processing")
    assert (await room.read(f"/accounts/{account}"))["account"]["balance"] == 0
    assert await readable(room, account) == []
    assert (await room.read(f"/v2/accounts/{account}/balance"))["data"] is None
    assert "enqueued" in (await room.read(f"/v2/accounts/{account}/transactions"))["message"]
    room.mono.advance(29.9)
    assert (await room.read(f"/accounts/{account}"))["meta"]["data_status"] == "PROCESSING"
    room.mono.advance(0.1)
    assert (await room.read(f"/accounts/{account}"))["meta"]["data_status"] == "AVAILABLE"
    assert await readable(room, account) == ALL_THREE
    assert (await room.read(f"/accounts/{account}/identity"))["updatedAt"] == "2026-11-02T09:30:45.250Z"


async def test_real_time_is_nothing_to_an_account_without_data(room: Room) -> None:
    account = await room.link_named("processing-forever")
    answer = await room.http.get(f"/v2/accounts/{account}/balance", headers=REAL_TIME)
    assert (answer.json()["data"], "x-job-id" in answer.headers) == (None, False)


@pytest.mark.parametrize(("name", "kobo"), [("empty", 0), ("borrowed", -25_000)])
async def test_a_main_balance_may_be_nothing_or_less(room: Room, name: str, kobo: int) -> None:
    account = await room.link_named(name)
    rows = await room.read(f"/accounts/{account}/balances")
    assert (rows[0]["name"], rows[0]["value"]) == ("Main Balance", kobo)
    assert (await room.read(f"/accounts/{account}"))["account"]["balance"] == kobo
    assert (await room.read(f"/v2/accounts/{account}/balance"))["data"]["balance"] == kobo


async def test_a_line_may_hold_eighty_balances(room: Room) -> None:
    rows = await room.read(f"/accounts/{await room.link_named('many-balances')}/balances")
    assert len({row["_id"] for row in rows}) == len(rows) == 80


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_may_hold_anything(room: Room, name: str) -> None:
    account = await room.link_named(name)
    old = await room.http.get(f"/accounts/{account}/identity")
    new = await room.http.get(f"/v2/accounts/{account}/identity")
    full_name = json.loads(old.content)["fullName"]
    assert full_name == json.loads(new.content)["data"]["full_name"]
    assert all(part in full_name for part in NAMES[name])


async def test_an_identity_may_say_nothing(room: Room) -> None:
    person: dict[str, Any] = await room.read(f"/accounts/{await room.link_named('nameless')}/identity")
    assert (person["fullName"], person["gender"], person["dob"]) == (None, None, None)


async def test_a_minor_is_twelve_years_old(room: Room) -> None:
    person = await room.read(f"/v2/accounts/{await room.link_named('minor')}/identity")
    assert person["data"]["dob"] == "2014-01-01"


async def test_a_bvn_is_full_in_the_identity_and_cut_in_the_details(room: Room) -> None:
    account = await room.link_named("with-bvn")
    assert (await room.read(f"/accounts/{account}/identity"))["bvn"] == "22200000148"
    assert (await room.read(f"/v2/accounts/{account}/identity"))["data"]["bvn"] == "22200000148"
    assert (await room.read(f"/accounts/{account}"))["account"]["bvn"] == "0148"
    assert (await room.read(f"/v2/accounts/{account}"))["data"]["account"]["bvn"] == "0148"


async def test_where_two_shapes_are_in_evidence_one_number_answers_in_the_other(room: Room) -> None:
    exchanged = (await room.exchange(await room.earn_code(BY_NAME["other-shapes"].phone))).json()
    assert list(exchanged) == ["id"]
    account = f"/accounts/{exchanged['id']}"
    assert list(await room.read(f"{account}/balances")) == ["bundles"]
    assert (await room.read(account))["account"]["type"] == "telecom_account"
    old, new = await room.read(f"{account}/identity"), (await room.read(f"/v2{account}/identity"))["data"]
    assert old["dob"] == "-".join(reversed(new["dob"].split("-")))


async def test_the_same_number_is_the_same_person_every_time() -> None:
    seen = []
    for _ in range(2):
        async with open_room() as room:
            account = await room.link(MTN)
            rows = await room.read(f"/accounts/{account}/balances")
            person = await room.read(f"/accounts/{account}/identity")
            seen.append((person, [row["value"] for row in rows]))
    assert seen[0] == seen[1]
