"""Whether messages can be taken and kept just now, and what stands in the way. Never mends it."""

import asyncio
import time
from collections.abc import Callable

import structlog

from bot.monitoring.metrics import Metrics
from bot.monitoring.unkept import explain_unkept
from bot.supervisor import Supervisor, apart
from storage.database import Database
from storage.errors import StorageError
from storage.trial import write_and_take_back

FRESH = 5.0  # seconds for which the last look is good: anybody may ask, and a look costs a sync

log = structlog.get_logger()


class Readiness:
    """Looks when it is asked, and at the latest whenever the schedule has it look."""

    def __init__(
        self,
        supervisor: Supervisor,
        database: Database,
        metrics: Metrics,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds` tells how much time passes."""
        self._supervisor = supervisor
        self._database = database
        self._metrics = metrics
        self._seconds = seconds
        self._looked_at = float("-inf")
        self._looking: asyncio.Task[None] | None = None  # the last look
        self.unkept = ""  # why nothing can be kept, as of the last look
        self._remedy = ""

    async def missing(self) -> str:
        """What is missing, "" where nothing is."""
        if self._supervisor.broken:
            return self._supervisor.broken
        is_fresh = self._looking and self._looking.done() and self._seconds() - self._looked_at < FRESH
        if not is_fresh:
            await self.look()
        return "; ".join(filter(None, (self.unkept, *self._metrics.health.off())))

    async def look(self) -> None:
        """Try to keep something, and log what has changed since the last look. Whoever asks meanwhile shares it."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        await apart(self._looking)

    async def _look(self) -> None:
        self._looked_at = self._seconds()
        before, self.unkept = self.unkept, await self._try_to_keep()
        self._metrics.kept(anything=not self.unkept)
        if self.unkept and not before:
            log.error("nothing_is_kept", reason=self.unkept, remedy=f"{self._remedy}; it goes on by itself then")
        elif before and not self.unkept:
            log.info("all_is_kept_again")
        self._metrics.health.tell_changes()

    async def _try_to_keep(self) -> str:
        try:
            await self._database.run(write_and_take_back)
        except StorageError as error:
            said, self._remedy = explain_unkept(error)
            return said
        return ""
