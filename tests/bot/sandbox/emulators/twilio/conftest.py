"""The emulated Twilio for a module's tests, new for each of them, and somebody who has just written to the business."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import Stage, Switchboard, open_switchboard, stage_twilio


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def board() -> AsyncIterator[Switchboard]:
    async with open_switchboard() as board:
        yield board


@pytest_asyncio.fixture(loop_scope="module")
async def stage(board: Switchboard) -> AsyncIterator[Stage]:
    async with stage_twilio(board) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> WhatsAppUser:
    """Somebody who has just written, so that the 24 hours are open."""
    person = stage.twilio.person("+2348030000001")
    stage.twilio.say(person, "hi")
    await stage.twilio.settle()
    return person
