"""Opening the database, and waiting for whoever has it. Never what is kept there."""

from contextlib import AsyncExitStack
from datetime import timedelta

import structlog

from storage.database import Database
from storage.errors import DatabaseLocked, StorageBusy
from storage.place import Place

LOCK_PATIENCE = timedelta(seconds=60)  # a deploy that overlaps: the old process ends within this

log = structlog.get_logger()


async def open_database(stack: AsyncExitStack, place: Place, patience: timedelta = LOCK_PATIENCE) -> Database:
    """The database, closed with the stack. Who is about to end may have its file until then; a server may yet begin."""
    try:
        database = await Database.open(place)
    except (DatabaseLocked, StorageBusy) as held:
        if not patience:
            raise
        log.warning("waiting_for_database", reason=str(held), patience_seconds=patience.total_seconds())
        database = await Database.open(place, wait_for_lock=patience)
    stack.push_async_callback(database.close)
    return database
