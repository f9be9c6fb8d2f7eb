"""Twilio's webhooks: messages at `POST /whatsapp`, reports at `POST /whatsapp/status`. Never what they mean."""

from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.whatsapp.decoding import decode_message
from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.inbound_scan import InboundScan
from bot.channels.whatsapp.reports import Reports, decode_report
from bot.channels.whatsapp.signature import NotGenuine, SignatureCheck
from bot.http.application import Endpoint, webhook_endpoint
from storage.errors import StorageError

# Anything else is sent to the person, or fills the debugger (errors 11200 and 12300).
NO_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

log = structlog.get_logger()


def webhook(signature: SignatureCheck, inbound: InboundMessages, scan: InboundScan) -> Endpoint:
    """200 once the turn is on disk, 403 what is not Twilio's or not ours, 400 a form that is not as it should be."""

    async def take(form: Form) -> None:
        try:
            await inbound.take(decode_message(form))
        except StorageError:
            scan.note_refused()  # Twilio does not post it again, whatever it is told
            raise

    return _endpoint(signature, "To", take)


def status_webhook(signature: SignatureCheck, reports: Reports) -> Endpoint:
    """The same for reports of the messages that we sent."""

    async def take(form: Form) -> None:
        report = decode_report(form)
        if report:
            await reports.take(report)

    return _endpoint(signature, "From", take)


def _endpoint(signature: SignatureCheck, ours: str, take: Callable[[Form], Awaitable[None]]) -> Endpoint:
    async def answer(request: Request) -> Response:
        try:
            await take(await signature.admit(request, ours=ours))
        except NotGenuine as error:
            return _refuse(403, error)
        except FormWrong as error:
            return _refuse(400, error)
        return Response(NO_REPLY, media_type="text/xml")

    return webhook_endpoint(answer)


def _refuse(status: int, error: Exception) -> Response:
    log.warning("webhook_refused", status=status, reason=type(error).__name__, what=str(error))
    return Response(status_code=status)
