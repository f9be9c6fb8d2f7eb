"""The figures as a table on standard output; never how they came about."""

import sys
from collections.abc import Iterable

from tests.benchmarks.promises import Promise
from tests.benchmarks.races import Race, Result

HEAD = (
    ("conv/s", 8),
    ("msg/s", 10),
    ("p50 ms", 9),
    ("p95 ms", 9),
    ("p99 ms", 9),
    ("µs/msg", 9),
    ("µs/conv", 10),
    ("MiB", 9),
    ("lost", 6),
)
INDENT = 22


def write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def write_head(title: str) -> None:
    write(f"\n{title}\n{'':{INDENT}}" + "".join(f"{name:>{width}}" for name, width in HEAD))


def write_race(name: str, race: Race) -> None:
    """All crowds in one line, with what the bot took for them."""
    cpu = (f"{race.cpu_per_message:.0f}", f"{race.cpu_per_conversation:.0f}")
    write_result(name, race.total, cpu, f"{race.memory / 2**20:.0f}")


def write_result(name: str, result: Result, cpu: tuple[str, str] = ("", ""), memory: str = "") -> None:
    """`cpu` is what the bot took for a message and for a conversation, in microseconds."""
    waits = [f"{result.percentile(rank) * 1000:.0f}" for rank in (50, 95, 99)]
    cells = (f"{result.conversations:.1f}", f"{result.messages:.1f}", *waits, *cpu, memory, str(result.waits.lost))
    write(f"{name:{INDENT}}" + "".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, HEAD, strict=True)))


def write_finding(text: str) -> None:
    write(f"{'':{INDENT}}{text}")


def write_promises(promises: Iterable[Promise]) -> bool:
    """One line for each; whether all were held."""
    told = list(promises)
    for promise in told:
        write(str(promise))
    return all(promise.held for promise in told)
