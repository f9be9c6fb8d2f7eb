"""Mono's endpoint of the whole service: nobody gets in, nothing is refused for what it says, nothing is lost."""

import json
from collections.abc import AsyncIterator
from logging import LogRecord
from pathlib import Path
from typing import Any

import pytest

from bot.http.webhook_endpoint import MOST_BYTES
from tests.bot.http.webhook_stage import ServiceStage, hostile, open_stage, wrong
from tests.waiting import until_quiet

EVENT = {"event": "mono.events.account_updated", "data": {"account": {"_id": "0" * 24}, "meta": {}}}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[ServiceStage]:
    async with open_stage(tmp_path) as stage:
        yield stage


async def post(stage: ServiceStage, body: bytes, *secrets: bytes) -> int:
    return await stage.post("/mono", body, *(b"mono-webhook-secret: " + secret for secret in secrets))


async def deliver(stage: ServiceStage, body: bytes) -> int:
    return await post(stage, body, stage.mono_secret.encode())


async def test_nobody_gets_in_without_the_secret(stage: ServiceStage) -> None:
    for secrets in wrong(stage.mono_secret).values():
        assert await post(stage, json.dumps(EVENT).encode(), *secrets) == 401


async def test_what_is_genuine_is_acknowledged_whatever_it_says(stage: ServiceStage) -> None:
    bodies = hostile(EVENT) | {"genuine": json.dumps(EVENT).encode()}
    accounts: tuple[Any, ...] = ("", "\ud800", "\0", "x" * 10_000, 7, None, [], {"_id": {}})
    for account in accounts:
        bodies[repr(account)[:20]] = json.dumps(EVENT | {"data": {"account": {"_id": account}}}).encode()
    assert {name: await deliver(stage, body) for name, body in bodies.items()} == dict.fromkeys(bodies, 200)


async def test_too_much_is_refused(stage: ServiceStage) -> None:
    assert await deliver(stage, b" " * (MOST_BYTES + 1)) == 413
    assert await post(stage, b" " * (MOST_BYTES + 1)) == 401


async def test_who_hangs_up_in_the_middle_leaves_no_error(
    stage: ServiceStage, capsys: pytest.CaptureFixture[str], library_log: list[LogRecord]
) -> None:
    await stage.post("/mono", b"{", b"mono-webhook-secret: " + stage.mono_secret.encode(), length=100)
    await until_quiet()
    assert await deliver(stage, json.dumps(EVENT).encode()) == 200
    assert library_log == []


async def test_without_a_disk_nothing_is_acknowledged_that_is_about_a_line(stage: ServiceStage) -> None:
    await stage.app.database.close()
    assert await deliver(stage, json.dumps(EVENT).encode()) == 503
