"""What Twilio posts: messages at `POST /whatsapp`, reports at `POST /whatsapp/status`. Never what they mean."""

from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.gate import Gate, NotGenuine
from bot.channels.whatsapp.inbound import decode_message
from bot.channels.whatsapp.intake import Intake
from bot.channels.whatsapp.missed import Missed
from bot.channels.whatsapp.reports import Reports, decode_report
from bot.web import Endpoint, delivery_door
from storage.errors import StorageError

# Anything else is sent to the person, or fills the debugger (errors 11200 and 12300).
NO_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

log = structlog.get_logger()


def webhook(gate: Gate, intake: Intake, missed: Missed) -> Endpoint:
    """200 once the turn is on disk, 403 what is not Twilio's or not ours, 400 a form that is not as it should be."""

    async def take(form: Form) -> None:
        try:
            await intake.take(decode_message(form))
        except StorageError:
            missed.note_refused()  # Twilio does not post it again, whatever it is told
            raise

    return _door(gate, "To", take)


def status_webhook(gate: Gate, reports: Reports) -> Endpoint:
    """The same for reports of the messages that we sent."""

    async def take(form: Form) -> None:
        report = decode_report(form)
        if report:
            await reports.take(report)

    return _door(gate, "From", take)


def _door(gate: Gate, ours: str, take: Callable[[Form], Awaitable[None]]) -> Endpoint:
    async def answer(request: Request) -> Response:
        try:
            await take(await gate.admit(request, ours=ours))
        except NotGenuine as error:
            return _refuse(403, error)
        except FormWrong as error:
            return _refuse(400, error)
        return Response(NO_REPLY, media_type="text/xml")

    return delivery_door(answer)


def _refuse(status: int, error: Exception) -> Response:
    log.warning("webhook_refused", status=status, reason=type(error).__name__, what=str(error))
    return Response(status_code=status)
