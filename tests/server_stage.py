"""The real server as a process of its own, between emulators in this one, that can be killed and started again."""

import asyncio
import multiprocessing
import secrets
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import UTC, datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import psutil
import psycopg

from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator
from storage.codec import to_ms
from storage.postgres.dialect import numbered
from storage.sealing import Keyring
from tests import waiting
from tests.platforms import Platform, Telegram, WhatsApp
from tests.ports import free_port
from tests.server_process import run_server
from tests.waiting import until_found
from tests.wire_stage import Wire

PATIENCE = 60.0  # seconds for a process to start or to end, on a machine that has much else to do

GLANCE = 0.01  # seconds between two looks whether it is ready

# Servers are forked from a process that has loaded the program: that takes many times as long as starting it.
_loaded = multiprocessing.get_context("forkserver")
_loaded.set_forkserver_preload(["tests.server_loaded"])


class Server:
    """`telcolink serve` with these settings alone, in `folder`. What it says goes to `log`, whichever process it is."""

    def __init__(self, settings: dict[str, str], folder: Path, prepare: Callable[[], object] = bool) -> None:
        """`prepare` is called in its process before anything else."""
        self.settings = settings
        self.prepare = prepare
        self.folder = folder
        self.log = folder / "server.log"
        self._process: ForkServerProcess | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings['PORT']}"

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def spawn(self) -> None:
        """Begin."""
        whole_life = (self.settings, self.folder, self.log, self.prepare)
        self._process = _loaded.Process(target=run_server, args=whole_life, daemon=True)
        self._process.start()

    async def start(self) -> None:
        self.spawn()
        await self.until_ready()

    async def until_ready(self) -> None:
        await until_found(self.is_ready, patience=PATIENCE, glance=GLANCE)

    async def says(self, words: str) -> None:
        """Wait until it does."""
        await until(lambda: words in self.said)

    async def kill(self) -> None:
        """As `kill -9`: nothing in the process hears of it."""
        self._running.kill()
        await self.ended()

    def pause(self) -> None:
        """It does nothing at all until it goes on."""
        psutil.Process(self._running.pid).suspend()

    def go_on(self) -> None:
        psutil.Process(self._running.pid).resume()

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """As a host stops a process; its exit status."""
        psutil.Process(self._running.pid).send_signal(how)
        return await self.ended()

    def forbid_files_beyond(self, size: int) -> None:
        """From now on writing further into a file is an error, as on a disk that fails; the log falls silent too."""
        psutil.Process(self._running.pid).rlimit(psutil.RLIMIT_FSIZE, (size, size))

    @property
    def is_alive(self) -> bool:
        return self._running.is_alive()

    def waited_for_cpu(self) -> float:
        """Seconds for which it could have gone on, and the machine had something else to do."""
        try:
            tasks = list(Path(f"/proc/{self._running.pid}/task").iterdir())
            return sum(int((task / "schedstat").read_text().split()[1]) for task in tasks) / 1e9
        except OSError:  # it ends just now, or this is no Linux
            return 0.0

    async def ended(self) -> int:
        """Its exit status, once it has one."""
        await until(lambda: not self._running.is_alive())
        assert self._running.exitcode is not None
        return self._running.exitcode

    async def put_away(self) -> None:
        if self._process and self._process.is_alive():
            await self.kill()

    async def is_ready(self) -> bool:
        """Asked by hand: a client's own start takes as long as a hundred questions."""
        assert self._running.is_alive(), self.said
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", int(self.settings["PORT"]))
            writer.write(b"GET /readyz HTTP/1.1\r\nhost: telcolink\r\nconnection: close\r\n\r\n")
            answer = await reader.read()
            writer.close()
        except OSError:
            return False
        return answer.startswith(b"HTTP/1.1 200")

    @property
    def _running(self) -> ForkServerProcess:
        assert self._process, "the server was not started"
        return self._process


class Town:
    """Emulated Mono, Telegram and WhatsApp, and the server that is to live between them. Nobody has to wait their turn.

    `wire` is what Mono heard and said.
    """

    def __init__(self, folder: Path) -> None:
        self.mono = MonoEmulator()
        self.wire = Wire(self.mono.app)
        self.telegram = Telegram()
        self.whatsapp = WhatsApp(self._is_known)
        self.database = folder / "telcolink.db"
        self._beside: psycopg.Connection[tuple[Any, ...]] | None = None
        port = free_port()
        settings = {
            "BUSINESS_NAME": "Kudi Loans",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "ACCEPT_LOSING_DATA": "yes",  # where tests run, /tmp may be in memory
            "ENCRYPTION_KEYS": Keyring.generate_key(),
            "MONO_SECRET_KEY": self.mono.key,
            "MONO_WEBHOOK_SECRET": secrets.token_hex(16),
            "OTP_REQUEST_GAPS": "0,0",
        }
        self.server = Server(settings, folder)

    @property
    def platforms(self) -> dict[str, Platform]:
        return {"telegram": self.telegram, "whatsapp": self.whatsapp}

    def _is_known(self, message: str) -> bool:
        """Whether the server, dead or alive, takes it to be on the screen. Who only reads puts nothing in order."""
        shown = "SELECT 1 FROM outbox WHERE receipt = ? AND shown_at <= ?"
        values = (message, to_ms(datetime.now(UTC)))
        if not self.server.settings["DATABASE_URL"].startswith("sqlite"):
            return bool(self.look(numbered(shown), values))
        try:
            with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as db:
                return db.execute(shown, values).fetchone() is not None
        except sqlite3.OperationalError:  # as a server dies or begins
            return False

    def look(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a server's database gives. A busy test looks often, so it keeps its connection while there is one."""
        if self._beside is None or self._beside.closed:
            url = self.server.settings["DATABASE_URL"]
            self._beside = psycopg.connect(url, autocommit=True, cursor_factory=psycopg.RawCursor)
        try:
            return self._beside.execute(query.encode(), values).fetchall()
        except psycopg.OperationalError:
            if not self._beside.closed:
                raise
        return self.look(query, values)

    async def end(self) -> None:
        """Whichever server it is by then."""
        await self.server.put_away()
        if self._beside:
            self._beside.close()


@asynccontextmanager
async def open_town(folder: Path, **settings: str) -> AsyncIterator[Town]:
    """The emulators run until the block is left; a server that was started then ends too."""
    town = Town(folder)
    server = town.server
    async with AsyncExitStack() as stack:
        server.settings["MONO_API_BASE"] = await stack.enter_async_context(serve(town.wire))
        for platform in town.platforms.values():
            url = await stack.enter_async_context(serve(platform.app))
            server.settings |= platform.settings(url)
            platform.connect(server.url)
        server.settings |= settings
        town.mono.set_webhook(f"{server.url}/mono", server.settings["MONO_WEBHOOK_SECRET"])
        stack.push_async_callback(town.end)
        yield town


async def until(true: Callable[[], bool]) -> None:
    """Wait until it is true, of what another process does."""
    await waiting.until(true, patience=PATIENCE)
