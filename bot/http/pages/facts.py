"""What a link's page tells its reader, and who is asked for it. Never how it looks, nor whether the link exists."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording import Business


@dataclass(frozen=True, slots=True)
class WayOn:
    """One chat in which the customer can go on: its platform as people call it, and the deep link into it."""

    channel: str
    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """An open link as its page shows it: who asks, which agent sent it, where to go on, and until when (UTC)."""

    business: Business
    agent: str = field(repr=False)
    ways: tuple[WayOn, ...]
    expires_at: datetime
    language: str = DEFAULT_LANGUAGE  # the one that the agent chose for the customer


# The open link of a token; None for every token without one, whatever the reason. It changes nothing, and it takes
# any text. Raises storage's errors.
LookUp = Callable[[str], Awaitable[PageFacts | None]]
