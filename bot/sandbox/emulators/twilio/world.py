"""All that the emulated Twilio knows, in one place for its parts to share; never what any of them does with it."""

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import Clock
from bot.sandbox.emulators.twilio.account import Account, Sender
from bot.sandbox.emulators.twilio.contents import Contents
from bot.sandbox.emulators.twilio.ledger import Ledger
from bot.sandbox.emulators.twilio.limits import SenderRate
from bot.sandbox.emulators.twilio.mishaps import Mishaps
from bot.sandbox.emulators.twilio.people import People

_SID = re.compile(r"[A-Z]{2}[0-9a-fA-F]{32}")
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of Twilio's debugger, or, with code 0, the emulator's own word on what works but should not."""

    at: datetime
    code: int
    message_sid: str
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An API call that was answered; its path without the query, which holds phone numbers."""

    at: datetime
    method: str
    path: str
    status: int


@dataclass(frozen=True, slots=True)
class Posted:
    """A webhook that was posted; `status` is 0 where nothing answered."""

    at: datetime
    kind: str
    message_sid: str
    status: int


@dataclass(slots=True)
class Records:
    """What happened, for tests to look at: the last ten thousand of each kind, and the API calls counted."""

    remarks: deque[Remark] = field(default_factory=lambda: deque(maxlen=_KEPT))
    asked: deque[Asked] = field(default_factory=lambda: deque(maxlen=_KEPT))
    posted: deque[Posted] = field(default_factory=lambda: deque(maxlen=_KEPT))
    counts: Counter[str] = field(default_factory=Counter)

    def note_call(self, call: Asked) -> None:
        self.asked.append(call)
        self.counts[f"{call.method} {_SID.sub('{sid}', call.path)}"] += 1


@dataclass(frozen=True, slots=True)
class Rules:
    """What this account may do, and what Twilio leaves open.

    `settle_time`: how long after a message's end it can be deleted. `early_redaction`: whether it can be redacted
    sooner, which is not documented. `rate`: messages a second of the sender. `concurrency`: API calls at once.
    """

    settle_time: timedelta = timedelta(seconds=60)
    early_redaction: bool = False
    rate: float = 80.0
    concurrency: int = 100


class World:
    """Account, sender, clock and rules stay; the rest is forgotten by `reset`."""

    def __init__(self, account: Account, sender: Sender, clock: Clock, rules: Rules) -> None:
        self.account, self.sender, self.clock, self.rules = account, sender, clock, rules
        self.base_url = "https://api.twilio.com"
        self.reset()

    def reset(self) -> None:
        self.ledger = Ledger()
        self.people = People()
        self.contents = Contents()
        self.mishaps = Mishaps()
        self.records = Records()
        self.rate = SenderRate(self.rules.rate)

    def remark(self, code: int, message_sid: str, reason: str) -> None:
        self.records.remarks.append(Remark(self.clock.now(), code, message_sid, reason))

    def note_post(self, kind: str, message_sid: str, status: int) -> None:
        self.records.posted.append(Posted(self.clock.now(), kind, message_sid, status))
