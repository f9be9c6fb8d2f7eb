"""The service's part in rotating keys: what `telcolink keys reseal` wishes for is done between the turns."""

from datetime import timedelta

import structlog

from bot.ports import Clock
from storage.database import Database
from storage.errors import StorageError
from storage.keys.reseal import reseal
from storage.keys.reseal_wish import ResealWish
from storage.sealing import Keyring, show_id

LOOK_EVERY = timedelta(milliseconds=250)  # whoever typed the command waits for it

log = structlog.get_logger()


class Resealing:
    """Looks for the wish and carries it out. Cut off by the end of the process, the next one goes on."""

    def __init__(self, database: Database, keyring: Keyring, wish: ResealWish, clock: Clock) -> None:
        self._database = database
        self._keyring = keyring
        self._wish = wish
        self._clock = clock

    async def watch(self) -> None:
        """For as long as the service runs."""
        while True:
            try:
                await self.carry_out()
            except (StorageError, OSError) as error:
                log.error("reseal_failed", error=type(error).__name__)
            await self._clock.sleep(LOOK_EVERY.total_seconds())

    async def carry_out(self) -> None:
        """What is wished for, if anything. Raises storage's errors and `OSError`; then the wish stays."""
        wanted = self._wish.read()
        if wanted is None:
            return
        if wanted != self._keyring.ids[0]:
            log.warning("reseal_refused", wanted=show_id(wanted), newest=show_id(self._keyring.ids[0]))
        else:
            sealed, unopened = await reseal(self._database, self._keyring)
            log.info("resealed", key=show_id(wanted), rows=sealed, unopened=unopened)
        self._wish.take_back()
