"""What the provider was asked and answered, as counters, timers and a gauge. Never of whom it was asked."""

from collections.abc import Iterable

from bot.monitoring import labels
from bot.monitoring.instruments import SLOW, Instruments
from bot.monitoring.labels import each


class ProviderMetrics:
    """Every try at the provider, by operation and outcome."""

    def __init__(self, instruments: Instruments) -> None:
        counters, timers = instruments.counters, instruments.histograms
        self._seconds = timers("provider_seconds", "Calls of the provider", SLOW, "operation", "outcome")
        self._answers = counters("provider_calls", "Tries at the provider", (), "operation", "outcome")
        self._in_a_row = instruments.gauges(
            "provider_failed_in_a_row", "Latest tries that came to nothing, since one was answered", "operation"
        )

    def call(self, operation: str, outcome: str, seconds: float) -> None:
        """One try; an outcome is `done`, `silent` or a `Refusal`."""
        self._seconds(operation, outcome).observe(seconds)
        self._answers(operation, outcome).inc()
        if outcome in labels.NO_ANSWERS:
            self._in_a_row(operation).inc()
        else:
            self._in_a_row(operation).set(0)

    def expect(self, operations: Iterable[str]) -> None:
        """What the provider will be asked."""
        operations = tuple(operations)
        self._in_a_row.expect(each(operations))
        self._seconds.expect(labels.timed(operations))
        self._answers.expect(labels.answers(operations))
