"""Customers on Telegram who link line after line, whatever happens to the server; never who does that to it."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from bot.emulators.mono import MonoEmulator
from bot.emulators.telegram import Line, TelegramEmulator

SECONDS_TO_ANSWER = 30.0  # also for a server that was killed meanwhile, on a machine that has much else to do
SECONDS_TO_READ = 0.05


class Shown(NamedTuple):
    """A message of the bot's: what it says, and what its buttons bring back."""

    text: str
    buttons: tuple[str, ...]

    def offers(self, choice: str) -> bool:
        return any(button.endswith(f":{choice}") for button in self.buttons)


@dataclass(slots=True)
class Customer:
    """One person with one number: what they saw, how often they asked for a code, and the codes that they typed."""

    telegram: TelegramEmulator
    mono: MonoEmulator
    number: str
    id: int
    asked: int = 0
    typed: Counter[str] = field(default_factory=Counter)
    messages: list[int] = field(default_factory=list)  # those that held a code
    seen: list[Shown] = field(default_factory=list)

    async def link(self) -> None:
        """The whole conversation; each message must get an answer. AssertionError when one does not."""
        self.say("/start")
        while not (shown := await self.next()).offers("balance"):
            await asyncio.sleep(SECONDS_TO_READ)
            self._answer(shown)

    def say(self, text: str) -> None:
        self.telegram.say(self.id, text)

    async def ask(self, text: str) -> Shown:
        """What is answered."""
        self.say(text)
        return await self.next()

    async def choose(self, label: str) -> Shown:
        """What is answered to a tap."""
        self.tap(label)
        return await self.next()

    async def enter(self, code: str) -> Shown:
        """What is answered to a code."""
        self.type_code(code)
        return await self.next()

    def newest_code(self) -> str:
        """What the newest SMS says; "" when there is none."""
        inbox = self.mono.sms(self.number)
        found = re.search(r"\d{4,8}", inbox[-1].text) if inbox else None
        return found[0] if found else ""

    def type_code(self, code: str) -> None:
        self.typed[code] += 1
        self.messages.append(self.telegram.say(self.id, code))

    def tap(self, label: str) -> None:
        lines = [line for line in self.telegram.screen(self.id).lines if label in _labels(line)]
        self.telegram.tap(self.id, lines[-1].message_id, label)

    async def next(self) -> Shown:
        """The next message that is not one of those that were seen already."""
        chat = self.telegram.world.chats[self.id]
        try:
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                while not (fresh := [shown for shown in self.all_shown() if shown not in self.seen]):
                    await chat.changed(chat.revision)
        except TimeoutError:
            raise AssertionError("\n".join(self._transcript())) from None
        self.seen.append(fresh[0])
        return fresh[0]

    def all_shown(self) -> list[Shown]:
        """Everything that the bot ever said here, with what came twice."""
        return [_read(line) for line in self.telegram.screen(self.id).lines if line.by_bot]

    def shows_a_code(self) -> bool:
        lines = {line.message_id: line for line in self.telegram.screen(self.id).lines}
        return any(not lines[message].deleted for message in self.messages)

    def _answer(self, shown: Shown) -> None:
        if shown.offers("agree"):
            self.tap("I agree")
        elif "phone number of the line" in shown.text:
            self.say(self.number)
        elif shown.offers("mtn"):
            self.asked += 1
            self.tap("MTN")
        elif shown.offers("new-code"):
            self._type_or_ask()
        else:
            assert "is linked" in shown.text, shown.text

    def _type_or_ask(self) -> None:
        code = self.newest_code()
        if code and not self.typed[code]:
            self.type_code(code)
        else:
            self.asked += 1
            self.tap("Send a new code")

    def _transcript(self) -> Iterator[str]:
        yield f"after {SECONDS_TO_ANSWER} seconds there is no answer to the last message:"
        for line in self.telegram.screen(self.id).lines:
            yield f"{'bot' if line.by_bot else 'customer'}: {line.text} {_labels(line) or ''}"
        yield f"and to the last tap: {[press.data for press in self.telegram.screen(self.id).presses][-1:]}"


def crowd(telegram: TelegramEmulator, mono: MonoEmulator) -> Iterator[Customer]:
    """New people, each with an MTN number of their own."""
    for place in count(2_000_000):
        yield Customer(telegram, mono, f"0803{place}", telegram.add_person("Ada").id)


def _read(line: Line) -> Shown:
    return Shown(line.text, tuple(button.data or "" for row in line.buttons for button in row))


def _labels(line: Line) -> list[str]:
    return [button.text for row in line.buttons for button in row]
