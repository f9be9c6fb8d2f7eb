"""Whether the memory of a process stays the same while it works. Never how it is measured."""

from collections.abc import Sequence
from dataclasses import dataclass

MIB = 2**20
Points = Sequence[tuple[float, float]]  # seconds, and bytes


@dataclass(frozen=True, slots=True)
class MemoryRise:
    """The most that it took in the middle third of a run, and in the last one; bytes. A third is `seconds` long.

    In the first third caches fill, and what all have at once for the first time finds room.
    """

    middle: float
    last: float
    seconds: float

    @classmethod
    def of(cls, points: Points) -> "MemoryRise":
        third = len(points) // 3
        sizes = [size for _, size in points]
        span = points[-1][0] - points[0][0]
        return cls(max(sizes[third : 2 * third] or sizes), max(sizes[2 * third :]), span / 3)

    @property
    def an_hour(self) -> float:
        """How much more it would be an hour later, at that pace."""
        return (self.last - self.middle) * 3600 / self.seconds


def of_one_process(points: Points, until: float) -> Points:
    """What was measured before another process came."""
    return [(at, size) for at, size in points if at < until]
