"""What Twilio reports of the messages that it took, in any order and more than once. Never the sending.

twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
"""

import re
from datetime import timedelta
from enum import StrEnum
from functools import partial

import structlog
from msgspec import Struct

from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.forms import Form
from bot.channels.whatsapp.messages import bare
from bot.channels.whatsapp.refusals import NotOnWhatsApp, judge_code, say_code
from bot.channels.whatsapp.signature import MESSAGE_SID
from bot.channels.whatsapp.template_messages import why_unsent
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone, WindowClosed
from bot.outbox.payloads import ChatMessage, Payload, payload_of
from bot.ports import Forward, HeardInbound, Inbound, Receive, TemplateMessage
from bot.scheduler import alone
from bot.turns.putting_aside import take_or_put_aside
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft
from conversations.link_events import TemplateUnsent
from storage.codec import encode
from storage.outbox import MessageState, OutboxMessage
from storage.transaction import Transaction

TRIES = 3  # for a message that Twilio took and then failed to deliver
PAUSE = timedelta(seconds=30)  # before the first of them, doubled each time

_STATUS = re.compile(r"[a-z_]{1,30}")
_CODE = re.compile(r"[0-9]{1,6}")
# Not "sent": that Twilio took a message is known from the answer to the call.
_STATES = {
    "failed": MessageState.FAILED,
    "undelivered": MessageState.FAILED,
    "delivered": MessageState.DELIVERED,
    "read": MessageState.READ,
}

log = structlog.get_logger()


class Report(Struct, frozen=True):
    """How far a message is; `code` is why it failed, 0 for no reason."""

    message: str
    state: MessageState
    code: int = 0


class ReportOutcome(StrEnum):
    """What came of a report."""

    UNKNOWN = "unknown"  # no message of ours has this id, yet
    OLD = "old"
    NOTED = "noted"
    HELD = "held"
    AGAIN = "again"
    BARE = "bare"  # once more, as text alone
    UNINVITED = "uninvited"
    GONE = "gone"


class Applied(Struct, frozen=True):
    """What came of a report on disk: the message that it was about, why that failed, and one that goes out instead."""

    outcome: ReportOutcome
    body: Payload | None = None
    error: DeliveryError | None = None
    instead: OutboxMessage | None = None


def decode_report(form: Form) -> Report | None:
    """None for a status that changes nothing. Raises `FormWrong`."""
    message, status = form.only("MessageSid", MESSAGE_SID), form.only("MessageStatus", _STATUS)
    code = int(form.maybe("ErrorCode", _CODE) or 0)
    state = _STATES.get(status)
    return Report(message, state, code) if state else None


