"""How each fault of the plan is brought about, and taken back. Never which alarms it is to raise."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.sandbox.emulators.mono import MonoEmulator, MonoFault
from tests.soak.gate import Gate, State
from tests.soak.server import SoakedServer, fill

FORGED = 60
REFUSED = 20
HOUR = 3600

Deed = Callable[["Scene"], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that something can be done to. `disk` is none where the server's is the machine's own."""

    server: SoakedServer
    door: Gate
    mono: MonoEmulator
    way_to_mono: Gate
    disk: Path | None


@asynccontextmanager
async def forge(scene: Scene) -> AsyncIterator[None]:
    async with httpx.AsyncClient(base_url=scene.server.url, timeout=60) as client:
        for _ in range(FORGED):
            forged = {"X-Telegram-Bot-Api-Secret-Token": "guessed"}
            assert (await client.post("/telegram", json={"update_id": 1}, headers=forged)).status_code in {401, 403}
    yield


@asynccontextmanager
async def empty_the_wallet(scene: Scene) -> AsyncIterator[None]:
    scene.mono.fail("*/telecom/auth", MonoFault(402), REFUSED)
    yield


@asynccontextmanager
async def take_mono_away(scene: Scene) -> AsyncIterator[None]:
    """First it answers nothing, then nobody is there."""
    scene.way_to_mono.state = State.MUTE
    later = asyncio.get_running_loop().call_later(60, setattr, scene.way_to_mono, "state", State.SHUT)
    yield
    later.cancel()
    scene.way_to_mono.state = State.OPEN


@asynccontextmanager
async def set_clock_back(scene: Scene) -> AsyncIterator[None]:
    scene.server.clock.set_apart(-HOUR)
    yield
    scene.server.clock.set_apart(0)


@asynccontextmanager
async def shut_the_door(scene: Scene) -> AsyncIterator[None]:
    scene.door.state = State.SHUT
    yield
    scene.door.state = State.OPEN


@asynccontextmanager
async def fill_the_disk(scene: Scene) -> AsyncIterator[None]:
    assert scene.disk
    ballast = fill(scene.disk)
    yield
    ballast.unlink()


@asynccontextmanager
async def kill_the_process(scene: Scene) -> AsyncIterator[None]:
    await scene.server.kill()
    yield
    with suppress(TimeoutError):
        await scene.server.start()


DEEDS: dict[str, Deed] = {
    "forged webhooks": forge,
    "the wallet at Mono is empty": empty_the_wallet,
    "Mono gone": take_mono_away,
    "the proxy gone": shut_the_door,
    "the disk full": fill_the_disk,
    "the process gone": kill_the_process,
    "the clock an hour back": set_clock_back,
}


def cannot(scene: Scene) -> dict[str, str]:
    """What cannot be done on this machine, and why."""
    missing = {}
    if not scene.server.clock.is_there:
        missing["the clock an hour back"] = "no C compiler is here"
    if scene.disk is None:
        missing["the disk full"] = "no disk may be mounted by this user"
    return missing
