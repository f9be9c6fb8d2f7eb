"""The advisory locks that keep a database to one process: on a file beside it, and on its own. Never what is in it."""

import asyncio
import fcntl
import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Self

from storage.errors import DatabaseLocked
from storage.place import find_real

POLL = timedelta(milliseconds=50)


class LockFile:
    """An advisory lock (`flock`) on a file that names its holder's process id.

    The kernel lets go of it when the holder dies in any way. The file stays where it is: were it removed, two
    processes could lock two files of the same name.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._file = self._open()

    @classmethod
    async def acquire(cls, database: Path, wait: timedelta = timedelta(0)) -> Self:
        """Take the lock, trying again for as long as `wait`. Raises `DatabaseLocked`, `OSError`."""
        lock = cls(database)
        try:
            await lock._take(wait)
        except BaseException:
            lock.release()
            raise
        return lock

    def release(self) -> None:
        """Let go; the next process may begin."""
        os.close(self._file)

    async def _take(self, wait: timedelta) -> None:
        clock = asyncio.get_running_loop().time
        deadline = clock() + wait.total_seconds()
        while not self._try():
            if clock() >= deadline:
                raise DatabaseLocked(self._holder(), str(self._database))
            await asyncio.sleep(POLL.total_seconds())

    def _try(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        self._sign()
        return True

    def _open(self) -> int:
        """What root does leaves no file behind that the service cannot open: it is whose the database is."""
        file = os.open(beside(self._database, ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        with suppress(FileNotFoundError, PermissionError):
            owner = self._database.stat()
            os.fchown(file, owner.st_uid, owner.st_gid)
        return file

    def _sign(self) -> None:
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def _holder(self) -> str:
        return f"process {_number_in(os.pread(self._file, 32, 0))}"


def is_held(database: Path) -> bool:
    """Whether a process has it just now. What cannot be looked at may be held."""
    database = find_real(database)
    for file in (beside(database, ".lock"), database):
        try:
            with file.open("rb") as opened:
                fcntl.flock(opened, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            continue
        except OSError:
            return True
    return False


def read_holder(database: Path) -> str:
    """The id of the process that had it last, as it was signed; "unknown" where it was not."""
    try:
        return _number_in(beside(find_real(database), ".lock").read_bytes()[:32])
    except OSError:
        return _number_in(b"")


def _number_in(signed: bytes) -> str:
    return signed.decode("ascii", "replace").strip() or "unknown"


class OwnLock(LockFile):
    """The same on the database's own file, which nobody removes while it is in use: the one beside it some do.

    Closing a descriptor of a file takes from SQLite, in the same process, its own locks on it. So this one is opened
    before SQLite opens the file, behind the lock beside it, and closed after SQLite.
    """

    def _open(self) -> int:
        return os.open(self._database, os.O_RDONLY | os.O_CREAT, 0o600)

    def _sign(self) -> None:
        """Nothing of ours stands in it."""

    def _holder(self) -> str:
        return "another process, although its .lock was removed"


def beside(path: Path, ending: str) -> Path:
    """A file that belongs to a database."""
    return path.with_name(path.name + ending)
