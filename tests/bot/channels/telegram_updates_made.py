"""Updates as Telegram sends them, written by hand after core.telegram.org/bots/api; never what becomes of them."""

from typing import Any

Json = dict[str, Any]

ADA = 5_000_000_001
UPDATE = 731_000_001
MESSAGE = 42
PERSON: Json = {"id": ADA, "is_bot": False, "first_name": "Ada", "language_code": "en"}
CHAT: Json = {"id": ADA, "type": "private", "first_name": "Ada"}
BOT: Json = {"id": 77, "is_bot": True, "first_name": "telcolink", "username": "telcolink_bot"}
GROUP: Json = {"id": -1_001_234_567_890, "type": "supergroup", "title": "Family"}
FORWARDED: Json = {"forward_origin": {"type": "hidden_user", "date": 1_790_000_000, "sender_user_name": "Somebody"}}
FILE: Json = {"file_id": "f", "file_unique_id": "u"}
SIZED: Json = FILE | {"width": 320, "height": 240}


def message(**fields: Any) -> Json:
    """A message of Ada's in her chat, unless `fields` say otherwise."""
    return {"message_id": MESSAGE, "from": PERSON, "chat": CHAT, "date": 1_790_000_000, **fields}


def tap(**fields: Any) -> Json:
    """A tap of Ada's on a button of the bot's message."""
    shown = message(**{"from": BOT}, text="May we?")
    return {"id": "5512", "from": PERSON, "message": shown, "chat_instance": "9", "data": "7:agree", **fields}


def membership(status: str, **fields: Any) -> Json:
    """The bot's standing in a chat changes to `status`."""
    until = {"until_date": 0} if status == "kicked" else {}
    change = {
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": {"user": BOT, "status": status, **until},
    }
    return {"chat": CHAT, "from": PERSON, "date": 1_790_000_000, **change, **fields}


def update(**kind: Any) -> Json:
    """An update of one kind."""
    return {"update_id": UPDATE, **kind}
