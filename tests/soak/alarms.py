"""What Prometheus's ALERTS say of a run: which alarm fired for which fault, and which for nothing. Never the asking."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tests.soak.plan import Fault

# What every alarm has, and tells none from another.
_COMMON = {"__name__", "alertname", "alertstate", "severity", "instance", "job"}


@dataclass(frozen=True, slots=True)
class Happened:
    """A fault, and when it was so (seconds since the epoch); `until` the next one is its own time."""

    fault: Fault
    began: float
    ended: float
    until: float


@dataclass(frozen=True, slots=True)
class Firing:
    """An alarm from when it was first seen to fire until it was last."""

    alarm: str
    began: float
    ended: float


@dataclass(slots=True)
class Verdict:
    """`fired` has, for what happened in its order, the seconds from a fault's beginning to each of its alarms."""

    fired: list[tuple[str, dict[str, float]]] = field(default_factory=list)
    silent: list[tuple[str, str]] = field(default_factory=list)
    for_nothing: list[Firing] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.silent and not self.for_nothing


def read_firings(series: Iterable[Mapping[str, Any]], step: float) -> list[Firing]:
    """Of a range of `ALERTS{alertstate="firing"}`, a point every `step` seconds, as Prometheus answers."""
    firings = [firing for each in series for firing in _stretches(_name(each["metric"]), each["values"], step)]
    return sorted(firings, key=lambda firing: firing.began)


def judge(happened: Sequence[Happened], firings: Sequence[Firing]) -> Verdict:
    """A fault's alarm fires first within its own time; it may go on as long as its rule looks back, also into another
    time of the same fault."""
    verdict = Verdict()
    for each in happened:
        fired = {alarm: _first(each, alarm, firings) for alarm in each.fault.fires}
        verdict.fired.append((each.fault.name, {alarm: after for alarm, after in fired.items() if after is not None}))
        verdict.silent += [(each.fault.name, alarm) for alarm, after in fired.items() if after is None]
    verdict.for_nothing = [firing for firing in firings if not any(_explains(each, firing) for each in happened)]
    return verdict


def _first(happened: Happened, alarm: str, firings: Iterable[Firing]) -> float | None:
    """Seconds, 0 where it fired still; None where it did not."""
    begun = (each.began for each in firings if each.alarm == alarm and _overlaps(happened, each))
    return next((max(0.0, at - happened.began) for at in begun), None)


def _overlaps(happened: Happened, firing: Firing) -> bool:
    return firing.began < happened.until and happened.began <= firing.ended


def _explains(happened: Happened, firing: Firing) -> bool:
    return firing.alarm in happened.fault.fires and happened.began <= firing.began < happened.until


def _name(labels: Mapping[str, str]) -> str:
    told = ",".join(f"{name}={value}" for name, value in sorted(labels.items()) if name not in _COMMON)
    return labels["alertname"] + (f"{{{told}}}" if told else "")


def _stretches(alarm: str, points: Sequence[tuple[float, str]], step: float) -> Iterator[Firing]:
    """Points that follow each other are one firing."""
    times = [float(at) for at, _ in points]
    begun = times[0]
    for one, another in pairwise([*times, float("inf")]):
        if another - one > 1.5 * step:
            yield Firing(alarm, begun, one)
            begun = another
