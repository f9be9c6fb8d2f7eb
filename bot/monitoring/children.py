"""A labelled metric's children, found faster than the metric finds them. Never which labels there are."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from prometheus_client.metrics import MetricWrapperBase

M = TypeVar("M", bound=MetricWrapperBase)


class Children(Generic[M]):
    """By the values of the labels. The metric itself takes longer to find one than it to count."""

    def __init__(self, metric: M, known: Iterable[tuple[str, ...]] = ()) -> None:
        """`known` are at zero whenever somebody looks; they are made by the first look, for a start has no time."""
        self._metric: M = metric
        self._found: dict[tuple[str, ...], M] = {}
        self._known = list(known)

    def __call__(self, *labels: str) -> M:
        child = self._found.get(labels)
        if child is None:
            child = self._found[labels] = self._metric.labels(*labels)
        return child

    def expect(self, known: Iterable[tuple[str, ...]]) -> None:
        self._known += known

    def fill(self) -> None:
        """Make those that are known and have not been counted yet."""
        for values in self._known:
            self(*values)
        self._known.clear()
