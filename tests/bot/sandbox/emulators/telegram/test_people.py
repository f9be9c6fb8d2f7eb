"""People in the emulated Telegram: what they can do, and what the app would not let them."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.sandbox.emulators.telegram import Impossible, TelegramEmulator
from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import AGREE, HOUR, Room, open_room
from tests.for_every import for_every
from tests.waiting import until_quiet

Act = Callable[[TelegramEmulator, int], object]


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


@for_every(
    "act",
    [
        lambda telegram, _: telegram.say(1, "I do not exist"),
        lambda telegram, ada: telegram.say(ada, "  "),
        lambda telegram, ada: telegram.say(ada, "a" * 4097),
        lambda telegram, ada: telegram.say(ada, "hello", chat_id=-1),
        lambda telegram, ada: telegram.start(ada, "a" * 65),
        lambda telegram, ada: telegram.start(ada, "sp ace"),
        lambda telegram, ada: telegram.send(ada, "elephant"),
        lambda telegram, _: telegram.share_contact(telegram.add_person().id),
        lambda telegram, ada: telegram.edit(ada, 99, "nothing there"),
        lambda telegram, ada: telegram.tap(ada, 1, "agree"),
        lambda telegram, ada: telegram.tap(ada, 99, "agree"),
        lambda telegram, ada: telegram.press(ada, "no keyboard"),
        lambda telegram, ada: telegram.add_person(person_id=ada),
        lambda telegram, ada: telegram.change_person(ada, {"id": 7}),
        lambda telegram, _: telegram.screen(7),
    ],
)
async def test_what_the_app_would_not_let_people_do(room: Room, act: Act) -> None:
    with pytest.raises(Impossible):
        act(room.telegram, room.ada)


async def test_a_tap_needs_its_button(room: Room) -> None:
    number = await room.send("May we?", reply_markup=AGREE)
    for wrong in ("Agree", "Terms"):
        with pytest.raises(Impossible):
            room.telegram.tap(room.ada, number, wrong)
    for right in ("I agree", "agree"):
        assert room.telegram.tap(room.ada, number, right).data == "agree"
    await room.answer("editMessageReplyMarkup", chat_id=room.ada, message_id=number)
    with pytest.raises(Impossible):
        room.telegram.tap(room.ada, number, "agree")


async def test_an_old_button_works_as_long_as_it_is_there(room: Room) -> None:
    number = await room.send("May we?", reply_markup=AGREE)
    room.telegram.advance(400 * 24 * HOUR)
    await room.send("Something else")
    assert room.telegram.tap(room.ada, number, "agree").message_id == number


async def test_only_the_own_texts_of_two_days_are_edited(room: Room) -> None:
    theirs, picture, own = (
        await room.send("hello"),
        room.telegram.send(room.ada, "photo"),
        room.telegram.say(room.ada, "a"),
    )
    for number in (theirs, picture):
        with pytest.raises(Impossible):
            room.telegram.edit(room.ada, number, "changed")
    room.telegram.advance(48 * HOUR + 1)
    with pytest.raises(Impossible):
        room.telegram.edit(room.ada, own, "too late")


async def test_whoever_blocked_the_bot_writes_nothing_before_restart(room: Room) -> None:
    room.telegram.block(room.ada)
    with pytest.raises(Impossible):
        room.telegram.say(room.ada, "hello?")
    room.telegram.start(room.ada)
    assert not room.telegram.screen(room.ada).blocked


async def test_a_bot_that_was_put_out_of_a_group_hears_nothing_more(room: Room) -> None:
    group = room.telegram.add_group()
    room.telegram.remove_bot(room.ada, group)
    before = len(room.telegram.updates.waiting())
    room.telegram.say(room.ada, "are we alone?", chat_id=group)
    assert len(room.telegram.updates.waiting()) == before


async def test_a_screen_is_waited_for(room: Room) -> None:
    seen = room.telegram.screen(room.ada).revision
    waiting = asyncio.create_task(room.telegram.wait(room.ada, since=seen))
    await until_quiet()
    await room.send("here I am")
    screen = await waiting
    assert (screen.revision, screen.shown[-1].text) == (seen + 1, "here I am")


async def test_a_wait_in_vain_shows_what_there_is(room: Room) -> None:
    before = room.telegram.screen(room.ada)
    assert await room.telegram.wait(room.ada, since=before.revision, timeout=0.01) == before
