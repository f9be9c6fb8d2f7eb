"""Whether the clock is right, by the clocks of the platforms, before time ends anything. Never sets it.

A clock that is far ahead ends every consent, link and agent at the start, for good. Whoever was at work within the day
knows what time it is; only where nothing was recorded since then, or what was lies in the future, is anybody asked.
"""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.channels.registry import CHANNELS
from bot.config.declarations import SettingsPart
from bot.config.settings import Settings
from bot.errors import ClockDoubted
from bot.ports import Clock
from bot.providers.registry import PROVIDERS
from storage.database import Database
from storage.store import Store

if TYPE_CHECKING:
    from bot.checks.probe import Probe

QUIET = timedelta(days=1)
MOST = timedelta(hours=1)  # by which a clock may be wrong, or two of them differ
REMEDY = "Switch on time synchronisation (NTP); the next start asks again."

log = structlog.get_logger()


async def check_time(database: Database, store: Store, clock: Clock, settings: Settings) -> None:
    """Raises `ClockDoubted`, and storage's errors."""
    last, now = await database.read(store.last_recorded), clock.now()
    if last is None or -MOST <= now - last <= QUIET:
        return
    from bot.checks.probe import Probe  # noqa: PLC0415 - most starts ask nobody
    from bot.outgoing.occasional import open_http  # noqa: PLC0415

    async with open_http() as http:
        probe = Probe(http, clock.now)
        await _ask(probe, *_addresses(settings))
    lead = probe.leads[0] if probe.leads else None
    if lead is None or abs(lead) > MOST:
        why = _say_lead(lead) if lead else f"nobody confirms it: {probe.failure or 'no answer told the time'}"
        log.error("clock_doubted", reason=why, remedy=REMEDY)
        said = f"The clock of this machine says {now:%Y-%m-%d %H:%M} UTC; the newest entry on record is of"
        raise ClockDoubted(f"{said} {last:%Y-%m-%d %H:%M} UTC, and {why}. {REMEDY}")


async def _ask(probe: "Probe", *addresses: str) -> None:
    """Until the first has told the time: anything that they answer does."""
    asking = [asyncio.create_task(probe.ask("GET", address)) for address in addresses]
    for answer in asyncio.as_completed(asking):
        await answer
        if probe.leads:
            break
    for each in asking:
        each.cancel()
    await asyncio.gather(*asking, return_exceptions=True)


def _addresses(settings: Settings) -> Iterator[str]:
    """Of the platforms that are on."""
    parts = [kind.declaration.part for kind in CHANNELS if not settings.off_because(kind.name)]
    for part in (*parts, PROVIDERS[settings.provider].declaration.part):
        yield from (getattr(settings, name) for name in _bases(part))


def _bases(part: type[SettingsPart]) -> Iterator[str]:
    return (name for name in part.fields() if name.endswith("_api_base"))


def _say_lead(lead: timedelta) -> str:
    hours, way = round(abs(lead) / timedelta(hours=1)), "fast" if lead > timedelta(0) else "slow"
    return f"those of others say that it is {hours:,} h {way}"
