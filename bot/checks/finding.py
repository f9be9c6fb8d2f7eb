"""What a check is given and what it gives back, as values. Never a check."""

import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Self

from msgspec import Struct

from bot.checks.probe import Probe
from bot.config.reading import names_around, passing_host, secret_files_around
from bot.config.settings import Settings

_MOUNTS = Path("/proc/self/mounts")
_EMPTIED = tuple(map(Path, ("/tmp", "/var/tmp", "/dev/shm")))  # noqa: S108 - looked for, not used


class Verdict(StrEnum):
    """How bad it is: WARN works today, WRONG does not."""

    OK = "ok"
    WARN = "warn"
    WRONG = "wrong"


class Finding(Struct, frozen=True):
    """One line of the doctor's: what was looked at, what is the matter, and what to do about it. No secrets."""

    verdict: Verdict
    subject: str
    said: str
    advice: str = ""


class HostFacts(Struct, frozen=True):
    """What the program stands in. `host` discards disks; `mounts` is Linux's table of them, or empty."""

    host: str = ""
    mounts: str = ""
    folder: Path = Path()
    passing: tuple[Path, ...] = ()  # folders that are emptied now and then
    names: tuple[str, ...] = ()  # of the environment and of .env
    secret_files: tuple[tuple[str, Path], ...] = ()  # by the variable that names each
    is_root: bool = False
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @classmethod
    def look(cls) -> Self:
        """Those of this process."""
        mounts = _MOUNTS.read_text("utf-8", "replace") if _MOUNTS.exists() else ""
        around, files = names_around(), secret_files_around()
        return cls(
            passing_host(), mounts, passing=_EMPTIED, names=around, secret_files=files, is_root=os.geteuid() == 0
        )


class CheckContext(Struct, frozen=True):
    """What the checks look at."""

    settings: Settings
    probe: Probe
    around: HostFacts


Check = Callable[[CheckContext], Awaitable[list[Finding]]]


def ok(subject: str, said: str) -> Finding:
    return Finding(Verdict.OK, subject, said)


def warn(subject: str, said: str, advice: str) -> Finding:
    return Finding(Verdict.WARN, subject, said, advice)


def wrong(subject: str, said: str, advice: str = "") -> Finding:
    return Finding(Verdict.WRONG, subject, said, advice)
