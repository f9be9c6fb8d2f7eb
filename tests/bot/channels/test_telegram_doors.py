"""Telegram's door of the whole service: nobody gets in, nothing is refused for what it says, nobody is kept waiting."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram_doors import MOST_BYTES
from tests.bot.channels.telegram_updates_made import ADA, CHAT, PERSON, Json, message, tap, update
from tests.bot.door_stage import LONG, House, hostile, open_house, wrong

HEADER = b"X-Telegram-Bot-Api-Secret-Token: "
NUMBERS = count(800_000_001)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path) as house:
        assert house.telegram.add_person("Ada", person_id=ADA).id == ADA
        house.telegram.start(ADA)
        yield house


async def post(house: House, body: bytes, *secrets: bytes) -> int:
    return await house.post("/telegram", body, *(HEADER + secret for secret in secrets))


async def deliver(house: House, body: bytes) -> int:
    return await post(house, body, house.telegram_secret.encode())


def asks_for_help() -> bytes:
    number = next(NUMBERS)
    return dump(update(update_id=number, message=message(message_id=number, text="help")))
