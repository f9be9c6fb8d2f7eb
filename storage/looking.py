"""Looking into a database beside the service that has it, whichever kind it is. Never writes."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.place import DatabasePlace, ServerUrl
from storage.sqlite.connection import MEMORY
from storage.sqlite.lockfile import is_held as is_locked
from storage.sqlite.read_only import open_file
from storage.transaction import Transaction


@contextmanager
def open_read_only(place: DatabasePlace) -> Iterator[Transaction]:
    """A transaction that can change nothing. FileNotFoundError where there is none yet; else storage's errors."""
    if isinstance(place, ServerUrl):
        from storage.postgres.read_only import open_server  # noqa: PLC0415 - its driver is heavy

        with open_server(place) as tx:
            yield tx
    else:
        with open_file(place) as tx:
            yield tx


def is_held(place: DatabasePlace) -> bool:
    """Whether a process has it, where that can be told: a server has it for many."""
    return isinstance(place, ServerUrl) or is_locked(place)


def is_there(place: DatabasePlace) -> bool:
    """Whether a service was ever started on it. Raises storage's errors where a server does not answer."""
    if not isinstance(place, ServerUrl):
        return place != MEMORY and place.exists() and place.stat().st_size > 0  # an empty file is a new one to SQLite
    try:
        with open_read_only(place):
            return True
    except FileNotFoundError:
        return False
