"""The emulated Mono reads a line in real time: one job per account in five minutes, and what comes of it."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.emulators.mono.statement import TOP_UP
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import NOW, REAL_TIME, Room, open_room

TOOK = 3.0
FIVE_MINUTES = 300.0
PARTS = ("balance", "transactions")


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def refresh(room: Room, account: str, part: str = "balance", value: str = "true") -> httpx.Response:
    return await room.http.get(f"/v2/accounts/{account}/{part}", headers={"x-realtime": value})


def job_headers(answer: httpx.Response) -> tuple[str, str]:
    return answer.headers["x-job-status"], answer.headers["x-has-new-data"]


@pytest.mark.parametrize("part", PARTS)
async def test_the_first_answer_is_what_there_was_and_a_job(room: Room, part: str) -> None:
    account = await room.link()
    before = await room.read(f"/v2/accounts/{account}/{part}")
    answer = await refresh(room, account, part)
    assert answer.json() == before
    assert job_headers(answer) == ("processing", "false")


@pytest.mark.parametrize("part", PARTS)
async def test_the_data_is_new_when_the_job_is_over(room: Room, part: str) -> None:
    account = await room.link()
    balance = (await room.read(f"/v2/accounts/{account}/balance"))["data"]["balance"]
    await refresh(room, account, part)
    room.mono.advance(TOOK - 0.001)
    assert (await room.read(f"/v2/accounts/{account}/balance"))["data"]["balance"] == balance
    room.mono.advance(0.001)
    assert (await room.read(f"/v2/accounts/{account}/balance"))["data"]["balance"] == balance + TOP_UP
    assert (await room.read(f"/accounts/{account}/balances"))[0]["value"] == balance + TOP_UP
    rows = (await room.read(f"/accounts/{account}/transactions", limit=2))["data"]
    assert [(row["type"], row["balance"]) for row in rows] == [("credit", balance + TOP_UP), ("debit", balance)]
    assert rows[0]["date"] == (await room.read(f"/accounts/{account}/identity"))["updatedAt"]


async def test_what_was_there_before_keeps_its_ids(room: Room) -> None:
    account = await room.link()
    before = (await room.read(f"/accounts/{account}/transactions", paginate="false"))["data"]
    await refresh(room, account)
    room.mono.advance(TOOK)
    after = (await room.read(f"/accounts/{account}/transactions", paginate="false"))["data"]
    assert after[1:] == before
    assert len({row["_id"] for row in after}) == len(after)


@pytest.mark.parametrize("second", PARTS)
async def test_a_repeat_within_five_minutes_gets_the_last_job(room: Room, second: str) -> None:
    account = await room.link()
    job = (await refresh(room, account)).headers["x-job-id"]
    room.mono.advance(FIVE_MINUTES - 0.001)
    again = await refresh(room, account, second)
    assert again.headers["x-job-id"] == job
    assert job_headers(again) == ("finished", "true")
    room.mono.advance(0.001)
    third = await refresh(room, account, second)
    assert third.headers["x-job-id"] != job
    assert job_headers(third) == ("processing", "false")


async def test_each_account_has_jobs_of_its_own(room: Room) -> None:
    first, second = await room.link(), await room.link("08030000777")
    jobs = [(await refresh(room, account)).headers["x-job-id"] for account in (first, second)]
    assert jobs[0] != jobs[1]
    assert (await room.http.get(f"/v2/accounts/{first}/jobs/{jobs[1]}")).json()["message"] == "Job not found"


@pytest.mark.parametrize(("part", "name"), [("balance", "sync_balance"), ("transactions", "sync_statement")])
async def test_a_job_tells_how_far_it_is(room: Room, part: str, name: str) -> None:
    account = await room.link()
    job = (await refresh(room, account, part)).headers["x-job-id"]
    running = await room.read(f"/v2/accounts/{account}/jobs/{job}")
    ids = {"id": job, "account": account, "business": running["data"]["business"], "app": running["data"]["app"]}
    assert running["data"] == {**ids, "status": "processing", "name": f"jobs.accounts.{name}"}
    assert running["timestamp"] == NOW
    room.mono.advance(TOOK)
    over = await room.read(f"/v2/accounts/{account}/jobs/{job}")
    assert (over["message"], over["data"]["status"]) == ("Job execution completed", "finished")


@pytest.mark.parametrize("value", ["false", "True", "1", ""])
async def test_only_true_asks_for_real_time(room: Room, value: str) -> None:
    answer = await refresh(room, await room.link(), value=value)
    assert "x-job-id" not in answer.headers


async def test_v1_knows_no_real_time(room: Room) -> None:
    account = await room.link()
    answer = await room.http.get(f"/accounts/{account}/balances", headers=REAL_TIME)
    assert "x-job-id" not in answer.headers


async def test_where_nothing_is_new_nothing_is(room: Room) -> None:
    account = await room.link_named("nothing-new")
    before = await room.read(f"/accounts/{account}/balances")
    await refresh(room, account)
    room.mono.advance(TOOK)
    assert job_headers(await refresh(room, account)) == ("finished", "false")
    assert await room.read(f"/accounts/{account}/balances") == before


@pytest.mark.parametrize("part", PARTS)
async def test_a_slow_job_is_answered_with_nothing_until_it_is_over(room: Room, part: str) -> None:
    account = await room.link_named("slow-refresh")
    for _ in range(2):
        answer = await refresh(room, account, part)
        assert answer.json()["data"] is None
        assert answer.json()["message"].endswith("please try again once notified via webhook")
        room.mono.advance(22)
    assert (await room.read(f"/v2/accounts/{account}/{part}"))["data"]
    room.mono.advance(1)
    late = await refresh(room, account, part)
    assert late.json()["data"]
    assert job_headers(late) == ("finished", "true")


@pytest.mark.parametrize("name", ["refresh-fails", "needs-log-in"])
async def test_a_job_may_fail_and_changes_nothing(room: Room, name: str) -> None:
    account = await room.link_named(name)
    before = await room.read(f"/accounts/{account}/balances")
    job = (await refresh(room, account)).headers["x-job-id"]
    room.mono.advance(TOOK)
    assert job_headers(await refresh(room, account)) == ("failed", "false")
    assert (await room.read(f"/v2/accounts/{account}/jobs/{job}"))["data"]["status"] == "failed"
    assert await room.read(f"/accounts/{account}/balances") == before
