"""Supervision: whether the service can go on, and the background tasks without which it cannot. Never what they do."""

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import structlog

from bot.retry import Work
from storage.database import Database

log = structlog.get_logger()


class Supervisor:
    """Over the disk, and over what runs beside the conversations."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._broken: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    @property
    def broken(self) -> str:
        """Why the service cannot go on, "" as long as it can."""
        if self._database.failure:
            return "the disk failed"
        return self._broken.result() if self._broken.done() else ""

    async def wait_broken(self) -> None:
        """Wait until it cannot go on. The process must then end: the next one takes up what is on disk."""
        disk = asyncio.create_task(self._database.wait_failed())
        either: set[asyncio.Future[Any]] = {disk, self._broken}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            disk.cancel()

    def run_in_background(self, stack: AsyncExitStack, what: str, work: Work) -> None:
        """Work that goes on while the service runs and ends with the stack. It may be done, but not fail."""
        task = asyncio.create_task(self._guard(what, work))

        async def end() -> None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        stack.push_async_callback(end)

    async def _guard(self, what: str, work: Work) -> None:
        try:
            await work()
        except Exception as error:
            log.critical("work_ended", work=what, error=type(error).__name__, exc_info=error)
            if not self._broken.done():
                self._broken.set_result(f"{what} ended")
