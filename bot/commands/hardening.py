"""What the process gives up at its start: core files, and being looked into. Never what it serves.

Its memory holds the keys and, for moments, customers' codes.
"""

import os
import resource
import sys
from contextlib import suppress

import structlog

_PR_SET_DUMPABLE = 4  # prctl(2): no core file, no ptrace, and /proc/self is root's

log = structlog.get_logger()


def harden() -> None:
    """As far as this system lets it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _forbid_looking_in()
    if os.geteuid() == 0:
        remedy = "run it as a user of its own: what breaks into it has the whole machine otherwise"
        log.warning("running_as_root", remedy=remedy)


def _forbid_looking_in() -> None:
    import ctypes  # noqa: PLC0415 - for this one call

    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
