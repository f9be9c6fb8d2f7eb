"""Telegram's updates in our words: who, and what happened. Pure; never an answer, never a network.

core.telegram.org/bots/api#update. Updates come from Telegram, which does not mean that they have the shape we know:
whatever they are, `decode` returns, for an update that is refused blocks its chat for a day.
"""

import json
import re
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Struct

from bot.channels.link_texts import parse_link_text
from bot.channels.telegram.settings import NAME
from bot.channels.telegram.shapes import MembershipShape, MessageShape, PersonShape, TapShape, UpdateShape
from bot.channels.telegram.unreadable import LARGEST_ID, PRIVATE, delivery_in, sender_in, tap_in
from bot.ports import Inbound, UnreadableInbound
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
from conversations.languages import DEFAULT_LANGUAGE, WRITTEN
from conversations.minting import TOKEN_LENGTH
from conversations.secret import LinkToken

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

_TAP = re.compile(r"([0-9]{1,9}):([a-z0-9-]{1,40})")
_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_DIGIT = re.compile(r"\d")
_MAYBE_CODE = re.compile(r"^[0-9]+$|[0-9](?:[_-]*[0-9o]){3}", re.IGNORECASE)  # "482-913", "otp482913"
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # core.telegram.org/bots/features#deep-linking
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # what neither a database nor a network carries
_BLOCKED = "kicked"
_OUTSIDE = {"left", _BLOCKED}
_UPDATE = msgspec.json.Decoder(UpdateShape)

# The first field that is set. An animation has a document too, a venue a location.
_ODDITIES = {
    "photo": Oddity.PHOTO,
    "sticker": Oddity.STICKER,
    "voice": Oddity.VOICE,
    "audio": Oddity.VOICE,
    "video_note": Oddity.VOICE,
    "video": Oddity.FILE,
    "animation": Oddity.FILE,
    "document": Oddity.FILE,
    "location": Oddity.LOCATION,
}
# Messages that nobody wrote: the app tells of what the person did to the chat.
_SERVICE = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
)


class AnswerTap(Struct, frozen=True):
    """Stop the spinner on a tapped button; the person sees the toast for a moment."""

    query: str
    toast: str = ""


class LeaveChat(Struct, frozen=True):
    """Leave a group or channel: what is said there is read by others."""

    chat: int


Reaction = AnswerTap | LeaveChat


class Decoded(Struct, frozen=True):
    """What an update brings: something to be received, something to be done at Telegram after it, both, or nothing."""

    inbound: Inbound | UnreadableInbound | None = None
    reaction: Reaction | None = None


NOTHING = Decoded()


def decode(body: bytes) -> Decoded:
    """The update in a webhook's body. Raises nothing.

    What the fast decoder or a reader gives up is looked at once more as Python reads JSON: half a character is a
    text there, and of what has no known shape the sender may still be found.
    """
    with suppress(Exception):  # whatever it is, it is found again and told below
        return _read(_UPDATE.decode(body.decode()))
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:  # no JSON, no UTF-8, endless digits; nesting
        return Decoded(UnreadableInbound(NAME, type(error).__name__, body))
    return decode_update(data, body)


def decode_update(data: Any, body: bytes) -> Decoded:
    """One update as parsed JSON; `body` is what is put aside if it cannot be read. Raises nothing."""
    try:
        return _read(msgspec.convert(data, UpdateShape))
    except Exception as error:  # noqa: BLE001 - a strange shape makes its readers raise whatever it may be
        unreadable = UnreadableInbound(NAME, type(error).__name__, body, delivery_in(data), sender_in(data))
        query = tap_in(data)
        return Decoded(unreadable, AnswerTap(_clean(query)) if query is not None else None)


def _read(update: UpdateShape) -> Decoded:
    delivery = str(_id(update.update_id))
    if query := update.callback_query:
        return _read_tap(query, delivery)
    if change := update.my_chat_member:
        return _read_membership(change, delivery)
    if message := update.message or update.edited_message:
        return _read_message(message, delivery, edited=update.edited_message is not None)
    return NOTHING


def _read_tap(query: TapShape, delivery: str) -> Decoded:
    """The message may be one that the bot cannot see any more, or be missing; the person is always there."""
    if query.message and query.message.chat.type != PRIVATE:
        return Decoded(reaction=_leave(query.message.chat.id))
    found = _TAP.fullmatch(query.data or "")
    event = ButtonTapped(found[2], int(found[1])) if found else ButtonTapped("", None)
    sender = _somebody(query.sender)
    return Decoded(_inbound(sender.id, sender, event, delivery), AnswerTap(_clean(query.id)))


