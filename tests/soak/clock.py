"""A wall clock for one process that can be set apart from the machine's while it runs: `clock.c`, built when needed."""

import shutil
import struct
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("clock.c")


class OwnClock:
    """Kept in `folder`. Where there is no compiler it cannot be set, and `is_there` says so."""

    def __init__(self, folder: Path) -> None:
        self._offset = folder / "clock"
        self._library = folder / "clock.so"
        compiler = shutil.which("cc")
        command = (compiler or "cc", "-shared", "-fPIC", "-O2", "-o", str(self._library), str(SOURCE), "-ldl")
        self.is_there = bool(compiler) and subprocess.run(command, capture_output=True, check=False).returncode == 0
        self.set_apart(0)

    def set_apart(self, seconds: int) -> None:
        """At once, also for a process that runs: the same bytes of the same file."""
        with self._offset.open("r+b" if self._offset.exists() else "wb") as file:
            file.write(struct.pack("=q", seconds))

    def environment(self) -> dict[str, str]:
        """What a process is started with that is to have it."""
        return {"LD_PRELOAD": str(self._library), "SOAK_CLOCK": str(self._offset)} if self.is_there else {}
