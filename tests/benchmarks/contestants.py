"""The bots that are measured, each a process of its own: telcolink as served, the floor, the peer. Never the load."""

import asyncio
import os
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from storage.sealing import Keyring
from tests.benchmarks.cores import pin_bot
from tests.benchmarks.crowd import PATIENCE
from tests.benchmarks.wire import Client

KEY = Keyring.generate_key()  # of every database of one run
STARTING = 60.0  # seconds
LOOKING = 0.005  # seconds between two looks at whether it is ready


@dataclass(frozen=True, slots=True)
class World:
    """What a bot is told of its surroundings; `platforms` are the settings for those that are there."""

    folder: Path
    port: int
    platforms: dict[str, str]
    mono_url: str
    mono_key: str
    key: str = KEY

    @property
    def database(self) -> Path:
        return self.folder / "bench.db"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "bench.log"


@dataclass(frozen=True, slots=True)
class Contestant:
    """A bot: its name, its command, and the environment that it wants."""

    name: str
    command: tuple[str, ...]
    environment: Callable[[World], dict[str, str]]
    again: float = PATIENCE  # seconds after which a customer who hears nothing repeats what they did


def _product(world: World) -> dict[str, str]:
    """As an operator sets it, its log too, with the limits that would end the race raised: platforms' and our own."""
    return {
        "BUSINESS_NAME": "Kudi Loans",
        "PUBLIC_URL": world.url,
        "HOST": "127.0.0.1",
        "PORT": str(world.port),
        "DATABASE_URL": f"sqlite:///{world.database}",
        "ENCRYPTION_KEYS": world.key,
        **world.platforms,
        "MONO_SECRET_KEY": world.mono_key,
        "MONO_API_BASE": world.mono_url,
        "MONO_WEBHOOK_SECRET": secrets.token_hex(16),
        "OTP_REQUESTS_PER_HOUR": "1000000",
        "OTP_REQUESTS_PER_PREFIX_HOUR": "1000000",
        "ACCEPT_LOSING_DATA": "yes",  # the folder is a temporary one
    }


def _peer(world: World) -> dict[str, str]:
    return {
        "PEER_URL": world.url,
        "PEER_PORT": str(world.port),
        "PEER_FOLDER": str(world.folder),
        "PEER_TOKEN": world.platforms["TELEGRAM_TOKEN"],
        "PEER_TELEGRAM": world.platforms["TELEGRAM_API_BASE"],
        "PEER_MONO": world.mono_url,
        "PEER_MONO_KEY": world.mono_key,
    }


def _concurrent_peer(world: World) -> dict[str, str]:
    return {**_peer(world), "PEER_CONCURRENT": "yes"}


def _module(name: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", name, *arguments)


TELCOLINK = Contestant("telcolink", _module("bot", "serve"), _product)
FLOOR = Contestant("the floor", _module("tests.benchmarks.floor"), _peer)
SERIAL_PEER = Contestant("ConversationHandler", _module("tests.benchmarks.peer"), _peer)
# It asks its handlers by the state from before the one that is still running, and drops who answers fast.
CONCURRENT_PEER = Contestant("the same, concurrent", _module("tests.benchmarks.peer"), _concurrent_peer, again=3.0)


@asynccontextmanager
async def running(
    contestant: Contestant, world: World, more: Mapping[str, str] | None = None, *, pinned: bool = True
) -> AsyncIterator[psutil.Process]:
    """The bot, up and answering, until the block is left; `more` is added to its environment."""
    environment = {**os.environ, **contestant.environment(world), **(more or {})}
    with world.log.open("ab") as log:
        process = await asyncio.create_subprocess_exec(*contestant.command, env=environment, stderr=log)
    pin_bot(psutil.Process(process.pid), alone=pinned)
    try:
        await until_ready(world)
        yield _bot_in(process.pid)
    finally:
        if process.returncode is None:
            _bot_in(process.pid).terminate()
        await process.wait()


def _bot_in(number: int) -> psutil.Process:
    """The bot itself, also where a profiler has begun it."""
    process = psutil.Process(number)
    return next(iter(process.children()), process)


async def until_ready(world: World) -> None:
    """TimeoutError for one that never is."""
    client = Client(world.url)
    async with asyncio.timeout(STARTING):
        while True:
            with suppress(OSError):
                if (await client.ask(b"GET", b"/readyz"))[0] == 200:
                    break
            await asyncio.sleep(LOOKING)
    client.close()
