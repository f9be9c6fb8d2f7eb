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
class Wait:
    """For an answer, from when it was asked for; on the event loop's clock. It lasts until it has an `end`."""

    begin: float
    end: float | None = None


@dataclass(slots=True)
class Customer:
    """One person with one number: what they saw, how often they asked for a code, and the codes that they typed.

    They bear with the bot for `patience` seconds.
    """

    phone: Phone
    mono: MonoEmulator
    number: str
    asked: int = 0
    typed: Counter[str] = field(default_factory=Counter)
    codes_left: list[Callable[[], bool]] = field(default_factory=list)  # whether each of them still stands there
    seen: list[Shown] = field(default_factory=list)
    patience: float = SECONDS_TO_ANSWER
    waits: list[Wait] = field(default_factory=list)
    diary: list[tuple[float, str]] = field(default_factory=list)  # when they did and saw what, on the same clock
    _looked_at: int = 0

    async def link(self) -> None:
        """The whole conversation; each message must get an answer. AssertionError when one does not."""
        self.say("/start")
        while not (shown := await self.next()).offers("Balance"):
            self._answer(shown)

    def say(self, text: str) -> None:
        self._note(f"types {text}")
        self.phone.say(text)

    def tap(self, label: str) -> None:
        self._note(f"taps {label}")
        self.phone.tap(label)

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
        self._note(f"types the code {code}")
        self.codes_left.append(self.phone.say(code))

    async def next(self) -> Shown:
        """The next message that is not one of those that were seen already."""
        await self.phone.written()
        self.waits.append(wait := Wait(_now()))
        try:
            async with asyncio.timeout(self.patience):
                shown = await self._look_for_another()
        except TimeoutError:
            raise AssertionError("\n".join(self._transcript())) from None
        wait.end = _now()
        self._note(f"sees {shown.text!r}")
        self.seen.append(shown)
        return shown

    def shows_a_code(self) -> bool:
        return any(is_left() for is_left in self.codes_left)

    async def _look_for_another(self) -> Shown:
        while not (shown := self._find_another()):
            await self.phone.change()
        return shown

    def _find_another(self) -> Shown | None:
        """What may be the same once more is looked at again when more is known of it."""
        for place, shown in enumerate(self.phone.all_shown()[self._looked_at :], start=self._looked_at + 1):
            alike = [each for each in self.seen if shown.repeats(each)]
            if not alike or (shown.labels and self.phone.is_another(shown, alike)):
                self._looked_at = place
                return shown
        return None

    def _answer(self, shown: Shown) -> None:
        if shown.offers("I agree"):
            self.tap("I agree")
        elif "phone number of your own line" in shown.text:
            self.say(self.number)
        elif shown.offers("MTN"):
            self.asked += 1
            self.tap("MTN")
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
            self.tap("Send a new code")

    def _note(self, what: str) -> None:
        self.diary.append((_now(), what))

    def _transcript(self) -> Iterator[str]:
        yield f"after {self.patience} seconds there is no answer to the last message:"
        yield from self.phone.transcript()


def crowd(
    new_phone: Callable[[str], Phone], mono: MonoEmulator, patience: float = SECONDS_TO_ANSWER
) -> Iterator[Customer]:
    """New people, each with an MTN number of their own and a phone for it."""
    for place in count(2_000_000):
        number = f"0803{place}"
        yield Customer(new_phone(number), mono, number, patience=patience)


def _now() -> float:
    return asyncio.get_running_loop().time()
