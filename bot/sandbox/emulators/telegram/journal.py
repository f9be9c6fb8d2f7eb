"""What the bot asked of the emulated Telegram and what it was answered; never logged."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.emulators.journal import Journal


@dataclass(frozen=True, slots=True)
class TelegramApiCall:
    """One call of a method, with its arguments as they came, and its answer's status and description."""

    at: datetime
    method: str
    arguments: dict[str, str] = field(repr=False)
    status: int
    description: str = ""


class TelegramJournal(Journal[TelegramApiCall, tuple[str, int]]):
    """Counted by method and status."""

    def note(self, call: TelegramApiCall) -> None:
        """Remember a call that was answered."""
        self.note_call(call, (call.method, call.status))

    def made(self, method: str) -> list[TelegramApiCall]:
        """The remembered calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method.lower()]
