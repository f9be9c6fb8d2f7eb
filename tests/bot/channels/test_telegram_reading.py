"""No update is read otherwise than python-telegram-bot's model reads it, which is the measure of our own shapes."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import TelegramObject, Update

from bot.channels.telegram import updates
from bot.channels.telegram.updates import Decoded, decode, decode_update
from bot.ports import UnreadableInbound
from bot.sandbox.emulators.telegram.incoming import ATTACHMENTS
from tests.bot.channels.telegram_updates_made import (
    ADA,
    BOT,
    FORWARDED,
    GROUP,
    PERSON,
    SIZED,
    Json,
    membership,
    message,
    tap,
    update,
)
from tests.bot.channels.test_telegram_hostile_updates import WELL_FORMED, anything, places_in
from tests.for_every import for_every

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # its model's own


class LibrarysShape:
    """One of the library's objects under the names of our shapes."""

    def __init__(self, read: TelegramObject) -> None:
        self._read = read

    def __getattr__(self, name: str) -> object:
        value = getattr(self._read, "from_user" if name == "sender" else name)
        return LibrarysShape(value) if isinstance(value, TelegramObject) else value


def read_by_the_library(data: Any) -> Decoded | None:
    """What the library makes of it, None where it cannot read it."""
    try:
        read: Any = LibrarysShape(Update.de_json(data, None))
        return updates._read(read)
    except Exception:  # noqa: BLE001 - it raises whatever a strange shape makes it raise
        return None


def assert_read_alike(data: Any) -> None:
    expected = read_by_the_library(copy.deepcopy(data))
    body = json.dumps(data).encode()
    found = decode(body)
    assert found == decode_update(data, body)
    if expected is None:
        return
    assert not isinstance(found.inbound, UnreadableInbound)
    assert found == expected


# Updates as Telegram makes them

texts = st.text(max_size=40) | st.sampled_from(
    ["/start", "/start Zm9v_-9", "482913", "/help@bot", "\ud83d!", "\0", "a\u202eb"]
)
ids = st.integers(1, 2**53)
people = st.builds(
    lambda **more: PERSON | more,  # who writes in a private chat is the one whose it is
    is_bot=st.booleans(),
    first_name=texts,
    last_name=st.none() | texts,
    language_code=st.none() | st.sampled_from(["en", "pcm", "PCM-NG", "ha", ""]),
)
chats = st.one_of(
    st.just({"id": PERSON["id"], "type": "private", "first_name": "Ada"}),
    st.sampled_from(["group", "supergroup", "channel", "sender", "of tomorrow"]).map(
        lambda kind: GROUP | {"type": kind}
    ),
)
cards = st.builds(
    lambda number, **more: {"phone_number": number, "first_name": "Ada", **more},
    texts,
    user_id=st.none() | ids | st.just(ADA),
    vcard=st.none() | texts,
)
SERVICE: tuple[Json, ...] = (
    {"pinned_message": message(text="May we?")},
    {"pinned_message": {"chat": GROUP, "message_id": 1, "date": 0}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
    {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
    {"write_access_allowed": {}},
    {"write_access_allowed": {"from_request": True}},
    {"connected_website": "kudi.example"},
    {"connected_website": ""},
    {"forum_topic_created": {"name": "n", "icon_color": 1}},
    {"forum_topic_edited": {}},
    {"forum_topic_closed": {}},
    {"forum_topic_reopened": {}},
    {"new_chat_members": [PERSON]},
    {"a_kind_of_tomorrow": {"some": ["thing", {"deep": None}]}},
    {"video": SIZED | {"duration": 3}, "a_field_of_tomorrow": 7},
    {"photo": []},
    {"poll": None, "location": None, "photo": None},
)
contents = st.one_of(
    texts.map(lambda text: {"text": text, "entities": []}),
    st.sampled_from(sorted(ATTACHMENTS)).map(lambda kind: {kind: ATTACHMENTS[kind]}),
    st.sampled_from(SERVICE),
    cards.map(lambda card: {"contact": card}),
)
around = st.sampled_from((FORWARDED, {"via_bot": BOT}, {"sender_chat": GROUP}, {"reply_to_message": message(text="x")}))
messages = st.builds(
    lambda content, under, passing, **more: message(**{**content, **under, **passing, **more}),
    contents,
    st.just({}) | texts.map(lambda text: {"caption": text}),
    st.just({}) | around,
    chat=chats,
    **{"from": st.none() | people},
)
taps = st.builds(
    tap,
    id=texts,
    message=st.none() | messages | st.just({"chat": {"id": ADA, "type": "private"}, "message_id": 9, "date": 0}),
    data=st.none() | texts | st.sampled_from(["7:agree", "12:line-1", ":agree", "9999999999:agree", "7:agree\n"]),
    **{"from": people},
)
memberships = st.builds(
    membership,
    st.sampled_from(["kicked", "left", "member", "of tomorrow"]),
    chat=chats,
    **{"from": people},
)
kinds = st.one_of(
    messages.map(lambda made: {"message": made}),
    messages.map(lambda made: {"edited_message": made | {"edit_date": 1_790_000_060}}),
    taps.map(lambda made: {"callback_query": made}),
    memberships.map(lambda made: {"my_chat_member": made}),
    messages.map(lambda made: {"channel_post": made}),
    st.just({}),
)


@for_every("around", [{}, {"caption": "482913"}, FORWARDED, {"via_bot": BOT}, {"sender_chat": GROUP}])
@for_every("content", [*SERVICE, *({kind: made} for kind, made in ATTACHMENTS.items())])
def test_each_thing_that_a_message_can_be_is_read_as_the_library_reads_it(content: Json, around: Json) -> None:
    for kind in ("message", "edited_message"):
        assert_read_alike(update(**{kind: message(**content, **around)}))


@for_every("number", [2348031234567, None, "", 7.5, True])
def test_a_number_on_a_card_may_be_of_any_kind(number: Any) -> None:
    assert_read_alike(update(message=message(contact={"phone_number": number, "first_name": "Ada", "user_id": ADA})))


@settings(max_examples=3 * settings().max_examples)
@given(kinds)
def test_what_telegram_may_send_is_read_as_the_library_reads_it(kind: Json) -> None:
    assert read_by_the_library(update(**kind)) is not None
    assert_read_alike(update(**kind))


@settings(max_examples=3 * settings().max_examples)
@given(st.data())
def test_what_nobody_promised_is_read_as_the_library_reads_it_where_it_can(data: st.DataObject) -> None:
    """Where it cannot, ours may: a field that is never looked at is no reason to put a message aside."""
    changed = copy.deepcopy(data.draw(st.sampled_from(WELL_FORMED) | kinds.map(lambda kind: update(**kind))))
    for _ in range(data.draw(st.integers(1, 3))):
        place, key = data.draw(st.sampled_from(list(places_in(changed)) or [({}, "")]))
        if data.draw(st.booleans()):
            place[key] = data.draw(anything)
        elif isinstance(place, dict):
            place.pop(key, None)
    assert_read_alike(changed)


@given(anything)
def test_no_json_is_read_that_the_library_reads_otherwise(data: Any) -> None:
    assert_read_alike(data)
