"""An alarm for accounts that the provider does not know: many at once are a fault of ours. Never what ends a line."""

from functools import partial

import structlog

from bot.turns.line_holders import FEW, are_many
from storage.account_counts import AccountCounts, count_missing
from storage.database import Database

REMEDY = (
    "the provider's key may belong to another app, or to its test mode: telcolink doctor asks it."
    " No line ends while so many are missing, and each is asked for again every eight hours"
)

log = structlog.get_logger()


class MissingAlarm:
    """Says once that many are missing, and once that it is over."""

    def __init__(self, database: Database, counts: AccountCounts) -> None:
        self._database = database
        self._counts = counts
        self._raised = False

    async def look(self) -> None:
        """Nearly always so few are missing that nobody need know how many there are."""
        few = await self._database.read(partial(count_missing, most=FEW)) < FEW
        if few and not self._raised:
            return
        held, missing = await self._counts.count(self._database)
        many = are_many(held, missing)
        if many and not self._raised:
            log.error("accounts_missing", missing=missing, held=held, remedy=REMEDY)
        elif self._raised and not many:
            log.info("accounts_found", missing=missing, held=held)
        self._raised = many
