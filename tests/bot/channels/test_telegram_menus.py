"""The menu of one chat on Telegram: its own list, everybody's again, and troubles that are no trouble to messages."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.channels.telegram.registration import register
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone
from bot.sandbox.emulators.telegram import TelegramFault
from conversations.contact import Contact
from conversations.customer.commands import COMMANDS
from conversations.effects import MenuItem
from conversations.secret import Secret
from conversations.wording import Rendered
from tests.bot.channels.telegram_stage import EmulatedTelegram, Stage, open_stage
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

ITEMS = (MenuItem("link", "make a link"), MenuItem("help", "₦ & <what> you can type"))
SHOWN = {"link": "make a link", "help": "₦ & <what> you can type"}


@pytest_asyncio.fixture(loop_scope="module")
async def stage(emulated: EmulatedTelegram) -> AsyncIterator[Stage]:
    """The bot shows everybody what customers can type."""
    emulated.emulator.clock.advance(1)
    async with open_stage(emulated) as stage:
        await register(stage.telegram, "", Secret(""), "Kudi Loans")
        await until(lambda: list(stage.emulator.menu(stage.person)) == list(COMMANDS))
        yield stage


def other(stage: Stage) -> int:
    person = stage.emulator.add_person("Obi").id
    stage.emulator.start(person)
    return person


async def test_a_chat_shows_its_own_and_every_other_what_it_showed(stage: Stage) -> None:
    obi = other(stage)
    await stage.telegram.show_menu(stage.ada, ITEMS)
    assert list(stage.emulator.menu(stage.person).items()) == list(SHOWN.items())
    assert list(stage.emulator.menu(obi)) == list(COMMANDS)


@pytest.mark.parametrize("language", [None, "en", "yo", "pt-br"])
async def test_it_shows_it_whatever_language_their_telegram_speaks(stage: Stage, language: str | None) -> None:
    stage.emulator.change_person(stage.person, {"language_code": language})
    await stage.telegram.show_menu(stage.ada, ITEMS)
    assert stage.emulator.menu(stage.person) == SHOWN


async def test_the_newest_list_is_the_one(stage: Stage) -> None:
    await stage.telegram.show_menu(stage.ada, ITEMS)
    await stage.telegram.show_menu(stage.ada, ITEMS[:1])
    assert list(stage.emulator.menu(stage.person)) == ["link"]


async def test_without_a_list_it_shows_everybodys_and_so_it_does_twice(stage: Stage) -> None:
    await stage.telegram.show_menu(stage.ada, ITEMS)
    for _ in range(2):
        await stage.telegram.show_menu(stage.ada, ())
        assert list(stage.emulator.menu(stage.person)) == list(COMMANDS)


async def test_a_start_leaves_the_chats_own_list_alone(stage: Stage) -> None:
    await stage.telegram.show_menu(stage.ada, ITEMS)
    await register(stage.telegram, "", Secret(""), "Kudi Loans")
    await until(lambda: stage.emulator.journal.counts["getmyshortdescription", 200] == 2)
    assert stage.emulator.menu(stage.person) == SHOWN


async def test_who_never_started_the_bot_is_gone(stage: Stage) -> None:
    stranger = Contact("telegram", str(stage.emulator.add_person("Obi").id))
    for items in (ITEMS, ()):
        with pytest.raises(RecipientGone):
            await stage.telegram.show_menu(stranger, items)


@pytest.mark.parametrize("method", ["setMyCommands", "deleteMyCommands"])
@pytest.mark.parametrize(
    ("status", "words", "expected"),
    [
        (403, "Forbidden: bot was blocked by the user", RecipientGone),
        (400, "Bad Request: BOT_COMMAND_INVALID", MessageRefused),
        (429, "Too Many Requests: retry after 7", ChannelBusy),
        (500, "Internal Server Error", ChannelDown),
    ],
)
async def test_what_telegram_says_to_it_is_said_in_our_terms(
    stage: Stage, method: str, status: int, words: str, expected: type[DeliveryError]
) -> None:
    fault = TelegramFault(method, status=status, description=words, retry_after=7 if status == 429 else None)
    stage.emulator.fail(fault)
    with pytest.raises(expected) as failed:
        await stage.telegram.show_menu(stage.ada, ITEMS if method == "setMyCommands" else ())
    if isinstance(failed.value, ChannelBusy):
        assert failed.value.retry_after == timedelta(seconds=7)


async def test_too_many_menus_are_not_too_many_messages(stage: Stage) -> None:
    stage.emulator.fail(TelegramFault("setMyCommands", status=429, retry_after=3600))
    with pytest.raises(ChannelBusy):
        await stage.telegram.show_menu(stage.ada, ITEMS)
    async with asyncio.timeout(20):
        await stage.telegram.deliver(stage.ada, Rendered("hello"))
    assert stage.texts == ["hello"]
