"""People's phones with Telegram or WhatsApp: what is done with them, and what they show. Never who holds them."""

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.channels.telegram.messages import PUTTING_AWAY
from bot.sandbox.demo.people.whatsapp import is_numbered, listed
from bot.sandbox.emulators.telegram import ScreenMessage, TelegramEmulator
from bot.sandbox.emulators.twilio import TwilioEmulator, WhatsAppMessage
from tests.waiting import until

LONG = 3600.0  # seconds
A_WHILE = 0.1  # seconds
OLD = timedelta(seconds=90)
# What stands under a message whose answers are no buttons: a hint, and the answers with their numbers, or as the words.
_MENU = re.compile(r'\n\n[^\n]+(?:\n(?:\d\. [^\n]+|"[^\n]+"))+\Z')


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot's: what it says, the labels of its answers, and its question's number (0: not told).

    `name` is what the platform calls it.
    """

    text: str
    labels: tuple[str, ...] = ()
    prompt: int = 0
    name: str = field(default="", compare=False)

    def offers(self, label: str) -> bool:
        return label in self.labels

    def repeats(self, other: "Shown") -> bool:
        """Whether it may be the same once more: for certain where both tell their number."""
        same_words = (self.text, self.labels) == (other.text, other.labels)
        return same_words and (self.prompt == other.prompt or not (self.prompt and other.prompt))


class Phone(Protocol):
    """Somebody's chat with the bot on a `channel`. `person` is what the platform calls them."""

    channel: str
    person: str

    def say(self, text: str) -> Callable[[], bool]:
        """Type it. The answer tells whether it still stands where the bot has to take it away."""

    def tap(self, label: str) -> None:
        """Give the answer of that label to the newest message that offers it."""

    async def written(self) -> None:
        """Until what was typed or tapped last is on its way."""

    def all_shown(self) -> list[Shown]:
        """Everything that the bot ever said here, with what came twice."""

    def count_shown(self) -> int:
        """How much that is."""

    def is_another(self, shown: Shown, alike: list[Shown]) -> bool:
        """Whether it is known by now that it was meant to come beside those that may be the same."""

    def transcript(self) -> Iterator[str]:
        """The whole chat, a line for each message."""

    async def change(self) -> None:
        """Until something happens in the chat, or more may be known of what is there."""


class TelegramPhone:
    """A phone with the emulated Telegram."""

    channel = "telegram"

    def __init__(self, emulator: TelegramEmulator, number: str) -> None:
        self._emulator = emulator
        self._id = emulator.add_person("Zubairu", phone_number=f"+234{number[1:]}").id
        self.person = str(self._id)

    def say(self, text: str) -> Callable[[], bool]:
        message = self._emulator.say(self._id, text)
        return lambda: not self._emulator.state.chats[self._id].messages[message].deleted

    def tap(self, label: str) -> None:
        lines = [line for line in self._lines() if label in _labels(line)]
        self._emulator.tap(self._id, lines[-1].message_id, label)

    async def written(self) -> None:
        """At once."""

    def all_shown(self) -> list[Shown]:
        return [_read_line(line) for line in self._lines()]

    def count_shown(self) -> int:
        chat = self._emulator.state.chats.get(self._id)
        said = (message for message in chat.messages.values() if message.by_bot) if chat else ()
        return sum(message.content.get("text") != PUTTING_AWAY for message in said)

    def is_another(self, shown: Shown, alike: list[Shown]) -> bool:
        """Every answer brings the number of its question back: what is alike is the same."""
        return False

    def transcript(self) -> Iterator[str]:
        screen = self._emulator.screen(self._id)
        for line in screen.lines:
            yield f"{'bot' if line.by_bot else 'customer'}: {line.text} {_labels(line) or ''}"
        yield f"the last tap: {[press.data for press in screen.presses][-1:]}"

    async def change(self) -> None:
        chat = self._emulator.state.chats[self._id]
        await chat.changed(chat.revision)

    def _lines(self) -> list[ScreenMessage]:
        """What only takes keys away is gone before anybody has read it."""
        lines = self._emulator.screen(self._id).lines
        return [line for line in lines if line.by_bot and line.text != PUTTING_AWAY]


