"""Ports for the servers of tests that run beside each other."""

import fcntl
import os
import random
import socket
import tempfile
from pathlib import Path

CHOICE = range(20_000, 32_000)  # below those that systems choose from by themselves


def free_port() -> int:
    """Of this process alone, until it ends.

    A system's own choice could be the next one's as well before a server has it, and that of any connection: so it is
    taken from below what systems choose from, and a locked file says to the tests beside this one that it is taken.
    """
    folder = Path(tempfile.gettempdir()) / "telcolink-tests-ports"
    folder.mkdir(exist_ok=True)
    for port in random.sample(CHOICE, 1_000):
        lock = os.open(folder / str(port), os.O_WRONLY | os.O_CREAT)  # stays open, as no file of Python's may
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            os.close(lock)
        else:
            return port
    raise AssertionError("no port is free")
