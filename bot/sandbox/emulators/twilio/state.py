"""The state of the emulated Twilio, in one place for its parts to share; never what any of them does with it."""

from dataclasses import dataclass
from datetime import timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.twilio.account import Sender, TwilioAccount
from bot.sandbox.emulators.twilio.contents import Contents
from bot.sandbox.emulators.twilio.faults import TwilioFaults
from bot.sandbox.emulators.twilio.journal import DebuggerEntry, PostedWebhook, TwilioJournal
from bot.sandbox.emulators.twilio.message_log import MessageLog
from bot.sandbox.emulators.twilio.people import WhatsAppUsers
from bot.sandbox.emulators.twilio.rate_limits import SenderRate


@dataclass(frozen=True, slots=True)
class AccountRules:
    """What this account may do, and what Twilio leaves open.

    `settle_time`: how long after a message's end it can be deleted. `early_redaction`: whether it can be redacted
    sooner, which is not documented. `rate`: messages a second of the sender. `concurrency`: API calls at once.
    """

    settle_time: timedelta = timedelta(seconds=60)
    early_redaction: bool = False
    rate: float = 80.0
    concurrency: int = 100


class TwilioState:
    """Account, sender, clock and rules stay; the rest is forgotten by `reset`."""

    def __init__(self, account: TwilioAccount, sender: Sender, clock: EmulatedClock, rules: AccountRules) -> None:
        self.account, self.sender, self.clock, self.rules = account, sender, clock, rules
        self.base_url = "https://api.twilio.com"
        self.reset()

    def reset(self) -> None:
        self.message_log = MessageLog()
        self.people = WhatsAppUsers()
        self.contents = Contents()
        self.faults = TwilioFaults()
        self.journal = TwilioJournal()
        self.rate = SenderRate(self.rules.rate)

    def remark(self, code: int, message_sid: str, reason: str) -> None:
        self.journal.debugger.append(DebuggerEntry(self.clock.now(), code, message_sid, reason))

    def note_post(self, kind: str, message_sid: str, status: int) -> None:
        self.journal.posted.append(PostedWebhook(self.clock.now(), kind, message_sid, status))
