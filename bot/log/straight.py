"""Lines that every turn and every call of the provider leave in the log, written with their neighbours'.

Their fields are of closed sets, and references that name nobody: never what anybody has said. So they are not looked
through as other lines are, which costs as much as a fifth of a turn.
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec
import structlog

log = structlog.get_logger()
_encode = msgspec.json.Encoder().encode
_GIVEN = frozenset({"level", "timestamp"})  # by the log itself, to what goes through it


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


class CallLine(msgspec.Struct, frozen=True, tag_field="event", tag="provider_called"):
    """One try at the provider. `status` is None where nothing came back."""

    operation: str
    status: int | None
    outcome: str
    seconds: float
    level: str = "info"
    timestamp: str = msgspec.field(default_factory=lambda: stamp(datetime.now(UTC)))


StraightLine = TurnLine | CallLine


def stamp(now: datetime) -> str:
    """A moment of UTC as all lines have it."""
    return now.isoformat()[:-6] + "Z"


class StraightLog:
    """Where the lines go: through the log, straight to its stream where that takes JSON, or nowhere."""

    def __init__(self) -> None:
        self._stream: Callable[[str], None] | None = None
        self._silent = False
        self._waiting: list[StraightLine] = []

    def write_to(self, stream: Callable[[str], None] | None, *, silent: bool = False) -> None:
        """`stream` takes whole lines without their end; None: through the log, as everything else."""
        self._stream, self._silent = stream, silent

    def tell(self, lines: Iterable[StraightLine]) -> None:
        """What shares a commit comes at once, and is written at once. What nobody wants to read is not even made."""
        if self._silent:
            return
        if self._stream is None:
            for line in lines:
                told = msgspec.to_builtins(line)
                log.info(told.pop("event"), **{name: value for name, value in told.items() if name not in _GIVEN})
            return
        waited = bool(self._waiting)
        self._waiting += lines
        if self._waiting and not waited:
            asyncio.get_running_loop().call_soon(self._write)

    def _write(self) -> None:
        if self._stream:
            self._stream(b"\n".join(map(_encode, self._waiting)).decode())
        self._waiting.clear()


straight_log = StraightLog()  # one for the process, as the log itself