class WhatsAppPhone:
    """A phone with the emulated WhatsApp. Answers that are no buttons are given by their number.

    What is typed counts as `OLD`, so that the bot need not wait until it may be emptied at Twilio. `is_known` tells of
    a message whether the bot takes it to be on the screen.
    """

    channel = "whatsapp"

    def __init__(
        self, emulator: TwilioEmulator, number: str, is_known: Callable[[str], bool] = lambda message: True
    ) -> None:
        self._emulator = emulator
        self._is_known = is_known
        self._person = emulator.person(f"+234{number[1:]}", "Zubairu")
        self.person = self._person.phone
        self._typing: asyncio.Task[None] | None = None

    def say(self, text: str) -> Callable[[], bool]:
        message = self._emulator.say(self._person, text)
        message.created_at -= OLD
        return lambda: bool(message.body)

    def tap(self, label: str) -> None:
        message = self._newest(label)
        if message.shown.choices:
            self._emulator.tap(self._person, message.sid, label)
        else:
            self._typing = asyncio.get_running_loop().create_task(self._type(label))

    async def written(self) -> None:
        if self._typing:
            await self._typing

    async def _type(self, label: str) -> None:
        """Nobody reads and answers faster than the bot knows that they have it: from a report, or, where a killed
        server missed that, after a while.
        """
        await self._emulator.settle()
        await until(lambda: self._is_known(self._newest(label).sid), patience=LONG)
        newest = self._newest(label)
        place = _read_message(newest).labels.index(label) + 1
        self._emulator.say(self._person, str(place) if is_numbered(newest.shown.text) else label)

    def _newest(self, label: str) -> WhatsAppMessage:
        return next(each for each in reversed(self._messages()) if label in _read_message(each).labels)

    def all_shown(self) -> list[Shown]:
        return [_read_message(message) for message in self._messages()]

    def count_shown(self) -> int:
        return len(self._messages())

    def is_another(self, shown: Shown, alike: list[Shown]) -> bool:
        """A copy that the bot has noted stands beside those that it has noted, and in the place of one that it has not.

        One that a killed server sent and never noted is none, and stays so.
        """
        return self._is_known(shown.name) and all(self._is_known(each.name) for each in alike)

    def transcript(self) -> Iterator[str]:
        for message in self._person.chat:
            labels = [choice.title for choice in message.shown.choices]
            yield f"{'customer' if message.inbound else 'bot'}: {message.shown.text} {labels or ''}"

    async def change(self) -> None:
        await self._person.wait(len(self._person.chat), A_WHILE)

    def _messages(self) -> list[WhatsAppMessage]:
        return [message for message in self._person.chat if not message.inbound]


def _read_line(line: ScreenMessage) -> Shown:
    data = [button.data for row in line.buttons for button in row if button.data]  # to copy a text brings none back
    return Shown(line.text, tuple(_labels(line)), _number(data), str(line.message_id))


def _labels(line: ScreenMessage) -> list[str]:
    return [button.text for row in line.buttons for button in row]


def _read_message(message: WhatsAppMessage) -> Shown:
    shown, menu = message.shown, _MENU.search(message.shown.text)
    if menu:
        return Shown(shown.text[: menu.start()], tuple(listed(menu[0])), name=message.sid)
    labels = tuple(choice.title for choice in shown.choices)
    return Shown(shown.text, labels, _number([choice.id for choice in shown.choices]), message.sid)


def _number(answers: list[str]) -> int:
    """Our buttons bring back `<question>:<choice>`."""
    return int(answers[0].partition(":")[0]) if answers else 0
