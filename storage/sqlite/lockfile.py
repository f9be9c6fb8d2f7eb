"""The advisory lock on a file that keeps a database to one process. Never the database itself."""

import asyncio
import fcntl
import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Self

from storage.errors import DatabaseLocked

POLL = timedelta(milliseconds=50)


class LockFile:
    """An advisory lock (`flock`) on a file that names its holder's process id.

    The kernel lets go of it when the holder dies in any way. The file stays where it is: were it removed, two
    processes could lock two files of the same name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._give_to_owner()

    @classmethod
    async def acquire(cls, path: Path, wait: timedelta = timedelta(0)) -> Self:
        """Take the lock, trying again for as long as `wait`. Raises `DatabaseLocked`, `OSError`."""
        lock = cls(path)
        try:
            await lock._take(wait)
        except BaseException:
            lock.release()
            raise
        return lock

    def release(self) -> None:
        """Let go; the next process may begin."""
        os.close(self._file)

    def _give_to_owner(self) -> None:
        """A command that root gives leaves no file behind that the service cannot open: it is whose the database is."""
        with suppress(FileNotFoundError, PermissionError):
            owner = self._path.with_suffix("").stat()
            os.fchown(self._file, owner.st_uid, owner.st_gid)

    async def _take(self, wait: timedelta) -> None:
        clock = asyncio.get_running_loop().time
        deadline = clock() + wait.total_seconds()
        while not self._try():
            if clock() >= deadline:
                raise DatabaseLocked(f"{self._path} is held by process {self._holder()}")
            await asyncio.sleep(POLL.total_seconds())

    def _try(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)
        return True

    def _holder(self) -> str:
        return os.pread(self._file, 32, 0).decode("ascii", "replace").strip() or "unknown"
