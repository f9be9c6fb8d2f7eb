"""Messages, edits and answers that the emulated Bot API refuses, and in which words."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.bot.sandbox.emulators.telegram.telegram_emulator_stage import AGREE, HOUR, Room, inline, open_room
from tests.for_every import for_every

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


@for_every(
    ("arguments", "refusal"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "\N{OK HAND SIGN}" * 2049}, "message is too long"),
        ({"text": "*a*", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"text": "\ud83d"}, "text must be encoded in UTF-8"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 12}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": []}, "object expected as reply markup"),
        (
            {"reply_markup": {"inline_keyboard": [1]}},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"reply_markup": inline({"text": "a", "callback_data": ""})}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": inline({"text": "a", "callback_data": "a" * 65})}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": inline({"text": "a", "callback_data": "₦" * 22})}, "BUTTON_DATA_INVALID"),
        (
            {"reply_markup": inline({"text": "", "callback_data": "a"})},
            "inline keyboard button text must be non-empty",
        ),
        (
            {"reply_markup": inline({"text": "a"})},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"reply_markup": inline({"text": "a", "url": "nowhere"})},
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (
            {"reply_markup": inline(*({"text": str(n), "callback_data": "a"} for n in range(101)))},
            "reply markup is too long",
        ),
        ({"reply_markup": {"keyboard": [["a"] * 9]}}, "reply markup is too long"),
    ],
)
async def test_messages_that_are_not_sent(room: Room, arguments: dict[str, Any], refusal: str) -> None:
    whole = {"chat_id": room.ada, "text": "hello"} | arguments
    assert await room.refusal("sendMessage", **whole) == (400, refusal)
    assert len(room.telegram.screen(room.ada).lines) == 1


@pytest.mark.parametrize(
    ("arguments"),
    [
        {"text": "a" * 4096},
        {"text": f"<b>{'&lt;' * 4096}</b>", "parse_mode": "HTML"},
        {"text": "\N{OK HAND SIGN}" * 2048},
        {"reply_markup": inline({"text": "a", "callback_data": "a" * 64})},
        {"reply_markup": inline({"text": "a", "callback_data": "₦" * 21})},
        {"reply_markup": inline({"text": "a", "url": "http://127.0.0.1:8080/l/token"})},
        {"reply_markup": inline({"text": "a", "copy_text": {"text": "a" * 256}})},
        {"reply_markup": {"keyboard": [["a"] * 8] * 12}},
        {"reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
    ],
)
async def test_messages_just_within_the_limits(room: Room, arguments: dict[str, Any]) -> None:
    whole = {"chat_id": room.ada, "text": "hello"} | arguments
    assert (await room.answer("sendMessage", **whole)).status_code == 200


async def test_nobody_is_written_to_who_never_wrote(room: Room) -> None:
    stranger = room.telegram.add_person("Bola").id
    assert await room.refusal("sendMessage", chat_id=stranger, text="hi") == (400, "chat not found")
    room.telegram.say(stranger, "hi")
    assert (await room.answer("sendMessage", chat_id=stranger, text="hi")).status_code == 200


async def test_those_who_blocked_left_or_put_out_the_bot_are_not_reached(room: Room) -> None:
    bola, group = room.telegram.add_person("Bola").id, room.telegram.add_group("Agents", group_type="group")
    room.telegram.start(bola)
    room.telegram.block(room.ada)
    room.telegram.change_person(bola, {"deactivated": True})
    room.telegram.remove_bot(room.ada, group)
    expected = {
        room.ada: "Forbidden: bot was blocked by the user",
        bola: "Forbidden: user is deactivated",
        group: "Forbidden: bot was kicked from the group chat",
    }
    for chat_id, description in expected.items():
        assert await room.refusal("sendMessage", chat_id=chat_id, text="hi") == (403, description)
        refused = await room.refusal("sendChatAction", chat_id=chat_id, action="typing")
        assert refused == (403, description)


async def test_phone_numbers_are_asked_for_in_private_only(room: Room) -> None:
    group = room.telegram.add_group()
    markup = {"keyboard": [[{"text": "Share", "request_contact": True}]]}
    refused = await room.refusal("sendMessage", chat_id=group, text="Number?", reply_markup=markup)
    assert refused == (400, "phone number can be requested in private chats only")


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        ({"message_id": 99}, "message to edit not found"),
        ({"message_id": 1}, "message can't be edited"),
        ({"text": "May we?", "reply_markup": AGREE}, NOT_MODIFIED),
        ({"text": ""}, "message text is empty"),
        ({"text": "x", "reply_markup": {"keyboard": [["a"]]}}, "inline keyboard expected"),
    ],
)
async def test_edits_that_are_not_made(room: Room, arguments: dict[str, Any], refusal: str) -> None:
    sent = await room.call("sendMessage", chat_id=room.ada, text="May we?", reply_markup=AGREE)
    whole = {"chat_id": room.ada, "message_id": sent["message_id"], "text": "Changed"} | arguments
    assert await room.refusal("editMessageText", **whole) == (400, refusal)
    assert room.telegram.screen(room.ada).shown[-1].text == "May we?"


async def test_buttons_that_are_gone_cannot_be_removed_again(room: Room) -> None:
    sent = await room.call("sendMessage", chat_id=room.ada, text="May we?", reply_markup=AGREE)
    which = {"chat_id": room.ada, "message_id": sent["message_id"]}
    await room.call("editMessageReplyMarkup", **which)
    assert await room.refusal("editMessageReplyMarkup", **which) == (400, NOT_MODIFIED)


async def test_messages_are_deleted_once_and_for_48_hours(room: Room) -> None:
    typed = room.telegram.say(room.ada, "493021")
    assert await room.call("deleteMessage", chat_id=room.ada, message_id=typed) is True
    gone = (400, "message to delete not found")
    assert await room.refusal("deleteMessage", chat_id=room.ada, message_id=typed) == gone
    typed = room.telegram.say(room.ada, "493022")
    room.telegram.advance(48 * HOUR + 1)
    too_late = (400, "message can't be deleted")
    assert await room.refusal("deleteMessage", chat_id=room.ada, message_id=typed) == too_late
    assert await room.refusal("deleteMessages", chat_id=room.ada, message_ids=[typed]) == too_late


async def test_messages_of_others_in_groups_are_not_deleted(room: Room) -> None:
    group = room.telegram.add_group()
    typed = room.telegram.say(room.ada, "hello all", chat_id=group)
    refused = await room.refusal("deleteMessage", chat_id=group, message_id=typed)
    assert refused == (400, "message can't be deleted")


async def test_a_tap_is_answered_once_and_within_150_seconds(room: Room) -> None:
    sent = await room.call("sendMessage", chat_id=room.ada, text="May we?", reply_markup=AGREE)
    taps = [room.telegram.tap(room.ada, sent["message_id"], "agree").id for _ in range(3)]
    too_long = await room.refusal("answerCallbackQuery", callback_query_id=taps[0], text="a" * 201)
    assert too_long == (400, "MESSAGE_TOO_LONG")
    assert await room.call("answerCallbackQuery", callback_query_id=taps[0], text="a" * 200) is True
    assert await room.refusal("answerCallbackQuery", callback_query_id=taps[0]) == (400, TOO_OLD)
    room.telegram.advance(150)
    assert await room.call("answerCallbackQuery", callback_query_id=taps[1]) is True
    room.telegram.advance(1)
    assert await room.refusal("answerCallbackQuery", callback_query_id=taps[2]) == (400, TOO_OLD)
    assert await room.refusal("answerCallbackQuery", callback_query_id="made up") == (400, TOO_OLD)


@for_every(
    ("source", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("₦5 <c>", 'Unsupported start tag "c" at byte offset 5'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("bold</b>", "Unexpected end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_html_is_refused_in_telegrams_words(room: Room, source: str, reason: str) -> None:
    refused = await room.refusal("sendMessage", chat_id=room.ada, text=source, parse_mode="HTML")
    assert refused == (400, f"can't parse entities: {reason}")
