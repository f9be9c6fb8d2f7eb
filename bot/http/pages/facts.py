"""What a link's page tells its reader, and who is asked for it. Never how it looks, nor whether the link exists."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from conversations.discretion import Discreet, Hidden
from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording import Business


class WayOn(Discreet, frozen=True):
    """One chat in which the customer can go on: its platform as people call it, and the deep link into it."""

    channel: str
    url: Hidden[str]


class PageFacts(Discreet, frozen=True):
    """An open link as its page shows it: who asks, which agent sent it, where to go on, and until when (UTC)."""

    business: Business
    agent: Hidden[str]
    ways: tuple[WayOn, ...]
    expires_at: datetime
    language: str = DEFAULT_LANGUAGE  # the one that the agent chose for the customer


# The open link of a token; None for every token without one, whatever the reason. It changes nothing, and it takes
# any text. Raises storage's errors.
LookUp = Callable[[str], Awaitable[PageFacts | None]]
