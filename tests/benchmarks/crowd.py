"""Many customers at once on an emulated platform, and how long each waits for each answer. Never a bot."""

import asyncio
import random
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.emulators.mono import MonoEmulator
from tests.phones import Phone

PATIENCE = 30.0  # seconds; a customer who waits longer is counted as lost


@dataclass(slots=True)
class Waits:
    """Seconds from each message of a customer to its answer, by what was asked for; and those never answered."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    conversations: int = 0
    lost: int = 0

    @property
    def all(self) -> list[float]:
        return [each for waits in self.seconds.values() for each in waits]

    @classmethod
    def together(cls, all_waits: Iterable["Waits"]) -> "Waits":
        total = cls()
        for waits in all_waits:
            total.conversations += waits.conversations
            total.lost += waits.lost
            for step, seconds in waits.seconds.items():
                total.seconds.setdefault(step, []).extend(seconds)
        return total

    def note(self, step: str, seconds: float) -> None:
        self.seconds.setdefault(step, []).append(seconds)


class Crowd:
    """Customers that link one line after the other. `think` is how long each takes to answer, in seconds.

    `new_phone` makes a phone for each of `numbers`, which several crowds may share.
    """

    def __init__(
        self, new_phone: Callable[[str], Phone], numbers: Iterator[str], mono: MonoEmulator, think: float = 0.0
    ) -> None:
        self._new_phone = new_phone
        self._numbers = numbers
        self._mono = mono
        self._think = think
        self._chance = random.Random(1)
        self.waits = Waits()

    async def link_for(self, seconds: float, chats: int) -> None:
        """`chats` customers at once, each replaced by the next when done, until `seconds` have passed."""
        end = time.perf_counter() + seconds
        await asyncio.gather(*(self._link_until(end, place / max(chats, 1)) for place in range(chats)))

    async def open(self, chats: int, at_once: int = 100) -> None:
        """That many customers greet and agree, and leave it at that."""
        signature = asyncio.Semaphore(at_once)

        async def greet() -> None:
            async with signature:
                await self._until_asked(self._new_phone(next(self._numbers)))

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
        number = next(self._numbers)
        phone = self._new_phone(number)
        await self._until_asked(phone)
        await self._type(phone, "number", number)
        await self._tap(phone, "network", "MTN")
        code = re.search(r"\d{6}", self._mono.sms(number)[-1].text)
        assert code is not None
        await self._type(phone, "code", code[0], answers=2)
        self.waits.conversations += 1

    async def _until_asked(self, phone: Phone) -> None:
        await self._type(phone, "greeting", "/start")
        await self._tap(phone, "consent", "I agree")

    async def _type(self, phone: Phone, step: str, text: str, answers: int = 1) -> None:
        await self._ponder()
        seen, begun = phone.count_shown(), time.perf_counter()
        phone.say(text)
        await self._await_answers(phone, step, begun, seen, answers)

    async def _tap(self, phone: Phone, step: str, label: str) -> None:
        await self._ponder()
        seen, begun = phone.count_shown(), time.perf_counter()
        phone.tap(label)
        await self._await_answers(phone, step, begun, seen, 1)

    async def _ponder(self) -> None:
        """People are not clockwork: each takes between half and one and a half of the time."""
        await asyncio.sleep(self._think * self._chance.uniform(0.5, 1.5))

    async def _await_answers(self, phone: Phone, step: str, begun: float, seen: int, answers: int) -> None:
        """The wait is over with the first answer; the conversation goes on after the last."""
        noted = False
        async with asyncio.timeout(PATIENCE):
            while (shown := phone.count_shown()) < seen + answers:
                if shown > seen and not noted:
                    self.waits.note(step, time.perf_counter() - begun)
                    noted = True
                await phone.change()
        if not noted:
            self.waits.note(step, time.perf_counter() - begun)


def numbers() -> Iterator[str]:
    """MTN numbers that no script has a say in, spread over the prefixes."""
    for number in count(2_000_000):
        yield f"0803{number % 10_000_000:07}" if number % 2 else f"0806{number % 10_000_000:07}"
