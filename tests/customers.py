"""Customers who link line after line, whatever happens to the server; never who does that to it."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.emulators.mono import MonoEmulator
from tests.phones import Phone, Shown

SECONDS_TO_ANSWER = 30.0  # also for a server that was killed meanwhile, on a machine that has much else to do


@dataclass(slots=True)
class Customer:
    """One person with one number: what they saw, how often they asked for a code, and the codes that they typed."""

    phone: Phone
    mono: MonoEmulator
    number: str
    asked: int = 0
    typed: Counter[str] = field(default_factory=Counter)
    codes_left: list[Callable[[], bool]] = field(default_factory=list)  # whether each of them still stands there
    seen: list[Shown] = field(default_factory=list)
    _looked_at: int = 0

    async def link(self) -> None:
        """The whole conversation; each message must get an answer. AssertionError when one does not."""
        self.say("/start")
        while not (shown := await self.next()).offers("Balance"):
            self._answer(shown)

    def say(self, text: str) -> None:
        self.phone.say(text)

    async def ask(self, text: str) -> Shown:
        """What is answered."""
        self.say(text)
        return await self.next()

    async def choose(self, label: str) -> Shown:
        """What is answered to a tap."""
        self.phone.tap(label)
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
        self.codes_left.append(self.phone.say(code))

    async def next(self) -> Shown:
        """The next message that is not one of those that were seen already."""
        try:
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                shown = await self._look_for_another()
        except TimeoutError:
            raise AssertionError("\n".join(self._transcript())) from None
        self.seen.append(shown)
        return shown

    def shows_a_code(self) -> bool:
        return any(is_left() for is_left in self.codes_left)

    async def _look_for_another(self) -> Shown:
        while True:
            for shown in self._unread():
                alike = [each for each in self.seen if shown.repeats(each)]
                if not alike or (shown.labels and await self.phone.is_another(shown, alike)):
                    return shown
            await self.phone.change()

    def _unread(self) -> Iterator[Shown]:
        for shown in self.phone.all_shown()[self._looked_at :]:
            self._looked_at += 1
            yield shown

    def _answer(self, shown: Shown) -> None:
        if shown.offers("I agree"):
            self.phone.tap("I agree")
        elif "phone number of your own line" in shown.text:
            self.say(self.number)
        elif shown.offers("MTN"):
            self.asked += 1
            self.phone.tap("MTN")
        elif shown.offers("Send a new code"):
            self._type_or_ask()
        else:
            assert "is linked" in shown.text, shown.text

    def _type_or_ask(self) -> None:
        code = self.newest_code()
        if code and not self.typed[code]:
            self.type_code(code)
        else:
            self.asked += 1
            self.phone.tap("Send a new code")

    def _transcript(self) -> Iterator[str]:
        yield f"after {SECONDS_TO_ANSWER} seconds there is no answer to the last message:"
        yield from self.phone.transcript()


def crowd(new_phone: Callable[[str], Phone], mono: MonoEmulator) -> Iterator[Customer]:
    """New people, each with an MTN number of their own and a phone for it."""
    for place in count(2_000_000):
        number = f"0803{place}"
        yield Customer(new_phone(number), mono, number)
