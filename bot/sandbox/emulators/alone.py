"""An emulator as a command of its own: until Ctrl-C, or with a word of what is wrong. Never which emulator."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any


def run_alone(serving: Coroutine[Any, Any, None]) -> int:
    """Run until Ctrl-C or SIGTERM; the answer is the process's exit status."""
    try:
        asyncio.run(_until_told(serving))
    except (OSError, ValueError) as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    return 0


async def _until_told(serving: Coroutine[Any, Any, None]) -> None:
    # Handlers of the loop's own: Python's may be noticed only when something else wakes the loop, and nothing will.
    task = asyncio.ensure_future(serving)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


async def stay(said: str) -> None:
    """Say what there is to know, and stay until cancelled."""
    sys.stdout.write(said)
    sys.stdout.flush()
    await asyncio.Event().wait()
