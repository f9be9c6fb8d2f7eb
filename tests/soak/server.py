"""The real server as its operator starts it, on a disk and with a clock that can be tampered with. Never why."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from tests.soak.clock import OwnClock
from tests.waiting import until_found

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds for it to start
RESTART_AFTER = 2.0  # seconds
DISK = "2g"
MARGIN, PIECE = 2**22, 2**12


class SoakedServer:
    """`telcolink serve` with these settings alone, a clock of its own, and somebody who begins it again."""

    def __init__(self, settings: Mapping[str, str], folder: Path) -> None:
        self.settings = dict(settings)
        self.log = folder / "server.log"
        self.clock = OwnClock(folder)
        self.ended_by_itself = 0  # times
        self._process: asyncio.subprocess.Process | None = None
        self._keeping: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings['PORT']}"

    async def start(self) -> None:
        await self._begin()
        await until_found(self._is_ready, patience=PATIENCE)
        self._keeping = asyncio.create_task(self._keep())

    async def kill(self) -> None:
        """For good, until it is started."""
        if self._keeping:
            self._keeping.cancel()
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def _begin(self) -> None:
        environment = {"PATH": os.environ["PATH"], **self.settings, **self.clock.environment()}
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "serve"), cwd=ROOT, env=environment, stdout=log, stderr=log
            )

    async def _keep(self) -> None:
        """Begin it again where it ended by itself, as the unit of `deploy/` does."""
        while self._process:
            await self._process.wait()
            self.ended_by_itself += 1
            await asyncio.sleep(RESTART_AFTER)
            await self._begin()

    async def _is_ready(self) -> bool:
        assert self._process
        assert self._process.returncode is None, self.log.read_text("utf-8")[-2000:]
        try:
            async with httpx.AsyncClient(base_url=self.url) as client:
                return (await client.get("/readyz")).status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def own_disk(folder: Path) -> Iterator[bool]:
    """A disk of a few gigabytes in memory at `folder`, where this user may mount one; else an ordinary folder."""
    folder.mkdir()
    command = ("mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(folder))
    mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(("umount", "--lazy", str(folder)), check=True)


def fill(folder: Path) -> Path:
    """Take all the room that is left; the file that does."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(folder).free - MARGIN)
        file.seek(0, os.SEEK_END)
        while True:  # others write meanwhile
            file.write(bytes(PIECE))
    return ballast
