"""Probe others over HTTP for the doctor: the answer or none, and what their clocks show. Never what it means."""

import os
import socket
import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from msgspec import field

from bot.http.seen import SEEN_AS
from bot.log.masking import mask_text
from conversations.discretion import Discreet, Hidden

if TYPE_CHECKING:
    import httpx

PATIENCE = 10.0  # seconds
_HALF_A_SECOND = timedelta(seconds=0.5)


class ProbeAnswer(Discreet, frozen=True):
    """An HTTP status and the JSON object of the body, empty where there is none."""

    status: int
    content: Hidden[Mapping[str, Any]] = field(default_factory=dict)
    text: Hidden[str] = ""  # the beginning of the body, fit to be printed
    seen_as: str = ""  # the address under which our own server saw who asked

    def part(self, name: str) -> Mapping[str, Any]:
        """An object within the object; empty where there is none."""
        part = self.content.get(name)
        return part if isinstance(part, Mapping) else {}


class Probe:
    """Asks over `http`, which stays the caller's. `leads` are how far our clock was ahead of those who answered."""

    def __init__(self, http: "httpx.AsyncClient", now: Callable[[], datetime]) -> None:
        self._http = http
        self._now = now
        self.leads: list[timedelta] = []
        self.failure = ""  # why there was no answer to what was asked last
        self.is_untrusted = False  # whether that was for a certificate

    async def ask(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, *, own: bool = False
    ) -> ProbeAnswer | None:
        """The answer; None when there was none, for whatever reason. Our `own` server is no witness of the time."""
        import httpx  # noqa: PLC0415 - slow to load, and most starts probe nobody

        began = self._now()
        try:
            response = await self._http.request(method, url, headers=headers, timeout=PATIENCE)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self.failure, self.is_untrusted = _say_failure(error)
            return None
        self.failure, self.is_untrusted = "", False
        if not own:
            self._compare(response.headers.get("date"), began + (self._now() - began) / 2)
        seen_as = quote(response.headers.get(SEEN_AS, ""))
        return ProbeAnswer(response.status_code, _object_in(response), quote(response.text[:200]), seen_as)

    def _compare(self, date: str | None, ours: datetime) -> None:
        try:
            theirs = parsedate_to_datetime(date or "")
        except ValueError:
            return
        self.leads.append(ours - theirs.astimezone(UTC) - _HALF_A_SECOND)  # the header leaves the fraction out


def _say_failure(error: Exception) -> tuple[str, bool]:
    """Why nobody answered, in a few words, and whether it was for a certificate."""
    import httpx  # noqa: PLC0415 - loaded already by who has asked

    cause: BaseException | None = error
    while cause:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not trusted ({cause.verify_message})", True
        if isinstance(cause, ssl.SSLError):
            return "it speaks no TLS that we do", False
        if isinstance(cause, socket.gaierror):
            return "its name is not known", False
        if isinstance(cause, OSError) and cause.errno:
            return os.strerror(cause.errno).lower(), False
        cause = cause.__cause__ or cause.__context__
    return "it did not answer in time" if isinstance(error, httpx.TimeoutException) else "no connection", False


def _object_in(response: "httpx.Response") -> Mapping[str, Any]:
    try:
        content = response.json()
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def quote(text: object) -> str:
    """What somebody else said, fit to be printed."""
    return mask_text(str(text))[:120]
