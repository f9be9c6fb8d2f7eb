"""Outbox payloads: each kind of message, its name on disk (a promise), and how long it matters. Never its sending."""

from datetime import timedelta

from msgspec import Struct

from bot.ports import TemplateMessage
from conversations.contact import Contact
from conversations.effects import MenuItem
from conversations.secret import AccountId
from conversations.wording import Rendered
from storage.codec import UnreadableRow, decode
from storage.events import OUTBOX_KIND, PATIENCE, WebhookPost
from storage.outbox import OutboxMessage


class ChatMessage(Struct, frozen=True):
    """A message for a person, already in their language. `about` is the link whose progress it tells an agent of."""

    contact: Contact
    content: Rendered
    about: str = ""


class MessageDeletion(Struct, frozen=True):
    """A message of a person's that is to be taken out of the chat."""

    contact: Contact
    message: str

    def lane_beside(self, chat: bytes) -> bytes:
        """Its own, beside the chat's: one that the platform refuses for days keeps no other message there meanwhile."""
        return chat + b"deletion" + self.message.encode()


class AccountUnlinking(Struct, frozen=True):
    """An account that is to be given back to the provider."""

    account: AccountId


class MenuChange(Struct, frozen=True):
    """What the menu of a person's own chat is to show; nothing: what everybody's shows."""

    contact: Contact
    items: tuple[MenuItem, ...]


Payload = ChatMessage | MessageDeletion | AccountUnlinking | MenuChange | WebhookPost | TemplateMessage

PAUSE = "pause"  # the word that no more is answered until what waits was sent; while one waits, it was said
NOTICE = "notice"  # news that nobody asked for: answers go first, and a later one of the same link overtakes it
KINDS: dict[str, type[Payload]] = {
    "message": ChatMessage,
    PAUSE: ChatMessage,
    NOTICE: ChatMessage,
    "deletion": MessageDeletion,
    "unlinking": AccountUnlinking,
    "menu": MenuChange,
    OUTBOX_KIND: WebhookPost,
    "invitation": TemplateMessage,
}
_KIND_OF = {of: kind for kind, of in KINDS.items() if kind not in (PAUSE, NOTICE)}
# A reply to a question that was forgotten is noise; platforms let messages be deleted for two days. A menu is written
# once and stays right, however long the platform takes none. An invitation lasts as long as its link.
LIVES: dict[type[Payload], timedelta] = {
    ChatMessage: timedelta(hours=24),
    MessageDeletion: timedelta(hours=48),
    AccountUnlinking: timedelta(days=30),
    MenuChange: timedelta(days=30),
    WebhookPost: PATIENCE,
}


def kind_of(body: Payload) -> str:
    """A message of its own kind is put there by whoever means it."""
    return _KIND_OF[type(body)]


def payload_of(message: OutboxMessage) -> Payload | None:
    """What is to be sent; None for a message of another release that nobody can read any more."""
    if isinstance(message.source, Payload):
        return message.source
    try:
        body: Payload = decode(message.body, KINDS[message.kind])
    except (UnreadableRow, KeyError):
        return None
    return body
