"""What was asked of the emulated Mono; never what it answered."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.emulators.journal import Journal


@dataclass(frozen=True, slots=True)
class MonoApiCall:
    """One request that was made, answered or not. `phone` as it was sent, "" where there was none."""

    method: str
    path: str = field(repr=False)
    phone: str = field(repr=False)
    at: datetime


class MonoJournal(Journal[MonoApiCall, tuple[str, str]]):
    """Counted by method and route, such as `GET`, `/v2/accounts/{id}`."""

    def note(self, call: MonoApiCall, route: str) -> None:
        self.note_call(call, (call.method, route))
