"""Whether the memory of a process stays the same while it works. Never how it is measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MIB = 2**20
Points = Sequence[tuple[float, float]]  # seconds, and bytes


@dataclass(frozen=True, slots=True)
class MemoryRise:
    """What it took in the middle of a run and in the end: the medians of two thirds of it, each `seconds` long; bytes.

    In the first third caches fill, and what all have at once for the first time finds room. The median of a third is of
    the same rise as its end where something is lost all the time, and does not take a crowd's room, which is there for
    the next one, for a loss: whether that is so is seen where a fault comes again and again.
    """

    middle: float
    last: float
    seconds: float

    @classmethod
    def of(cls, points: Points) -> "MemoryRise":
        third = len(points) // 3
        sizes = [size for _, size in points]
        span = points[-1][0] - points[0][0]
        return cls(median(sizes[third : 2 * third] or sizes), median(sizes[2 * third :]), span / 3)

    @property
    def an_hour(self) -> float:
        """How much more it would be an hour later, at that pace."""
        return (self.last - self.middle) * 3600 / self.seconds


def size_at(points: Points, moment: float) -> float:
    """The last that was measured by then; 0 before."""
    return next((size for at, size in reversed(points) if at <= moment), 0.0)


def of_one_process(points: Points, until: float) -> Points:
    """What was measured before another process came."""
    return [(at, size) for at, size in points if at < until]
