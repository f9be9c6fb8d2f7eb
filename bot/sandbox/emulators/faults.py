"""Fault injection: what is to go wrong with the next requests, in the order of asking; never by chance."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

F = TypeVar("F")
P = ParamSpec("P")


class FaultQueue(Generic[F, P]):
    """Faults that are still to come. `P` is what is known of a request."""

    def __init__(self) -> None:
        self._armed: list[_Armed[F, P]] = []

    def __bool__(self) -> bool:
        return bool(self._armed)

    def add(self, fault: F, meets: Callable[P, bool], times: int = 1) -> None:
        """Have the next `times` requests that `meets` is true of go wrong, after those that were asked for before.

        Raises ValueError for less than one time.
        """
        if times < 1:
            raise ValueError("a fault is met at least once")
        self._armed.append(_Armed(fault, meets, times))

    def take(self, *request: P.args, **more: P.kwargs) -> F | None:
        """The fault that this request meets, used up by it."""
        for armed in self._armed:
            if armed.meets(*request, **more):
                armed.times -= 1
                if not armed.times:
                    self._armed.remove(armed)
                return armed.fault
        return None

    def clear(self) -> None:
        """Let everything go right again."""
        self._armed.clear()


@dataclass(slots=True)
class _Armed(Generic[F, P]):
    fault: F
    meets: Callable[P, bool]
    times: int
