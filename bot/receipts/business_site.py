"""The business's own site, where it names this bot as its own: asked now and then, never within a turn. Never shown.

Whoever is asked for a code cannot tell our words from a fraud's; what stands on the site that they know, they can.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.errors import TelcolinkError
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import RequestFailed
from bot.outgoing.messages import NO_HEADERS, Origin
from bot.ports import Channel, Clock
from bot.receipts.about import WELL_KNOWN
from conversations.freshness import is_fresh

PATIENCE = 5.0  # seconds
LONGEST = 65_536  # bytes
LOOKS_EVERY = timedelta(minutes=1)  # where it does not name us, or was not reached
TRUSTED_FOR = timedelta(minutes=10)
KEPT_FOR = timedelta(days=1)  # a site that is not reached has taken nothing back


class NotNamed(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """The site does not name these bots; it says which."""


class BusinessSite:
    """`shown` is the site's host while it names every bot of ours, else ""."""

    def __init__(self, http: LeanClient, url: str, clock: Clock) -> None:
        """`url` is `BUSINESS_URL`, "" where there is none: then nothing is ever asked."""
        self._http, self._url, self._clock = http, url, clock
        self._origin = Origin.of(url) if url else None
        self._named_at: datetime | None = None

    @property
    def shown(self) -> str:
        return self._origin.host if self._origin and self._was_named_within(KEPT_FOR) else ""

    async def look(self, channels: Mapping[str, Channel]) -> None:
        """Ask it again, where that is due. What it says is believed; that it is silent changes nothing for a day."""
        if not self._origin or self._was_named_within(TRUSTED_FOR):
            return
        now = self._clock.now()
        try:
            answer = await self._http.ask(self._origin, "GET", WELL_KNOWN, NO_HEADERS, patience=PATIENCE, most=LONGEST)
        except RequestFailed:
            return
        try:
            check_named(answer.body if answer.status == 200 else b"", bots_of(channels))
        except NotNamed:
            self._named_at = None
        else:
            self._named_at = now

    def _was_named_within(self, span: timedelta) -> bool:
        return self._named_at is not None and is_fresh(self._named_at, self._clock.now(), span)


def bots_of(channels: Mapping[str, Channel]) -> dict[str, str]:
    """As people find them on each channel."""
    return {channel.name: channel.handle for channel in channels.values() if channel.handle}


def check_named(body: bytes, bots: Mapping[str, str]) -> None:
    """Whether what a site published names every one of these bots. `NotNamed`."""
    named = _bots_in(body)
    missing = [channel for channel, handle in bots.items() if _plain(named.get(channel)) != _plain(handle)]
    if missing or not bots:
        raise NotNamed(" and ".join(missing) or "no bot is known yet")


def _bots_in(body: bytes) -> Mapping[str, Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    bots = content.get("bots") if isinstance(content, dict) else None
    return bots if isinstance(bots, dict) else {}


def _plain(handle: object) -> str:
    """`@KudiBot` and `kudibot` are one, as are a number with and without its blanks."""
    return "".join(str(handle or "").casefold().split()).removeprefix("@")
