"""What Twilio reports of the messages that it took, in any order and more than once. Never the sending.

twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
"""

import re
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

import structlog

from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.forms import Form
from bot.channels.whatsapp.gate import MESSAGE_SID
from bot.channels.whatsapp.refusals import judge_code
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone, WindowClosed
from bot.letters import KINDS, LetterBody, Message
from bot.ports import Inbound, Receive
from conversations.events import CustomerLeft
from storage.codec import Unreadable, decode
from storage.outbox import Letter, State

TRIES = 3  # for a message that Twilio took and then failed to deliver
PAUSE = timedelta(seconds=30)  # before the first of them, doubled each time

_STATUS = re.compile(r"[a-z_]{1,30}")
_CODE = re.compile(r"[0-9]{1,6}")
_STATES = {
    "sent": State.SENT,
    "failed": State.FAILED,
    "undelivered": State.FAILED,
    "delivered": State.DELIVERED,
    "read": State.READ,
}

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Report:
    """How far a message is; `code` is why it failed, 0 for no reason."""

    message: str
    state: State
    code: int = 0


class Outcome(StrEnum):
    """What came of a report."""

    UNKNOWN = "unknown"  # no message of ours has this id, yet
    OLD = "old"
    NOTED = "noted"
    HELD = "held"
    AGAIN = "again"
    GONE = "gone"


def decode_report(form: Form) -> Report | None:
    """None for a status that changes nothing. Raises `FormWrong`."""
    message, status = form.only("MessageSid", MESSAGE_SID), form.only("MessageStatus", _STATUS)
    code = int(form.maybe("ErrorCode", _CODE) or 0)
    state = _STATES.get(status)
    return Report(message, state, code) if state else None


class Reports:
    """Moves the outbox's letters on, and acts where one did not arrive."""

    def __init__(self, whatsapp: WhatsApp, receive: Receive) -> None:
        self._whatsapp = whatsapp
        self._records = whatsapp.records
        self._receive = receive

    async def take(self, report: Report) -> Outcome:
        """On disk when this returns. Raises storage's errors.

        A report can overtake the answer to the call that it is about: then it waits for that.
        """
        outcome, body = await self._records.database.run(lambda db: self._apply(db, report))
        if outcome is Outcome.UNKNOWN:
            await self._whatsapp.sending.settled()
            outcome, body = await self._records.database.run(lambda db: self._apply(db, report))
        if report.state is State.FAILED:
            log.warning("message_failed", code=report.code, outcome=outcome)
        if isinstance(body, Message) and outcome is Outcome.GONE:
            await self._receive(Inbound(body.contact, CustomerLeft()))
        if isinstance(body, Message) and outcome is Outcome.HELD:
            await self._whatsapp.announce(body.contact, body.content)
        return outcome

    def _apply(self, db: sqlite3.Connection, report: Report) -> tuple[Outcome, LetterBody | None]:
        sent = self._records.outbox.find_sent(db, report.message)
        if sent is None:
            return Outcome.UNKNOWN, None
        if not report.state.is_news_after(sent.state):
            return Outcome.OLD, None
        if report.state is State.FAILED and sent.letter:
            return self._fail(db, sent.letter, judge_code(report.code))
        self._records.outbox.note(db, sent.number, report.state)
        return Outcome.NOTED, None

    def _fail(self, db: sqlite3.Connection, letter: Letter, error: DeliveryError) -> tuple[Outcome, LetterBody | None]:
        """Hold it, send it again, or let it go; by the same table as a refused call."""
        body, outbox = _body(letter), self._records.outbox
        if isinstance(error, WindowClosed) and isinstance(body, Message) and self._shut(db, body, letter):
            outbox.hold(db, letter.number)
            return Outcome.HELD, body
        if isinstance(error, WindowClosed | ChannelBusy | ChannelDown) and letter.tries < TRIES:
            outbox.postpone(db, letter.number, letter.tries + 1, self._due(letter, error))
            return Outcome.AGAIN, body
        outbox.note(db, letter.number, State.FAILED)
        return (Outcome.GONE if isinstance(error, RecipientGone) else Outcome.NOTED), body

    def _shut(self, db: sqlite3.Connection, body: Message, letter: Letter) -> bool:
        """Shut the chat until they write; False where they have done so since the message was due."""
        chat = self._records.chats.find(db, body.contact)
        if chat and chat.heard_at > letter.due_at:
            return False
        if chat:
            self._records.chats.keep(db, replace(chat, shut=True))
        return True

    def _due(self, letter: Letter, error: DeliveryError) -> datetime:
        asked = error.retry_after if isinstance(error, ChannelBusy) else timedelta()
        pause: timedelta = PAUSE * 2**letter.tries
        return self._whatsapp.clock.now() + max(asked, pause)


def _body(letter: Letter) -> LetterBody | None:
    try:
        body: LetterBody = decode(letter.body, KINDS[letter.kind])
    except (Unreadable, KeyError):
        return None
    return body
