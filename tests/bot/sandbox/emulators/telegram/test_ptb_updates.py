"""What an unmodified python-telegram-bot reads from the emulator over HTTP: an oracle that is not our own."""

import pytest
from telegram import (
    Bot,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    MessageOriginHiddenUser,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ChatMemberStatus
from telegram.error import Forbidden

from bot.sandbox.emulators.telegram import ScreenButton, TelegramEmulator

pytestmark = pytest.mark.asyncio(loop_scope="module")

AGREE = InlineKeyboardMarkup([[InlineKeyboardButton("I agree", callback_data="agree")]])
PHONE = ReplyKeyboardMarkup([[KeyboardButton("Share my number", request_contact=True)], ["No, thanks"]])


async def only_update(bot: Bot) -> Update:
    (update,) = await bot.get_updates(timeout=5)
    return update


async def only_message(bot: Bot) -> Message:
    message = (await only_update(bot)).effective_message
    assert isinstance(message, Message)
    return message


async def only_query(bot: Bot) -> CallbackQuery:
    query = (await only_update(bot)).callback_query
    assert query is not None
    return query


def _change(update: Update) -> tuple[str, str]:
    change = update.my_chat_member
    assert isinstance(change, ChatMemberUpdated)
    return change.old_chat_member.status, change.new_chat_member.status


async def test_a_deep_link_arrives_as_a_start_command(telegram: TelegramEmulator, bot: Bot) -> None:
    person = telegram.add_person("Ngozi", language_code="pt-br")
    telegram.start(person.id, "a-token_1")
    message = await only_message(bot)
    assert message.text == "/start a-token_1"
    assert message.parse_entities(["bot_command"]) == {message.entities[0]: "/start"}
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code) == (person.id, "pt-br")


async def test_a_language_may_be_absent(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    telegram.change_person(ada, {"language_code": None})
    telegram.say(ada, "hello")
    message = await only_message(bot)
    assert message.from_user is not None
    assert message.from_user.language_code is None


async def test_a_reply_in_html_is_read_as_text_with_entities(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    telegram.say(ada, "hello")
    message = await only_message(bot)
    sent = await message.reply_html("\N{WAVING HAND SIGN} <b>Ada</b> &amp; all", do_quote=True)
    assert sent.text == "\N{WAVING HAND SIGN} Ada & all"
    assert sent.parse_entities() == {sent.entities[0]: "Ada"}
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "hello"
    assert telegram.screen(ada).shown[-1].text == sent.text


async def test_a_tap_reaches_the_bot_and_its_answer_the_person(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    sent = await bot.send_message(ada, "May we?", reply_markup=AGREE)
    telegram.tap(ada, sent.message_id, "I agree")
    query = await only_query(bot)
    assert query.data == "agree"
    assert isinstance(query.message, Message)
    assert query.message.text == "May we?"
    await query.answer("Thank you", show_alert=True)
    await query.edit_message_text("Agreed.")
    screen = telegram.screen(ada)
    assert [(press.text, press.show_alert) for press in screen.presses] == [("Thank you", True)]
    assert (screen.shown[-1].text, screen.shown[-1].edited, screen.shown[-1].buttons) == ("Agreed.", True, [])


async def test_a_tap_on_a_message_that_vanished_has_an_inaccessible_one(
    telegram: TelegramEmulator, bot: Bot, ada: int
) -> None:
    sent = await bot.send_message(ada, "May we?", reply_markup=AGREE)
    await sent.delete()
    telegram.tap(ada, sent.message_id, "agree", vanished=True)
    query = await only_query(bot)
    assert query.message is not None
    assert (query.message.message_id, query.message.is_accessible) == (sent.message_id, False)


async def test_the_buttons_alone_can_be_taken_away(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    sent = await bot.send_message(ada, "May we?", reply_markup=AGREE)
    assert telegram.screen(ada).shown[-1].buttons == [[ScreenButton("I agree", data="agree")]]
    await sent.edit_reply_markup(None)
    assert telegram.screen(ada).shown[-1].buttons == []


async def test_a_keyboard_shares_the_own_contact(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    await bot.send_message(ada, "Your number?", reply_markup=PHONE)
    assert telegram.screen(ada).keyboard == [["Share my number"], ["No, thanks"]]
    telegram.press(ada, "Share my number")
    contact = (await only_message(bot)).contact
    assert contact is not None
    assert (contact.phone_number, contact.user_id) == ("2348031234567", ada)
    await bot.send_message(ada, "Thanks", reply_markup=ReplyKeyboardRemove())
    assert telegram.screen(ada).keyboard == []


@pytest.mark.parametrize(("user_id", "forwarded"), [(None, False), (77, False), (None, True), (77, True)])
async def test_contacts_of_others_are_told_apart(
    telegram: TelegramEmulator, bot: Bot, ada: int, user_id: int | None, forwarded: bool
) -> None:
    telegram.share_contact(ada, phone_number="2348020000000", user_id=user_id, forwarded=forwarded)
    message = await only_message(bot)
    assert message.contact is not None
    assert message.contact.user_id == user_id
    assert isinstance(message.forward_origin, MessageOriginHiddenUser) is forwarded


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "location", "document", "video", "dice"])
async def test_what_is_no_text_is_well_formed(telegram: TelegramEmulator, bot: Bot, ada: int, kind: str) -> None:
    telegram.send(ada, kind)
    message = await only_message(bot)
    assert message.text is None
    assert getattr(message, kind)
    assert not message.api_kwargs


async def test_an_edit_is_another_update(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    number = telegram.say(ada, "0803")
    telegram.edit(ada, number, "0804")
    first, second = await bot.get_updates()
    assert first.message is not None
    assert second.edited_message is not None
    assert (first.message.text, second.edited_message.text) == ("0803", "0804")
    assert second.edited_message.edit_date is not None


async def test_blocking_is_told_and_felt(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    telegram.block(ada)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada, "hello?")
    telegram.start(ada)
    blocked, unblocked, started = await bot.get_updates()
    assert [_change(update) for update in (blocked, unblocked)] == [
        (ChatMemberStatus.MEMBER, ChatMemberStatus.BANNED),
        (ChatMemberStatus.BANNED, ChatMemberStatus.MEMBER),
    ]
    assert started.message is not None
    await bot.send_message(ada, "welcome back")


async def test_groups_are_heard_answered_and_left(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    group = telegram.add_group("Agents")
    telegram.say(ada, "/link 0803", chat_id=group)
    message = await only_message(bot)
    assert (message.chat.type, message.chat.title, message.chat.id < 0) == ("supergroup", "Agents", True)
    await message.reply_text("Only in private, please.")
    await bot.leave_chat(group)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(group, "still here?")


async def test_unknown_fields_are_passed_on(telegram: TelegramEmulator, bot: Bot) -> None:
    telegram.inject({"stopped_message_generation": {"chat": {"id": 1, "type": "private"}, "message_id": 5}})
    update = await only_update(bot)
    assert update.api_kwargs["stopped_message_generation"]["message_id"] == 5
