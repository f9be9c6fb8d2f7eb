"""Counters, gauges and histograms of one process, in one registry and under one prefix. Never what they count."""

from collections.abc import Iterable
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.monitoring.children import Children

PREFIX = "telcolink"
FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)  # seconds, of what is ours
SLOW = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)  # of what somebody else takes

disable_created_metrics()  # type: ignore[no-untyped-call] # each a second time series that nothing asks for


class Instruments:
    """Makes each under its name. Those with labels are found by `Children`."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._labelled: list[Children[Any]] = []
        ProcessCollector(namespace=PREFIX, registry=self.registry)

    def counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"{PREFIX}_{name}", what, labels, registry=self.registry)

    def counters(self, name: str, what: str, known: Iterable[tuple[str, ...]], *labels: str) -> Children[Counter]:
        """`known` are at zero from the start: one that begins with its first event hides that from `increase()`."""
        self._labelled.append(counters := Children(self.counter(name, what, *labels), known))
        return counters

    def gauge(self, name: str, what: str, *labels: str) -> Gauge:
        return Gauge(f"{PREFIX}_{name}", what, labels, registry=self.registry)

    def gauges(self, name: str, what: str, *labels: str) -> Children[Gauge]:
        self._labelled.append(gauges := Children(self.gauge(name, what, *labels)))
        return gauges

    def histogram(self, name: str, what: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"{PREFIX}_{name}", what, labels, buckets=buckets, registry=self.registry)

    def histograms(self, name: str, what: str, buckets: tuple[float, ...], *labels: str) -> Children[Histogram]:
        self._labelled.append(histograms := Children(self.histogram(name, what, buckets, *labels)))
        return histograms

    def render(self) -> bytes:
        """All of them in Prometheus's text format."""
        for children in self._labelled:
            children.fill()
        return generate_latest(self.registry)
