"""Mono's endpoint of the whole service: nobody gets in, nothing is refused for what it says, nothing is lost."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.http.application import MOST_BYTES
from tests.bot.http.webhook_stage import House, hostile, open_house, wrong

EVENT = {"event": "mono.events.account_updated", "data": {"account": {"_id": "0" * 24}, "meta": {}}}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path) as house:
        yield house


async def post(house: House, body: bytes, *secrets: bytes) -> int:
    return await house.post("/mono", body, *(b"mono-webhook-secret: " + secret for secret in secrets))


async def deliver(house: House, body: bytes) -> int:
    return await post(house, body, house.mono_secret.encode())


async def test_nobody_gets_in_without_the_secret(house: House) -> None:
    for secrets in wrong(house.mono_secret).values():
        assert await post(house, json.dumps(EVENT).encode(), *secrets) == 401


async def test_what_is_genuine_is_acknowledged_whatever_it_says(house: House) -> None:
    bodies = hostile(EVENT) | {"genuine": json.dumps(EVENT).encode()}
    accounts: tuple[Any, ...] = ("", "\ud800", "\0", "x" * 10_000, 7, None, [], {"_id": {}})
    for account in accounts:
        bodies[repr(account)[:20]] = json.dumps(EVENT | {"data": {"account": {"_id": account}}}).encode()
    assert {name: await deliver(house, body) for name, body in bodies.items()} == dict.fromkeys(bodies, 200)


async def test_too_much_is_refused(house: House) -> None:
    assert await deliver(house, b" " * (MOST_BYTES + 1)) == 413
    assert await post(house, b" " * (MOST_BYTES + 1)) == 401


async def test_who_hangs_up_in_the_middle_leaves_no_error(
    house: House, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    await house.post("/mono", b"{", b"mono-webhook-secret: " + house.mono_secret.encode(), length=100)
    await asyncio.sleep(0.02)
    assert await deliver(house, json.dumps(EVENT).encode()) == 200
    assert caplog.records == []


async def test_without_a_disk_nothing_is_acknowledged_that_is_about_a_line(house: House) -> None:
    await house.app.database.close()
    assert await deliver(house, json.dumps(EVENT).encode()) == 503
