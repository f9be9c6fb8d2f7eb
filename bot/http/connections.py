"""The open connections of one server: those whose time is over end, and of too many the one that is silent for longest.

Never what comes over them.
"""

import asyncio
from typing import ClassVar, Protocol
from weakref import WeakKeyDictionary

from uvicorn.server import ServerState

LOOK_SECONDS = 0.5


class OpenConnection(Protocol):
    """One of them; over by `due`, on the loop's clock, whatever it is doing."""

    due: float
    transport: asyncio.Transport

    @property
    def is_answered(self) -> bool:
        """Nothing that it has asked for waits for its answer; what has not come in whole was not asked yet."""

    def expire(self) -> None:
        """Its time is over."""


class Connections:
    """Of a server, in the order in which they came or have asked for something."""

    _of: ClassVar["WeakKeyDictionary[ServerState, Connections]"] = WeakKeyDictionary()

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._open: dict[OpenConnection, None] = {}
        self._new: dict[OpenConnection, None] = {}  # of those, who has not asked for anything whole yet
        self._looking = False

    @classmethod
    def of(cls, server: ServerState, loop: asyncio.AbstractEventLoop) -> "Connections":
        found = cls._of.get(server)
        if found is None:
            found = cls._of[server] = cls(loop)
        return found

    def add(self, connection: OpenConnection, most: int | None) -> None:
        """Where there are `most`, the one goes that has asked for nothing for longest, who never has before others."""
        silent = next(iter(self._new), None)
        self._open[connection] = self._new[connection] = None
        if most is not None and len(self._open) > most:
            silent = silent or next(each for each in self._open if each.is_answered)  # or this one, the last of them
            self.remove(silent)
            silent.transport.abort()
        if not self._looking:
            self._looking = True
            self._loop.call_later(LOOK_SECONDS, self._look)

    def settle(self, connection: OpenConnection) -> None:
        """It has asked for something."""
        if connection in self._open:
            self.remove(connection)
            self._open[connection] = None

    def remove(self, connection: OpenConnection) -> None:
        self._open.pop(connection, None)
        self._new.pop(connection, None)

    def _look(self) -> None:
        now = self._loop.time()
        for connection in [each for each in self._open if each.due <= now]:
            connection.expire()
        self._looking = bool(self._open)
        if self._looking:
            self._loop.call_later(LOOK_SECONDS, self._look)
