"""A picture of figures comes with its words below it, before them, or not at all; the words always come."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.drawing.png import draw_now
from bot.sandbox.demo.stage import DemoStage, open_stage
from bot.sandbox.demo.venue import Venue
from conversations.contact import Contact
from conversations.wording import Button, Rendered
from tests.waiting import until

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' height='9' fill='#f00'/></svg>"
LONG = "Spent ₦5.00 " * 100


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[DemoStage]:
    async with open_stage(tmp_path, Venue()) as stage:
        yield stage
        await until(lambda: not stage.app.service.under_way, act=lambda: stage.clock.advance(0.1))


@pytest.mark.parametrize(
    ("text", "picture", "shown"),
    [
        ("Spent ₦5.00", SVG, [("photo", "Spent ₦5.00", 1)]),
        (LONG, SVG, [("photo", "", 0), ("text", LONG, 1)]),
        ("Spent ₦5.00", "<svg", [("text", "Spent ₦5.00", 1)]),
    ],
    ids=["below it", "after it", "without it"],
)
async def test_the_words_come_whatever_becomes_of_the_picture(
    stage: DemoStage, text: str, picture: str, shown: list[tuple[str, str, int]]
) -> None:
    person = stage.telegram.add_person("Ada").id
    stage.telegram.start(person)
    message = Rendered(text, (Button("balance", "Balance"),), 7, picture=picture)
    telegram = stage.app.channels["telegram"]
    sending = asyncio.create_task(telegram.deliver(Contact("telegram", str(person)), message))
    await until(sending.done, act=lambda: stage.clock.advance(0.1))
    assert await sending is None
    lines = [line for line in stage.telegram.screen(person).shown if line.by_bot and "Hello" not in line.text]
    assert [(line.kind, line.text, len(line.buttons)) for line in lines][-len(shown) :] == shown
    assert (draw_now(SVG) in stage.telegram.state.files.values()) is (picture == SVG)
