"""What comes from people, as the bot gets it: texts, contacts, attachments, taps; never who may do what."""

import re
from typing import Any

from bot.sandbox.emulators.telegram.entities import measure
from bot.sandbox.emulators.telegram.state import Json, Press, TelegramChat, TelegramMessage, TelegramUser

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")
_FILE: Json = {"file_id": "from-a-person", "file_unique_id": "unique-from-a-person", "file_size": 1024}
_SIZED: Json = _FILE | {"width": 320, "height": 320}

ATTACHMENTS: dict[str, Any] = {
    "photo": [_SIZED],
    "sticker": _SIZED | {"type": "regular", "is_animated": False, "is_video": False},
    "voice": _FILE | {"duration": 3, "mime_type": "audio/ogg"},
    "audio": _FILE | {"duration": 3, "title": "Song"},
    "video": _SIZED | {"duration": 3},
    "video_note": _FILE | {"length": 240, "duration": 3},
    "animation": _SIZED | {"duration": 3},
    "document": _FILE | {"file_name": "statement.pdf", "mime_type": "application/pdf"},
    "location": {"latitude": 6.4541, "longitude": 3.3947},
    "dice": {"emoji": "\N{GAME DIE}", "value": 4},
}
_CAPTIONED = {"photo", "voice", "audio", "video", "animation", "document"}


def build_text(text: str) -> Json:
    """A text, with its commands marked as the server marks them."""
    commands = [
        {"type": "bot_command", "offset": measure(text[: found.start()]), "length": len(found[0])}
        for found in _COMMAND.finditer(text)
    ]
    return {"text": text} | ({"entities": commands} if commands else {})


def build_attachment(kind: str, caption: str | None = None) -> Json:
    """Something that is no text, in its smallest well-formed shape; `kind` is one of `ATTACHMENTS`."""
    content: Json = {kind: ATTACHMENTS[kind]}
    return content | ({"caption": caption} if caption is not None and kind in _CAPTIONED else {})


def build_contact(phone_number: str, owner: TelegramUser | None, user_id: int | None) -> Json:
    """A contact's card; only a card of somebody on Telegram names a user."""
    contact: Json = {"phone_number": phone_number, "first_name": owner.first_name if owner else "Somebody"}
    return {"contact": contact | ({} if user_id is None else {"user_id": user_id})}


def build_forwarded(content: Json, date: int) -> Json:
    """The same, passed on from somebody who hides who they are."""
    origin = {"type": "hidden_user", "date": date, "sender_user_name": "Somebody"}
    return content | {"forward_origin": origin}


def build_query(press: Press, person: TelegramUser, chat: TelegramChat, message: TelegramMessage | None) -> Json:
    """A CallbackQuery; without a message it is about one that the bot can no longer see."""
    inaccessible = {"chat": chat.wire(), "message_id": press.message_id, "date": 0}
    return {
        "id": press.id,
        "from": person.wire(),
        "message": message.wire() if message else inaccessible,
        "chat_instance": str(chat.id * 2_654_435_761),
        "data": press.data,
    }
