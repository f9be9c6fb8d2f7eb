"""What is done beside the conversations: tried in the background, once or until it works; never what it is."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any

import structlog

from bot.errors import ChannelBusy, DeliveryError
from bot.ports import Clock

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds
PATIENCE = 5.0  # real seconds for which the start of the program waits for one errand

Errand = Callable[[], Awaitable[object]]

log = structlog.get_logger()


def pauses() -> Iterator[float]:
    """Seconds to wait between attempts, doubling, without end."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, LONGEST_PAUSE)


class Errands:
    """Runs errands; those that are not done when it closes are given up."""

    def __init__(self, clock: Clock, patience: float = PATIENCE) -> None:
        self._clock = clock
        self._patience = patience
        self._running: set[asyncio.Task[None]] = set()

    def attempt(self, what: str, errand: Errand) -> None:
        """Try it once, without waiting for it."""
        self._start(self._attempt(what, errand))

    async def insist(self, what: str, errand: Errand) -> None:
        """Try it until it works: waited for at first, then in the background."""
        await asyncio.wait({self._start(self._insist(what, errand))}, timeout=self._patience)

    async def close(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _attempt(self, what: str, errand: Errand) -> None:
        try:
            await errand()
        except DeliveryError as error:
            log.info("errand_failed", errand=what, reason=str(error))

    async def _insist(self, what: str, errand: Errand) -> None:
        for pause in pauses():
            try:
                await errand()
            except DeliveryError as error:
                log.warning("errand_failed", errand=what, reason=str(error), retry_seconds=pause)
                asked = error.retry_after.total_seconds() if isinstance(error, ChannelBusy) else 0.0
            else:
                return
            await self._clock.sleep(max(pause, asked))
