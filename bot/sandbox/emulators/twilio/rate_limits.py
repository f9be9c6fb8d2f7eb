"""WhatsApp's two rate limits, as small clocks of their own; never what happens to a message that meets one."""

from datetime import datetime, timedelta

# 1 message in 6 s to one person, bursts of up to 45 borrowed from the time to come,
# https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput/overview
_PAIR_INTERVAL = timedelta(seconds=6)
_PAIR_BURST = 45


class PairLimit:
    """How fast one sender may write to one person."""

    def __init__(self) -> None:
        self._repaid_at: datetime | None = None

    def admit(self, now: datetime) -> bool:
        """Whether a message may go now; one that may not costs nothing."""
        repaid_at = max(self._repaid_at or now, now)
        if repaid_at - now > _PAIR_INTERVAL * (_PAIR_BURST - 1):
            return False
        self._repaid_at = repaid_at + _PAIR_INTERVAL
        return True


class SenderRate:
    """How many messages a second leave one sender; what is over the rate waits in line."""

    def __init__(self, per_second: float) -> None:
        self._interval = timedelta(seconds=1 / per_second)
        self._free_at: datetime | None = None

    def reserve(self, now: datetime) -> timedelta:
        """How long the next message waits; a second's worth may leave at once."""
        free_at = max(self._free_at or now, now)
        self._free_at = free_at + self._interval
        return max(free_at - now - timedelta(seconds=1), timedelta())
