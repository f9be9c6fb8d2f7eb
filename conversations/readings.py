"""How often a linked line was read through us, and when last. Never what was read, nor what others read of it."""

from datetime import datetime

from msgspec import Struct


class Readings(Struct, frozen=True):
    """Counted when the provider has answered, with the turn that shows it."""

    count: int = 0
    last_at: datetime | None = None

    def with_one_more(self, now: datetime) -> "Readings":
        return Readings(self.count + 1, now)
