"""The bots that are measured, each a process of its own: telcolink as it is served, and the peer. Never the load."""

import asyncio
import os
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from storage.sealing import Keyring

STARTING = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class World:
    """What a bot is told of its surroundings; `platforms` are the settings for those that are there."""

    folder: Path
    port: int
    platforms: dict[str, str]
    mono_url: str
    mono_key: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class Contestant:
    """A bot: its name, its command, and the environment that it wants."""

    name: str
    command: tuple[str, ...]
    environment: Callable[[World], dict[str, str]]


def _product(world: World) -> dict[str, str]:
    """As an operator sets it, with the limits that would end the race raised: platforms' and our own."""
    return {
        "BUSINESS_NAME": "Kudi Loans",
        "PUBLIC_URL": world.url,
        "HOST": "127.0.0.1",
        "PORT": str(world.port),
        "DATABASE_URL": f"sqlite:///{world.folder / 'bench.db'}",
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        **world.platforms,
        "MONO_SECRET_KEY": world.mono_key,
        "MONO_API_BASE": world.mono_url,
        "MONO_WEBHOOK_SECRET": secrets.token_hex(16),
        "OTP_REQUESTS_PER_HOUR": "1000000",
        "OTP_REQUESTS_PER_PREFIX_HOUR": "1000000",
        "LOG_LEVEL": "error",
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


TELCOLINK = Contestant("telcolink", (sys.executable, "-m", "bot", "serve"), _product)
PEER = Contestant("ConversationHandler", (sys.executable, "-m", "tests.benchmarks.peer"), _peer)


@asynccontextmanager
async def running(
    contestant: Contestant, world: World, more: Mapping[str, str] | None = None
) -> AsyncIterator[psutil.Process]:
    """The bot, up and answering, until the block is left; `more` is added to its environment."""
    environment = {**os.environ, **contestant.environment(world), **(more or {})}
    process = await asyncio.create_subprocess_exec(*contestant.command, env=environment)
    try:
        await _until_ready(world)
        yield psutil.Process(process.pid)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _until_ready(world: World) -> None:
    async with httpx.AsyncClient() as http, asyncio.timeout(STARTING):
        while True:
            try:
                if (await http.get(f"{world.url}/readyz")).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.1)
