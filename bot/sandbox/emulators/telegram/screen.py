"""A chat as its person sees it on the screen; never what the wire looked like."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.sandbox.emulators.telegram.incoming import ATTACHMENTS
from bot.sandbox.emulators.telegram.markup import Markup
from bot.sandbox.emulators.telegram.state import ChatAction, Json, Press, TelegramChat, TelegramMessage


@dataclass(frozen=True, slots=True)
class ScreenButton:
    """An inline button. Without `data` it opens `url`, or does something else that tells the bot nothing."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ScreenMessage:
    """One message. `kind` is text, contact, photo and so on; `text` is also a caption; `file_id` a file's."""

    message_id: int
    by_bot: bool
    kind: str
    text: str = field(repr=False)
    at: datetime
    edited: bool
    deleted: bool
    buttons: list[list[ScreenButton]] = field(repr=False)
    entities: list[Json] = field(repr=False)
    file_id: str | None = None
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """A chat at one revision: all its messages, oldest first, and what else could be seen.

    `lines` has the deleted messages too, `shown` has not. `keyboard` is the one under the chat, row by row.
    `actions` such as typing, and the person's `presses` with the bot's answers, are oldest first.
    """

    chat_id: int
    revision: int
    blocked: bool
    lines: list[ScreenMessage]
    keyboard: list[list[str]] = field(repr=False)
    actions: list[ChatAction]
    presses: list[Press]

    @property
    def shown(self) -> list[ScreenMessage]:
        """The messages that are still there."""
        return [line for line in self.lines if not line.deleted]


def look(chat: TelegramChat) -> Screen:
    """What is on the screen now."""
    keyboard = (chat.keyboard or {}).get("keyboard", [])
    return Screen(
        chat_id=chat.id,
        revision=chat.revision,
        blocked=chat.bot_status == "kicked",
        lines=[_read_line(message) for message in chat.messages.values()],
        keyboard=[[button["text"] for button in row] for row in keyboard],
        actions=list(chat.actions),
        presses=[replace(press) for press in chat.presses],
    )


def _read_line(message: TelegramMessage) -> ScreenMessage:
    content = message.content
    pictures, document = content.get("photo"), content.get("document", {})
    return ScreenMessage(
        message_id=message.message_id,
        by_bot=message.by_bot,
        kind=next((kind for kind in ("contact", *ATTACHMENTS) if kind in content), "text"),
        text=content.get("text") or content.get("caption", ""),
        at=message.date,
        edited=message.edited_at is not None,
        deleted=message.deleted,
        buttons=_read_buttons(message.markup),
        entities=content.get("entities") or content.get("caption_entities", []),
        file_id=pictures[-1]["file_id"] if pictures else document.get("file_id"),
        file_name=document.get("file_name", ""),
    )


def _read_buttons(markup: Markup | None) -> list[list[ScreenButton]]:
    rows = (markup or {}).get("inline_keyboard", [])
    return [[ScreenButton(b["text"], b.get("callback_data"), b.get("url")) for b in row] for row in rows]
