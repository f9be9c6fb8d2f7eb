"""The journal of an emulator: what was asked of it, for tests and benchmarks to look at; never logged."""

from collections import Counter, deque
from collections.abc import Hashable
from typing import Generic, TypeVar

REMEMBERED = 10_000

Call = TypeVar("Call")
Kind = TypeVar("Kind", bound=Hashable)


class Journal(Generic[Call, Kind]):
    """The newest API calls, oldest first, and the count of all by their kind."""

    def __init__(self) -> None:
        self.calls: deque[Call] = deque(maxlen=REMEMBERED)
        self.counts: Counter[Kind] = Counter()

    def note_call(self, call: Call, kind: Kind) -> None:
        self.calls.append(call)
        self.counts[kind] += 1

    def clear(self) -> None:
        """Forget them all."""
        self.calls.clear()
        self.counts.clear()
