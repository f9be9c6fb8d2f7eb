"""What befell the processes of a service, and how long its customers waited because of it. Never what must hold."""

import asyncio
import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.customers import Customer, Wait

AROUND = 12.0  # seconds before a wait began, which are told with it
CURT = 160  # letters of a line in a log
QUOTED = 8  # messages of the chat
_TOLD = (
    "owner",
    "epoch",
    "operation",
    "came",
    "before",
    "after",
    "said",
    "outcome",
    "seconds",
    "ms",
    "error",
    "reason",
)


@dataclass(slots=True)
class Failover:
    """The leader was lost at `begin`, in some way; `end` is when another was there for everybody. As in `Wait`."""

    how: str
    begin: float
    end: float | None = None

    def overlaps(self, wait: Wait, now: float) -> float:
        """Seconds of the wait that it took."""
        return max(0.0, min(wait.end or now, self.end or now) - max(wait.begin, self.begin))


@dataclass(frozen=True, slots=True)
class Held:
    """What a wait consisted of: its longest failover, all of them, and how long it lasted while somebody led.

    Of all of that the machine had something else to do for so long: `busy`.
    """

    longest: float
    failovers: int
    led: float
    busy: float

    @property
    def by_one(self) -> float:
        """How long it would have been with that one alone."""
        return self.longest + self.led


@dataclass(slots=True)
class Story:
    """Of one run. Times are the event loop's; what is told has the world's, as the processes' logs have."""

    failovers: list[Failover] = field(default_factory=list)
    _busy: list[tuple[float, float]] = field(default_factory=lambda: [(0.0, 0.0)])  # until when, for how long in all

    def note_busy(self, seconds: float) -> None:
        """That many more."""
        self._busy.append((_now(), self._busy[-1][1] + seconds))

    def lost(self, how: str) -> None:
        self.failovers.append(Failover(how, _now()))

    def led_again(self) -> None:
        self.failovers[-1].end = _now()

    def judge(self, wait: Wait) -> Held:
        now = _now()
        held = [seconds for each in self.failovers if (seconds := each.overlaps(wait, now))]
        busy = self._busy_until(wait.end or now) - self._busy_until(wait.begin)
        return Held(max(held, default=0.0), len(held), (wait.end or now) - wait.begin - sum(held), busy)

    def _busy_until(self, at: float) -> float:
        return self._busy[bisect_right(self._busy, (at, math.inf)) - 1][1]

    def figures(self, customers: Iterable[Customer]) -> str:
        """A line of each kind, for whoever keeps them."""
        held = [self.judge(wait) for each in customers for wait in each.waits if wait.end]
        met = sorted(each.by_one for each in held if each.failovers)
        took = sorted(each.end - each.begin for each in self.failovers if each.end)
        several = sum(each.failovers > 1 for each in held)
        return (
            f"{len(took)} failovers, until another led: {_spread(took)}; {len(held)} answers, {len(met)} of them waited"
            f" through one, {several} through several: {_spread(met)}; most while somebody led:"
            f" {max((each.led for each in held), default=0.0):.1f} s; the machine was busy for at most"
            f" {max((each.busy for each in held), default=0.0):.1f} s of a wait"
        )

    def tell(self, customer: Customer, logs: Mapping[str, Path], tag: str, rows: Mapping[str, Any]) -> str:
        """Of the customer's last wait: everything that is known, in the order of time."""
        wait = customer.waits[-1]
        held, begin = self.judge(wait), wait.begin - AROUND
        seen = [(at, f"CUSTOMER {what}") for at, what in customer.diary]
        for each in self.failovers:
            seen += [(each.begin, f"LOST {each.how}"), *([(each.end, "LED AGAIN")] if each.end else [])]
        lines = [(_world(at), what) for at, what in seen if at >= begin]
        lines += [line for name, log in logs.items() for line in _read(name, log, _world(begin), tag)]
        told = [f"{at:%H:%M:%S.%f} {what}" for at, what in sorted(lines)]
        states = [f"{name}: {value}" for name, value in rows.items()]
        chat = list(customer.phone.transcript())[-QUOTED:]
        return "\n".join([f"waited {held}, called {tag} in the logs", *told, *states, *chat])


def _read(name: str, log: Path, begin: datetime, tag: str) -> Iterator[tuple[datetime, str]]:
    """What a process said since then: of turns only those of one customer."""
    for line in log.read_text("utf-8").splitlines() if log.exists() else []:
        try:
            said = json.loads(line)
            at = datetime.fromisoformat(said["timestamp"])
        except (ValueError, KeyError):
            continue
        if at >= begin and said.get("who", tag) == tag:
            more = " ".join(f"{key}={said[key]}" for key in _TOLD if said.get(key))
            yield at, f"{name} {said['event']} {more}"[:CURT]


def _spread(seconds: list[float]) -> str:
    if not seconds:
        return "none"
    middle, late = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.95)]
    return f"{middle:.1f} s in the middle, {late:.1f} s at the 95th percentile, {seconds[-1]:.1f} s at most"


def _now() -> float:
    return asyncio.get_running_loop().time()


def _world(at: float) -> datetime:
    return datetime.now(UTC) - timedelta(seconds=_now() - at)
