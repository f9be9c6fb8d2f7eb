"""The provider's web door, `POST /mono`: authentic, readable, acknowledged. Never what a conversation makes of it."""

from pydantic import SecretStr
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from bot.providers.mono_webhooks import (
    AccountDataReady,
    AccountUnlinked,
    ReauthorisationNeeded,
    WebhookUnreadable,
    decode_delivery,
    is_genuine,
)
from bot.service import Service
from bot.web import BodyTooLarge, Endpoint, read_body
from conversations.events import AccountLost, DataReady
from storage.errors import StorageError

MOST_BYTES = 256 * 1024
RETRY_LATER = {"Retry-After": "5"}


def provider_door(service: Service, secret: SecretStr) -> Endpoint:
    """Answers 401 for a wrong secret, 413 for too much, 200 for everything genuine, 503 only when the disk fails."""

    async def receive(request: Request) -> Response:
        if not is_genuine(request.headers.get("mono-webhook-secret"), secret):
            return PlainTextResponse("401", status_code=401)
        try:
            delivery = decode_delivery(await read_body(request, MOST_BYTES))
        except BodyTooLarge:
            return PlainTextResponse("413", status_code=413)
        except ClientDisconnect:
            return PlainTextResponse("400", status_code=400)  # heard by nobody
        except WebhookUnreadable:
            return PlainTextResponse("ok")
        try:
            await _hand_on(service, delivery.event)
        except StorageError:
            return PlainTextResponse("503", status_code=503, headers=RETRY_LATER)
        return PlainTextResponse("ok")

    return receive


async def _hand_on(service: Service, event: object) -> None:
    """A repeated event finds nothing left to do: whether a summary is still due is a column, not a memory."""
    match event:
        case AccountDataReady(account):
            await service.report_account(account, DataReady(account))
        case AccountUnlinked(account) | ReauthorisationNeeded(account):
            await service.report_account(account, AccountLost(account))
