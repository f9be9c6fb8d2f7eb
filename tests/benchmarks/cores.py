"""A core for the bot and another for the load, where the machine has two; so neither takes the other's time."""

import os

import psutil


def pin_load() -> None:
    """This process, and what it starts until that is pinned elsewhere."""
    if cores := _two():
        psutil.Process().cpu_affinity([cores[1]])


def pin_bot(bot: psutil.Process, *, alone: bool = True) -> None:
    """A process that has just begun, with the threads that it will have: to one core, or to all where not `alone`."""
    if cores := _two():
        bot.cpu_affinity([cores[0]] if alone else _GIVEN)


def describe() -> str:
    """Where they run."""
    return "bot and load on a core each" if _two() else "bot and load share what there is"


def _two() -> tuple[int, int] | None:
    """The first and the last that this process was given, as long as it was not pinned itself."""
    return (_GIVEN[0], _GIVEN[-1]) if len(_GIVEN) > 1 and hasattr(psutil.Process, "cpu_affinity") else None


_GIVEN = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
