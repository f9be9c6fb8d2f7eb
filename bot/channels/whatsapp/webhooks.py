"""Twilio's webhooks: messages at `POST /whatsapp`, reports at `POST /whatsapp/status`. Never what they mean."""

from collections.abc import Awaitable, Callable

from bot.channels.whatsapp.decoding import decode_message
from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.inbound_scan import InboundScan
from bot.channels.whatsapp.reports import Reports, decode_report
from bot.channels.whatsapp.signature import NotGenuine, SignatureCheck
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import Delivery, PreparedAnswer, WebhookEndpoint
from storage.errors import StorageError

# Anything else is sent to the person, or fills the debugger (errors 11200 and 12300).
_NO_REPLY = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'
_NOT_GENUINE = PreparedAnswer.of(403)
_NO_FORM = PreparedAnswer.of(400)
_TAKEN = PreparedAnswer.of(200, _NO_REPLY, (b"content-type", b"text/xml; charset=utf-8"))

REASONS = ("signature", "account", "sender", "form", "size")
_REMEDIES = {
    "signature": "if it was Twilio's own, TWILIO_AUTH_TOKEN or PUBLIC_URL is not what it was: telcolink doctor",
    "account": "if it was Twilio's own, the webhook is set in another account: see TWILIO_ACCOUNT_SID",
    "sender": "if it was Twilio's own, the webhook is set at another sender: see WHATSAPP_FROM",
}


def webhook(
    signature: SignatureCheck, inbound: InboundMessages, scan: InboundScan, refused: RefusedPosts
) -> WebhookEndpoint:
    """200 once the turn is on disk, 403 what is not Twilio's or not ours, 400 a form that is not as it should be."""

    async def take(form: Form) -> None:
        try:
            await inbound.take(decode_message(form))
        except StorageError:
            scan.note_refused()  # Twilio does not post it again, whatever it is told
            raise

    return _endpoint(signature, "To", take, refused)


def status_webhook(signature: SignatureCheck, reports: Reports, refused: RefusedPosts) -> WebhookEndpoint:
    """The same for reports of the messages that we sent."""

    async def take(form: Form) -> None:
        report = decode_report(form)
        if report:
            await reports.take(report)

    return _endpoint(signature, "From", take, refused)


def _endpoint(
    signature: SignatureCheck, ours: str, take: Callable[[Form], Awaitable[None]], refused: RefusedPosts
) -> WebhookEndpoint:
    async def answer(delivery: Delivery) -> PreparedAnswer:
        try:
            await take(await signature.admit(delivery, ours=ours))
        except NotGenuine as error:
            refused.note(str(error), _REMEDIES[str(error)])
            return _NOT_GENUINE
        except FormWrong:
            refused.note("form")
            return _NO_FORM
        return _TAKEN

    return WebhookEndpoint(answer, refused)
