"""What a webhook refuses, counted by its reason, and in the log once an hour. Never what was posted."""

from collections.abc import Iterable

import structlog

from bot.monitoring.metrics import Metrics

log = structlog.get_logger()


class RefusedPosts:
    """Of one door. Anybody can post there as often as they like, so that a line for each would fill the disk."""

    def __init__(self, door: str, metrics: Metrics, reasons: Iterable[str]) -> None:
        """Every one of the `reasons` is counted from the start."""
        self._door = door
        self._metrics = metrics
        metrics.expect_refusals(door, reasons)

    def note(self, reason: str, remedy: str = "") -> None:
        """One more. `remedy` is what to do if it was the platform's own post."""
        self._metrics.webhook_refused(self._door, reason)
        told = {"remedy": remedy} if remedy else {}
        log.warning("webhook_refused", once=f"{self._door} {reason}", door=self._door, reason=reason, **told)
