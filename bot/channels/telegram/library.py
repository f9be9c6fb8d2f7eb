"""python-telegram-bot, loaded with the first call that needs it: a picture, a file, a menu. Never what is called.

Nothing else takes as long to load: a sixth of a start, for which customers would wait, and most lives need none of it.
"""

import asyncio
from typing import TYPE_CHECKING

from bot.channels.telegram.transport import Transport

if TYPE_CHECKING:
    from bot.channels.telegram.library_calls import LibraryCalls


class Library:
    """The library's calls of one bot."""

    def __init__(self, transport: Transport, token: str, base: str) -> None:
        self._transport = transport
        self._token = token
        self._base = base
        self._calls: LibraryCalls | None = None

    async def calls(self) -> "LibraryCalls":
        """Loaded beside the conversations, which go on meanwhile."""
        if self._calls is None:
            self._calls = await asyncio.to_thread(self._load)
        return self._calls

    def _load(self) -> "LibraryCalls":
        from bot.channels.telegram.library_calls import LibraryCalls  # noqa: PLC0415 - as said above

        return LibraryCalls(self._transport, self._token, self._base)
