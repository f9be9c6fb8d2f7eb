"""The person at the other end, on each channel: what they do, and what they see. Never what they should see."""

import asyncio
import re
from dataclasses import dataclass, field
from typing import Protocol

from bot.channels.console import Console
from bot.emulators.telegram.emulator import TelegramEmulator
from bot.emulators.telegram.screen import Line
from bot.emulators.twilio.emulator import TwilioEmulator
from bot.emulators.twilio.messages import Message, Place
from conversations.events import Oddity
from conversations.wording import Rendered

CONTENT_TYPES = {"photo": "image/jpeg", "sticker": "image/webp", "document": "application/pdf"}
STRANGERS_NUMBER = "+2348099999999"
ODDITIES = {
    "photo": Oddity.PHOTO,
    "sticker": Oddity.STICKER,
    "voice": Oddity.VOICE,
    "document": Oddity.FILE,
    "location": Oddity.LOCATION,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One message of the bot, as the person sees it, with the labels that can be tapped."""

    text: str = field(repr=False)
    labels: tuple[str, ...] = ()
    picture: bool = False


class NotShown(Exception):  # noqa: N818 - a noun from the catcher's side
    """The person wants to tap something that is not on the screen."""


class Person(Protocol):
    """Somebody in a private chat with the bot. `deletion_takes` seconds until a code is gone from the records."""

    channel: str
    deletion_takes: float
    opening: str  # what stands before a link's token when the link is opened

    async def say(self, text: str) -> None:
        """Type a text."""

    async def tap(self, label: str) -> None:
        """Tap the newest button of that label. Raises `NotShown`."""

    async def send(self, kind: str) -> None:
        """Send something that is no text: photo, sticker, voice, document, location."""

    async def share_contact(self, *, own: bool) -> None:
        """Share the own contact card, or somebody else's."""

    async def edit(self, text: str) -> None:
        """Change the last message that was typed. Raises `NotShown` where nobody can."""

    async def say_in_group(self, text: str) -> None:
        """Type a text in a group that the bot is in. Raises `NotShown` where there are none."""

    async def next_message(self, patience: float) -> Seen | None:
        """The next message of the bot that was not seen yet; None when none comes within `patience` real seconds."""

    def is_last_deleted(self) -> bool:
        """Whether the last message that was typed is gone from the chat."""


class TelegramPerson:
    """Somebody on the emulated Telegram."""

    channel = "telegram"
    deletion_takes = 0.0
    opening = "/start"

    def __init__(self, emulator: TelegramEmulator, number: str, person_id: int | None = None) -> None:
        self._emulator = emulator
        self._id = emulator.add_person("Ada", phone_number=number, person_id=person_id).id
        self._seen = 0
        self._typed = 0

    async def say(self, text: str) -> None:
        self._typed = self._emulator.say(self._id, text)

    async def tap(self, label: str) -> None:
        for line in reversed(self._lines()):
            if any(button.text == label for row in line.buttons for button in row):
                self._emulator.tap(self._id, line.message_id, label)
                return
        if label not in [key for row in self._emulator.screen(self._id).keyboard for key in row]:
            raise NotShown(label)
        self._emulator.press(self._id, label)

    async def send(self, kind: str) -> None:
        self._emulator.send(self._id, kind)

    async def share_contact(self, *, own: bool) -> None:
        self._emulator.share_contact(self._id, phone_number=None if own else STRANGERS_NUMBER)

    async def edit(self, text: str) -> None:
        self._emulator.edit(self._id, self._typed, text)

    async def say_in_group(self, text: str) -> None:
        self._emulator.say(self._id, text, chat_id=self._emulator.add_group())

    async def next_message(self, patience: float) -> Seen | None:
        async with asyncio.timeout(patience + 1):
            while not self._unseen():
                revision = self._emulator.screen(self._id).revision if self._typed or self._seen else 0
                screen = await self._emulator.wait(self._id, revision, patience)
                if screen.revision <= revision:
                    return None
        line = self._unseen()[0]
        self._seen = line.message_id
        keyboard = self._emulator.screen(self._id).keyboard if not line.buttons else []
        labels = [button.text for row in line.buttons for button in row] + [key for row in keyboard for key in row]
        return Seen(line.text, tuple(labels), picture=line.kind == "photo")

    def is_last_deleted(self) -> bool:
        lines = self._emulator.screen(self._id).lines
        return any(line.message_id == self._typed and line.deleted for line in lines)

    def _lines(self) -> list[Line]:
        return [line for line in self._emulator.screen(self._id).shown if line.by_bot]

    def _unseen(self) -> list[Line]:
        if self._id not in self._emulator.world.chats:
            return []
        return [line for line in self._lines() if line.message_id > self._seen]


class WhatsAppPerson:
    """Somebody on the emulated WhatsApp. What is not shown as buttons is a numbered list, and answered by number."""

    channel = "whatsapp"
    deletion_takes = 70.0
    opening = "START"

    def __init__(self, emulator: TwilioEmulator, number: str) -> None:
        self._emulator = emulator
        self._me = emulator.person(number)
        self._seen = 0
        self._typed: Message | None = None

    async def say(self, text: str) -> None:
        self._typed = self._emulator.say(self._me, text)

    async def tap(self, label: str) -> None:
        for message in reversed([each for each in self._me.chat if not each.inbound]):
            if any(choice.title == label for choice in message.shown.choices):
                self._emulator.tap(self._me, message.sid, label)
                return
            if label in (listed := _listed(message.shown.text)):
                self._emulator.say(self._me, str(listed.index(label) + 1))
                return
        raise NotShown(label)

    async def send(self, kind: str) -> None:
        if kind == "voice":
            self._emulator.send_voice(self._me)
        elif kind == "location":
            self._emulator.send_place(self._me, Place(6.5, 3.4))
        else:
            self._emulator.send_file(self._me, b"content", CONTENT_TYPES[kind])

    async def share_contact(self, *, own: bool) -> None:
        self._emulator.send_contact(self._me, "Ada", self._me.phone if own else STRANGERS_NUMBER)

    async def edit(self, text: str) -> None:
        raise NotShown("edits do not reach a business on WhatsApp")

    async def say_in_group(self, text: str) -> None:
        raise NotShown("a business is in no group on WhatsApp")

    async def next_message(self, patience: float) -> Seen | None:
        while True:
            new = await self._me.wait(self._seen, patience)
            if not new:
                return None
            self._seen += 1
            if not new[0].inbound:
                break
        shown = new[0].shown
        labels = [choice.title for choice in shown.choices] or _listed(shown.text)
        return Seen(shown.text, tuple(labels), picture=bool(shown.media_url))

    def is_last_deleted(self) -> bool:
        """What the bot can do here is to have Twilio's copy emptied."""
        return self._typed is not None and self._typed.redacted


def _listed(text: str) -> list[str]:
    """The answers of a numbered list at the end of a message."""
    return re.findall(r"^\d\. (.+)$", text, re.MULTILINE)


class ConsolePerson:
    """Somebody at the console channel."""

    channel = "console"
    deletion_takes = 0.0
    opening = "/start"

    def __init__(self, console: Console, name: str) -> None:
        self._console = console
        self._name = name
        self._seen = 0

    async def say(self, text: str) -> None:
        await self._console.say(self._name, text)

    async def tap(self, label: str) -> None:
        for message in reversed(self._messages()):
            for button in message.buttons:
                if button.label == label:
                    await self._console.tap(self._name, button.choice, message.prompt)
                    return
        raise NotShown(label)

    async def send(self, kind: str) -> None:
        await self._console.send_oddity(self._name, ODDITIES[kind])

    async def share_contact(self, *, own: bool) -> None:
        await self._console.share_contact(self._name, STRANGERS_NUMBER, own=own)

    async def edit(self, text: str) -> None:
        await self._console.send_oddity(self._name, Oddity.EDITED)

    async def say_in_group(self, text: str) -> None:
        raise NotShown("there are no groups at the console")

    async def next_message(self, patience: float) -> Seen | None:
        if not await self._console.wait(self._name, self._seen, patience):
            return None
        message = self._messages()[self._seen]
        self._seen += 1
        return Seen(message.text, tuple(button.label for button in message.buttons))

    def is_last_deleted(self) -> bool:
        mine = [bubble for bubble in self._console.chat(self._name).bubbles if bubble.mine]
        return bool(mine) and mine[-1].deleted

    def _messages(self) -> list[Rendered]:
        return [bubble.message for bubble in self._console.chat(self._name).bubbles if bubble.message]
