"""A gate before a server that can be shut, or swallow what comes, as a proxy or a network. Never what goes through it.

It counts what is posted, door by door, and how long each answer takes: it sees what a platform sees.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import cast


class State(Enum):
    OPEN = "open"
    SHUT = "nobody is there"
    MUTE = "nothing is answered"


@dataclass(slots=True)
class Traffic:
    """What was posted, by door, and each answer: when (seconds since the epoch), after how long, and its status."""

    posted: Counter[str] = field(default_factory=Counter)
    answers: list[tuple[float, float, int]] = field(default_factory=list)


class Gate:
    """Before a port of this machine. `state` may change at any time, and holds for open connections too."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.traffic = Traffic()
        self._state = State.OPEN
        self._open: set[_Comer] = set()

    @property
    def state(self) -> State:
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._state = state
        if state is not State.OPEN:
            for comer in list(self._open):
                comer.transport.abort()

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[str]:
        server = await asyncio.get_running_loop().create_server(lambda: _Comer(self, self._open), "127.0.0.1", 0)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()
            self.state = State.SHUT


class _Comer(asyncio.Protocol):
    """One connection of a platform's, and the one behind the gate that belongs to it."""

    def __init__(self, gate: Gate, known: "set[_Comer]") -> None:
        self._gate = gate
        self._known = known
        self._waiting = bytearray()
        self._behind: asyncio.Transport | None = None
        self._asked_at = 0.0
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        if self._gate.state is State.SHUT:
            self.transport.abort()
            return
        self._known.add(self)
        if self._gate.state is State.OPEN:
            self._joining = asyncio.ensure_future(self._join())

    async def _join(self) -> None:
        try:
            made, _ = await asyncio.get_running_loop().create_connection(
                lambda: _Behind(self), "127.0.0.1", self._gate.port
            )
        except OSError:
            self.transport.abort()
            return
        self._behind = made
        made.write(bytes(self._waiting))

    def data_received(self, data: bytes) -> None:
        if data.startswith(b"POST "):
            self._asked_at = time.perf_counter()
            self._gate.traffic.posted[data[5 : data.index(b" ", 5)].decode("latin-1")] += 1
        if self._behind:
            if not self._behind.is_closing():
                self._behind.write(data)
        else:
            self._waiting += data

    def answered(self, data: bytes) -> None:
        if self._asked_at:
            took, self._asked_at = time.perf_counter() - self._asked_at, 0.0
            self._gate.traffic.answers.append((time.time(), took, int(data[9:12])))
        if not self.transport.is_closing():
            self.transport.write(data)

    def connection_lost(self, _: Exception | None) -> None:
        self._known.discard(self)
        if self._behind:
            self._behind.abort()


class _Behind(asyncio.Protocol):
    """The connection to the server."""

    def __init__(self, comer: _Comer) -> None:
        self._comer = comer

    def data_received(self, data: bytes) -> None:
        self._comer.answered(data)

    def connection_lost(self, _: Exception | None) -> None:
        self._comer.transport.close()
