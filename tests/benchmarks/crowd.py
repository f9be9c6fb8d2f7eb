"""Many customers at once on a fake platform, and how long each waits for each answer. Never a bot."""

import asyncio
import random
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from tests.benchmarks.fakes.mono import CODE
from tests.benchmarks.fakes.phone import Phone

PATIENCE = 30.0  # seconds; a customer who waits longer is counted as lost
MESSAGES = 5  # of a customer, in one conversation


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

    Who sees nothing for `again` seconds does the same once more, for a bot that loses what comes too soon after its
    own words; the wait counts from the first time.
    `new_phone` makes a phone for each of `numbers`, which several crowds may share.
    """

    def __init__(
        self, new_phone: Callable[[str], Phone], numbers: Iterator[str], think: float = 0.0, again: float = PATIENCE
    ) -> None:
        self._new_phone = new_phone
        self._numbers = numbers
        self.think = think
        self._again = again
        self._chance = random.Random(1)
        self.waits = Waits()

    async def link_for(self, seconds: float, chats: int) -> None:
        """`chats` customers at once, at least one each, and each replaced by the next until `seconds` have passed."""
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
        await asyncio.sleep(stagger * self.think)
        while True:
            try:
                await self._link()
            except (TimeoutError, LookupError):  # no answer, or one to something else
                self.waits.lost += 1
            if time.perf_counter() >= end:
                return

    async def _link(self) -> None:
        """The whole conversation, with that many messages."""
        number = next(self._numbers)
        phone = self._new_phone(number)
        await self._until_asked(phone)
        await self._type(phone, "number", number)
        await self._tap(phone, "network", "MTN")
        await self._type(phone, "code", CODE, answers=2)
        self.waits.conversations += 1

    async def _until_asked(self, phone: Phone) -> None:
        await self._type(phone, "greeting", "/start")
        await self._tap(phone, "consent", "I agree")

    async def _type(self, phone: Phone, step: str, text: str, answers: int = 1) -> None:
        await self._ponder()
        await self._do(phone, step, lambda: phone.say(text), answers)

    async def _tap(self, phone: Phone, step: str, label: str) -> None:
        await self._ponder()
        await self._do(phone, step, lambda: phone.tap(label), 1)

    async def _ponder(self) -> None:
        """People are not clockwork: each takes between half and one and a half of the time."""
        await asyncio.sleep(self.think * self._chance.uniform(0.5, 1.5))

    async def _do(self, phone: Phone, step: str, act: Callable[[], None], answers: int) -> None:
        """The wait is over with the first answer; the conversation goes on after the last."""
        seen, begun = phone.count_shown(), time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            while phone.count_shown() == seen:
                act()
                await self._until(phone, seen + 1, self._again)
            self.waits.note(step, time.perf_counter() - begun)
            await self._until(phone, seen + answers, PATIENCE)

    async def _until(self, phone: Phone, shown: int, patience: float) -> None:
        """So much is shown, or the patience is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while phone.count_shown() < shown:
                    await phone.change()


def numbers() -> Iterator[str]:
    """MTN numbers that no script has a say in, spread over the prefixes."""
    for number in count(2_000_000):
        yield f"0803{number % 10_000_000:07}" if number % 2 else f"0806{number % 10_000_000:07}"
