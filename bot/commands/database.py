"""`telcolink database copy --to URL`: everything moved into another database and compared there. Never while one runs.

The database of the settings is copied into the one that is named; afterwards DATABASE_URL is set to that. Whatever ends
it, the same command goes on where it was.
"""

import argparse
import asyncio
import time
from contextlib import AsyncExitStack
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.output import OTHERWISE, explain, fail, tell, tell_file
from bot.config.addresses import check_database
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.ports import Clock
from storage.copying import Copied, compare, copy, destination_at
from storage.database import Database
from storage.errors import CopyRefused, DatabaseLocked, StorageError
from storage.keys.admission import admit
from storage.looking import is_there
from storage.place import DatabasePlace, ServerUrl, find_real, parse_place

_IN_USE = "A service uses {}: stop every one of them, then come again."
_POOLED = "A pooler keeps what they used for a while (pgbouncer: ten minutes, or until RECONNECT at its console)."

LEAVING, LOOK_AGAIN = 2.0, 0.1  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("act", choices=["copy"], help="move everything into another database, and compare it there")
    parser.add_argument("--to", required=True, type=_parse, metavar="URL", help="as DATABASE_URL would name it")


def main(options: argparse.Namespace, settings: Settings | None = None, clock: Clock | None = None) -> int:
    """0 where all of it is there and the same; else 1 and what is the matter."""
    try:
        settings = settings or read_settings(needs_channel=False)
        return asyncio.run(_move(settings, options.to, clock or SystemClock()))
    except DatabaseLocked as held:
        return fail(_IN_USE.format("one of them"), str(held))
    except CopyRefused as refused:
        return fail(f"Not copied. {refused}.")
    except (SettingsWrong, StorageError, OSError) as error:
        return explain(error, "A database cannot be used")


async def _move(settings: Settings, there: DatabasePlace, clock: Clock) -> int:
    here, keyring = _real(settings.database_place()), settings.keyring()
    if here == there:
        return fail("DATABASE_URL names the same database.")
    if not is_there(here):
        return fail(f"There is no database to copy yet{tell_file(here)}.", OTHERWISE)
    for what, place in (("DATABASE_URL", here), ("the other database", there)):
        if isinstance(place, ServerUrl) and await _others_in(place):
            return fail(_IN_USE.format(what), _POOLED)
    async with AsyncExitStack() as stack:
        source, target = [await _open(stack, place) for place in (here, there)]
        await admit(source, keyring, clock.now())
        async for copied in copy(source, target, keyring, destination_at(there)):
            tell(_line(copied))
        compared = [each async for each in compare(source, target, keyring)]
    tell(_sum_up(compared))
    return 0


async def _open(stack: AsyncExitStack, place: DatabasePlace) -> Database:
    database = await Database.open(place)
    stack.push_async_callback(database.close)
    return database


async def _others_in(place: ServerUrl) -> int:
    """How many use it; what has just ended counts for another moment, and is waited for."""
    from storage.postgres.examination import count_others  # noqa: PLC0415 - its driver is heavy

    until = time.monotonic() + LEAVING
    while (number := count_others(place)) and time.monotonic() < until:  # noqa: ASYNC110 - a server tells nobody
        await asyncio.sleep(LOOK_AGAIN)
    return number


def _line(copied: Copied) -> str:
    before = f", {copied.rows - copied.written} of them were there" if copied.written < copied.rows else ""
    return f"{copied.table}: {copied.rows} {'row' if copied.rows == 1 else 'rows'}{before}"


def _sum_up(compared: list[Copied]) -> str:
    rows, unopened = sum(each.rows for each in compared), sum(each.unopened for each in compared)
    said = f"All {rows} rows are there, and are the same when they are opened."
    if unopened:
        said += f" {unopened} of them no key opens, here or there: they were copied as they are."
    return f"{said} Set DATABASE_URL to the other database now, and keep this one until you have seen it work."


def _parse(text: str) -> DatabasePlace:
    try:
        place = parse_place(check_database(text))
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
    return _real(place)


def _real(place: DatabasePlace) -> DatabasePlace:
    return find_real(place) if isinstance(place, Path) else place
