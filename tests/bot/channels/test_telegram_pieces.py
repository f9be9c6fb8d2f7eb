"""A message in several pieces, of which Telegram does not take one: what arrived is not repeated, the rest follows."""

from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from typing import Any

import pytest

from bot.channels.telegram.messages import LONGEST
from bot.channels.telegram.pieces import Pieces
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused
from bot.sandbox.emulators.telegram import TelegramFault
from conversations.changing import replace
from conversations.contact import Contact
from conversations.wording import Button, Rendered
from tests.bot.channels.telegram_stage import Stage, open_leaping_stage

PARTS = ["a" * (LONGEST - 1) + "\n", "b" * (LONGEST - 1) + "\n", "c"]
LONG = Rendered("".join(PARTS), (Button("agree", "I agree"),), prompt=7)
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' height='9' fill='#f00'/></svg>"
BUSY, DOWN = {"status": 429, "retry_after": 9}, {"status": 502}
REFUSED = {"status": 400, "description": "Bad Request: message is too strange"}


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with open_leaping_stage(TELEGRAM_SECONDS_PER_CHAT="1") as stage:
        yield stage


async def fail(stage: Stage, message: Rendered, error: type[DeliveryError], after: int, **how: Any) -> None:
    """Telegram takes so many of its texts, and not the next."""
    if after:
        stage.emulator.fail(TelegramFault("sendMessage", times=after))
    stage.emulator.fail(TelegramFault("sendMessage", **how))
    with pytest.raises(error):
        await stage.telegram.deliver(stage.ada, message)


def kinds(stage: Stage) -> list[str]:
    return [line.kind for line in stage.emulator.screen(stage.person).shown if line.by_bot]


@pytest.mark.parametrize(("error", "how"), [(ChannelBusy, BUSY), (ChannelDown, DOWN)], ids=["busy", "down"])
async def test_another_try_goes_on_where_the_last_one_ended(
    stage: Stage, error: type[DeliveryError], how: dict[str, Any]
) -> None:
    await fail(stage, LONG, error, 1, **how)
    await fail(stage, LONG, error, 0, **how)
    await fail(stage, LONG, error, 1, **how)
    await stage.telegram.deliver(stage.ada, LONG)
    assert stage.texts == PARTS
    assert len(stage.emulator.screen(stage.person).shown[-1].buttons) == 1


async def test_a_picture_that_arrived_is_not_shown_twice(stage: Stage) -> None:
    message = replace(LONG, picture=SVG)
    await fail(stage, message, ChannelBusy, 0, **BUSY)
    await stage.telegram.deliver(stage.ada, message)
    assert kinds(stage) == ["photo", "text", "text", "text"]


async def test_the_same_words_said_again_are_said_whole(stage: Stage) -> None:
    await fail(stage, LONG, ChannelBusy, 1, **BUSY)
    for _ in range(2):
        await stage.telegram.deliver(stage.ada, LONG)
    assert stage.texts == PARTS * 2


async def test_what_was_given_up_takes_nothing_from_the_next_message(stage: Stage) -> None:
    await fail(stage, LONG, ChannelBusy, 1, **BUSY)
    await stage.telegram.deliver(stage.ada, replace(LONG, prompt=8))
    await fail(stage, LONG, MessageRefused, 1, **REFUSED)
    await stage.telegram.deliver(stage.ada, LONG)
    assert [text[0] for text in stage.texts] == ["a", "a", "b", "c", "a", "a", "b", "c"]


async def test_no_more_chats_are_remembered_than_a_bound_and_none_of_which_nothing_arrived() -> None:
    pieces, sent = Pieces(most=2), list[str]()

    async def deliver(name: str, *fates: bool) -> None:
        async def send(*, arrives: bool) -> None:
            if not arrives:
                raise ChannelDown("down")
            sent.append(name)

        with suppress(ChannelDown):
            await pieces.send(Contact("telegram", name), LONG, [partial(send, arrives=fate) for fate in fates])

    for name in ("first", "second", "third"):
        await deliver(name, True, False)
    await deliver("fourth", False, False)
    for name in ("first", "second", "third"):
        await deliver(name, True, True)
    assert {name: sent.count(name) for name in sent} == {"first": 3, "second": 2, "third": 2}
