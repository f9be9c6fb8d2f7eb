"""What a person's phone shows, as plain values: only what that channel really shows. Never how it looks."""

import re
from datetime import datetime, timedelta
from typing import Any

from bot.channels.telegram.messages import PUTTING_AWAY
from bot.sandbox.demo.people.telegram import TelegramPerson
from bot.sandbox.demo.people.whatsapp import WhatsAppPerson
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator
from bot.sandbox.emulators.telegram.screen import ScreenMessage
from bot.sandbox.emulators.telegram.state import ChatAction
from bot.sandbox.emulators.twilio.messages import Media, WhatsAppMessage
from conversations.lagos import LAGOS

Json = dict[str, Any]
Picture = tuple[str, bytes]  # its type, its content

# Shown for five seconds or less: core.telegram.org/bots/api#sendchataction
TYPING_LASTS = timedelta(seconds=5)
TOAST_LASTS = timedelta(seconds=4)
_PICTURES = {b"\x89PN": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF": "image/gif", b"RIF": "image/webp"}
_MARKED = re.compile(r"/[a-z_]+\b")


class TelegramPhone:
    """The chat with the bot on somebody's Telegram."""

    def __init__(self, emulator: TelegramEmulator, person: TelegramPerson) -> None:
        self._emulator, self._person = emulator, person

    def show(self, now: datetime) -> Json:
        screen = self._emulator.screen(self._person.id)
        lines = [line for line in screen.shown if line.text != PUTTING_AWAY]
        toast = next((press for press in reversed(screen.presses) if press.text and press.answered_at), None)
        return {
            "channel": "telegram",
            "typing": _is_typing(screen.actions, lines, now),
            "toast": toast.text if toast and toast.answered_at and now - toast.answered_at < TOAST_LASTS else "",
            "keyboard": screen.keyboard,
            "menu": [{"command": f"/{name}", "what": what} for name, what in self._menu()],
            "messages": [_telegram_message(line, self._file_of(line)) for line in lines],
        }

    def picture(self, name: str) -> Picture | None:
        content = self._emulator.state.files.get(name)
        return (_PICTURES.get(content[:3], "application/octet-stream"), content) if content else None

    def _file_of(self, line: ScreenMessage) -> Json:
        """The document that came with a message."""
        content = self._emulator.state.chats[self._person.id].messages[line.message_id].content
        return content.get("document") or {}

    def _menu(self) -> list[tuple[str, str]]:
        return list(self._emulator.menu(self._person.id).items())

    def older_than(self, message: str, label: str) -> int:
        """How many newer messages have a button of that label too."""
        offering = [str(line.message_id) for line in self._person.offering(label)]
        return offering.index(message) if message in offering else 0


class WhatsAppPhone:
    """The chat with the business on somebody's WhatsApp."""

    def __init__(self, person: WhatsAppPerson) -> None:
        self._person = person

    def show(self, now: datetime) -> Json:
        me = self._person.me
        return {
            "channel": "whatsapp",
            "typing": me.is_shown_typing(now),
            "toast": "",
            "keyboard": [],
            "menu": [],
            "messages": [_whatsapp_message(each) for each in sorted(me.chat, key=lambda one: one.created_at)],
        }

    def picture(self, name: str) -> Picture | None:
        media = {each.sid: each for message in self._person.me.chat for each in message.media}
        found: Media | None = media.get(name)
        return (found.content_type, found.content) if found else None

    def older_than(self, message: str, label: str) -> int:
        offering = [each.sid for each in self._person.offering(label)]
        return offering.index(message) if message in offering else 0


Phone = TelegramPhone | WhatsAppPhone


def clock_of(at: datetime) -> str:
    """`14:05`, as a phone in Lagos shows it."""
    return f"{at.astimezone(LAGOS):%H:%M}"


def _is_typing(actions: list[ChatAction], lines: list[ScreenMessage], now: datetime) -> bool:
    """A message ends it."""
    written = max((line.at for line in lines if line.by_bot), default=None)
    return any(now - each.at < TYPING_LASTS and (written is None or each.at > written) for each in actions[-1:])


def _telegram_message(line: ScreenMessage, document: Json) -> Json:
    rows = [[{"text": each.text, "url": each.url or ""} for each in row] for row in line.buttons]
    return {
        "id": str(line.message_id),
        "mine": not line.by_bot,
        "kind": line.kind,
        "text": line.text,
        "at": clock_of(line.at),
        "edited": line.edited,
        "rows": rows,
        "opener": "",
        "picture": line.file_id or "",
        "file": document.get("file_name", ""),
        "source": document.get("file_id", "") if line.by_bot else "",
        "marks": sorted(set(_MARKED.findall(line.text))) if line.by_bot else [],
        "tick": "" if line.by_bot else "read",
    }


def _whatsapp_message(message: WhatsAppMessage) -> Json:
    shown, media = message.shown, message.media[:1]
    kind = media[0].content_type.partition("/")[0] if media else "location" if shown.place else "text"
    sent = media[0].sid if media and not message.inbound else ""
    choices = [[{"text": each.title, "url": "", "what": each.description}] for each in shown.choices]
    return {
        "id": message.sid,
        "mine": message.inbound,
        "kind": "photo" if kind == "image" else kind,
        "text": shown.text,
        "at": clock_of(message.created_at),
        "edited": False,
        "rows": choices + [[{"text": each.title, "url": each.target}] for each in shown.links],
        "opener": shown.opener,
        "picture": sent if kind == "image" else "",
        "file": "",
        "source": "" if kind == "image" else sent,
        "marks": [],
        "tick": "read" if message.inbound else "",
    }
