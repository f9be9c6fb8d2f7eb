"""Somebody who kills the server when it hurts most; never what must hold all the same."""

import asyncio
import random
from collections.abc import Callable, Iterator

from bot.emulators.mono import Fault as MonoFault
from bot.emulators.telegram import Fault
from tests.server_stage import Server, Town, until

LATE = MonoFault(delay=0.4)  # asked, and done when nobody listens any more
UNHEARD = MonoFault(hang=True, work=True)  # done at once, and never answered

Struck = Callable[[], bool]
Window = Callable[[Town], Struck]  # has the next call of its kind take long; true once it is under way


def at_mono(path: str, fault: MonoFault) -> Window:
    def arm(town: Town) -> Struck:
        before = len(town.wire.to(path))
        town.mono.fail(f"*{path}", fault)
        return lambda: len(town.wire.to(path)) > before

    return arm


def at_telegram(method: str, status: int | None = None) -> Window:
    """With a status nothing was done; without one everything was, and only the answer is late."""

    def arm(town: Town) -> Struck:
        town.telegram.fail(Fault(method, status=status, slow=2.0))
        return lambda: not town.telegram.faults

    return arm


def after(seconds: float) -> Window:
    """At no moment in particular."""

    def arm(_: Town) -> Struck:
        clock = asyncio.get_running_loop().time
        moment = clock() + seconds
        return lambda: clock() >= moment

    return arm


# threats-and-faults.md §4.2: F6, F20, F23 · F8, F9 · F13, F14 · F15, F16 · F18
WINDOWS: dict[str, Window] = {
    "a reply is written and not taken": at_telegram("sendMessage", status=500),
    "a reply is taken and not noted": at_telegram("sendMessage"),
    "a deletion is done and not noted": at_telegram("deleteMessage"),
    "a code is asked for": at_mono("/telecom/auth", LATE),
    "a code was sent and nobody heard": at_mono("/telecom/auth", UNHEARD),
    "a code is being checked": at_mono("/telecom/verify", LATE),
    "a code was checked and nobody heard": at_mono("/telecom/verify", UNHEARD),
    "a code is being exchanged": at_mono("/accounts/auth", LATE),
    "a code was exchanged and nobody heard": at_mono("/accounts/auth", UNHEARD),
    "a summary is being fetched": at_mono("/identity", UNHEARD),
}


def plan(chance: random.Random) -> Iterator[Window]:
    """Where to kill: every window in turn and in any order, and after each round at some other moment."""
    while True:
        yield from chance.sample(list(WINDOWS.values()), len(WINDOWS))
        yield after(chance.uniform(0, 0.5))


async def kill(town: Town, window: Window) -> None:
    """Kill the server when it hurts. An heir waits for the database by then, and serves when this returns."""
    heir = Server(town.server.settings, town.server.folder)
    await heir.spawn()
    try:
        await until(window(town))
    finally:
        await town.server.kill()
        town.server = heir
    town.telegram.advance(2)  # it lets the webhook be set once a second
    await town.server.until_ready()
    town.end_rests()
