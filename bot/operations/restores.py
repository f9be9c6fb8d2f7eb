"""Whether an older copy of the database was brought back since it was last in use, as far as its file's place knows.

Told at every start until `telcolink customers reconcile` was carried out: what was ended after the copy was made stands
again until somebody ends it.
"""

from contextlib import suppress
from datetime import timedelta

import structlog

from storage.database import Database
from storage.errors import StorageError
from storage.ledger_head import Head
from storage.noted_heads import NotedHeads
from storage.store import Store
from storage.transaction import Transaction

NOTED_EVERY = timedelta(minutes=10)
REMEDY = (
    "`telcolink customers reconcile --events FILE --repeat`, best with the service stopped"
    " (docs/operations.md, After a copy was brought back)"
)

log = structlog.get_logger()


class RestoreWatch:
    """Compares the records with what was noted beside them, and notes where they end now and then, and at the end."""

    def __init__(self, database: Database, store: Store, noted: NotedHeads) -> None:
        self._database = database
        self._store = store
        self._noted = noted
        self._latest: dict[str, Head] | None = None

    async def look(self) -> None:
        """At a start, before anything is noted. Raises storage's errors."""
        missed = await self._database.read(self._missed)
        if missed:
            heads = [f"{name} {head.letters}" for name, head in missed.items()]
            log.error("copy_brought_back", not_held=heads, remedy=REMEDY)
        await self.note()

    async def note(self) -> None:
        """A hint: where it cannot be read or written, the next start knows less. What was missed stays noted."""
        with suppress(StorageError, OSError):
            heads = await self._database.read(self._store.heads)
            if heads != self._latest:
                self._noted.write(heads, await self._database.read(self._missed))
                self._latest = heads

    def _missed(self, tx: Transaction) -> dict[str, Head]:
        return self._noted.not_held(tx, self._store.ledgers)