class Reports:
    """Moves the outbox's messages on, and acts where one did not arrive."""

    def __init__(self, whatsapp: WhatsApp, receive: Receive, forward: Forward) -> None:
        self._whatsapp = whatsapp
        self._tables = whatsapp.tables
        self._receive = receive
        self._forward = forward

    async def take(self, report: Report) -> ReportOutcome:
        """On disk when this returns. Raises storage's errors.

        A report can overtake the answer to the call that it is about: then it waits for that.
        """
        wanted = (self._tables.sent_messages.wanted(report.message),)
        applied = await self._tables.database.run(lambda tx: self._apply(tx, report), wanted)
        if applied.outcome is ReportOutcome.UNKNOWN:
            await self._whatsapp.sending.settled()
            applied = await self._tables.database.run(lambda tx: self._apply(tx, report), wanted)
        self._whatsapp.sending.fetching.note_report(report.message)
        if report.state is MessageState.FAILED:
            log.warning("message_failed", reason=say_code(report.code), outcome=applied.outcome)
        if applied.body:  # of most reports nothing follows
            await alone(self._follow(report, applied))
        return applied.outcome

    async def _follow(self, report: Report, applied: Applied) -> None:
        match applied:
            case Applied(ReportOutcome.GONE, ChatMessage(contact)):
                await self._tell(report, contact, CustomerLeft())
            case Applied(ReportOutcome.HELD, ChatMessage(contact, content)):
                await self._whatsapp.announce(contact, content)
            case Applied(ReportOutcome.UNINVITED, TemplateMessage(contact, reference), DeliveryError() as error):
                await self._tell(report, contact, TemplateUnsent(reference, why_unsent(error)))
            case Applied(instead=OutboxMessage() as message):
                self._forward([message])

    async def _tell(self, report: Report, contact: Contact, event: CustomerLeft | TemplateUnsent) -> None:
        """That it failed, and the turn of whom that concerns: on disk together, for a report is heard once.

        Where that turn breaks on a defect of ours the report alone: refused, it would break whenever it is posted.
        """
        told = Inbound(contact, event)

        def hear(tx: Transaction) -> HeardInbound:
            return HeardInbound(told if self._note_failed(tx, report) else None)

        without = partial(self._tables.database.run, lambda tx: self._note_failed(tx, report))
        await take_or_put_aside(partial(self._receive, replace(told, hear=hear)), iter((without,)))

    def _note_failed(self, tx: Transaction, report: Report) -> bool:
        """False where another report was first."""
        sent = self._tables.sent_messages.find(tx, report.message)
        if sent is None or not report.state.is_news_after(sent.state):
            return False
        self._tables.sent_messages.fail(tx, sent.number)
        return True

    def _apply(self, tx: Transaction, report: Report) -> Applied:
        sent = self._tables.sent_messages.find(tx, report.message)
        if sent is None:
            return Applied(ReportOutcome.UNKNOWN)
        if not report.state.is_news_after(sent.state):
            return Applied(ReportOutcome.OLD)
        message = self._tables.sent_messages.content_of(tx, sent) if report.state is MessageState.FAILED else None
        if message:
            return self._fail(tx, message, judge_code(report.code))
        self._tables.sent_messages.note(tx, sent, report.state, self._whatsapp.clock.now())
        return Applied(ReportOutcome.NOTED)

    def _fail(self, tx: Transaction, message: OutboxMessage, error: DeliveryError) -> Applied:
        """Hold it, send it again, or let it go; by the same table as a refused call.

        Where somebody is to hear that it failed, that is not noted yet.
        """
        body, outbox, sent_messages = payload_of(message), self._tables.outbox, self._tables.sent_messages
        if isinstance(body, TemplateMessage):  # its agent forwards the text meanwhile
            return Applied(ReportOutcome.UNINVITED, body, error)
        if isinstance(body, ChatMessage) and isinstance(error, RecipientGone):
            if isinstance(error, NotOnWhatsApp) and not self._went_bare(tx, body):
                return self._write_plainly(tx, message, body)
            if self._is_ahead(message) or self._wrote_since(tx, body, message):
                error = ChannelDown(str(error))
        if isinstance(error, WindowClosed) and isinstance(body, ChatMessage) and self._close_window(tx, body, message):
            outbox.hold(tx, message.number)
            return Applied(ReportOutcome.HELD, body)
        if isinstance(error, WindowClosed | ChannelBusy | ChannelDown) and message.tries < TRIES:
            pause = _pause_before(message, error)
            outbox.postpone(tx, message.number, message.tries + 1, self._whatsapp.clock.now(), pause)
            return Applied(ReportOutcome.AGAIN, body)
        if isinstance(body, ChatMessage) and isinstance(error, RecipientGone):
            return Applied(ReportOutcome.GONE, body)
        sent_messages.fail(tx, message.number)
        if isinstance(body, ChatMessage) and not self._went_bare(tx, body):
            return Applied(ReportOutcome.BARE, body, instead=self._strip(tx, message, body))
        return Applied(ReportOutcome.NOTED, body)

    def _strip(self, tx: Transaction, message: OutboxMessage, body: ChatMessage) -> OutboxMessage:
        """A text is not lost for its picture or buttons, whatever was wrong with them: it goes out alone, once."""
        alone, due = encode(replace(body, content=bare(body.content)), ChatMessage), message.due_at
        return self._tables.outbox.add(tx, message.lane, message.kind, alone, due, message.drop_at)

    def _write_plainly(self, tx: Transaction, message: OutboxMessage, body: ChatMessage) -> Applied:
        """An app that is too old for buttons is reported as somebody who is not there: from now on it gets none."""
        self._tables.sent_messages.fail(tx, message.number)
        chat = self._tables.chats.find(tx, body.contact)
        if chat:
            self._tables.chats.keep(tx, replace(chat, text_only=True))
        return Applied(ReportOutcome.BARE, body, instead=self._strip(tx, message, body))

    def _went_bare(self, tx: Transaction, body: ChatMessage) -> bool:
        """Whether there was nothing about it but its text."""
        chat = self._tables.chats.find(tx, body.contact)
        return self._whatsapp.sending.is_bare(body.content) or bool(chat and chat.text_only)

    def _is_ahead(self, message: OutboxMessage) -> bool:
        """Whether a clock that was ahead has dated it: nobody can tell then whether they have written since."""
        return message.due_at > self._whatsapp.clock.now()

    def _wrote_since(self, tx: Transaction, body: ChatMessage, message: OutboxMessage) -> bool:
        """Whoever wrote after it was queued is there, whatever kept it from them."""
        chat = self._tables.chats.find(tx, body.contact)
        return chat is not None and chat.heard_at > message.due_at

    def _close_window(self, tx: Transaction, body: ChatMessage, message: OutboxMessage) -> bool:
        """Shut the chat until they write; False where they have done so since the message was due."""
        if self._wrote_since(tx, body, message):
            return False
        chat = self._tables.chats.find(tx, body.contact)
        if chat:
            self._tables.chats.keep(tx, replace(chat, window_closed=True))
        return True


def _pause_before(message: OutboxMessage, error: DeliveryError) -> timedelta:
    """Its next try."""
    asked = error.retry_after if isinstance(error, ChannelBusy) else timedelta()
    pause: timedelta = PAUSE * 2**message.tries
    return max(asked, pause)
