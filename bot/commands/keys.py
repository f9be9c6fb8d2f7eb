"""`telcolink keys check` and `telcolink keys reseal`: which keys are in use, and sealing anew. Never a key's value.

One process alone writes to a file. So a running service is asked, by a wish beside it, to seal anew between its turns,
and the command waits for it; where none runs, and in the database of a server, the command does it itself.
"""

import argparse
import asyncio
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.operator import check_leader_opens
from bot.commands.output import OTHERWISE, explain, fail, tell, tell_all, tell_file
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.operations.resealing import LOOK_EVERY
from bot.ports import Clock
from storage.database import Database
from storage.errors import DatabaseLocked, StorageError
from storage.keys.admission import admit_beside_others
from storage.keys.canaries import find_misfits, keys_in_use, read_canaries
from storage.keys.census import count_unopened, take_census
from storage.keys.reseal import reseal
from storage.keys.reseal_wish import ResealWish
from storage.keys.uses import KeyUse, list_keys
from storage.looking import is_there, open_read_only
from storage.place import DatabasePlace, ServerUrl
from storage.sealing import Keyring, show_id

RESTART = "restart it, then come again."
_HEADINGS = ("KEY", "IS", "SEALS ROWS OF", "MAY GO")
_ACTS = {"check": "list the keys, what each seals, and whether it may go", "reseal": "seal all with the newest key"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    acts = parser.add_subparsers(required=True, metavar="ACT", dest="act")
    for act, what in _ACTS.items():
        acts.add_parser(act, help=what)


def main(options: argparse.Namespace, settings: Settings | None = None, clock: Clock | None = None) -> int:
    """0 where all is well, or was done; else 1 and what is the matter."""
    try:
        settings = settings or read_settings(needs_channel=False)
        keyring, place = settings.keyring(), settings.database_place()
        if not is_there(place):
            return fail(f"There is no database yet{tell_file(place)}: nothing is sealed.", OTHERWISE)
        if options.act == "check":
            return _check(keyring, place)
        return asyncio.run(_reseal(keyring, place, clock or SystemClock()))
    except (SettingsWrong, StorageError, OSError) as error:
        return explain(error, "The database cannot be used")


def _check(keyring: Keyring, place: DatabasePlace) -> int:
    with open_read_only(place) as tx:
        problems, unopened = find_misfits(tx, keyring), count_unopened(tx, keyring)
        uses = list_keys(keyring, read_canaries(tx), take_census(tx))
    tell_all(_HEADINGS, [*map(_row, uses)])
    problems += [_count(number, table) for table, number in unopened.items()]
    return fail("", *problems) if problems else 0


def _count(number: int, table: str) -> str:
    rows, kept = ("row", "is") if number == 1 else ("rows", "are")
    return f"{number} {rows} of {table} cannot be opened, and {kept} kept."


def _row(use: KeyUse) -> tuple[str, ...]:
    rows = ", ".join(f"{table} {number}" for table, number in use.rows.items()) or "-"
    return show_id(use.key), use.role, rows, use.may_go


async def _reseal(keyring: Keyring, place: DatabasePlace, clock: Clock) -> int:
    if isinstance(place, ServerUrl):
        check_leader_opens(keyring, place)
    try:
        database = await Database.open(place)
    except DatabaseLocked:
        if not isinstance(place, Path):  # a server is shared, but not while an earlier release leads there
            raise
        return await _ask_service(keyring, place, clock)
    try:
        await admit_beside_others(database, keyring, clock.now())
        await reseal(database, keyring)
    finally:
        await database.close()
    if isinstance(place, Path):
        ResealWish.beside(place).take_back()
    return _tell_end(keyring, place)


async def _ask_service(keyring: Keyring, path: Path, clock: Clock) -> int:
    """The service carries it out, also after the command was ended, and after a restart of its own."""
    newest = keyring.ids[0]
    with open_read_only(path) as tx:
        in_use = keys_in_use(tx)
    if newest not in in_use:
        return fail(f"The running service does not have key {show_id(newest)} yet: {RESTART}")
    wish = ResealWish.beside(path)
    wish.make(newest)
    tell("The service is running, and seals anew between its turns.")
    while wish.read() is not None:
        await clock.sleep(LOOK_EVERY.total_seconds() / 4)
    return _tell_end(keyring, path)


def _tell_end(keyring: Keyring, place: DatabasePlace) -> int:
    """What is on the disk now, whoever did it."""
    with open_read_only(place) as tx:
        census = take_census(tx)
    newest = keyring.ids[0]
    left = sum(sum(rows.values()) for key, rows in census.items() if key != newest)
    if left:
        return fail(f"{left} rows are not sealed with key {show_id(newest)}: `telcolink keys check` says more.")
    tell(f"All {sum(census.get(newest, {}).values())} rows are sealed with key {show_id(newest)}.")
    return 0
