"""The real server as a process of its own, between emulators in this one, that can be killed and started again."""

import asyncio
import os
import secrets
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

import bot
from bot.emulators.loopback import serve
from bot.emulators.mono import MonoEmulator
from bot.emulators.telegram import TelegramEmulator, make_token
from storage.sealing import Keyring
from tests.wire_stage import Wire

PATIENCE = 60.0  # seconds for a process to start or to end, on a machine that has much else to do
COMMAND = (sys.executable, "-m", "bot", "serve")
PROJECT = Path(bot.__file__).parents[1]


class Server:
    """`telcolink serve` with these settings alone, in `folder`. What it says goes to `log`, whichever process it is."""

    def __init__(self, settings: dict[str, str], folder: Path) -> None:
        self.settings = settings
        self.folder = folder
        self.log = folder / "server.log"
        self._process: Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings['PORT']}"

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    async def spawn(self) -> None:
        """Begin. What the machine's own environment, or a file of settings, says of the bot does not count."""
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONDONTWRITEBYTECODE") if name in os.environ}
        environment = {**kept, "PYTHONPATH": str(PROJECT), **self.settings}
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *COMMAND, env=environment, cwd=self.folder, stdout=log, stderr=log
            )

    async def start(self) -> None:
        await self.spawn()
        await self.until_ready()

    async def until_ready(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await self._is_ready():
                assert self._running.returncode is None, self.said
                await asyncio.sleep(0.02)

    async def says(self, words: str) -> None:
        """Wait until it does."""
        await until(lambda: words in self.said)

    async def kill(self) -> None:
        """As `kill -9`: nothing in the process hears of it."""
        self._running.kill()
        await self._running.wait()

    async def stop(self) -> int:
        """As a host stops a process; its exit status."""
        self._running.send_signal(signal.SIGTERM)
        return await self.ended()

    def forbid_files_beyond(self, size: int) -> None:
        """From now on writing further into a file is an error, as on a disk that fails; the log falls silent too."""
        psutil.Process(self._running.pid).rlimit(psutil.RLIMIT_FSIZE, (size, size))

    async def ended(self) -> int:
        async with asyncio.timeout(PATIENCE):
            return await self._running.wait()

    async def put_away(self) -> None:
        if self._process and self._process.returncode is None:
            await self.kill()

    async def _is_ready(self) -> bool:
        """Asked by hand: a client's own start takes as long as a hundred questions."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", int(self.settings["PORT"]))
            writer.write(b"GET /readyz HTTP/1.1\r\nhost: telcolink\r\nconnection: close\r\n\r\n")
            answer = await reader.read()
            writer.close()
        except OSError:
            return False
        return answer.startswith(b"HTTP/1.1 200")

    @property
    def _running(self) -> Process:
        assert self._process, "the server was not started"
        return self._process


class Town:
    """Emulated Mono and Telegram, and the server that is to live between them. Nobody has to wait their turn.

    `wire` is what Mono heard and said.
    """

    def __init__(self, folder: Path) -> None:
        self.mono = MonoEmulator()
        self.wire = Wire(self.mono.app)
        self.telegram = TelegramEmulator(make_token(), limits=False)
        self.database = folder / "telcolink.db"
        port = free_port()
        settings = {
            "BUSINESS_NAME": "Kudi Loans",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "ACCEPT_LOSING_DATA": "yes",  # where tests run, /tmp may be in memory
            "ENCRYPTION_KEYS": Keyring.generate_key(),
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_SECONDS_PER_CHAT": "0",
            "TELEGRAM_SENDS_PER_SECOND": "1000",
            "MONO_SECRET_KEY": self.mono.key,
            "MONO_WEBHOOK_SECRET": secrets.token_hex(16),
            "OTP_REQUEST_GAPS": "0,0",
        }
        self.server = Server(settings, folder)

    def end_rests(self) -> None:
        """Telegram rests between attempts at a server that was not there; now it tries again at once."""
        rests = [(due - self.telegram.clock.now()).total_seconds() for due in self.telegram.delivery.resting.values()]
        self.telegram.advance(max([*rests, 0]))


@asynccontextmanager
async def open_town(folder: Path, **settings: str) -> AsyncIterator[Town]:
    """The emulators run until the block is left; a server that was started then ends too."""
    town = Town(folder)
    async with serve(town.wire) as mono_url, serve(town.telegram.app) as telegram_url:
        town.server.settings |= {"MONO_API_BASE": mono_url, "TELEGRAM_API_BASE": telegram_url, **settings}
        town.mono.set_webhook(f"{town.server.url}/mono", town.server.settings["MONO_WEBHOOK_SECRET"])
        try:
            yield town
        finally:
            await town.server.put_away()


async def until(true: Callable[[], bool]) -> None:
    """Wait until it is true."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 - what is waited for is done by another process
            await asyncio.sleep(0.005)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
