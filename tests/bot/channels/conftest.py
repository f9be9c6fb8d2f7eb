"""For every test that asks: an emulated Telegram, or a stranger there; WhatsApp as a whole, and who may write to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.channels.telegram_stage import EmulatedTelegram, open_telegram
from tests.bot.channels.telegram_wire import Server
from tests.bot.channels.whatsapp_board import Board, open_board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, open_stage


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def emulated() -> AsyncIterator[EmulatedTelegram]:
    async with open_telegram() as emulated:
        yield emulated


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def board() -> AsyncIterator[Board]:
    async with open_board() as board:
        yield board


@pytest_asyncio.fixture(loop_scope="module")
async def stage(board: Board, tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(board, tmp_path) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> WhatsAppUser:
    """Somebody who has never written."""
    return stage.twilio.person(ADAS_NUMBER)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def served() -> AsyncIterator[tuple[Server, str]]:
    server = Server()
    async with serve(server) as url:
        yield server, url


@pytest.fixture
def server(served: tuple[Server, str]) -> Server:
    served[0].clear()
    return served[0]
