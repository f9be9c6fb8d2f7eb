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
from bot.channels.whatsapp.intake import Forward
from bot.channels.whatsapp.inviting import why_unsent
from bot.channels.whatsapp.messages import bare
from bot.channels.whatsapp.refusals import judge_code, say_code
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone, WindowClosed
from bot.letters import Invite, LetterBody, Message, body_of
from bot.ports import Inbound, Receive
from conversations.events import CustomerLeft, InvitationUnsent
from storage.codec import encode
from storage.outbox import Letter, State

TRIES = 3  # for a message that Twilio took and then failed to deliver
PAUSE = timedelta(seconds=30)  # before the first of them, doubled each time

_STATUS = re.compile(r"[a-z_]{1,30}")
_CODE = re.compile(r"[0-9]{1,6}")
# Not "sent": that Twilio took a message is known from the answer to the call.
_STATES = {
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
    BARE = "bare"  # once more, as text alone
    UNINVITED = "uninvited"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a report on disk: the letter that it was about, why that failed, and one that goes out instead."""

    outcome: Outcome
    body: LetterBody | None = None
    error: DeliveryError | None = None
    instead: Letter | None = None


def decode_report(form: Form) -> Report | None:
    """None for a status that changes nothing. Raises `FormWrong`."""
    message, status = form.only("MessageSid", MESSAGE_SID), form.only("MessageStatus", _STATUS)
    code = int(form.maybe("ErrorCode", _CODE) or 0)
    state = _STATES.get(status)
    return Report(message, state, code) if state else None


class Reports:
    """Moves the outbox's letters on, and acts where one did not arrive."""

    def __init__(self, whatsapp: WhatsApp, receive: Receive, forward: Forward) -> None:
        self._whatsapp = whatsapp
        self._records = whatsapp.records
        self._receive = receive
        self._forward = forward

    async def take(self, report: Report) -> Outcome:
        """On disk when this returns. Raises storage's errors.

        A report can overtake the answer to the call that it is about: then it waits for that.
        """
        applied = await self._records.database.run(lambda db: self._apply(db, report))
        if applied.outcome is Outcome.UNKNOWN:
            await self._whatsapp.sending.settled()
            applied = await self._records.database.run(lambda db: self._apply(db, report))
        if report.state is State.FAILED:
            log.warning("message_failed", reason=say_code(report.code), outcome=applied.outcome)
        await self._follow(applied)
        return applied.outcome

    async def _follow(self, applied: Applied) -> None:
        match applied:
            case Applied(Outcome.GONE, Message(contact)):
                await self._receive(Inbound(contact, CustomerLeft()))
            case Applied(Outcome.HELD, Message(contact, content)):
                await self._whatsapp.announce(contact, content)
            case Applied(Outcome.UNINVITED, Invite(contact, reference), DeliveryError() as error):
                await self._receive(Inbound(contact, InvitationUnsent(reference, why_unsent(error))))
            case Applied(instead=Letter() as letter):
                self._forward([letter])

    def _apply(self, db: sqlite3.Connection, report: Report) -> Applied:
        sent = self._records.outbox.find_sent(db, report.message)
        if sent is None:
            return Applied(Outcome.UNKNOWN)
        if not report.state.is_news_after(sent.state):
            return Applied(Outcome.OLD)
        if report.state is State.FAILED and sent.letter:
            return self._fail(db, sent.letter, judge_code(report.code))
        self._records.outbox.note(db, sent.number, report.state)
        return Applied(Outcome.NOTED)

    def _fail(self, db: sqlite3.Connection, letter: Letter, error: DeliveryError) -> Applied:
        """Hold it, send it again, or let it go; by the same table as a refused call."""
        body, outbox = body_of(letter), self._records.outbox
        if isinstance(body, Invite):  # its agent forwards the text meanwhile
            outbox.note(db, letter.number, State.FAILED)
            return Applied(Outcome.UNINVITED, body, error)
        if isinstance(error, WindowClosed) and isinstance(body, Message) and self._shut(db, body, letter):
            outbox.hold(db, letter.number)
            return Applied(Outcome.HELD, body)
        if isinstance(error, WindowClosed | ChannelBusy | ChannelDown) and letter.tries < TRIES:
            outbox.postpone(db, letter.number, letter.tries + 1, self._due(letter, error))
            return Applied(Outcome.AGAIN, body)
        outbox.note(db, letter.number, State.FAILED)
        if isinstance(error, RecipientGone):
            return Applied(Outcome.GONE, body)
        if isinstance(body, Message) and not self._whatsapp.sending.is_bare(body.content):
            return Applied(Outcome.BARE, body, instead=self._strip(db, letter, body))
        return Applied(Outcome.NOTED, body)

    def _strip(self, db: sqlite3.Connection, letter: Letter, body: Message) -> Letter:
        """A text is not lost for its picture or buttons, whatever was wrong with them: it goes out alone, once."""
        alone, now = replace(body, content=bare(body.content)), self._whatsapp.clock.now()
        return self._records.outbox.add(db, letter.lane, letter.kind, encode(alone, Message), now, letter.drop_at)

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
