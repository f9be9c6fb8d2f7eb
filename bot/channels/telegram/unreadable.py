"""What is still known of an update that could not be read: its number, its sender, its tap; never what it says."""

from bot.channels.telegram.settings import NAME
from conversations.contact import Contact

LARGEST_ID = 2**63 - 1
PRIVATE = "private"  # the type of a chat with one person


def delivery_in(data: object) -> str | None:
    """The update's own number, by which a repeat is known."""
    number = _find(data, "update_id")
    return str(number) if type(number) is int and 0 <= number <= LARGEST_ID else None


def sender_in(data: object) -> Contact | None:
    """Who wrote or tapped in a private chat, where at least that can be read."""
    seen_in = _find(data, "callback_query", "message", "chat", "type")
    tapped = seen_in is None or seen_in == PRIVATE
    wrote = _find(data, "message", "chat", "type") == PRIVATE
    number = _find(data, "message", "chat", "id") if wrote else _find(data, "callback_query", "from", "id")
    written_by = _find(data, "message", "from", "id")
    if wrote and type(written_by) is int and written_by != number:
        return None  # in somebody else's chat
    known = (wrote or tapped) and type(number) is int and 0 < number <= LARGEST_ID
    return Contact(NAME, str(number)) if known else None


def tap_in(data: object) -> str | None:
    """Telegram's name for a tap, which waits to be answered whatever it was."""
    query = _find(data, "callback_query", "id")
    return query if isinstance(query, str) else None


def _find(data: object, *path: str) -> object:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data
