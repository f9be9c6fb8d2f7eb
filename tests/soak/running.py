"""One run: the emulated platforms, the server between gates, Prometheus beside it, and the plan. Never its verdict."""

import asyncio
import secrets
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.crash.test_kills import ENDLESS
from tests.phones import Phone
from tests.server_stage import Town, open_town
from tests.soak.alarms import Happened
from tests.soak.deeds import DEEDS, Scene, cannot
from tests.soak.gate import Gate
from tests.soak.plan import CALM_BEFORE, Fault
from tests.soak.prometheus import Prometheus, watching
from tests.soak.server import SoakedServer, own_disk
from tests.soak.visitors import Pace, Visitors, Visits, keep_coming

AT_ONCE = 60  # people on each channel
FIRST_NUMBER = 2_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """What came of it. `began` and `ended` are seconds since the epoch; `left_out` why a fault could not be had."""

    began: float
    ended: float
    happened: list[Happened]
    left_out: dict[str, str]
    scene: Scene
    prometheus: Prometheus
    visits: dict[str, Visits] = field(default_factory=dict)


@asynccontextmanager
async def soak(
    folder: Path, faults: Sequence[Fault], rules: str, *, rate: float, hurry: float, step: float
) -> AsyncIterator[Run]:
    """The whole plan has happened when the block is entered, and Prometheus can be asked."""
    async with AsyncExitStack() as stack:
        mounted = stack.enter_context(own_disk(folder / "disk"))
        town = await stack.enter_async_context(open_town(folder, **ENDLESS))
        scene = await _set_scene(stack, town, folder / "disk" if mounted else None)
        token = scene.server.settings["METRICS_TOKEN"]
        prometheus = await stack.enter_async_context(watching(folder, scene.server.url, token, rules, step))
        began, visits = time.time(), {"telegram": Visits(), "whatsapp": Visits()}
        crowds = [
            asyncio.create_task(keep_coming(_visitors(town, scene, name, rate / 2, each), AT_ONCE))
            for name, each in visits.items()
        ]
        left_out = cannot(scene)
        happened = await _follow(scene, [each for each in faults if each.name not in left_out], hurry)
        for crowd in crowds:
            crowd.cancel()
        await asyncio.gather(*crowds)
        yield Run(began, time.time(), happened, left_out, scene, prometheus, visits)


async def _set_scene(stack: AsyncExitStack, town: Town, disk: Path | None) -> Scene:
    settings = town.server.settings
    door, way_to_mono = Gate(int(settings["PORT"])), Gate(int(settings["MONO_API_BASE"].rpartition(":")[2]))
    public = await stack.enter_async_context(door.serve())
    settings |= {
        "PUBLIC_URL": public,
        "MONO_API_BASE": await stack.enter_async_context(way_to_mono.serve()),
        "METRICS_TOKEN": secrets.token_hex(16),
    }
    if disk:
        settings["DATABASE_URL"] = f"sqlite:///{disk / 'telcolink.db'}"
    town.whatsapp.connect(public)
    town.whatsapp.set_up_contents()
    town.mono.set_webhook(f"{public}/mono", settings["MONO_WEBHOOK_SECRET"])
    server = SoakedServer(settings, town.server.folder)
    stack.push_async_callback(server.kill)
    await server.start()
    return Scene(server, door, town.mono, way_to_mono, disk)


def _visitors(town: Town, scene: Scene, channel: str, rate: float, visits: Visits) -> Visitors:
    posted, doors = scene.door.traffic.posted, ("/telegram", "/whatsapp", "/whatsapp/status")
    pace = Pace(rate, lambda: sum(posted[door] for door in doors if door.startswith(f"/{channel}")))
    prefix = {"telegram": "0803", "whatsapp": "0806"}[channel]
    numbers = (f"{prefix}{number:07}" for number in count(FIRST_NUMBER))
    new_phone: Callable[[str], Phone] = town.platforms[channel].phone
    return Visitors(new_phone, town.mono, numbers, pace, visits)


async def _follow(scene: Scene, faults: Sequence[Fault], hurry: float) -> list[Happened]:
    """Say what is done as it is done."""
    happened = []
    await asyncio.sleep(CALM_BEFORE / hurry)
    for fault in faults:
        began = time.time()
        _say(f"{fault.name} for {fault.lasts(hurry):.0f} s")
        async with DEEDS[fault.name](scene):
            await asyncio.sleep(fault.lasts(hurry))
        ended = time.time()
        _say("as before")
        await asyncio.sleep(fault.calm(hurry))
        happened.append(Happened(fault, began, ended, time.time()))
    return happened


def _say(what: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')}  {what}\n")
    sys.stdout.flush()
