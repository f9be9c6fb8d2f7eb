"""People who link a line, look at it and let it go, at a pace that is asked for. Never what becomes of the server."""

import asyncio
import re
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from bot.sandbox.emulators.mono import MonoEmulator
from tests.phones import Phone

PATIENCE = 30.0  # seconds
TICK = 0.02  # seconds


class Pace:
    """Lets people act so that so many webhooks come in a second, by how many did come: answers lead to some as well."""

    def __init__(self, rate: float, count: Callable[[], int]) -> None:
        self._rate = rate
        self._count = count
        self._asking: deque[asyncio.Future[None]] = deque()

    async def turn(self) -> None:
        """Wait for one's turn."""
        asking = asyncio.get_running_loop().create_future()
        self._asking.append(asking)
        await asking

    async def keep(self) -> None:
        """Without end. What was missed for more than a second is not made up for."""
        due, at = float(self._count()), time.perf_counter()
        while True:
            await asyncio.sleep(TICK)
            passed, at = time.perf_counter() - at, time.perf_counter()
            came = self._count()
            due = min(due + self._rate * passed, came + self._rate)
            for _ in range(min(int(due - came), int(self._rate * passed) + 1, len(self._asking))):
                self._let_go()

    def _let_go(self) -> None:
        asking = self._asking.popleft()
        if not asking.done():
            asking.set_result(None)


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A visit that came to no end: its first and last moment (seconds since the epoch), and what was on the screen."""

    began: float
    ended: float
    saw: str


@dataclass(slots=True)
class Visits:
    """`waits` are when somebody acted (seconds since the epoch) and how long the first answer took."""

    waits: list[tuple[float, float]] = field(default_factory=list)
    whole: int = 0
    given_up: list[GivenUp] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Visitors:
    """People with phones of one channel; `numbers` are whose turn comes next."""

    new_phone: Callable[[str], Phone]
    mono: MonoEmulator
    numbers: Iterator[str]
    pace: Pace
    visits: Visits

    async def come(self) -> None:
        """One after the other, without end."""
        while True:
            number = next(self.numbers)
            phone, began = self.new_phone(number), time.time()
            try:
                await self._visit(number, phone)
                self.visits.whole += 1
            except (TimeoutError, LookupError, StopIteration):  # no answer, or one to something else
                self.visits.given_up.append(GivenUp(began, time.time(), _last_words(phone)))

    async def _visit(self, number: str, phone: Phone) -> None:
        await self._act(phone, lambda: phone.say("/start"), "I agree")
        await self._act(phone, lambda: phone.tap("I agree"))
        await self._act(phone, lambda: phone.say(number), "MTN")
        await self._act(phone, lambda: phone.tap("MTN"), "Change number")
        await self._act(phone, lambda: phone.say(self._code(number)), "Balance")
        for wish in ("balance", "help", "balance"):
            await self._act(phone, lambda wish=wish: phone.say(wish))  # type: ignore[misc]
        await self._act(phone, lambda: phone.say("unlink"), "Yes, do it")
        await self._act(phone, lambda: phone.tap("Yes, do it"))

    def _code(self, number: str) -> str:
        found = re.search(r"\d{4,8}", self.mono.sms(number)[-1].text)
        return found[0] if found else ""

    async def _act(self, phone: Phone, act: Callable[[], object], label: str = "") -> None:
        """Until something new is shown, and what offers `label` where one is named."""
        await self.pace.turn()
        seen, at, began = phone.count_shown(), time.time(), time.perf_counter()
        act()
        async with asyncio.timeout(PATIENCE):
            while phone.count_shown() == seen:
                await phone.change()
            self.visits.waits.append((at, time.perf_counter() - began))
            while label and not any(shown.offers(label) for shown in phone.all_shown()[seen:]):
                await phone.change()


def _last_words(phone: Phone) -> str:
    """The first line of what came last: whatever was meant is told there."""
    shown = phone.all_shown()
    return shown[-1].text.partition("\n")[0] if shown else "nothing"


async def keep_coming(visitors: Visitors, at_once: int) -> None:
    """So many of them at any moment, until it is cancelled."""
    with suppress(asyncio.CancelledError):
        await asyncio.gather(visitors.pace.keep(), *(visitors.come() for _ in range(at_once)))
