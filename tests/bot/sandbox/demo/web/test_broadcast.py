"""What the demo's page hears: each part as it changes, and at once, whatever it comes from."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.demo.web import broadcast
from tests.bot.sandbox.demo.web.page_stage import open_stage_with_page
from tests.waiting import PATIENCE


async def test_a_page_hears_at_once_what_the_bot_says_and_what_a_lever_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast, "GLANCE", 3600.0)
    async with open_stage_with_page() as stage, stage.http.stream("GET", "events", timeout=PATIENCE) as events:
        parts = parts_of(events)
        await told(parts, "phone-me", '"messages": []')
        await stage.say("hello")
        await told(parts, "phone-me", "Kudi Loans asked me")
        await stage.ask("network", down=True)
        await told(parts, "scene", '"down": true')


async def parts_of(events: httpx.Response) -> AsyncIterator[tuple[str, Any]]:
    name = ""
    async for line in events.aiter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


async def told(parts: AsyncIterator[tuple[str, Any]], part: str, words: str) -> None:
    """Until the page is told of this part with these words in it."""
    async for name, data in parts:
        if name == part and words in json.dumps(data, ensure_ascii=False):
            return
