"""What the bot asked and what it was answered, for tests and benchmarks to look at; in memory only, never logged."""

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime

REMEMBERED_CALLS = 10_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method, with its arguments as they came, and its answer's status and description."""

    at: datetime
    method: str
    arguments: dict[str, str] = field(repr=False)
    status: int
    description: str = ""


class Journal:
    """The newest calls, and the count of all by method and status."""

    def __init__(self) -> None:
        self.calls: deque[Call] = deque(maxlen=REMEMBERED_CALLS)
        self.counts: Counter[tuple[str, int]] = Counter()

    def note(self, call: Call) -> None:
        """Remember a call that was answered."""
        self.calls.append(call)
        self.counts[call.method, call.status] += 1

    def made(self, method: str) -> list[Call]:
        """The remembered calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method.lower()]

    def clear(self) -> None:
        """Forget them all."""
        self.calls.clear()
        self.counts.clear()
