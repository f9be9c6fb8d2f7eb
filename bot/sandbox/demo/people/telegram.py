"""A simulated user of the emulated Telegram. Never what they should see."""

import asyncio

from bot.channels.telegram.messages import PUTTING_AWAY
from bot.sandbox.demo.people import STRANGERS_NUMBER, NotShown, Seen
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator
from bot.sandbox.emulators.telegram.screen import ScreenMessage


class TelegramPerson:
    """Somebody on the emulated Telegram."""

    channel = "telegram"
    deletion_takes = 0.0
    opening = "/start"

    def __init__(self, emulator: TelegramEmulator, number: str, name: str, person_id: int | None) -> None:
        self._emulator = emulator
        self.id = emulator.add_person(name, phone_number=number, person_id=person_id).id
        self._seen = 0
        self._typed = 0

    async def say(self, text: str) -> None:
        self._typed = self._emulator.say(self.id, text)

    async def tap(self, label: str, older: int = 0) -> None:
        if len(offered := self.offering(label)) > older:
            self._emulator.tap(self.id, offered[older].message_id, label)
            return
        if label not in [key for row in self._emulator.screen(self.id).keyboard for key in row]:
            raise NotShown(label)
        self._emulator.press(self.id, label)

    def offering(self, label: str) -> list[ScreenMessage]:
        """The messages that are still there with a button of that label under them, newest first."""
        return [line for line in reversed(self._lines()) if label in _labels(line)]

    async def send(self, kind: str, caption: str = "") -> None:
        if kind == "album":
            self._typed, *_ = self._emulator.send_album(self.id, ["photo"] * 3, caption=caption or None)
            return
        self._typed = self._emulator.send(self.id, kind, caption=caption or None)

    async def share_contact(self, *, own: bool) -> None:
        self._emulator.share_contact(self.id, phone_number=None if own else STRANGERS_NUMBER)

    async def edit(self, text: str) -> None:
        self._emulator.edit(self.id, self._typed, text)

    async def say_in_group(self, text: str) -> None:
        self._emulator.say(self.id, text, chat_id=self._emulator.add_group())

    async def next_message(self, patience: float) -> Seen | None:
        until = asyncio.get_running_loop().time() + patience
        while not self._unseen():
            left = until - asyncio.get_running_loop().time()
            if left <= 0:
                return None
            await self._emulator.wait(self.id, self._revision(), left)
        line = self._unseen()[0]
        self._seen = line.message_id
        keyboard = self._emulator.screen(self.id).keyboard if not line.buttons else []
        labels = [*_labels(line), *(key for row in keyboard for key in row)]
        return Seen(line.text, tuple(labels), picture=line.kind == "photo", file=line.file_name or "")

    def is_last_deleted(self) -> bool:
        lines = self._emulator.screen(self.id).lines
        return any(line.message_id == self._typed and line.deleted for line in lines)

    def _lines(self) -> list[ScreenMessage]:
        return [line for line in self._emulator.screen(self.id).shown if line.by_bot]

    def _revision(self) -> int:
        chat = self._emulator.state.chats.get(self.id)
        return chat.revision if chat else 0

    def _unseen(self) -> list[ScreenMessage]:
        if self.id not in self._emulator.state.chats:
            return []
        """What only takes keys away is gone before anybody has read it."""
        unseen = (line for line in self._lines() if line.message_id > self._seen)
        return [line for line in unseen if line.text != PUTTING_AWAY]


def _labels(line: ScreenMessage) -> list[str]:
    """Of what tells the bot something: not of what is copied."""
    return [button.text for row in line.buttons for button in row if button.data or button.url]
