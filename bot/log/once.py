"""Said once: a line of the log that would say again what was said within the hour is left out, and counted instead."""

import time
from collections.abc import Callable
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

from bot.log.exceptions import describe
from storage.errors import StorageError

HOUR = 3600.0
_MOST = 1_000  # different things; more than the program is likely to say


def fields_of(error: Exception, of: str = "") -> dict[str, Any]:
    """What a line tells of an error, which may come every second, once an hour: of a defect where it was met, as well.

    `of` tells apart what the same error stopped. A defect is the same where it is met by the same way.
    """
    why = type(error).__name__
    if isinstance(error, StorageError):
        return {"error": why, "once": f"{of} {why}"}
    return {"error": why, "once": f"{of} {describe(error)}", "exc_info": error}


class Once:
    """A processor for lines with a field `once`, which tells apart what the same event says of different things."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        """`seconds` tells how much time passes."""
        self._seconds = seconds
        self._said: dict[tuple[str, str], tuple[float, int]] = {}

    def __call__(self, _: WrappedLogger, __: str, fields: EventDict) -> EventDict:
        """Raises structlog's `DropEvent`."""
        if "once" not in fields:
            return fields
        what, now = (str(fields["event"]), str(fields.pop("once"))), self._seconds()
        said_at, unsaid = self._said.get(what, (now - HOUR, 0))
        if now - said_at < HOUR:
            self._said[what] = said_at, unsaid + 1
            raise structlog.DropEvent
        if len(self._said) >= _MOST:
            self._said.clear()  # one line too many of each, rather than no end of them
        self._said[what] = now, 0
        return {**fields, "meanwhile": unsaid} if unsaid else fields
