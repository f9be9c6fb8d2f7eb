"""`telcolink serve`: what keeps it from starting, and its database, opened while the rest is loaded. Never what serves.

Little is imported here: a large file is looked through, and a new one laid out, beside all that `serving` loads. So
are the certificates read with which platforms are known.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import structlog

from bot.checks.disk import why_lost, why_unusable
from bot.checks.finding import HostFacts
from bot.checks.vanished import why_gone
from bot.commands.hardening import harden
from bot.config.rehearsal import is_rehearsal
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.opening import open_database
from bot.outgoing.trust import known_authorities
from storage.database import MEMORY, Database
from storage.place import DatabasePlace

Run = Callable[[AsyncExitStack, Settings, Database], Awaitable[bool]]

log = structlog.get_logger()


async def serve(settings: Settings) -> int:
    """Run until SIGTERM, SIGINT, SIGHUP, or it cannot go on; 0 after an orderly end, 1 otherwise.

    Raises `SettingsWrong`, `PortTaken`, storage's errors, all before anything was sent.
    """
    harden()
    around = HostFacts.look()
    check_disk(settings, around)
    check_place(settings.database_place(), around)
    check_gone(settings)
    rehearsal = is_rehearsal({name: str(value) for name, value in settings.given().items() if value})
    if rehearsal:
        log.warning("rehearsal", reason="every platform is on this machine: secrets that can be guessed were accepted")
    for channel in settings.channels:
        reason = settings.off_because(channel.name)
        log.info("channel_off" if reason else "channel_on", channel=channel.name, reason=reason or None)
    async with AsyncExitStack() as stack:
        opening, loading = open_database(stack, settings.database_place()), asyncio.to_thread(_load, settings)
        database, run, _ = await asyncio.gather(opening, loading, asyncio.to_thread(trust, rehearsal=rehearsal))
        failed = await run(stack, settings, database)
    log.info("stopped")
    return 1 if failed else 0


def trust(*, rehearsal: bool) -> None:
    """Read whose certificates are good, unless every platform is here: it takes long, and mostly no interpreter."""
    if not rehearsal:
        known_authorities()


def check_disk(settings: Settings, around: HostFacts) -> None:
    """Raises `SettingsWrong` where all that is kept is certain to be lost, unless that was accepted."""
    lost = why_lost(settings.database_place(), around)
    if lost and not settings.accept_losing_data:
        problem = f"DATABASE_URL is where sessions, consents and accounts would be lost: {lost}."
        raise SettingsWrong([f"{problem} Use a disk that stays, or ACCEPT_LOSING_DATA=yes for a trial."])
    if lost:
        log.warning("data_will_be_lost", reason=lost)


def check_place(place: DatabasePlace, around: HostFacts) -> None:
    """Raises `SettingsWrong` where no database can be, however often it is tried."""
    if isinstance(place, Path) and place != MEMORY:
        said, advice = why_unusable(place, around.mounts)
        if said:
            raise SettingsWrong([f"DATABASE_URL cannot be used: {said}. {advice}"])


def check_gone(settings: Settings) -> None:
    """Raises `SettingsWrong` where an empty database would take the place of one that was here, unless that is fine."""
    said, advice = why_gone(settings.database_place())
    if said and not settings.accept_losing_data:
        raise SettingsWrong([f"The database {said}. {advice}"])


def _load(settings: Settings) -> Run:
    """All the rest, with the code of what is on."""
    sys.setswitchinterval(0.0005)  # the database's thread asks for the interpreter at every statement
    from bot.commands.serving import run  # noqa: PLC0415 - as said above
    from bot.resources import load  # noqa: PLC0415

    load(settings)
    return run
