"""Many customers at once on the emulated Telegram, and how long each waits for each answer. Never a bot."""

import asyncio
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.emulators.mono import MonoEmulator
from bot.emulators.telegram import TelegramEmulator

PATIENCE = 30.0  # seconds; a customer who waits longer is counted as lost
FIRST_PERSON = 1_000_000


@dataclass(slots=True)
class Waits:
    """Seconds from each message of a customer to its answer, by what was asked for; and those never answered."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    conversations: int = 0
    lost: int = 0

    @property
    def all(self) -> list[float]:
        return [each for waits in self.seconds.values() for each in waits]

    def note(self, step: str, seconds: float) -> None:
        self.seconds.setdefault(step, []).append(seconds)


class Crowd:
    """Customers that link one line after the other. `think` is how long each takes to answer, in seconds."""

    def __init__(self, telegram: TelegramEmulator, mono: MonoEmulator, think: float = 0.0) -> None:
        self._telegram = telegram
        self._mono = mono
        self._think = think
        self._people = count(FIRST_PERSON)
        self._numbers = numbers()
        self._chance = random.Random(1)
        self.waits = Waits()

    async def link_for(self, seconds: float, chats: int) -> None:
        """`chats` customers at once, each replaced by the next when done, until `seconds` have passed."""
        end = time.perf_counter() + seconds
        await asyncio.gather(*(self._link_until(end, place / max(chats, 1)) for place in range(chats)))

    async def open(self, chats: int, at_once: int = 100) -> None:
        """That many customers greet and agree, and leave it at that."""
        gate = asyncio.Semaphore(at_once)

        async def greet() -> None:
            async with gate:
                person = self._arrive()
                await self._until_asked(person)

        await asyncio.gather(*(greet() for _ in range(chats)))

    async def _link_until(self, end: float, stagger: float) -> None:
        await asyncio.sleep(stagger * self._think)
        while time.perf_counter() < end:
            try:
                await self._link()
            except TimeoutError:
                self.waits.lost += 1

    async def _link(self) -> None:
        """The whole conversation: five messages of the customer."""
        person, number = self._arrive(), next(self._numbers)
        await self._until_asked(person)
        await self._type(person, "number", number)
        await self._tap(person, "network", "MTN")
        code = re.search(r"\d{6}", self._mono.sms(number)[-1].text)
        assert code is not None
        await self._type(person, "code", code[0], answers=2)
        self.waits.conversations += 1

    def _arrive(self) -> int:
        person = next(self._people)
        self._telegram.add_person("Ada", person_id=person)
        return person

    async def _until_asked(self, person: int) -> None:
        await self._type(person, "greeting", "/start")
        await self._tap(person, "consent", "I agree")

    async def _type(self, person: int, step: str, text: str, answers: int = 1) -> None:
        await self._ponder()
        seen = self._said(person)
        begun = time.perf_counter()
        self._telegram.say(person, text)
        await self._await_answers(person, step, begun, seen, answers)

    async def _tap(self, person: int, step: str, label: str) -> None:
        await self._ponder()
        lines = [line for line in self._telegram.screen(person).lines if line.by_bot]
        begun = time.perf_counter()
        self._telegram.tap(person, lines[-1].message_id, label)
        await self._await_answers(person, step, begun, len(lines), 1)

    async def _ponder(self) -> None:
        """People are not clockwork: each takes between half and one and a half of the time."""
        await asyncio.sleep(self._think * self._chance.uniform(0.5, 1.5))

    async def _await_answers(self, person: int, step: str, begun: float, seen: int, answers: int) -> None:
        """The wait is over with the first answer; the conversation goes on after the last."""
        chat = self._telegram.world.chats[person]
        noted = False
        async with asyncio.timeout(PATIENCE):
            while (said := self._said(person)) < seen + answers:
                if said > seen and not noted:
                    self.waits.note(step, time.perf_counter() - begun)
                    noted = True
                await chat.changed(chat.revision)
        if not noted:
            self.waits.note(step, time.perf_counter() - begun)

    def _said(self, person: int) -> int:
        chat = self._telegram.world.chats.get(person)
        return sum(message.by_bot for message in chat.messages.values()) if chat else 0


def numbers() -> Iterator[str]:
    """MTN numbers that no script has a say in, spread over the prefixes."""
    for number in count(2_000_000):
        yield f"0803{number % 10_000_000:07}" if number % 2 else f"0806{number % 10_000_000:07}"
