"""Telegram's updates, told in our words: every kind that a private chat brings, and those that are not for us."""

import json
from typing import Any

import pytest

from bot.channels.telegram.updates import NOTHING, AnswerTap, Decoded, LeaveChat, Reaction, decode
from bot.ports import Inbound
from conversations.contact import Contact
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    CustomerLeft,
    Event,
    LinkOpened,
    Oddity,
    OddityReceived,
    TextReceived,
)
from conversations.minting import make_token
from conversations.secret import LinkToken
from tests.bot.channels.telegram_updates_made import (
    ADA,
    BOT,
    FILE,
    FORWARDED,
    GROUP,
    PERSON,
    SIZED,
    UPDATE,
    Json,
    membership,
    message,
    tap,
    update,
)
from tests.for_every import for_every

NUMBER = "2348031234567"
MESSAGE = "42"
TOKEN = make_token(bytes(range(64))).reveal()
OWN_CARD: Json = {"phone_number": NUMBER, "first_name": "Ada", "user_id": ADA}


POSSIBLE_CODES = ("482913", "482-913", "482_913", "otp482913", "4O2-913", "my_code_is_for_482-913")


def read(**kind: Any) -> Decoded:
    return decode(json.dumps(update(**kind)).encode())


def event_in(decoded: Decoded) -> Event:
    assert isinstance(decoded.inbound, Inbound)
    return decoded.inbound.event


def test_a_text_names_its_chat_its_delivery_and_itself() -> None:
    expected = Inbound(Contact("telegram", str(ADA)), TextReceived("hello", "42"), str(UPDATE), "en", name="Ada")
    assert read(message=message(text="hello")) == Decoded(expected)


@for_every(
    ("text", "event"),
    [
        ("/start", LinkOpened()),
        ("/start@telcolink_bot", LinkOpened()),
        ("/START ", LinkOpened()),
        ("/start hello there", LinkOpened()),
        ("/start " + "a" * 65, LinkOpened()),
        ("/start Zm9v_-9", LinkOpened(token=LinkToken("Zm9v_-9"))),
        ("/start@telcolink_bot a", LinkOpened(token=LinkToken("a"))),
        ("/start " + "a" * 64, LinkOpened(token=LinkToken("a" * 64))),
        ("/start a482913" + "b" * 15, LinkOpened(token=LinkToken("a482913" + "b" * 15))),
        *((f"/start {code}", TextReceived(f"/start {code}", "42")) for code in POSSIBLE_CODES),
        ("/help@telcolink_bot", TextReceived("/help@telcolink_bot", "42")),
        ("/starting", TextReceived("/starting", "42")),
        ("start", TextReceived("start", "42")),
        ("", TextReceived("", "42")),
        ("49\x0030\ud83d21", TextReceived("49\ufffd30\ufffd21", "42")),
    ],
)
def test_texts_and_commands(text: str, event: Event) -> None:
    assert event_in(read(message=message(text=text))) == event


