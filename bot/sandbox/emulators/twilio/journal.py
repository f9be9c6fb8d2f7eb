"""What was asked of the emulated Twilio, what it posted, and what its debugger says; never logged."""

import re
from collections import deque
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.emulators.journal import REMEMBERED, Journal

_SID = re.compile(r"[A-Z]{2}[0-9a-fA-F]{32}")


@dataclass(frozen=True, slots=True)
class DebuggerEntry:
    """A line of Twilio's debugger, or, with code 0, the emulator's own word on what works but should not."""

    at: datetime
    code: int
    message_sid: str
    reason: str


@dataclass(frozen=True, slots=True)
class TwilioApiCall:
    """An API call that was answered; its path without the query, which holds phone numbers."""

    at: datetime
    method: str
    path: str
    status: int


@dataclass(frozen=True, slots=True)
class PostedWebhook:
    """A webhook that was posted; `status` is 0 where nothing answered."""

    at: datetime
    kind: str
    message_sid: str
    status: int


class TwilioJournal(Journal[TwilioApiCall, str]):
    """The newest of each kind, oldest first. API calls are counted by method and path, such as `GET …/{sid}.json`."""

    def __init__(self) -> None:
        super().__init__()
        self.debugger: deque[DebuggerEntry] = deque(maxlen=REMEMBERED)
        self.posted: deque[PostedWebhook] = deque(maxlen=REMEMBERED)

    def note(self, call: TwilioApiCall) -> None:
        self.note_call(call, f"{call.method} {_SID.sub('{sid}', call.path)}")
