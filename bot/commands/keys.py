"""`telcolink keys check` and `telcolink keys reseal`: which keys are in use, and sealing anew. Never a key's value.

One process alone writes to a database. So a running service is asked, by a file beside it, to seal anew between its
turns, and the command waits for it; where none runs, the command does it itself.
"""

import argparse
import asyncio
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.output import fail, lay_out, tell
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.operations.resealing import LOOK_EVERY
from bot.ports import Clock
from storage.database import Database, open_read_only
from storage.errors import DatabaseLocked, KeysUnfit, StorageError
from storage.keys.admission import admit
from storage.keys.canaries import find_misfits, read_canaries
from storage.keys.census import count_unopened, take_census
from storage.keys.reseal import reseal
from storage.keys.reseal_wish import ResealWish
from storage.keys.uses import KeyUse, list_keys
from storage.sealing import Keyring, show_id

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
        keyring, path = settings.keyring(), settings.database_path()
        if not path.exists():
            return fail("There is no database yet: nothing is sealed.")
        if options.act == "check":
            return _check(keyring, path)
        return asyncio.run(_reseal(keyring, path, clock or SystemClock()))
    except SettingsWrong as wrong:
        return fail(*wrong.problems)
    except KeysUnfit as unfit:
        return fail(*unfit.problems)
    except (StorageError, OSError) as error:
        return fail(f"The database cannot be used: {error}")


def _check(keyring: Keyring, path: Path) -> int:
    with open_read_only(path) as tx:
        problems, unopened = find_misfits(tx, keyring), count_unopened(tx, keyring)
        uses = list_keys(keyring, read_canaries(tx), take_census(tx))
    tell(lay_out(_HEADINGS, map(_row, uses)))
    problems += [_count(number, table) for table, number in unopened.items()]
    return fail("", *problems) if problems else 0


def _count(number: int, table: str) -> str:
    rows, kept = ("row", "is") if number == 1 else ("rows", "are")
    return f"{number} {rows} of {table} cannot be opened, and {kept} kept."


def _row(use: KeyUse) -> tuple[str, ...]:
    rows = ", ".join(f"{table} {number}" for table, number in use.rows.items()) or "-"
    return show_id(use.key), use.role, rows, use.may_go


async def _reseal(keyring: Keyring, path: Path, clock: Clock) -> int:
    try:
        database = await Database.open(path)
    except DatabaseLocked:
        return await _ask_service(keyring, path, clock)
    try:
        await admit(database, keyring, clock.now())
        await reseal(database, keyring)
    finally:
        await database.close()
    ResealWish.beside(path).take_back()
    return _tell_end(keyring, path)


async def _ask_service(keyring: Keyring, path: Path, clock: Clock) -> int:
    """The service carries it out, also after the command was ended, and after a restart of its own."""
    newest = keyring.ids[0]
    with open_read_only(path) as tx:
        known = {canary.key for canary in read_canaries(tx)}
    if newest not in known:
        return fail(f"The running service does not have key {show_id(newest)} yet: restart it, then come again.")
    wish = ResealWish.beside(path)
    wish.make(newest)
    tell("The service is running, and seals anew between its turns.")
    while wish.read() is not None:
        await clock.sleep(LOOK_EVERY.total_seconds() / 4)
    return _tell_end(keyring, path)


def _tell_end(keyring: Keyring, path: Path) -> int:
    """What is on the disk now, whoever did it."""
    with open_read_only(path) as tx:
        census = take_census(tx)
    newest = keyring.ids[0]
    left = sum(sum(rows.values()) for key, rows in census.items() if key != newest)
    if left:
        return fail(f"{left} rows are not sealed with key {show_id(newest)}: `telcolink keys check` says more.")
    tell(f"All {sum(census.get(newest, {}).values())} rows are sealed with key {show_id(newest)}.")
    return 0
