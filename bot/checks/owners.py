"""Whose the database's file is, and what stands beside it: all of it must be the service's. Never what is in them."""

import os
import pwd
import shlex
from collections.abc import Iterable
from pathlib import Path

from bot.checks.finding import CheckContext, Finding, wrong
from storage.database import MEMORY
from storage.looking import is_held
from storage.place import find_real

_BESIDE = ("", "-wal", "-shm", ".lock", ".heads", ".reseal", ".wishes")


def why_closed(path: Path) -> tuple[str, str]:
    """Which of them this user cannot read and write, and how to mend that; two empty texts where that is none."""
    effective = os.access in os.supports_effective_ids
    closed = [each for each in _parts(path) if not os.access(each, os.R_OK | os.W_OK, effective_ids=effective)]
    if not closed:
        return "", ""
    return f"{_named(closed)} cannot be read and written by this user", _hand_over(closed, os.geteuid())


async def check_owners(context: CheckContext) -> list[Finding]:
    """What root sees: to root nothing is closed. Whoever has it open got at all of it."""
    path = context.settings.database_place()
    if not isinstance(path, Path) or path == MEMORY or not context.around.is_root or not path.exists() or is_held(path):
        return []
    owner = find_real(path).parent.stat().st_uid or path.stat().st_uid  # in a folder of root's it is whose the file is
    others = [each for each in _parts(path) if each.stat().st_uid != owner]
    if not others:
        return []
    whose = ", ".join(sorted({_name(each.stat().st_uid) for each in others}))
    said = f"{_named(others)}: owned by {whose}, and a service that runs as {_name(owner)} cannot use that"
    return [wrong("disk", said, _hand_over(others, owner))]


def _parts(path: Path) -> list[Path]:
    real = find_real(path)
    return [part for ending in _BESIDE if (part := real.with_name(f"{real.name}{ending}")).exists()]


def _hand_over(parts: Iterable[Path], user: int) -> str:
    return f"As root: chown -R {_name(user)}: {shlex.join(map(str, parts))}"


def _named(parts: list[Path]) -> str:
    return ", ".join([str(parts[0]), *(part.name for part in parts[1:])])


def _name(user: int) -> str:
    """A container's user may have none."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
