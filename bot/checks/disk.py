"""Whether the disk under the database can be written, has room, and will be there tomorrow. Never the database."""

import errno
import re
import shutil
import tempfile
from pathlib import Path, PurePosixPath

from bot.checks.finding import CheckContext, Finding, HostFacts, ok, warn, wrong
from bot.checks.owners import why_closed
from storage.database import MEMORY
from storage.place import DatabasePlace, find_real

_SUBJECT = "disk"
_MEGABYTE = 1024 * 1024
_TOO_LITTLE = 20 * _MEGABYTE
_LITTLE = 500 * _MEGABYTE

_PASSES = {errno.ENOSPC, errno.EDQUOT}  # there is no room, of which is told by itself
_IN_MEMORY = {"tmpfs", "ramfs"}
_LAYERS = {"overlay", "aufs", "fuse-overlayfs"}  # what a container is made of
# sqlite.org/wal.html: all users of a database must be on the same machine
_FAR_AWAY = {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gcsfuse", "fuse.s3fs"}


async def check_room(context: CheckContext) -> list[Finding]:
    """Writable, and with room to spare."""
    path = context.settings.database_place()
    if not isinstance(path, Path) or path == MEMORY:
        return []
    said, advice = why_unusable(path, context.around.mounts)
    folder = path.absolute().parent
    return [wrong(_SUBJECT, said, advice) if said else judge_room(folder, shutil.disk_usage(folder).free)]


def why_unusable(path: Path, mounts: str) -> tuple[str, str]:
    """What somebody must change before a database can be at `path`, and how; two empty texts where nothing must."""
    try:
        return _find_obstacle(path, mounts)
    except PermissionError:  # of its folder, or of one above that
        folder = path.absolute().parent
        advice = f"Give this user the right to; `namei -l {folder}` shows which folder keeps it out."
        return f"{folder} cannot be entered by this user", advice


def _find_obstacle(path: Path, mounts: str) -> tuple[str, str]:
    if _leads_back(path):
        said = f"{path.absolute()} cannot be reached: a link on the way leads back to itself"
        return said, "Mend the link, or change DATABASE_URL."
    folder, led = _folder(path)
    if not folder.is_dir():
        return f"{folder} is not there{led}", "Make the folder, or change DATABASE_URL."
    if path.is_dir():
        return f"{path.absolute()} is a folder", "Name a file in DATABASE_URL."
    if is_read_only(mounts, path):
        advice = "Mount it so that it can be written (rw), or name another place in DATABASE_URL."
        return f"{folder} is on a disk that is mounted to be read only", advice
    closed, advice = why_closed(path)
    if closed:
        return closed, advice
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno not in _PASSES:
            return f"{folder} cannot be written: {error.strerror}", "Give this user the right to."
    return "", ""


def _leads_back(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _folder(path: Path) -> tuple[Path, str]:
    """Where the file really is or will be, for what belongs to it is beside that; and what leads there, in words."""
    led = f", where the link {path.absolute()} leads" if path.is_symlink() else ""
    return find_real(path).parent if led else path.absolute().parent, led


def judge_room(folder: Path, free: int) -> Finding:
    """Whether `free` bytes will do for a while."""
    said = f"{folder} can be written, {free // _MEGABYTE:,} MB are free"
    if free >= _LITTLE:
        return ok(_SUBJECT, said)
    judge = wrong if free < _TOO_LITTLE else warn
    return judge(_SUBJECT, said, "Make room: on a full disk nobody is answered.")


async def check_permanence(context: CheckContext) -> list[Finding]:
    """Whether what is written will be there after a restart, a deploy, a move."""
    path = context.settings.database_place()
    if not isinstance(path, Path):
        return []  # its server sees to that
    lost = why_lost(path, context.around)
    if lost:
        judge = warn if context.settings.accept_losing_data else wrong
        advice = "Use a disk that stays (/var/lib/telcolink). ACCEPT_LOSING_DATA=yes starts all the same, for trials."
        return [judge(_SUBJECT, f"sessions, consents and accounts will be lost: {lost}", advice)]
    kind, place = find_file_system(context.around.mounts, path)
    if not kind:
        return [warn(_SUBJECT, "cannot tell on this system whether the disk stays", "See that it does.")]
    if kind in _LAYERS:
        said = "cannot tell whether the disk stays: it is a container's own layer, which goes when that is replaced"
        return [warn(_SUBJECT, said, "Put the database on a mounted volume and name it in DATABASE_URL.")]
    if kind in _FAR_AWAY:
        said = f"the disk is on another machine ({kind}), where SQLite's locks do not hold"
        return [wrong(_SUBJECT, said, "Put the database on a disk of this machine.")]
    return [ok(_SUBJECT, f"the disk stays, as far as can be told: {kind}, mounted at {place}")]


def why_lost(path: DatabasePlace, around: HostFacts) -> str:
    """Why a database at `path` will be gone after a restart, or in a while; empty when that is not known."""
    if not isinstance(path, Path):
        return ""
    if path == MEMORY:
        return "the database is in memory"
    if around.host:
        return f"{around.host} gives a new disk at every start"
    kind, place = find_file_system(around.mounts, path)
    if kind in _IN_MEMORY:
        return f"{place} is in memory ({kind})"
    places = (path.absolute(), find_real(path))  # a link from or into such a folder is as bad
    emptied = next((each for each in around.passing if any(place.is_relative_to(each) for place in places)), None)
    return f"the database is in {emptied}, which is emptied at a restart or by age" if emptied else ""


def is_read_only(mounts: str, path: Path) -> bool:
    """Whether the file system that holds `path` was mounted so."""
    _, place = find_file_system(mounts, path)
    lines = [line.split(" ") for line in mounts.splitlines() if line.split(" ")[1:2] == [place]]
    return bool(lines) and "ro" in (lines[-1][3] if len(lines[-1]) > 3 else "").split(",")


def find_file_system(mounts: str, path: Path) -> tuple[str, str]:
    """The kind of file system that holds `path`, and where it is mounted; two empty texts when it is not known.

    `mounts` is as in Linux's /proc/self/mounts: device, place, kind, options; the last that fits best counts.
    """
    real = PurePosixPath(find_real(path))
    found = ("", "")
    for line in mounts.splitlines():
        _, place, kind, *_ = [*line.split(" "), "", "", ""]
        place = re.sub(r"\\([0-7]{3})", lambda escape: chr(int(escape[1], 8)), place)
        if place and real.is_relative_to(place) and len(place) >= len(found[1]):
            found = (kind, place)
    return found
