"""Which of several processes leads: the lease on the service taken, renewed and given up. Never what the leader does.

Who does not renew it for nine seconds has lost it, whether the process is dead, stopped or cut off. What it still does
when it comes back is refused by the database, and it ends.

Nobody leads whose keys do not open what is on the disk: others may have written with newer ones since it started. It
says so as a start does, and goes on standing by, where it keeps what is posted, and leaves the lease to others.
"""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

import structlog

from bot.monitoring.unkept import explain_unkept
from bot.ports import Clock
from storage.backend import Lease, passed
from storage.database import Database
from storage.errors import StorageBusy, StorageError, StorageFull
from storage.keys.admission import note
from storage.keys.canaries import find_misfits
from storage.sealing import Keyring
from storage.transaction import Transaction

TRIED_EVERY = 1.0  # seconds, by who stands by
RENEWED_EVERY = 2.0
JUDGED_EVERY = 30.0  # whether the keys of who stands by still are those of the database
ANOTHER = "another process leads"
KEYS_REMEDY = "give every process the same ENCRYPTION_KEYS and INDEX_KEY, and restart this one"

log = structlog.get_logger()


class Leadership:
    """Of this process. Until it is `gained` tables may be made, keys compared and posts kept, and nothing else done."""

    def __init__(self, database: Database, beside: Database, lease: Lease, keyring: Keyring, clock: Clock) -> None:
        """`beside` is from `open_beside`: looking there waits for nobody who has the database."""
        self._database = database
        self._beside = beside
        self._lease = lease
        self._keyring = keyring
        self._clock = clock
        self._owner = f"{socket.gethostname()}/{os.getpid()}"
        self._epoch = 0
        self._declined = asyncio.Event()
        self._misfits: list[str] = []  # as of the latest look; the start had none
        self._judge_at = passed() + JUDGED_EVERY
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
        try:
            epoch = await self._take_or_judge()
        except (StorageBusy, StorageFull) as error:
            self.hindrance, _ = explain_unkept(error)
            return None
        self.hindrance = " ".join(self._misfits) or ANOTHER
        return epoch

    async def _take_or_judge(self) -> int | None:
        """To take it is to wait for whoever has the database, so who stands by looks at it first.

        Whose keys do not fit is told while another still leads, when it can be mended and nobody has noticed.
        """
        due = passed() >= self._judge_at
        if await self._lease.is_free() and (due or not self._misfits):
            return await self._database.run(self._take)
        if due:
            self._note_misfits(await self._beside.read(partial(find_misfits, keyring=self._keyring)))
        return None

    def _take(self, tx: Transaction) -> int | None:
        """Judged within: what the former leader wrote with other keys is there, and from now on nobody else writes."""
        self._note_misfits(find_misfits(tx, self._keyring))
        epoch = None if self._misfits else self._lease.take(tx, self._owner)
        if epoch:
            note(tx, self._keyring, self._clock.now())
        return epoch

    def _note_misfits(self, misfits: list[str]) -> None:
        self._misfits, self._judge_at = misfits, passed() + JUDGED_EVERY

    def _tell_waiting(self) -> None:
        """A database that lets nobody lead is an alarm, and another process that does is not."""
        if self.hindrance == ANOTHER:
            log.info("standing_by", reason=ANOTHER)
        elif self.hindrance == " ".join(self._misfits):
            log.error("cannot_lead", reason=self._misfits, remedy=KEYS_REMEDY)
        else:
            log.warning("standing_by", reason=self.hindrance)
