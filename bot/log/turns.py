"""The line that every turn leaves in the log, written with those of its neighbours. Never what anybody has said.

Its fields are of closed sets, and references that name nobody. So it is not looked through as other lines are, which
costs as much as a fifth of a turn.
"""

import asyncio
from collections.abc import Callable, Iterable

import msgspec
import structlog

log = structlog.get_logger()


class TurnLine(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="event", tag="turn"):
    """`who` is another tag for each day. `refused` says why what was wanted did not happen, "" where it did.

    `link` and `receipt` are the references of the agent's link and of the agreement, where there are any.
    """

    who: str
    came: str
    before: str = ""
    after: str = ""
    said: tuple[str, ...] = ()
    refused: str = ""
    link: str = ""
    receipt: str = ""
    ms: float | None = None
    level: str = ""
    timestamp: str = ""


class TurnLineWriter:
    """Where the lines go: through the log, or straight to its stream where that takes JSON."""

    def __init__(self) -> None:
        self._stream: Callable[[str], None] | None = None
        self._waiting: list[TurnLine] = []

    def write_to(self, stream: Callable[[str], None] | None) -> None:
        """`stream` takes whole lines without their end; None: through the log, as everything else."""
        self._stream = stream

    def tell(self, lines: Iterable[TurnLine]) -> None:
        """What shares a commit comes at once, and is written at once."""
        if self._stream is None:
            for line in lines:
                told = msgspec.to_builtins(line)
                log.info(told.pop("event"), **told)
            return
        waited = bool(self._waiting)
        self._waiting += lines
        if self._waiting and not waited:
            asyncio.get_running_loop().call_soon(self._write)

    def _write(self) -> None:
        if self._stream:
            self._stream("\n".join(msgspec.json.encode(line).decode() for line in self._waiting))
        self._waiting.clear()


turn_log = TurnLineWriter()  # one for the process, as the log itself
