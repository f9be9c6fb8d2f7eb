"""What the tests of the shell share: the whole service on the console, and Ada who talks to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.venue import Venue
from tests.bot.service_stage import Talk


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with open_stage(tmp_path, Venue("console")) as stage:
        yield Talk(stage)
