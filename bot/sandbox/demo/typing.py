"""What somebody types, line by line, or what is piped in. Never what it does."""

import asyncio
import threading
from typing import TextIO


class TypedLines:
    """Lines of a text stream, read beside the event loop: at its end nobody waits for one more key."""

    def __init__(self, source: TextIO) -> None:
        self._lines: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(source, loop), daemon=True).start()

    async def next(self) -> str | None:
        """The next line without its end; None when there are no more."""
        line = await self._lines.get()
        return line.rstrip("\r\n") if line else None

    def _read(self, source: TextIO, loop: asyncio.AbstractEventLoop) -> None:
        line = "first"
        while line:
            line = source.readline()
            try:
                loop.call_soon_threadsafe(self._lines.put_nowait, line)
            except RuntimeError:  # the loop has ended
                return
