"""What goes wrong on request: webhooks lost, doubled or late, messages that fail, API calls that break."""

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

Webhook = Literal["message", "status"]


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one webhook: how many `copies` are posted (0 loses it), and after how long."""

    copies: int = 1
    delay: timedelta = timedelta()


LOST = Fate(copies=0)
DOUBLED = Fate(copies=2)
_USUAL = Fate()


def late(seconds: float) -> Fate:
    return Fate(delay=timedelta(seconds=seconds))


@dataclass(slots=True)
class Fault:
    """What becomes of the next `times` API calls whose method and path fit; an empty `method` or `path` fits all.

    `status` is answered instead of the truth (0: the truth), with Twilio's error body for `code`, or with `body` as
    HTML, as from a proxy. `slow` seconds pass on the clock first; `drop` breaks the connection without an answer;
    `after` does what was asked for all the same before it answers or breaks.
    """

    method: str = ""
    path: str = ""
    status: int = 0
    code: int = 0
    body: str = ""
    slow: float = 0
    drop: bool = False
    after: bool = False
    times: int = 1

    def fits(self, method: str, path: str) -> bool:
        return self.method in {"", method} and self.path in path


@dataclass(slots=True)
class Mishaps:
    """Everything that is scripted and has not happened yet. `scrambled`: status callbacks overtake each other."""

    fates: dict[Webhook, deque[Fate]] = field(default_factory=lambda: {"message": deque(), "status": deque()})
    dooms: deque[int] = field(default_factory=deque)
    faults: list[Fault] = field(default_factory=list)
    scrambled: bool = False

    def take_fate(self, webhook: Webhook) -> Fate:
        fates = self.fates[webhook]
        return fates.popleft() if fates else _USUAL

    def take_doom(self) -> int:
        """The error code that the next outgoing message fails with; 0 for none."""
        return self.dooms.popleft() if self.dooms else 0

    def take_fault(self, method: str, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.fits(method, path):
                fault.times -= 1
                if fault.times < 1:
                    self.faults.remove(fault)
                return fault
        return None