@for_every(
    ("code", "language"),
    [
        ("en", "en"),
        ("pt-br", "en"),
        ("pcm", "pcm"),
        ("PCM-NG", "pcm"),
        ("ha", "ha"),
        ("fr", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_apps_language_is_a_hint(code: str | None, language: str) -> None:
    person = PERSON | {"language_code": code}
    inbound = read(message=message(**{"from": person}, text="hello")).inbound
    assert isinstance(inbound, Inbound)
    assert inbound.language == language


@for_every(
    ("card", "around", "proven"),
    [
        (OWN_CARD, {}, True),
        (OWN_CARD | {"user_id": ADA + 1}, {}, False),
        (OWN_CARD | {"user_id": 0}, {}, False),
        (OWN_CARD | {"user_id": str(ADA)}, {}, False),
        (OWN_CARD | {"user_id": None}, {}, False),
        ({"phone_number": NUMBER, "first_name": "Ada", "vcard": "BEGIN:VCARD"}, {}, False),
        (OWN_CARD, FORWARDED, False),
        (OWN_CARD, {"via_bot": BOT}, False),
    ],
)
def test_only_the_senders_own_card_that_nobody_passed_on_proves_a_number(
    card: Json, around: Json, *, proven: bool
) -> None:
    assert event_in(read(message=message(contact=card, **around))) == ContactShared(NUMBER, proven=proven)


@for_every(
    ("content", "oddity"),
    [
        ({"photo": [SIZED], "caption": "my card"}, Oddity.PHOTO),
        ({"sticker": SIZED | {"type": "regular", "is_animated": False, "is_video": False}}, Oddity.STICKER),
        ({"voice": FILE | {"duration": 3}}, Oddity.VOICE),
        ({"audio": FILE | {"duration": 3}}, Oddity.VOICE),
        ({"video_note": FILE | {"length": 240, "duration": 3}}, Oddity.VOICE),
        ({"video": SIZED | {"duration": 3}}, Oddity.FILE),
        ({"animation": SIZED | {"duration": 3}, "document": FILE}, Oddity.FILE),
        ({"document": FILE}, Oddity.FILE),
        ({"location": {"latitude": 6.45, "longitude": 3.39}}, Oddity.LOCATION),
        (
            {
                "venue": {"location": {"latitude": 6.4, "longitude": 3.3}, "title": "Bank", "address": "Lagos"},
                "location": {"latitude": 6.4, "longitude": 3.3},
            },
            Oddity.LOCATION,
        ),
        ({"dice": {"emoji": "\N{GAME DIE}", "value": 4}}, Oddity.OTHER),
        ({"a_kind_of_tomorrow": {"some": "thing"}}, Oddity.OTHER),
        ({"text": "it is 493021", **FORWARDED}, Oddity.FORWARDED),
        ({"text": "it is 493021", "via_bot": BOT}, Oddity.FORWARDED),
        ({"photo": [SIZED], **FORWARDED}, Oddity.FORWARDED),
    ],
)
def test_what_cannot_be_an_answer_is_named(content: Json, oddity: Oddity) -> None:
    words = str(content.get("text") or content.get("caption") or "")
    assert event_in(read(message=message(**content))) == OddityReceived(oddity, words, MESSAGE)


def test_an_edited_text_is_no_new_text_and_says_what_stands_there_now() -> None:
    edited = message(text="0803", edit_date=1_790_000_060)
    assert event_in(read(edited_message=edited)) == OddityReceived(Oddity.EDITED, "0803", MESSAGE)


def test_so_is_what_stands_under_a_picture() -> None:
    edited = message(photo=[SIZED], caption="482913", edit_date=1_790_000_060)
    assert event_in(read(edited_message=edited)) == OddityReceived(Oddity.EDITED, "482913", MESSAGE)


@for_every(
    "text",
    [
        f"Hello, this is Ada Obi of Kudi Loans. Open the link: https://t.me/kudi_bot?start={TOKEN} It ends tomorrow.",
        f"https://kudi.example/l/{TOKEN}",
        f"please /start {TOKEN}",
        f"START {TOKEN}",
        TOKEN,
    ],
)
def test_a_link_that_was_pasted_is_opened(text: str) -> None:
    assert event_in(read(message=message(text=text))) == LinkOpened(token=LinkToken(TOKEN))


@for_every("text", ["/start 482913", "/start it is 482913"])
def test_a_code_behind_start_is_not_lost_sight_of(text: str) -> None:
    assert event_in(read(message=message(text=text))) == TextReceived(text, MESSAGE)


@for_every(
    ("data", "event"),
    [
        ("7:agree", ButtonTapped("agree", 7)),
        ("12:line-1", ButtonTapped("line-1", 12)),
        ("agree", ButtonTapped("", None)),
        (":agree", ButtonTapped("", None)),
        ("7:", ButtonTapped("", None)),
        ("-7:agree", ButtonTapped("", None)),
        ("\N{ARABIC-INDIC DIGIT SEVEN}:agree", ButtonTapped("", None)),
        ("9999999999:agree", ButtonTapped("", None)),
        ("7:agree\n", ButtonTapped("", None)),
        (None, ButtonTapped("", None)),
    ],
)
def test_a_tap_names_its_question_and_is_to_be_answered(data: str | None, event: Event) -> None:
    decoded = read(callback_query=tap(data=data))
    assert event_in(decoded) == event
    assert decoded.reaction == AnswerTap("5512")


@for_every("shown", [None, {"chat": {"id": ADA, "type": "private"}, "message_id": 9, "date": 0}])
def test_a_tap_on_a_message_that_cannot_be_seen_still_has_its_person(shown: Json | None) -> None:
    decoded = read(callback_query=tap(message=shown))
    assert isinstance(decoded.inbound, Inbound)
    assert decoded.inbound.contact == Contact("telegram", str(ADA))


def test_a_block_is_a_goodbye() -> None:
    assert event_in(read(my_chat_member=membership("kicked"))) == CustomerLeft()


@pytest.mark.parametrize(
    "kind",
    [
        {"my_chat_member": membership("member")},
        {"my_chat_member": membership("kicked", chat=GROUP)},
        {"my_chat_member": membership("left", chat=GROUP)},
        {"message": message(**{"from": BOT}, text="I am a bot")},
        {"message": message(**{"from": None}, text="from nobody")},
        {"message": message(sender_chat=GROUP, text="from an anonymous admin")},
        pytest.param(
            {"message": message(message_auto_delete_timer_changed={"message_auto_delete_time": 86_400})},
            marks=pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),  # its model's own
        ),
        {"message": message(pinned_message=message(text="May we?"))},
        {"message": message(write_access_allowed={"from_request": True})},
        {"edited_message": message(location={"latitude": 6.4, "longitude": 3.3, "live_period": 900})},
        {"channel_post": message(chat=GROUP | {"type": "channel"}, text="news")},
        {"stopped_message_generation": {"chat": {"id": ADA, "type": "private"}, "message_id": 5}},
        {},
    ],
    ids=lambda kind: next(iter(kind), "nothing"),
)
def test_what_nobody_said_to_us_is_nothing(kind: Json) -> None:
    assert read(**kind) == NOTHING


@for_every(
    "kind",
    [
        {"message": message(chat=GROUP, text="/link 0803")},
        {"message": message(chat=GROUP, text="hi", sender_chat=GROUP)},
        {"message": message(chat=GROUP | {"type": "group"}, contact=OWN_CARD)},
        {"edited_message": message(chat=GROUP, text="hi")},
        {"callback_query": tap(message=message(chat=GROUP, text="May we?"))},
        {"my_chat_member": membership("member", chat=GROUP)},
        {"my_chat_member": membership("member", chat=GROUP | {"type": "channel"})},
    ],
)
def test_groups_are_left_and_not_heard(kind: Json) -> None:
    leave: Reaction = LeaveChat(GROUP["id"])
    assert read(**kind) == Decoded(reaction=leave)
