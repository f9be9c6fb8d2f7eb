"""An emulator as a command of its own: until Ctrl-C, or with a word of what is wrong. Never which emulator."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any


def run_alone(serving: Coroutine[Any, Any, None]) -> int:
    """Run until Ctrl-C; the answer is the process's exit status."""
    try:
        asyncio.run(serving)
    except KeyboardInterrupt:
        return 0
    except (OSError, ValueError) as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    return 0


async def stay(said: str) -> None:
    """Say what there is to know, and stay until cancelled."""
    sys.stdout.write(said)
    sys.stdout.flush()
    await asyncio.Event().wait()
