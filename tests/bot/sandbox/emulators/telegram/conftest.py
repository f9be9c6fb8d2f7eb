"""The emulated Telegram: with the library's own client at it, or with a webhook whose answers are planned."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram import Bot

from bot.sandbox.emulators.telegram import TelegramEmulator
from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import (
    Hall,
    Served,
    Stage,
    open_hall,
    open_stage,
    serve_telegram,
    start_known,
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def served() -> AsyncIterator[Served]:
    async with serve_telegram() as served:
        yield served


@pytest_asyncio.fixture(loop_scope="module")
async def bot(served: Served) -> AsyncIterator[Bot]:
    served.telegram.reset()
    async with Bot(served.telegram.token, base_url=f"{served.url}/bot") as bot:
        yield bot


@pytest.fixture
def telegram(served: Served, bot: Bot) -> TelegramEmulator:
    """The emulator that the bot is at."""
    return served.telegram


@pytest.fixture
def ada(telegram: TelegramEmulator) -> int:
    return start_known(telegram)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def hall() -> AsyncIterator[Hall]:
    async with open_hall() as hall:
        yield hall


@pytest_asyncio.fixture(loop_scope="module")
async def stage(hall: Hall) -> AsyncIterator[Stage]:
    async with open_stage(hall) as stage:
        yield stage
