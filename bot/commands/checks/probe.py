"""Probe others over HTTP for the doctor: the answer or none, and what their clocks show. Never what it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from bot.log.masking import mask_text

PATIENCE = 10.0  # seconds
_HALF_A_SECOND = timedelta(seconds=0.5)


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """An HTTP status and the JSON object of the body, empty where there is none."""

    status: int
    content: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def part(self, name: str) -> Mapping[str, Any]:
        """An object within the object; empty where there is none."""
        part = self.content.get(name)
        return part if isinstance(part, Mapping) else {}


class Probe:
    """Asks over `http`, which stays the caller's. `leads` are how far our clock was ahead of those who answered."""

    def __init__(self, http: httpx.AsyncClient, now: Callable[[], datetime]) -> None:
        self._http = http
        self._now = now
        self.leads: list[timedelta] = []

    async def ask(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, *, own: bool = False
    ) -> ProbeAnswer | None:
        """The answer; None when there was none, for whatever reason. Our `own` server is no witness of the time."""
        began = self._now()
        try:
            response = await self._http.request(method, url, headers=headers, timeout=PATIENCE)
        except (httpx.HTTPError, httpx.InvalidURL):
            return None
        if not own:
            self._compare(response.headers.get("date"), began + (self._now() - began) / 2)
        return ProbeAnswer(response.status_code, _object_in(response))

    def _compare(self, date: str | None, ours: datetime) -> None:
        try:
            theirs = parsedate_to_datetime(date or "")
        except ValueError:
            return
        self.leads.append(ours - theirs.astimezone(UTC) - _HALF_A_SECOND)  # the header leaves the fraction out


def _object_in(response: httpx.Response) -> Mapping[str, Any]:
    try:
        content = response.json()
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def quote(text: object) -> str:
    """What somebody else said, fit to be printed."""
    return mask_text(str(text))[:120]
