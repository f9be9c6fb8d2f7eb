"""Whether linking is paused, as every turn asks it: from memory, looked up now and then. Never what follows.

The row counts, so that a restart goes on where it was, and whoever writes it beside us is heard within a second.
"""

from datetime import timedelta

import structlog

from conversations.changing import replace
from conversations.pause import Pause
from conversations.rules import Rules
from storage.database import Database
from storage.pauses import Pauses

LOOKS_EVERY = timedelta(seconds=1)

log = structlog.get_logger()


class Pausing:
    """`now` is the pause that there is, as of the latest look."""

    def __init__(self, database: Database, pauses: Pauses) -> None:
        self._database = database
        self._pauses = pauses
        self.now: Pause | None = None

    def rule(self, usual: Rules) -> Rules:
        """The rules of a turn that begins now."""
        return replace(usual, pause=self.now) if self.now else usual

    async def look(self) -> None:
        """Raises storage's errors; what was known stays then."""
        before, self.now = self.now, await self._database.read(self._pauses.find)
        if self.now and not before:
            log.warning("linking_paused", remedy="telcolink resume, when it is over")
        elif before and not self.now:
            log.info("linking_resumed")
        elif before and self.now and before.words != self.now.words:
            log.info("pause_reworded")  # the audit has by whom, and in which words
