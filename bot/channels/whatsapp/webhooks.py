"""Twilio's webhooks: messages at `POST /whatsapp`, reports at `POST /whatsapp/status`. Never what they mean.

200 once it is on disk, 403 what is not Twilio's or not ours, 400 a form that is not as it should be.
"""

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import TypeVar

from bot.channels.whatsapp.access import MESSAGES, REPORTS
from bot.channels.whatsapp.decoding import Written, decode_message
from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.inbound_scan import InboundScan
from bot.channels.whatsapp.reports import Report, Reports, decode_report
from bot.channels.whatsapp.signature import NotGenuine, SignatureCheck
from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import Delivery, NotAdmitted
from bot.monitoring.metrics import Metrics

T = TypeVar("T")

# Anything else is sent to the person, or fills the debugger (errors 11200 and 12300).
_NO_REPLY = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'
_NOT_GENUINE = PreparedAnswer.of(403)
_NO_FORM = PreparedAnswer.of(400)
_TAKEN = PreparedAnswer.of(200, _NO_REPLY, (b"content-type", b"text/xml; charset=utf-8"))

_REASONS = ("signature", "account", "sender", "form", "size")
_REMEDIES = {
    "signature": "if it was Twilio's own, TWILIO_AUTH_TOKEN or PUBLIC_URL is not what it was: telcolink doctor",
    "account": "if it was Twilio's own, the webhook is set in another account: see TWILIO_ACCOUNT_SID",
    "sender": "if it was Twilio's own, the webhook is set at another sender: see WHATSAPP_FROM",
}


class MessagesDoor:
    """Implements `Door` for what people write."""

    path = MESSAGES
    taken = _TAKEN

    def __init__(self, signature: SignatureCheck, metrics: Metrics) -> None:
        self.refused = RefusedPosts("whatsapp", metrics, _REASONS)
        self._signature = signature
        self._inbound: InboundMessages
        self._scan: InboundScan

    def open_to(self, inbound: InboundMessages, scan: InboundScan) -> None:
        """Who hears of what is taken, and who looks for what could not be."""
        self._inbound, self._scan = inbound, scan

    async def admit(self, delivery: Delivery) -> Written:
        return await _admit(self._signature, delivery, "To", decode_message, self.refused)

    def read(self, body: bytes) -> Written:
        return decode_message(Form(body))

    def lane_of(self, posted: Written) -> Hashable:
        return posted.person or posted.sender

    async def take(self, posted: Written) -> PreparedAnswer:
        await self._inbound.take(posted)
        return _TAKEN

    def note_not_taken(self) -> None:
        """Twilio does not post it again, whatever it is told."""
        self._scan.note_refused()

    async def take_late(self, posted: Written, at: datetime) -> None:
        await self._inbound.take(posted, at)


class ReportsDoor:
    """The same for reports of the messages that we sent."""

    path = REPORTS
    taken = _TAKEN

    def __init__(self, signature: SignatureCheck, metrics: Metrics) -> None:
        self.refused = RefusedPosts("whatsapp/status", metrics, _REASONS)
        self._signature = signature
        self._reports: Reports

    def open_to(self, reports: Reports) -> None:
        """Who hears of what is taken."""
        self._reports = reports

    async def admit(self, delivery: Delivery) -> Report | None:
        return await _admit(self._signature, delivery, "From", decode_report, self.refused)

    def read(self, body: bytes) -> Report | None:
        return decode_report(Form(body))

    def lane_of(self, posted: Report | None) -> Hashable:
        return posted.message if posted else None

    async def take(self, posted: Report | None) -> PreparedAnswer:
        if posted:
            await self._reports.take(posted)
        return _TAKEN

    def note_not_taken(self) -> None:
        """What was sent goes on without its report."""

    async def take_late(self, posted: Report | None, at: datetime) -> None:
        await self.take(posted)


async def _admit(
    signature: SignatureCheck, delivery: Delivery, ours: str, decode: Callable[[Form], T], refused: RefusedPosts
) -> T:
    try:
        return decode(await signature.admit(delivery, ours=ours))
    except NotGenuine as error:
        refused.note(str(error), _REMEDIES[str(error)])
        raise NotAdmitted(_NOT_GENUINE) from None
    except FormWrong:
        refused.note("form")
        raise NotAdmitted(_NO_FORM) from None
