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
    """`fired` has the seconds from a fault's beginning to each of its alarms; `silent` what did not fire."""

    fired: dict[str, dict[str, float]] = field(default_factory=dict)
    silent: list[tuple[str, str]] = field(default_factory=list)
    for_nothing: list[Firing] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.silent and not self.for_nothing


def read_firings(series: Iterable[Mapping[str, Any]], step: float) -> list[Firing]:
    """Of a range of `ALERTS{alertstate="firing"}`, a point every `step` seconds, as Prometheus answers."""
    firings = [firing for each in series for firing in _stretches(_name(each["metric"]), each["values"], step)]
    return sorted(firings, key=lambda firing: firing.began)


def judge(happened: Sequence[Happened], firings: Iterable[Firing]) -> Verdict:
    """A fault's alarm fires first within its own time; it may go on as long as its rule looks back."""
    verdict = Verdict({each.fault.name: {} for each in happened})
    for firing in firings:
        cause = next((each for each in happened if each.began <= firing.began < each.until), None)
        if cause and firing.alarm in cause.fault.fires:
            verdict.fired[cause.fault.name].setdefault(firing.alarm, firing.began - cause.began)
        else:
            verdict.for_nothing.append(firing)
    expected = [(each.fault.name, alarm) for each in happened for alarm in each.fault.fires]
    verdict.silent = [(name, alarm) for name, alarm in expected if alarm not in verdict.fired[name]]
    return verdict


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