def _read_membership(change: MembershipShape, delivery: str) -> Decoded:
    """A person blocked the bot (or lets it in again), or it was added to a group (or put out)."""
    status = change.new_chat_member.status
    if change.chat.type != PRIVATE:
        return NOTHING if status in _OUTSIDE else Decoded(reaction=_leave(change.chat.id))
    if status != _BLOCKED:
        return NOTHING
    sender = _somebody(change.sender)
    _check_own_chat(change.chat.id, sender)
    return Decoded(_inbound(change.chat.id, sender, CustomerLeft(), delivery))


def _read_message(message: MessageShape, delivery: str, *, edited: bool) -> Decoded:
    if message.chat.type != PRIVATE:
        return Decoded(reaction=_leave(message.chat.id))
    sender = message.sender
    if sender is None or sender.is_bot or message.sender_chat:
        return NOTHING
    _check_own_chat(message.chat.id, sender)
    event = _edit_in(message) if edited else _event_in(message, sender)
    return Decoded(_inbound(message.chat.id, sender, event, delivery)) if event else NOTHING


def _check_own_chat(chat: object, sender: PersonShape) -> None:
    """A private chat is its person's: who is answered is who wrote. TypeError where it is not so."""
    if chat != sender.id:
        raise TypeError("in somebody else's chat")


def _edit_in(message: MessageShape) -> Event | None:
    # A location that is shared live is "edited" every few seconds, by nobody.
    return _odd(Oddity.EDITED, message) if message.text is not None or message.caption is not None else None


def _event_in(message: MessageShape, sender: PersonShape) -> Event | None:
    passed_on = bool(message.forward_origin or message.via_bot)
    if card := message.contact:
        # Anybody can send anybody's card; the id on it is Telegram's word for whose it is.
        own = type(card.user_id) is int and card.user_id == sender.id
        return ContactShared(_clean(str(card.phone_number)), proven=own and not passed_on)
    if passed_on:
        return _odd(Oddity.FORWARDED, message)
    if message.text is not None:
        return _read_text(_clean(message.text), str(_id(message.message_id)))
    if any(getattr(message, field) for field in _SERVICE):
        return None
    oddity = next((oddity for field, oddity in _ODDITIES.items() if getattr(message, field)), Oddity.OTHER)
    return _odd(oddity, message)


def _odd(oddity: Oddity, message: MessageShape) -> OddityReceived:
    """With what stands in it: never an answer, but a code in it is as much in the chat as one that was typed."""
    return OddityReceived(oddity, _clean(message.text or message.caption or ""), str(_id(message.message_id)))


def _read_text(text: str, message: str) -> Event:
    """Words behind `/start` that no link of ours could carry are a start and no more, unless a code may be there."""
    started = _START.fullmatch(text.rstrip())  # which in the pattern took the square of a run of blanks
    payload = (started[1] or "") if started else ""
    if _PAYLOAD.fullmatch(payload) and (_is_ours(payload) or not _MAYBE_CODE.search(payload)):
        return LinkOpened(token=LinkToken(payload))
    if started and not _DIGIT.search(payload):
        return LinkOpened()
    token = parse_link_text(text)
    return LinkOpened(token=LinkToken(token)) if token else TextReceived(text, message)


def _is_ours(payload: str) -> bool:
    return len(payload) == TOKEN_LENGTH and payload.isalnum()


def _inbound(chat: object, sender: PersonShape, event: Event, delivery: str) -> Inbound:
    name = _clean(" ".join(filter(None, (sender.first_name, sender.last_name))))
    return Inbound(Contact(NAME, str(_id(chat))), event, delivery, _language(sender.language_code), name=name)


def _somebody(sender: PersonShape | None) -> PersonShape:
    """TypeError for nobody."""
    if sender is None:
        raise TypeError("nobody")
    return sender


def _language(code: object) -> str:
    """The language of the app, which is no more than a guess at the person's."""
    spoken = code.partition("-")[0].lower() if isinstance(code, str) else ""
    return spoken if spoken in WRITTEN else DEFAULT_LANGUAGE


def _clean(text: str) -> str:
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _id(number: object) -> int:
    """TypeError for what is no number that people and messages have."""
    if type(number) is not int or not 0 <= number <= LARGEST_ID:
        raise TypeError("not an id")
    return number


def _leave(chat: object) -> LeaveChat:
    if type(chat) is not int or abs(chat) > LARGEST_ID:
        raise TypeError("not a chat")
    return LeaveChat(chat)
