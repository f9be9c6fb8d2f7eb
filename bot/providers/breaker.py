"""A circuit breaker: whether calls to a service that keeps failing are let through; no I/O, and no service's name."""

from collections import deque
from collections.abc import Callable
from datetime import timedelta
from typing import NewType

Permit = NewType("Permit", int)


class Breaker:
    """Opens when half of the last `window` calls failed; then one trial each `rest`, until a trial succeeds.

    Every call that is let through has a permit, and its result is recorded with it. A result from before the
    breaker last opened or closed says nothing about now and is left out; a trial that never ends delays the next
    one by no more than `rest`.
    """

    def __init__(
        self, monotonic: Callable[[], float], *, window: int = 20, rest: timedelta = timedelta(seconds=30)
    ) -> None:
        self._monotonic = monotonic
        self._window = window
        self._rest = rest.total_seconds()
        self._failures: deque[bool] = deque(maxlen=window)
        self._next_trial: float | None = None
        self._era = 0

    @property
    def is_open(self) -> bool:
        return self._next_trial is not None

    def admit(self) -> Permit | None:
        """A permit for one call, or None when the call must not be made."""
        if self._next_trial is not None:
            if self._monotonic() < self._next_trial:
                return None
            self._next_trial = self._monotonic() + self._rest
        return Permit(self._era)

    def record(self, permit: Permit, *, failed: bool) -> None:
        """How the call of `permit` ended."""
        if permit != self._era:
            return
        self._failures.append(failed)
        if self.is_open and not failed:
            self._turn(next_trial=None)
        elif self.is_open or self._is_failing():
            self._turn(next_trial=self._monotonic() + self._rest)

    def _is_failing(self) -> bool:
        return sum(self._failures) * 2 >= self._window

    def _turn(self, next_trial: float | None) -> None:
        self._next_trial = next_trial
        self._failures.clear()
        self._era += 1
