"""The state of the emulated Telegram: people, chats, messages, presses and files; never the rules of the Bot API."""

import asyncio
import itertools
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]

FIRST_PERSON_ID = 5_000_000_001  # beyond 32 bits, as today's ids are
FIRST_GROUP_ID = -4_000_000_001


@dataclass(slots=True)
class TelegramUser:
    """Somebody with a phone. `phone_number` is what sharing the own contact tells; `started`: wrote to the bot."""

    id: int
    first_name: str = field(repr=False)
    last_name: str | None = field(default=None, repr=False)
    username: str | None = field(default=None, repr=False)
    language_code: str | None = None
    phone_number: str | None = field(default=None, repr=False)
    started: bool = False
    deactivated: bool = False

    def wire(self) -> Json:
        """A User object."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | {name: value for name, value in optional.items() if value is not None}


@dataclass(slots=True)
class TelegramMessage:
    """One message; `content` holds the fields that depend on its kind, as they are on the wire."""

    message_id: int
    chat: "TelegramChat"
    sender: Json
    date: datetime
    content: Json = field(repr=False)
    markup: Json | None = field(default=None, repr=False)
    reply_to: "TelegramMessage | None" = field(default=None, repr=False)
    edited_at: datetime | None = None
    deleted: bool = False

    @property
    def by_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.sender["is_bot"])

    def wire(self, *, quoting: bool = True) -> Json:
        """A Message object, with the message it replies to one level deep."""
        message = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat.wire(),
            "date": int(self.date.timestamp()),
            **self.content,
        }
        if self.edited_at is not None:
            message["edit_date"] = int(self.edited_at.timestamp())
        if quoting and self.reply_to is not None and not self.reply_to.deleted:
            message["reply_to_message"] = self.reply_to.wire(quoting=False)
        if self.markup is not None:
            message["reply_markup"] = self.markup
        return message


@dataclass(frozen=True, slots=True)
class ChatAction:
    """What the chat's head line showed, such as `typing`, and when."""

    action: str
    at: datetime


@dataclass(slots=True)
class Press:
    """A press of an inline button, and how the bot answered it, if it did. `answered_at` ends the spinner."""

    id: str
    chat_id: int
    person_id: int
    message_id: int
    data: str
    at: datetime
    answered_at: datetime | None = None
    text: str = field(default="", repr=False)
    show_alert: bool = False
    url: str = ""


@dataclass(slots=True)
class TelegramChat:
    """A private chat (`id` is the person's) or a group. `revision` grows with everything that can be seen.

    `bot_status` is member, left or kicked; kicked from a private chat means that the person blocked the bot.
    """

    id: int
    person: TelegramUser | None = None
    title: str = ""
    type: str = "private"
    bot_status: str = "member"
    messages: dict[int, TelegramMessage] = field(default_factory=dict, repr=False)
    keyboard: Json | None = field(default=None, repr=False)
    actions: list[ChatAction] = field(default_factory=list, repr=False)
    presses: list[Press] = field(default_factory=list, repr=False)
    revision: int = 0
    watchers: list[asyncio.Future[None]] = field(default_factory=list, repr=False)

    def wire(self) -> Json:
        """A Chat object."""
        if self.person is None:
            return {"id": self.id, "type": self.type, "title": self.title}
        user = self.person.wire()
        named = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
        return {"id": self.id, "type": self.type} | named

    def write(self, sender: Json, date: datetime, content: Json, reply_to: int | None = None) -> TelegramMessage:
        """Add a message."""
        replied = self.messages.get(reply_to) if reply_to else None
        message = TelegramMessage(len(self.messages) + 1, self, sender, date, content, reply_to=replied)
        self.messages[message.message_id] = message
        self.change()
        return message

    def change(self) -> None:
        """Count a visible change, and wake those who wait for one."""
        self.revision += 1
        for watcher in self.watchers:
            if not watcher.done():
                watcher.set_result(None)
        self.watchers.clear()

    async def changed(self, since: int) -> None:
        """Return once the revision is beyond `since`."""
        while self.revision <= since:
            watcher = asyncio.get_running_loop().create_future()
            self.watchers.append(watcher)
            await watcher


class TelegramState:
    """All people, chats, presses and files of one bot."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew, with nobody."""
        self.people: dict[int, TelegramUser] = {}
        self.chats: dict[int, TelegramChat] = {}
        self.presses: dict[str, Press] = {}
        self.files: dict[str, bytes] = {}
        self.person_ids = itertools.count(FIRST_PERSON_ID)
        self.group_ids = itertools.count(FIRST_GROUP_ID, -1)

    def add_person(self, person: TelegramUser) -> TelegramUser:
        """Add somebody, and their empty chat with the bot."""
        self.people[person.id] = person
        self.chats[person.id] = TelegramChat(person.id, person)
        return person

    def add_group(self, title: str, group_type: str) -> TelegramChat:
        """Add a group that the bot is a member of."""
        group = TelegramChat(next(self.group_ids), title=title, type=group_type)
        self.chats[group.id] = group
        return group

    def add_file(self, content: bytes) -> str:
        """Keep a file; the answer is its `file_id`."""
        file_id = f"file-{len(self.files) + 1}"
        self.files[file_id] = content
        return file_id
