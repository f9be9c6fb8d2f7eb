"""Whether the memory of a process stays the same while it works. Never how it is measured."""

from collections.abc import Sequence
from dataclasses import dataclass

MIB = 2**20
Points = Sequence[tuple[float, float]]  # seconds, and bytes


@dataclass(frozen=True, slots=True)
class MemoryRise:
    """The most that it took in the middle third of a run, and in the last one; bytes.

    In the first third caches fill, and what all have at once for the first time finds room.
    """

    middle: float
    last: float

    @classmethod
    def of(cls, points: Points) -> "MemoryRise":
        third = len(points) // 3
        sizes = [size for _, size in points]
        return cls(max(sizes[third : 2 * third] or sizes), max(sizes[2 * third :]))

    @property
    def share(self) -> float:
        """How much more it was at last."""
        return self.last / self.middle - 1


def of_one_process(points: Points, until: float) -> Points:
    """What was measured before another process came."""
    return [(at, size) for at, size in points if at < until]
