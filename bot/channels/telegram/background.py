"""Background tasks at Telegram, beside the conversations: tried once or until they work; never what they are."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any

import structlog

from bot import retry
from bot.errors import DeliveryError
from bot.ports import Clock
from bot.retry import Work, retry_until_done

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds
PATIENCE = 5.0  # real seconds for which the start of the program waits for one task

log = structlog.get_logger()


def pauses() -> Iterator[float]:
    """Seconds to wait between attempts at Telegram."""
    return retry.pauses(FIRST_PAUSE, LONGEST_PAUSE)


class BackgroundTasks:
    """Runs background tasks; those that are not done when it closes are given up."""

    def __init__(self, clock: Clock, patience: float = PATIENCE) -> None:
        self._clock = clock
        self._patience = patience
        self._running: set[asyncio.Task[None]] = set()

    def attempt(self, what: str, work: Work) -> None:
        """Try it once, without waiting for it."""
        self._start(self._attempt(what, work))

    async def retry_until_done(self, what: str, work: Work) -> None:
        """Try it until it works: waited for at first, then in the background."""
        await asyncio.wait({self._start(retry_until_done(self._clock, what, work, pauses()))}, timeout=self._patience)

    async def close(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _attempt(self, what: str, work: Work) -> None:
        try:
            await work()
        except DeliveryError as error:
            log.info("background_task_failed", task=what, reason=str(error))
