"""Opening the database, and waiting for whoever has it. Never what is kept there."""

from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import structlog

from bot.config.version import read_version
from storage.database import MEMORY, Database
from storage.errors import DatabaseLocked, StorageBusy, StorageError
from storage.looking import is_there
from storage.migrations import read_migrations
from storage.place import DatabasePlace, ServerUrl

LOCK_PATIENCE = timedelta(seconds=60)  # a deploy that overlaps: the old process ends within this

log = structlog.get_logger()


async def open_database(stack: AsyncExitStack, place: DatabasePlace, patience: timedelta = LOCK_PATIENCE) -> Database:
    """The database, closed with the stack. Who is about to end may have its file until then; a server may yet begin."""
    new = _still_to_be_made(place)
    try:
        database = await Database.open(place)
    except (DatabaseLocked, StorageBusy) as held:
        if not patience:
            raise
        log.warning("waiting_for_database", **_tell_wait(held, place), patience_seconds=patience.total_seconds())
        database = await Database.open(place, wait_for_lock=patience)
    stack.push_async_callback(database.close)
    shape = read_migrations()[-1].number
    if database.found != shape and not new:
        log.info("database_migrated", before=database.found, after=shape, release=read_version())
    if new:
        remedy = "none but at the first start: otherwise its disk is not mounted, or DATABASE_URL leads elsewhere"
        log.warning("database_made", place=new, remedy=remedy)
    return database


def _tell_wait(held: StorageError, place: DatabasePlace) -> dict[str, str | Path]:
    """A file by itself and as a path: within a sentence many a path looks like a key, and is masked."""
    if isinstance(held, DatabaseLocked) and isinstance(place, Path):
        return {"place": place.absolute(), "reason": str(DatabaseLocked(held.holder))}
    return {"reason": str(held)}


def _still_to_be_made(place: DatabasePlace) -> Path | None:
    """The file that is not there yet."""
    if isinstance(place, ServerUrl) or place == MEMORY or is_there(place):
        return None
    return place.absolute()
