"""What can be told to go wrong with calls of the emulated Mono: what is met instead of, or after, the work."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from typing import ClassVar

from pydantic import ConfigDict
from starlette.responses import Response
from starlette.types import ASGIApp

from bot.sandbox.emulators.faults import FaultQueue
from bot.sandbox.emulators.mono.responses import answer_failure, answer_json, break_off, hang


@dataclass(frozen=True, slots=True)
class MonoFault:
    """One thing that goes wrong. The first that is set of drop, hang, text, huge, body, status decides.

    `status` alone gives that status with the failure envelope (and `message`); beside text or body it is theirs.
    `huge` is a size in bytes. With `carried_out` the work is done first, and only its answer is lost. `delay`, seconds
    on the emulator's clock, comes before everything; a fault that is nothing else ends in the right answer.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")  # for the control routes

    status: int | None = None
    message: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    text: str | None = None
    huge: int = 0
    drop: bool = False
    hang: bool = False
    carried_out: bool = False
    delay: float = 0.0

    def answer(self, now: datetime) -> ASGIApp | None:
        """What the caller gets; None for the right answer."""
        if self.drop or self.hang:
            return break_off if self.drop else hang
        if self.text is not None:
            return Response(self.text, self.status or 200, dict(self.headers), "application/json")
        if self.huge:
            return _answer_huge(self.huge)
        if self.body is not None:
            return answer_json(self.body, self.status or 200, self.headers)
        return answer_failure(self.status, now, self.message, self.headers) if self.status else None


def perform(fault: MonoFault | None, work: Callable[[], ASGIApp], now: datetime) -> ASGIApp:
    """Do the work, unless the fault comes before it; answer with what the fault leaves of the answer."""
    scripted = fault.answer(now) if fault else None
    if scripted is None:
        return work()
    if fault and fault.carried_out:
        work()
    return scripted


class MonoFaults:
    """Faults that were ordered for the next calls of a path; `*` in the path stands for anything."""

    def __init__(self) -> None:
        self._queue: FaultQueue[MonoFault, [str]] = FaultQueue()

    def add(self, path: str, fault: MonoFault, times: int) -> None:
        """Have the next `times` calls of `path` meet this fault. Raises ValueError for less than one time."""
        self._queue.add(fault, lambda called: fnmatchcase(called, path), times)

    def take(self, path: str) -> MonoFault | None:
        """The fault that this call meets, used up by it."""
        return self._queue.take(path)

    def clear(self) -> None:
        """Let everything go right again."""
        self._queue.clear()


def _answer_huge(size: int) -> ASGIApp:
    """Well-formed JSON that is nothing but big."""
    padding = "x" * size
    return Response(json.dumps({"status": "successful", "data": {"padding": padding}}), media_type="application/json")
