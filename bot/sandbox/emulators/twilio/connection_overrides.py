"""Connection overrides: the time limits and retries that a webhook URL's fragment asks for; never how it is fetched.

https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

PostFailure = Literal["ct", "rt", "4xx", "5xx"]


@dataclass(frozen=True, slots=True)
class Overrides:
    """Seconds to connect, to answer and for all tries together; how many retries, and after which failures."""

    connect: float = 5.0
    read: float = 15.0
    total: float = 15.0
    retries: int = 1
    policy: frozenset[str] = frozenset({"ct"})

    def retry(self, failure: PostFailure) -> bool:
        return not self.policy.isdisjoint({failure, "all"})


def read_overrides(url: str) -> Overrides:
    """From `https://…#rc=2&rp=ct,rt`; what is missing or out of Twilio's range keeps its default."""
    given = dict(parse_qsl(url.partition("#")[2]))
    if not given:
        return _DEFAULTS
    return Overrides(
        connect=_within(given.get("ct"), 100, 10_000, 5000) / 1000,
        read=_within(given.get("rt"), 100, 15_000, 15_000) / 1000,
        total=_within(given.get("tt"), 100, 15_000, 15_000) / 1000,
        retries=_within(given.get("rc"), 0, 5, 1),
        policy=frozenset(given.get("rp", "ct").split(",")),
    )


def _within(text: str | None, least: int, most: int, default: int) -> int:
    return int(text) if text and text.isdecimal() and least <= int(text) <= most else default


_DEFAULTS = Overrides()
