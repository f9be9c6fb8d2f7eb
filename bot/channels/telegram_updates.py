"""Telegram's updates in our words: who, and what happened. Pure; never an answer, never a network.

Field names and types: core.telegram.org/bots/api#update.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, ChatMember, Message, Update
from telegram.constants import ChatType

from bot.ports import Inbound, Unreadable
from conversations.contact import Contact
from conversations.events import (
    ButtonTapped,
    ContactShared,
    CustomerLeft,
    Event,
    LinkOpened,
    Oddity,
    OddityReceived,
    TextReceived,
)

NAME = "telegram"
START = "/start"
ODDITIES = (
    ("photo", Oddity.PHOTO),
    ("sticker", Oddity.STICKER),
    ("voice", Oddity.VOICE),
    ("audio", Oddity.VOICE),
    ("video_note", Oddity.VOICE),
    ("video", Oddity.FILE),
    ("animation", Oddity.FILE),
    ("document", Oddity.FILE),
    ("location", Oddity.LOCATION),
    ("venue", Oddity.LOCATION),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """What an update asks for. `callback` is a tap that waits for its answer; `leave` a group to be left."""

    inbound: Inbound | Unreadable | None = None
    callback: str | None = None
    leave: int | None = None


def parse(body: bytes) -> Any:
    """The JSON of a body. Raises ValueError for anything hostile: depth, giant numbers, broken UTF-8."""
    try:
        return json.loads(body)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def decode(body: bytes, bot: Bot) -> Decoded:
    """The update of a webhook's body. Never raises: what cannot be read is `Unreadable`."""
    try:
        return decode_update(parse(body), bot)
    except ValueError as error:
        return Decoded(Unreadable(NAME, type(error).__name__, body))


def decode_update(data: Any, bot: Bot) -> Decoded:
    """One update as parsed JSON. Never raises."""
    try:
        update = Update.de_json(data, bot)
        return _read(update)
    except Exception as error:  # noqa: BLE001 - the model raises whatever a strange shape makes it raise
        content = json.dumps(data).encode()
        return Decoded(Unreadable(NAME, type(error).__name__, content, _delivery(data), _sender(data)))


def _read(update: Update) -> Decoded:
    delivery = str(update.update_id)
    if update.callback_query:
        return _read_tap(update.callback_query, delivery)
    if update.my_chat_member:
        return _read_membership(update, delivery)
    message = update.message or update.edited_message
    if not message:
        return Decoded()
    if message.chat.type != ChatType.PRIVATE:
        return Decoded(leave=message.chat.id)
    sender = message.from_user
    if not sender or sender.is_bot:
        return Decoded()
    event: Event = OddityReceived(Oddity.EDITED) if update.edited_message else _read_message(message)
    return Decoded(_inbound(message.chat.id, event, delivery, sender.language_code))


def _inbound(chat: int, event: Event, delivery: str, language: str | None) -> Inbound:
    # `language_code` is the app's language and only a guess at the person's.
    tongue = "pcm" if (language or "").startswith("pcm") else "en"
    return Inbound(Contact(NAME, str(chat)), event, delivery, language=tongue)


def _read_tap(query: CallbackQuery, delivery: str) -> Decoded:
    """The chat of a private tap is the person's own, also where its message can no longer be seen."""
    if query.message and query.message.chat.type != ChatType.PRIVATE:
        return Decoded(callback=query.id, leave=query.message.chat.id)
    prompt, _, choice = (query.data or "").partition(":")
    known = prompt.isascii() and prompt.isdigit() and len(prompt) < 10
    event = ButtonTapped(choice, int(prompt)) if known else ButtonTapped("", None)
    return Decoded(_inbound(query.from_user.id, event, delivery, query.from_user.language_code), callback=query.id)


def _read_membership(update: Update, delivery: str) -> Decoded:
    change = update.my_chat_member
    assert change is not None  # noqa: S101 - the caller looked
    if change.chat.type != ChatType.PRIVATE:
        gone = change.new_chat_member.status in (ChatMember.LEFT, ChatMember.BANNED)
        return Decoded() if gone else Decoded(leave=change.chat.id)
    if change.new_chat_member.status != ChatMember.BANNED:
        return Decoded()
    return Decoded(_inbound(change.chat.id, CustomerLeft(), delivery, change.from_user.language_code))


def _read_message(message: Message) -> Event:
    if message.forward_origin or message.via_bot:
        return OddityReceived(Oddity.FORWARDED)
    if message.contact:
        # Anybody can send anybody's card; only Telegram itself puts the sender's own id on it.
        owner, sender = message.contact.user_id, message.from_user
        own = owner is not None and sender is not None and owner == sender.id
        return ContactShared(_clean(message.contact.phone_number), own)
    if message.text is not None:
        return _read_text(_clean(message.text), str(message.message_id))
    return OddityReceived(next((oddity for field, oddity in ODDITIES if getattr(message, field)), Oddity.OTHER))


def _read_text(text: str, message: str) -> Event:
    command, _, payload = text.partition(" ")
    if command.partition("@")[0] == START:
        return _read_opening(payload.strip())
    return TextReceived(text, message)


def _read_opening(payload: str) -> LinkOpened:
    """`/start` alone, or with an agent's link behind it."""
    return LinkOpened(stale=bool(payload))


def _clean(text: str) -> str:
    """Without NULs and half surrogates, which neither a database nor a network carries."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _delivery(data: Any) -> str | None:
    number = data.get("update_id") if isinstance(data, dict) else None
    return str(number) if type(number) is int else None


def _sender(data: Any) -> Contact | None:
    """Who wrote it, where at least that much can be read: they get an answer."""
    paths: tuple[Callable[[Any], Any], ...] = (
        lambda update: update["message"]["chat"],
        lambda update: update["callback_query"]["from"],
    )
    for path in paths:
        try:
            chat = path(data)
            if type(chat["id"]) is int and chat.get("type", "private") == "private":
                return Contact(NAME, str(chat["id"]))
        except (KeyError, TypeError, AttributeError):
            continue
    return None
