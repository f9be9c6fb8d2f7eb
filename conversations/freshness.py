"""Whether what was known at a moment may still be relied on, by a clock that may be set back. Never for how long."""

from datetime import datetime, timedelta


def is_fresh(known_at: datetime, now: datetime, span: timedelta) -> bool:
    """Not what a clock that was set back has left in the future either: nobody knows how old that is."""
    return timedelta() <= now - known_at < span
