"""Which of several processes leads: the lease on the service taken, renewed and given up. Never what the leader does.

Who does not renew it for nine seconds has lost it, whether the process is dead, stopped or cut off. What it still does
when it comes back is refused by the database, and it ends.
"""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

import structlog

from bot.monitoring.readiness import explain_unkept
from storage.backend import Lease
from storage.database import Database
from storage.errors import StorageBusy, StorageError, StorageFull

TRIED_EVERY = 1.0  # seconds, by who stands by
RENEWED_EVERY = 2.0
ANOTHER = "another process leads"

log = structlog.get_logger()


class Leadership:
    """Of this process. Until it is `gained` tables may be made, keys compared and posts kept, and nothing else done."""

    def __init__(self, database: Database, lease: Lease) -> None:
        self._database = database
        self._lease = lease
        self._owner = f"{socket.gethostname()}/{os.getpid()}"
        self._epoch = 0
        self._declined = asyncio.Event()
        self.hindrance = ANOTHER  # why it does not lead, as of the latest try

    async def gain(self) -> None:
        """Wait for as long as somebody else leads. Raises storage's errors but for those that pass."""
        told = ""
        while not (epoch := await self._try()) and not self._declined.is_set():
            if self.hindrance != told:
                self._tell_waiting()
                told = self.hindrance
            with suppress(TimeoutError):
                await asyncio.wait_for(self._declined.wait(), TRIED_EVERY)
        if not epoch:
            return
        self._epoch = epoch
        if self._declined.is_set():
            await self._give_up()
        else:
            self._lease.fence(epoch)
            log.info("leading", owner=self._owner, epoch=epoch)

    def decline(self) -> None:
        """It is not wanted any more: `gain` ends soon, and gives back at once what it is given all the same."""
        self._declined.set()

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """From when it was gained until nothing more is done: renewed, then given up, so that another begins at once.

        It is lost where the database fails as `LeaseLost`.
        """
        keeping = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await self._give_up()

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(RENEWED_EVERY)
            try:
                await self._database.run(partial(self._lease.renew, epoch=self._epoch))
                self._lease.note_renewed()
            except (StorageBusy, StorageFull) as error:
                log.warning("lease_not_renewed", error=type(error).__name__)
                with suppress(StorageError):
                    await self._lease.is_free()  # somebody may keep us from the database who was stopped

    async def _give_up(self) -> None:
        try:
            await self._database.run(partial(self._lease.give_up, epoch=self._epoch))
        except StorageError as error:  # also without it the lease ends by itself
            log.warning("lease_not_given_up", error=type(error).__name__)

    async def _try(self) -> int | None:
        """To take it is to wait for whoever has the database, so who stands by looks at it first."""
        try:
            if await self._lease.is_free():
                return await self._database.run(partial(self._lease.take, owner=self._owner))
        except (StorageBusy, StorageFull) as error:
            self.hindrance, _ = explain_unkept(error)
        else:
            self.hindrance = ANOTHER
        return None

    def _tell_waiting(self) -> None:
        """A database that lets nobody lead is an alarm, and another process that does is not."""
        tell = log.info if self.hindrance == ANOTHER else log.warning
        tell("standing_by", reason=self.hindrance)
