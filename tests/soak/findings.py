"""What a run has shown, in words and figures. Never what happened in it."""

import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from tests.soak.alarms import Verdict
from tests.soak.memory import MIB, MemoryRise, of_one_process, size_at
from tests.soak.running import Run

MEMORY = "telcolink_process_resident_memory_bytes"
STEADY = 12 * MIB  # more an hour, from the middle third of a run to its last: at most
KILLED = "the process gone"
QUOTED = 5  # of what those saw who gave up without a fault


async def tell(run: Run, verdict: Verdict) -> bool:
    """Whether all of it holds."""
    _tell_alarms(run, verdict)
    _tell_traffic(run)
    is_steady = await _tell_memory(run)
    holds = verdict.holds and is_steady
    _write("\nheld" if holds else "\nNOT HELD")
    return holds


def _tell_alarms(run: Run, verdict: Verdict) -> None:
    _write("")
    for name, alarms in verdict.fired:
        fired = ", ".join(f"{alarm} after {seconds:.0f} s" for alarm, seconds in alarms.items())
        _write(f"{name:<28} {fired or 'none is to fire'}")
    for name, why in run.left_out.items():
        _write(f"{name:<28} left out: {why}")
    for name, alarm in verdict.silent:
        _write(f"{name:<28} {alarm} DID NOT FIRE")
    for firing in verdict.for_nothing:
        after = firing.began - run.began
        _write(f"FIRED FOR NOTHING: {firing.alarm} from {after:.0f} s for {firing.ended - firing.began:.0f} s")


def _tell_traffic(run: Run) -> None:
    _write(f"\nthe server ended by itself {run.scene.server.ended_by_itself} times, and was begun again")
    traffic = run.scene.door.traffic
    total = sum(traffic.posted.values())
    calm = [(seconds, status) for at, seconds, status in traffic.answers if _is_calm(run, at)]
    seconds_calm = run.ended - run.began - sum(each.ended + each.fault.rest - each.began for each in run.happened)
    pace = f"{len(calm) / seconds_calm:.0f} a second outside of faults"
    _write(f"{total:,} webhooks in {run.ended - run.began:.0f} s, {pace}")
    bad = sum(not 200 <= status < 300 for _, status in calm)
    _write(f"acknowledged, outside of faults: {_spread([seconds for seconds, _ in calm])}, {bad} not taken")
    for name, visits in run.visits.items():
        waits = [seconds for at, seconds in visits.waits if _is_calm(run, at)]
        lost = [each for each in visits.given_up if not _met_a_fault(run, each.began, each.ended)]
        whole = f"{visits.whole:,} whole visits, {len(visits.given_up):,} given up, {len(lost)} that met no fault"
        _write(f"{name}: {whole}; replies outside of faults: {_spread(waits)}")
        for saw, often in Counter(each.saw for each in lost).most_common(QUOTED):
            _write(f"    {often} of those saw last: {saw}")


async def _tell_memory(run: Run) -> bool:
    """Until it is killed."""
    (series,) = await run.prometheus.ask(MEMORY, run.began, run.ended)
    points = [(float(at), float(size)) for at, size in series["values"]]
    killed = next((each.began for each in run.happened if each.fault.name == KILLED), run.ended)
    one = of_one_process(points, killed)
    _write(f"memory: {one[0][1] / MIB:.0f} MiB at first")
    for each in [happened for happened in run.happened if happened.until <= killed]:
        before, after = (size_at(one, moment) / MIB for moment in (each.began, each.until))
        _write(f"    {before:.1f} MiB before and {after:.1f} after {each.fault.name}")
    rise = MemoryRise.of(one)
    thirds = f"{rise.middle / MIB:.1f} MiB in the middle third, {rise.last / MIB:.1f} in the last"
    _write(f"    {thirds}: {rise.an_hour / MIB:+.0f} MiB an hour")
    return rise.an_hour <= STEADY


def _is_calm(run: Run, at: float) -> bool:
    return not _met_a_fault(run, at, at)


def _met_a_fault(run: Run, began: float, ended: float) -> bool:
    """Any part of that time: in a fault, or in the time after it in which platforms bring what waited."""
    return any(each.began <= ended and began < each.ended + each.fault.rest for each in run.happened)


def _spread(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:
        return "none"
    hundredths: Iterable[float] = statistics.quantiles(seconds, n=100)
    half, most = list(hundredths)[49], list(hundredths)[98]
    return f"p50 {half * 1000:.0f} ms, p99 {most * 1000:.0f} ms, worst {max(seconds) * 1000:.0f} ms"


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
