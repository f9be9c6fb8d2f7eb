"""Whether the database can be opened and its sealed values read. Looks without leaving a trace; never migrates."""

import errno
from pathlib import Path

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from bot.checks.shape import judge_shape
from bot.checks.vanished import why_gone
from storage.database import Database
from storage.errors import DatabaseCorrupt, DatabaseLocked, StorageError, StorageFull
from storage.looking import is_there
from storage.migrations import read_migrations
from storage.sqlite.failures import version
from storage.sqlite.schema import ADVICE, FOREIGN, is_foreign, read_shape

_SUBJECT = "database"
_OLDEST = (3, 35, 0)  # for RETURNING
# Before it, two writing connections could spoil a file between them. Ours is one, a copier's would be another.
_SAFE_TO_SHARE = (3, 51, 3)


async def check_library(context: CheckContext) -> list[Finding]:
    """SQLite's version, where it serves."""
    return [judge_version(version())] if isinstance(context.settings.database_place(), Path) else []


def judge_version(version: tuple[int, ...]) -> Finding:
    """What a version of SQLite is good for."""
    said = f"SQLite {'.'.join(map(str, version))}"
    if version < _OLDEST:
        return wrong(_SUBJECT, f"{said} is too old", "Use a Python whose SQLite is 3.35 or newer.")
    if version < _SAFE_TO_SHARE:
        said += "; let no other program write to the file or copy its log (Litestream wants 3.51.3)"
    return ok(_SUBJECT, said)


async def check_database(context: CheckContext) -> list[Finding]:
    """There, of this release's shape, and sound; or held by a server that is running."""
    place = context.settings.database_place()
    if not isinstance(place, Path):
        from bot.checks.server import check_server  # noqa: PLC0415 - its driver is heavy

        return check_server(place)
    known = read_migrations()[-1].number
    try:
        if not is_there(place):
            return [_judge_missing(context)]
        if place.is_dir():
            return []  # the check of the disk has said so
        shape = read_shape(place)
        if not shape and is_foreign(place):
            return [wrong(_SUBJECT, FOREIGN, ADVICE)]
        if shape == known:
            await _open_and_close(place)
    except DatabaseLocked as held:
        return [ok(_SUBJECT, f"in use by a running server: {held.holder}")]
    except (StorageError, OSError, ValueError) as error:
        return [_tell_failure(place, error)]
    return [judge_shape(_SUBJECT, shape, known)]


def _judge_missing(context: CheckContext) -> Finding:
    said, advice = why_gone(context.settings.database_place())
    if not said:
        return ok(_SUBJECT, "will be made at the first start")
    return (warn if context.settings.accept_losing_data else wrong)(_SUBJECT, said, advice)


def _tell_failure(path: Path, error: Exception) -> Finding:
    """A copy is brought back for what nothing else mends: it lacks what came after it."""
    match error:
        case DatabaseCorrupt():
            return wrong(_SUBJECT, str(error), "Bring back a copy.")
        case StorageFull() | OSError(errno=errno.ENOSPC):
            return wrong(_SUBJECT, f"{path} cannot be opened: the disk is full", "Make room: nothing in it is lost.")
        case PermissionError():
            return wrong(_SUBJECT, f"{path} cannot be opened by this user", "Mend the rights.")
        case ValueError():
            return wrong(_SUBJECT, f"{path} cannot be opened: {error}", "Bring back a copy, or mend DATABASE_URL.")
        case _:
            return wrong(_SUBJECT, f"{path} cannot be opened: {error}", "Mend the rights, or bring back a copy.")


async def _open_and_close(path: Path) -> None:
    database = await Database.open(path)
    await database.close()
