"""Updates in shapes that nobody promised: each is put aside or understood, and none raises."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.updates import AnswerTap, Decoded, LeaveChat, decode, decode_update
from bot.ports import Inbound, UnreadableInbound
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, ContactShared, TextReceived
from tests.bot.channels.telegram_updates_made import (
    ADA,
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

ADAS = Contact("telegram", str(ADA))
WELL_FORMED = [
    update(message=message(text="hello")),
    update(message=message(text="/start abc", entities=[{"type": "bot_command", "offset": 0, "length": 6}])),
    update(message=message(contact={"phone_number": "234803", "first_name": "Ada", "user_id": ADA}, **FORWARDED)),
    update(message=message(photo=[SIZED], reply_to_message=message(text="before"))),
    update(message=message(chat=GROUP, text="hi")),
    update(edited_message=message(text="hello")),
    update(callback_query=tap()),
    update(my_chat_member=membership("kicked")),
]

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([2**70, "\ud800", "\0"])
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
)


def unreadable_in(decoded: Decoded) -> UnreadableInbound:
    assert isinstance(decoded.inbound, UnreadableInbound)
    return decoded.inbound


@for_every(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe\xfd",
        b'{"update_id": "\xc3\x28"}',
        b"[" * 100_000 + b"]" * 100_000,
        b'{"update_id": ' + b"9" * 5000 + b"}",
        b"[]",
        b"null",
        b'"update"',
        b"7",
    ],
)
def test_a_body_that_is_no_update_is_put_aside_as_it_came(body: bytes) -> None:
    aside = unreadable_in(decode(body))
    assert (aside.channel, aside.content, aside.delivery, aside.contact) == ("telegram", body, None, None)


def test_a_shape_that_is_not_known_still_owes_its_writer_an_answer() -> None:
    """As Telegram's own sample updates, which are older than `is_bot`."""
    writer = {"id": ADA, "first_name": "Ada"}
    aside = unreadable_in(decode(json.dumps(update(message=message(**{"from": writer}, text="hello"))).encode()))
    assert (aside.delivery, aside.contact) == (str(UPDATE), ADAS)
    assert "hello" not in repr(aside)


def test_a_tap_that_cannot_be_read_is_answered_all_the_same() -> None:
    query = tap()
    del query["chat_instance"]
    decoded = decode(json.dumps(update(callback_query=query)).encode())
    assert unreadable_in(decoded).contact == ADAS
    assert decoded.reaction == AnswerTap("5512")


@for_every(
    "kind",
    [
        {"message": message(chat=GROUP, **{"from": {"id": ADA}})},
        {"message": message(chat={"id": "5", "type": "private"}, text="hi")},
        {"message": message(chat={"id": -5, "type": "private"}, text="hi")},
        {"message": message(chat={"id": 2**80, "type": "private"}, text="hi")},
        {"callback_query": tap(message={"chat": GROUP})},
        {"callback_query": tap(message={"chat": GROUP | {"type": []}})},
        {"my_chat_member": {"chat": GROUP}},
        {"message": []},
    ],
)
def test_where_nobody_private_can_be_read_nobody_is_answered(kind: Json) -> None:
    assert unreadable_in(decode(json.dumps(update(**kind)).encode())).contact is None


@for_every("number", [None, "7", -1, 2**70, True, 1.5])
def test_a_number_that_is_none_names_no_delivery(number: Any) -> None:
    given_update = {"update_id": number, "message": message(text="hello")}
    assert unreadable_in(decode(json.dumps(given_update).encode())).delivery is None


@for_every("kind", ["message", "edited_message", "my_chat_member"])
def test_nobody_writes_in_the_chat_of_another(kind: str) -> None:
    made = membership("kicked") if kind == "my_chat_member" else message(text="yes")
    decoded = decode_update(update(**{kind: made | {"from": PERSON | {"id": ADA + 1}}}), b"")
    assert unreadable_in(decoded).contact is None


@for_every("card", [str(ADA), True])
def test_numbers_that_are_none_prove_no_card(card: Any) -> None:
    contact = {"phone_number": "234803", "first_name": "Ada", "user_id": card}
    decoded = decode_update(update(message=message(contact=contact)), b"")
    assert isinstance(decoded.inbound, Inbound)
    assert decoded.inbound.event == ContactShared("234803", proven=False)


@given(st.binary(max_size=200))
def test_no_bytes_raise(body: bytes) -> None:
    assert_sound(decode(body))


@given(anything)
def test_no_json_raises(data: Any) -> None:
    assert_sound(decode_update(data, b""))


@given(st.data())
def test_no_change_of_any_field_raises_or_lets_a_wrong_type_in(data: st.DataObject) -> None:
    changed = copy.deepcopy(data.draw(st.sampled_from(WELL_FORMED)))
    for _ in range(data.draw(st.integers(1, 3))):
        place, key = data.draw(st.sampled_from(list(places_in(changed))))
        place[key] = data.draw(anything)
    assert_sound(decode_update(changed, b"body"))


def places_in(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from places_in(value[key])


def assert_sound(decoded: Decoded) -> None:
    """Whatever comes out can be stored, sent and named."""
    for part in (decoded.inbound, decoded.reaction):
        match part:
            case Inbound(contact, event, delivery, language):
                assert contact.address.isdigit()
                assert delivery is not None
                assert delivery.isdigit()
                assert language in {"en", "pcm"}
                assert_storable(event)
            case UnreadableInbound(content=content):
                assert isinstance(content, bytes)
            case AnswerTap(query):
                assert isinstance(query, str)
            case LeaveChat(chat):
                assert type(chat) is int


def assert_storable(event: object) -> None:
    told: tuple[object, ...] = ()
    match event:
        case TextReceived(text, name):
            told = (text, name)
        case ContactShared(number, proven):
            assert isinstance(proven, bool)
            told = (number,)
        case ButtonTapped(button, prompt):
            assert prompt is None or type(prompt) is int
            told = (button,)
    for each in told:
        assert isinstance(each, str)
        assert "\0" not in each
        each.encode()
