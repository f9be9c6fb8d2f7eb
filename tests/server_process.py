"""The process of a test's server, from its beginning to its end. It loads nothing of what only the tests need."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from bot.__main__ import main


def run_server(settings: dict[str, str], folder: Path, log: Path, prepare: Callable[[], object]) -> NoReturn:
    """`telcolink serve`. What the machine's own environment says of the bot does not count."""
    with log.open("ab") as file:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(file.fileno(), stream.fileno())
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(settings)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # who runs the tests may have turned it off, as `nohup` does
    prepare()
    sys.exit(main(["serve"]))
